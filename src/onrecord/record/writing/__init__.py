"""What comes into a record: readings as rows, speakers across documents, copies, versions and sums."""

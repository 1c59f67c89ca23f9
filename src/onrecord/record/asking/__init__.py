"""What is asked of a record: statements, speakers, counts, readings and versions. Writes nothing."""

"""From a document to its reading: statements and voices. `reader.Reader` is the only door."""

"""Readings as other formats. Each module takes nouns and gives bytes or text; none opens a file."""

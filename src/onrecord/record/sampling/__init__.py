"""Paragraphs drawn at random and judged completely: what tells how right the reader is."""

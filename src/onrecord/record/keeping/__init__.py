"""Copies of a record, putting one back, and proof that it is sound."""

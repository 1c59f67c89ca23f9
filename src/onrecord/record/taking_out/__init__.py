"""Words taken out of a record for good, for those who must."""

"""Which speakers may be one: what is known of them, for people to decide."""

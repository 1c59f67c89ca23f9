"""Arrays in, arrays out: the network that tags words and ties them together. Knows no article."""

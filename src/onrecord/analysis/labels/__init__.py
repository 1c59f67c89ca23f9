"""Names that take a stand: where they are, whom they are put on, who uses them; and hedges."""

"""How fast onrecord is and how much memory it takes. Timed here and nowhere else."""

"""Training of the model that finds statements. Not part of the installed package."""

"""When something was said: time expressions, their days, and which one belongs to a statement."""

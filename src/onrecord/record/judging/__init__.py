"""What people decide about statements and speakers, and what their decisions come to."""

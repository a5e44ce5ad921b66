"""What a visitor with bad intentions finds, and what the program says when something fails."""

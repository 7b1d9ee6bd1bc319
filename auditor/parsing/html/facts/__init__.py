"""What the page states of itself in its head and its data."""

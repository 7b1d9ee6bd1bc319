"""From the source to its elements, segments and places."""

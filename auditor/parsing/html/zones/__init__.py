"""Which part of the page each block belongs to."""

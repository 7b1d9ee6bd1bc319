"""A closed run, summed up and drawn."""

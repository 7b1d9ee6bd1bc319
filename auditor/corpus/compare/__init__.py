"""What the documents of a closed run share."""

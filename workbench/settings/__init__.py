"""What the person at this PC may choose."""

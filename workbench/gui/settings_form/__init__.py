"""The preferences of this PC, drawn from the options."""

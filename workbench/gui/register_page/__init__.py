"""台账: what is inspected, where it came from, and which part of it was drawn."""

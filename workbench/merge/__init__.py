"""Two files become one truth: a union of versions, and what it will change, as pure functions."""

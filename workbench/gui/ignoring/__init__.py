"""Ignoring a problem for a while, from wherever it is shown, and the list of what is ignored."""

"""Choosing what is checked: which subjects, which checks."""

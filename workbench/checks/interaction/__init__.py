"""Checks of how an office talks with its public."""

"""Checks of what is run, by the register alone."""

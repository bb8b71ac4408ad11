"""Checks of whether what should be kept up to date is."""

"""Checks of what pages say."""

"""Checks of whether a site says who it is, as the register does."""

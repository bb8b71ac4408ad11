"""Checks of services and their guides."""

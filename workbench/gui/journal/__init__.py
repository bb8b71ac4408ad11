"""The journal of the campaign."""

"""How long the citizens' messages took: working days, limits, and where each message stands on a day."""

"""One numbered step per schema version, each in plain SQL and independent of the models."""

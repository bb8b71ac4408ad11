"""指标: the standard of the campaign to read, every rule with its certainty."""

"""检查: the page beside the indicators, where an inspector sits all day."""

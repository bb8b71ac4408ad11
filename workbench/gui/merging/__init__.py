"""合并: result files come in, differing answers are settled."""

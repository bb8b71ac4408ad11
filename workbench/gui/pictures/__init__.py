"""Pictures as evidence: their bytes, their marks, and the window that shows them. Knows nothing of indicators."""

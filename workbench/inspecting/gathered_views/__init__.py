"""Views that need a whole survey: one file each, gathered page by page and shown to the checks at its end."""

"""Programs that look: each judges a view and yields observations; it never fetches, stores or knows a standard."""

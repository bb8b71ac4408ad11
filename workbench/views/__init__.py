"""Views: what one page says (text, links, dates, items), each derived once and lazily from its bytes."""

"""Views of what was recorded before: one file each, judged first and without asking any site for anything."""

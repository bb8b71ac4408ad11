"""Where an inspection lives: one SQLite file that loses nothing. The only folder that knows peewee and sqlite3."""

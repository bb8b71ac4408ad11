"""How much of an attachment is read: enough for a list of names, too little for a bomb."""

MOST_BYTES = 5_000_000
# Of archives, which docx and xlsx are: what their parts come to when unpacked.
MOST_UNPACKED_BYTES = 60_000_000
MOST_PARTS = 3_000
MOST_PAGES = 100
MOST_CELLS = 200_000
MOST_CHARS = 1_000_000

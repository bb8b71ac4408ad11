"""How large a register may be: far above any city's, far below what would stop an office PC."""

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_ROWS = 20_000
MAX_SHEET_LINES = 1_048_576
MAX_LINE_CHARACTERS = 1_000_000
MAX_CELLS = 200
MAX_CELL_CHARACTERS = 32_767
HEADER_SEARCH_ROWS = 10
XLS_SECONDS = 60
XLS_MEMORY_BYTES = 2 * 1024 * 1024 * 1024


def size_in_words(size_bytes: int) -> str:
    return f"{size_bytes / (1024 * 1024):.0f} MB"

"""Why one row of a register cannot be taken; the other rows are not concerned."""

_SHOWN_CHARACTERS = 40


class FaultyRowError(Exception):
    """The message is the sentence after “第5行：”, with the remedy and a full stop."""


def quoted(text: str) -> str:
    """`text` in quotation marks, on one line and short enough for a sentence."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return f"“{line[:_SHOWN_CHARACTERS]}…”" if len(line) > _SHOWN_CHARACTERS else f"“{line}”"

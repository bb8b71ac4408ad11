"""F1 in a dialog: the window that knows the manual answers for all of them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

_answer: Callable[[QWidget], None] | None = None


def answer_help(answer: Callable[[QWidget], None] | None) -> None:
    """Who is called with the dialog that asks; None when the window goes away."""
    global _answer
    _answer = answer


def ask_help(dialog: QWidget) -> None:
    if _answer is not None:
        _answer(dialog)

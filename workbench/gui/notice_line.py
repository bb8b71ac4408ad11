"""One sentence to the person at the window: done, a hint, or what went wrong and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    DONE = "done"
    HINT = "hint"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class NoticeLine:
    text: str
    tone: Tone = Tone.HINT

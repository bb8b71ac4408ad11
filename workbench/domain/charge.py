"""What a person holds against a subject: a rule, where, and how many."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Charge:
    """`place` is normalised, and empty where the problem has none; `element` is the missing thing, where a rule counts by it."""

    rule: str
    place: str = ""
    count: int = 1
    element: str = ""

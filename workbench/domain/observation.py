"""What a check saw; it knows no standard and no score."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """`proof` is what the observation rests on, as pairs of label and text; `is_unsure` is the third answer: a person must look.

    `is_measure` is no answer: what was measured, fault or not, kept with the outcome of the check.
    """

    check: str
    aspect: str
    place: str
    count: int = 1
    excerpt: str = ""
    element: str = ""
    proof: tuple[tuple[str, str], ...] = ()
    is_unsure: bool = False
    is_measure: bool = False

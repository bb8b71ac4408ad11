"""What a check saw; it knows no standard and no score."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """`proof` is what the observation rests on, as pairs of label and text; `is_unsure` is the third answer: a person must look.

    `place_count` and `page_count` say in how many places, and on how many pages, the same thing stands; 0 where `count` says
    it all.

    `is_measure` is no answer: what was measured, fault or not, kept with the outcome of the check.
    """

    check: str
    aspect: str
    place: str
    count: int = 1
    excerpt: str = ""
    place_count: int = 0
    page_count: int = 0
    element: str = ""
    proof: tuple[tuple[str, str], ...] = ()
    is_unsure: bool = False
    is_measure: bool = False

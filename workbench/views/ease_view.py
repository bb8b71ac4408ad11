"""How a home page is met with by a reader, as the browser engine showed it."""

from dataclasses import dataclass
from functools import cached_property

from workbench.domain.subject import Subject
from workbench.views.page_words import pattern_of


@dataclass(frozen=True)
class EaseView:
    """`load_s` until everything was there; `overflow_px` by how much the page is wider than a small phone (375 px).

    `problem` is set where the page could not be looked at, and nothing else counts then.
    """

    subject: Subject
    url: str
    load_s: float = 0.0
    overflow_px: int = 0
    link_words: tuple[str, ...] = ()
    problem: str = ""

    @cached_property
    def elder_entrance(self) -> str:
        """The words of the entrance for elderly and disabled readers; empty where there is none."""
        pattern = pattern_of("elder_entrance", "words")
        return next((words for words in self.link_words if pattern.search(words)), "")

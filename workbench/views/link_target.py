"""What one link leads to, with the places it stands in: the view of checks that judge links."""

from dataclasses import dataclass

from workbench.domain.link import LinkResult, Occurrence


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """`first_place` is the page to name for it: the home page if the link stands there."""

    link: LinkResult

    @property
    def is_on_home(self) -> bool:
        return self.link.is_on_home

    @property
    def first_place(self) -> Occurrence | None:
        return self.link.occurrences[0] if self.link.occurrences else None

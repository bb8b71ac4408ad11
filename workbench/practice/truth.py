"""What is wrong in the practice city: read from resources/practice/truth.toml, built into the city, held against the checks."""

from dataclasses import dataclass

from workbench.domain.link import LinkOutcome
from workbench.practice.practice_file import read_practice_file

REFUSED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedLink:
    """Where a link to the place stands, and how the place answers.

    `on` is the page that carries it; with `article` n it is the nth article of the column `on`. `shown_as` is link,
    attachment or image. `status` 0 stands for a refused connection. `lines` make the place a Word document of these words.
    """

    on: str
    text: str
    status: int
    article: int = 0
    shown_as: str = "link"
    to: str = ""
    delay_s: float = 0.0
    refuses_head: bool = False
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """What a check must find.

    `state` is dead, shown, stale, blank, undated, unlinked, missing, unanswered, or few where a year has seen too little. The
    newest item of a stale column is at least `days_silent` days old. With `article` n it is about the nth article of the
    column at `place`. A `message` is the number of one in messages.toml; its place is no address but its platform and
    number. An `element` is what every guide of the subject lacks.
    """

    subject: str
    check: str
    aspect: str
    state: str
    place: str
    note: str
    days_silent: int = 0
    article: int = 0
    element: str = ""
    message: str = ""
    link: PlantedLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OddLink:
    """A link that answers oddly and is no defect until a person says so."""

    subject: str
    outcome: LinkOutcome
    place: str
    note: str
    link: PlantedLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What no check sees and a person should."""

    subject: str
    place: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """`perfect` and `vetoed` are the codes of the site without any defect and of the one that fails outright."""

    perfect: str
    vetoed: str
    defects: tuple[Defect, ...]
    odd_links: tuple[OddLink, ...]
    remarks: tuple[Remark, ...]

    def defects_of(self, subject: str, *, check: str = "") -> tuple[Defect, ...]:
        return tuple(d for d in self.defects if d.subject == subject and check in ("", d.check))

    def column_defect(self, subject: str, place: str) -> Defect | None:
        """What is wrong with the column at `place`, if anything is."""
        about = (d for d in self.defects_of(subject) if d.place == place)
        return next((d for d in about if d.link is None and not d.article), None)

    def elements_left_out(self, subject: str) -> tuple[str, ...]:
        """What the service guides of the subject do not tell."""
        return tuple(d.element for d in self.defects_of(subject, check="guide-elements"))

    def articles_of(self, subject: str, place: str, *, check: str) -> tuple[int, ...]:
        """The numbers of the articles of that column which the check must find something in."""
        about = self.defects_of(subject, check=check)
        return tuple(d.article for d in about if d.place == place and d.article)

    @property
    def entries(self) -> tuple[Defect | OddLink, ...]:
        """Whatever a check comes across, defect or not."""
        return (*self.defects, *self.odd_links)

    def planted(self, subject: str) -> tuple[Defect | OddLink, ...]:
        """Everything of the subject that stands behind a link put in on purpose."""
        return tuple(entry for entry in self.entries if entry.subject == subject and entry.link is not None)


def load_truth() -> Truth:
    return read_practice_file("truth.toml", Truth)

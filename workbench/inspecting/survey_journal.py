"""What a survey has come to know, as pieces that are kept one after the other and put together again after a kill."""

from dataclasses import dataclass, field

from workbench.domain.link import Attempt, LinkKind, LinkOutcome
from workbench.inspecting.host_pace import Pace


@dataclass(slots=True, kw_only=True)
class PageNote:
    """A page whose links were noted: their numbers, and the words of those whose places are still kept."""

    url: str
    is_home: bool = False
    numbers: list[int] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class EntryNote:
    url: str
    kind: LinkKind
    depth: int
    chain: int
    is_sheet: bool
    is_document: bool = False


@dataclass(slots=True, kw_only=True)
class SettledNote:
    number: int
    outcome: LinkOutcome
    reason: str
    status: int | None
    final_url: str
    attempts: tuple[Attempt, ...]


@dataclass(slots=True, kw_only=True)
class DoubtNote:
    """A link that has failed and waits for its next question."""

    number: int
    tries: int
    is_second_look: bool
    attempts: tuple[Attempt, ...]


@dataclass(slots=True, kw_only=True)
class HeadNote:
    """Which hosts answer HEAD truly, by kind of link, and which do not."""

    proven: list[tuple[str, LinkKind]] = field(default_factory=list)
    refusing: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class SurveyPiece:
    """What has become known since the piece before, in the order of its fields; from `home` on all is as of now."""

    entries: list[EntryNote] = field(default_factory=list)
    pages: list[PageNote] = field(default_factory=list)
    settled: list[SettledNote] = field(default_factory=list)
    doubts: list[DoubtNote] = field(default_factory=list)
    home: str = ""
    front: int = 0
    second_level: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    pages_read: int = 0
    paces: dict[str, Pace] = field(default_factory=dict)
    heads: HeadNote = field(default_factory=HeadNote)
    traps: list[dict[str, int]] = field(default_factory=list)

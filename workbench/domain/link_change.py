"""What has become of a dead link from one inspection to the next."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.link import LinkOutcome


class LinkChange(StrEnum):
    NEW = "new"
    STILL_DEAD = "still-dead"
    REPAIRED = "repaired"
    GONE = "gone"
    UNCLEAR = "unclear"


LINK_CHANGE_WORDS = {
    LinkChange.NEW: "新出现打不开",
    LinkChange.STILL_DEAD: "仍打不开",
    LinkChange.REPAIRED: "已修复",
    LinkChange.GONE: "已撤下",
    LinkChange.UNCLEAR: "这次没有定论",
}

_OPENS = frozenset(
    {LinkOutcome.OK, LinkOutcome.REDIRECT, LinkOutcome.FOREIGN_REDIRECT, LinkOutcome.REDIRECTED_HOME}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLink:
    """`before` and `after` are None where the link was not there; `page` is one that carries it, or carried it."""

    url: str
    change: LinkChange
    before: LinkOutcome | None
    after: LinkOutcome | None
    reason: str = ""
    page: str = ""
    is_on_home: bool = False


def change_of(before: LinkOutcome | None, after: LinkOutcome | None) -> LinkChange | None:
    """None where it was dead neither time. Who no longer links to a dead address has repaired his page: it is gone."""
    if after is LinkOutcome.DEAD:
        return LinkChange.STILL_DEAD if before is LinkOutcome.DEAD else LinkChange.NEW
    if before is not LinkOutcome.DEAD:
        return None
    if after is None:
        return LinkChange.GONE
    return LinkChange.REPAIRED if after in _OPENS else LinkChange.UNCLEAR

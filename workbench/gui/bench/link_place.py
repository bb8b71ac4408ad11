"""A link that leads nowhere and the page it stands on: two addresses, and which of them a problem is about."""

from dataclasses import dataclass

from workbench.domain.finding import Finding
from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome, LinkResult
from workbench.domain.place import normalise_place

# As the checks of links name them in their proof.
_PAGE, _WORDS = "所在页面", "链接文字"
_DEAD_LINKS = "dead-links"
_IN_FILE = "问题在这个文件里"


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """`words` are what the page shows for the link, where they are known; `label` says there what is the matter with it."""

    target: str
    page: str
    words: str = ""
    label: str = LINK_OUTCOME_WORDS[LinkOutcome.DEAD]


def link_of_finding(finding: Finding, place: str) -> LinkPlace | None:
    """Where `place`, as the finding is held, is the address of a link: the page it stands on."""
    told = dict(finding.proof)
    page = told.get(_PAGE, "")
    is_link = "://" in page and "://" in place and normalise_place(page) != normalise_place(place)
    if not is_link:
        return None
    words = told.get(_WORDS, "")
    return LinkPlace(place, page, words, _IN_FILE) if is_in_file(finding) else LinkPlace(place, page, words)


def is_in_file(finding: Finding) -> bool:
    """Of a finding at the address of a link: the link opens, and the problem is in what it opens."""
    return finding.check != _DEAD_LINKS


def words_of_finding(finding: Finding) -> str:
    """What the check saw, without the address of the page with the link: that is shown when the link is followed."""
    page = dict(finding.proof).get(_PAGE, "")
    return finding.excerpt.removeprefix(f"页面 {page} 的") if page else finding.excerpt


def link_of_result(link: LinkResult) -> LinkPlace | None:
    """The first page it was met on; None for one that was met nowhere."""
    first = next(iter(link.occurrences), None)
    if first is None:
        return None
    return LinkPlace(link.url, first.page, first.text, LINK_OUTCOME_WORDS[link.outcome])

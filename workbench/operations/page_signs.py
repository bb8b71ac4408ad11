"""What is worth marking in the page on screen: links known to be dead, dates of its items, suspected words, personal numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from uuid import UUID

from workbench.domain.finding import Finding
from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome, LinkResult
from workbench.domain.place import normalise_place
from workbench.storage.workspace import Workspace
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import PERSONAL_WORDS, numbers_of_page
from workbench.views.suspect_terms import suspect_terms

MOST_SIGNS = 400
# Of each outcome.
_MOST_BAD_LINKS = 2_000
_BAD = (
    LinkOutcome.DEAD,
    LinkOutcome.SOFT_404,
    LinkOutcome.REDIRECTED_HOME,
    LinkOutcome.FOREIGN_REDIRECT,
    LinkOutcome.BLOCKED,
    LinkOutcome.LIMITED,
    LinkOutcome.TIMED_OUT,
    LinkOutcome.NEEDS_LOGIN,
    LinkOutcome.CERTIFICATE,
    LinkOutcome.UNSAFE_SCHEME,
    LinkOutcome.INTERNAL_ADDRESS,
)
_TERMS, _NUMBERS = "protected-terms", "personal-data"


class SignKind(StrEnum):
    LINK = "link"
    DATE = "date"
    WORD = "word"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSign:
    """`what` is found in the page: the address of a link, or words; in a number a `*` stands for any one character.

    `near` is the address of the link that a date belongs to. `finding_id` is the finding the mark leads to.
    """

    kind: SignKind
    what: str
    label: str
    hint: str = ""
    near: str = ""
    is_sure: bool = True
    finding_id: UUID | None = None


def link_signs(
    workspace: Workspace, subject_id: UUID, addresses: Iterable[str], findings: Iterable[Finding]
) -> tuple[PageSign, ...]:
    """Of these addresses, as the page on screen writes them, those that the checks found something wrong with."""
    bad = _bad_links(workspace, subject_id)
    by_place = {normalise_place(finding.place): finding.id for finding in findings if finding.place}
    signs = (_link_sign(address, bad, by_place) for address in dict.fromkeys(addresses))
    return tuple(islice((sign for sign in signs if sign is not None), MOST_SIGNS))


def text_signs(html: str, *, url: str, as_of: date, findings: Iterable[Finding]) -> tuple[PageSign, ...]:
    """Dates, suspected words and personal numbers of a page, read as the checks read it. Needs no workspace."""
    page = PageView(
        html.encode("utf-8", "replace"), url=url, content_type="text/html; charset=utf-8", as_of=as_of
    )
    here = [finding for finding in findings if _is_on(finding, url)]
    return tuple(
        islice((*_word_signs(page, here), *_number_signs(page, here), *_date_signs(page)), MOST_SIGNS)
    )


def _bad_links(workspace: Workspace, subject_id: UUID) -> dict[str, LinkResult]:
    found: dict[str, LinkResult] = {}
    for outcome in _BAD:
        links = workspace.links(subject_id, outcome=outcome, limit=_MOST_BAD_LINKS)
        found.update({normalise_place(link.url): link for link in links})
    return found


def _link_sign(address: str, bad: Mapping[str, LinkResult], findings: Mapping[str, UUID]) -> PageSign | None:
    place = normalise_place(address)
    link = bad.get(place)
    if link is None:
        return None
    word = LINK_OUTCOME_WORDS[link.outcome]
    return PageSign(
        kind=SignKind.LINK,
        what=address,
        label=f"{link.status} {word}" if link.status else word,
        hint=f"{word}：{link.url}\n{link.reason}".strip(),
        is_sure=link.outcome is LinkOutcome.DEAD,
        finding_id=findings.get(place),
    )


def _word_signs(page: PageView, findings: Iterable[Finding]) -> Iterator[PageSign]:
    known = {finding.element: finding.id for finding in findings if finding.check == _TERMS}
    for term in suspect_terms(page):
        yield PageSign(
            kind=SignKind.WORD,
            what=term.wrong,
            label=f"应为 {term.right}",
            hint=f"疑似错误：“{term.wrong}”应为“{term.right}”",
            is_sure=term.grade == "severe",
            finding_id=known.get(term.wrong),
        )


def _number_signs(page: PageView, findings: Iterable[Finding]) -> Iterator[PageSign]:
    known = {finding.aspect: finding.id for finding in findings if finding.check == _NUMBERS}
    for number in dict.fromkeys(numbers_of_page(page)):
        yield PageSign(
            kind=SignKind.NUMBER,
            what=number.masked,
            label=PERSONAL_WORDS[number.kind],
            hint=f"疑似公开了{PERSONAL_WORDS[number.kind]}",
            is_sure=not number.is_doubtful,
            finding_id=known.get(number.kind.value),
        )


def _date_signs(page: PageView) -> Iterator[PageSign]:
    newest = page.newest_item
    for item in page.items:
        if item.date is None:
            continue
        is_newest = newest is not None and item == newest
        yield PageSign(
            kind=SignKind.DATE,
            what=item.date.isoformat(),
            label="最新" if is_newest else "",
            hint=f"{item.date}（读自：{item.date_source}）",
            near=item.url,
            is_sure=is_newest,
        )


def _is_on(finding: Finding, url: str) -> bool:
    """A thing that a template says on many pages names one of them as its place and the others in its proof."""
    page = normalise_place(url)
    if normalise_place(finding.place) == page:
        return True
    return any("://" in text and normalise_place(text) == page for _label, text in finding.proof)

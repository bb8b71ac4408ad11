"""Check again one link, one page or one subject, and say what it was before and what it is now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from workbench.checks.catalogue import checks
from workbench.domain.check_outcome import CHECK_END_WORDS, CheckOutcome
from workbench.domain.link import LINK_OUTCOME_WORDS, LinkOutcome, LinkResult
from workbench.domain.subject import Subject, SubjectKind
from workbench.errors import WrongUseError
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.inspection_event import (
    AssetCaptured,
    CheckEnded,
    InspectionEvent,
    LinkFound,
    PageCaptured,
    ProposalFound,
)
from workbench.inspecting.second_look import look_at_link, look_at_page
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.operations.run_follower import Announce
from workbench.operations.subject_order import job_of
from workbench.settings.options import Options
from workbench.storage.recheck_records import Recheck
from workbench.storage.workspace import Workspace

NOT_THERE = "没有这个链接"
_NEVER_CHECKED = "未检查"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckedThing:
    """One link, column or subject: `before` and `now` in words."""

    name: str
    before: str
    now: str

    @property
    def has_changed(self) -> bool:
        return self.before != self.now


def recheck_link(
    workspace: Workspace, *, subject: Subject, url: str, options: Options
) -> tuple[RecheckedThing, ...]:
    """The link as it is now; its row in the latest visit and the proposal about it follow.

    Raises:
        WrongUseError: the latest visit knows no such link, or it is none that can be asked for.
    """
    known = workspace.link(subject.id, as_asked(url)) or workspace.link(subject.id, url.strip())
    if known is None:
        raise WrongUseError(
            f"{subject.name}最近一次检查里没有链接“{url}”，请从链接表复制网址，或先检查这个对象。"
        )
    if urlsplit(known.url).scheme not in ("http", "https"):
        raise WrongUseError(f"“{known.url}”不是可以打开的网址，无法复查，请人工查看。")
    events = list(look_at_link(job_of(workspace, subject, options=options), known))
    _save(workspace, subject, events)
    now = workspace.link(subject.id, known.url)
    skipped = _skipped(events, known.url)
    return (RecheckedThing(name=known.url, before=_link_words(known), now=skipped or _link_words(now)),)


def recheck_page(
    workspace: Workspace, *, subject: Subject, url: str, options: Options
) -> tuple[RecheckedThing, ...]:
    """The page as it is now: every link on it, and the column it is; the latest visit and the proposals follow.

    Raises:
        WrongUseError: the page cannot be read; nothing has been changed.
    """
    asked = as_asked(url)
    job = job_of(workspace, subject, options=options)
    outcomes = {(each.check, each.target): each for each in workspace.outcomes(subject.id)}
    events = list(
        look_at_page(
            job,
            asked,
            find=lambda address: workspace.link(subject.id, address),
            find_on=lambda pages: workspace.links_on(subject.id, pages),
        )
    )
    links = [event.link for event in events if isinstance(event, LinkFound)]
    ended = [event.outcome for event in events if isinstance(event, CheckEnded)]
    if not links and not ended:
        raise WrongUseError(
            f"页面“{url}”打不开，或上面没有可查的内容；请在浏览器里看一看，原有结果没有改动。"
        )
    before = {link.url: workspace.link(subject.id, link.url) for link in links}
    _save(workspace, subject, events)
    columns = [outcome for outcome in ended if (outcome.check, outcome.target) in outcomes]
    return (
        *(_column_thing(outcomes[each.check, each.target], each) for each in columns),
        *(
            RecheckedThing(name=link.url, before=_link_words(before[link.url]), now=_link_words(link))
            for link in links
        ),
    )


def recheck_subject(
    workspace: Workspace, *, subject: Subject, options: Options, announce: Announce
) -> tuple[RecheckedThing, ...]:
    """A whole new run of all checks over this one subject.

    Raises:
        WrongUseError: an account, which no check can look at.
    """
    if subject.kind is SubjectKind.ACCOUNT:
        raise WrongUseError("新媒体账号不能自动检查，请人工查看。")
    before = _standing_words(workspace, subject)
    run_checks(workspace, CheckRequest(subjects=(subject.code,)), options=options, announce=announce)
    return (RecheckedThing(name=subject.name, before=before, now=_standing_words(workspace, subject)),)


def _save(workspace: Workspace, subject: Subject, events: Iterable[InspectionEvent]) -> None:
    events = list(events)
    recheck = Recheck(
        links=[event.link for event in events if isinstance(event, LinkFound)],
        findings=[event.finding for event in events if isinstance(event, ProposalFound)],
        outcomes=[event.outcome for event in events if isinstance(event, CheckEnded)],
    )
    workspace.save_recheck(subject.id, recheck)
    for event in events:
        if isinstance(event, PageCaptured):
            workspace.save_capture(None, subject.id, event.capture)
        elif isinstance(event, AssetCaptured):
            workspace.save_page_asset(None, subject.id, event.capture, pages=event.pages)


def _skipped(events: Iterable[InspectionEvent], url: str) -> str:
    """Why nothing is known of the link now, where no answer came at all."""
    told = list(events)
    if any(isinstance(event, LinkFound) for event in told):
        return ""
    reasons = [e.outcome.reason for e in told if isinstance(e, CheckEnded) and e.outcome.target == url]
    return f"{_NEVER_CHECKED}，{reasons[0]}" if reasons else _NEVER_CHECKED


def _link_words(link: LinkResult | None) -> str:
    if link is None or not link.occurrence_count:
        return NOT_THERE
    return "，".join(part for part in (LINK_OUTCOME_WORDS[link.outcome], link.reason) if part)


def _column_thing(before: CheckOutcome, now: CheckOutcome) -> RecheckedThing:
    name = f"{checks[now.check].title}　{now.target}"
    return RecheckedThing(name=name, before=_outcome_words(before), now=_outcome_words(now))


def _outcome_words(outcome: CheckOutcome) -> str:
    return "，".join(part for part in (CHECK_END_WORDS[outcome.state], outcome.reason) if part)


def _standing_words(workspace: Workspace, subject: Subject) -> str:
    return "，".join(_standing_parts(workspace, subject))


def _standing_parts(workspace: Workspace, subject: Subject) -> Iterator[str]:
    seen = sum(finding.is_proposal and finding.is_seen for finding in workspace.findings(subject.id))
    yield f"疑似问题 {seen} 处"
    yield f"打不开的链接 {workspace.link_summary(subject.id).get(LinkOutcome.DEAD, 0)} 个"

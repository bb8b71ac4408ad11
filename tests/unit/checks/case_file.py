"""Reads `tests/cases/<check>.toml` and builds the view each case is about, by the type of view its check sees."""

import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import UUID

from workbench.checks.catalogue import Check
from workbench.clocks.message_log import MessageLog, message_log
from workbench.domain.account_sheet import AccountSheet, Tried
from workbench.domain.closing import Closing
from workbench.domain.column import Column, ColumnClass
from workbench.domain.column_recipe import ColumnRecipe
from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.domain.message import Message, MessageState
from workbench.domain.message_totals import MessageTotals
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.silence import Silence
from workbench.domain.subject import Subject, SubjectKind, SubjectState
from workbench.domain.window import Window
from workbench.views.account_view import AccountView
from workbench.views.attachment_view import AttachmentView
from workbench.views.column_view import ColumnView
from workbench.views.ease_view import EaseView
from workbench.views.link_target import LinkTarget
from workbench.views.page_facts import PageFacts, page_facts
from workbench.views.page_view import PageView
from workbench.views.register_view import RegisterView
from workbench.views.site_view import SiteView
from workbench.views.transport_view import Certificate, Told, TransportFact, TransportView
from workbench.views.visit_log import VisitLog

CASES = Path(__file__).resolve().parents[2] / "cases"
AS_OF = date(2026, 11, 20)
NOBODY = UUID(int=0)
Case = dict[str, Any]
_PROSE = (
    "<p>为切实做好当前和今后一段时期的工作，现将有关事项通知如下，请各有关单位结合实际认真贯彻落实。</p>"
    "<p>一是提高认识，加强组织领导，明确责任分工，确保各项任务按期完成。二是加强宣传，营造良好氛围。</p>"
    "<p>三是强化督促检查，及时总结经验，发现问题立即整改，确保工作取得实效。四是做好信息报送工作。</p>"
)


def cases_of(check: Check) -> list[Case]:
    path = CASES / f"{check.id.replace('-', '_')}.toml"
    if not path.exists():
        return []
    cases: list[Case] = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return cases


def build_view(check: Check, case: Case) -> object:
    """The view the case is about: an attachment where it tells of one."""
    sees = AttachmentView if "attachment" in case else check.sees
    return _BUILDERS[sees](case)


def _attachment(case: Case) -> AttachmentView:
    told = {
        "url": "http://www.some.gov.cn/files/1.docx",
        "name": "名单",
        "page": "http://www.some.gov.cn/1.html",
    }
    held = {**told, **case["attachment"]}
    return AttachmentView(**{**held, "lines": tuple(held.get("lines", ()))}, as_of=AS_OF)


def _transport(case: Case) -> TransportView:
    """Facts are pairs of yes, no or unknown and words; the certificate is a table."""
    told = {"https": ("yes", ""), "redirects": ("yes", ""), "ipv6": ("yes", ""), **case.get("facts", {})}
    facts = {name: TransportFact(Told(state), words) for name, (state, words) in told.items()}
    certificate = Certificate(**case["certificate"]) if "certificate" in case else None
    home = "http://www.some.gov.cn/"
    return TransportView(home_url=home, seen_on=AS_OF, certificate=certificate, **facts)


def _page(case: Case) -> PageView:
    url = case.get("url", "http://www.some.gov.cn/col/index.html")
    head = case.get("head", "<title>某栏目_某某局</title>")
    return PageView(f"{head}{case['html']}".encode(), url=url, as_of=case.get("as_of", AS_OF))


def _column(case: Case) -> ColumnView:
    page = _page(case)
    column = Column(
        id=NOBODY,
        subject_id=NOBODY,
        name="某栏目",
        url=page.url,
        column_class=ColumnClass(case["column_class"]),
        level=case.get("level", 1),
        is_historic=case.get("is_historic", False),
        recipe=ColumnRecipe(**case["recipe"]) if "recipe" in case else None,
    )
    window = Window.parse(case["window"]) if "window" in case else None
    windows = {aspect: Window.parse(text) for aspect, text in case.get("windows", {}).items()}
    silence = (
        Silence(id=NOBODY, subject_id=NOBODY, column_id=NOBODY, **case["silence"])
        if "silence" in case
        else None
    )
    return ColumnView(
        column=column,
        page=page.by_recipe(column.recipe),
        as_of=page.as_of,
        window=window,
        windows=windows,
        silence=silence,
    )


def _link(case: Case) -> LinkTarget:
    places = tuple(Occurrence(**place) for place in case.get("from", []))
    link = LinkResult(
        url=case["url"],
        kind=LinkKind(case.get("kind", "page")),
        outcome=LinkOutcome(case["outcome"]),
        status=case.get("status"),
        reason=case.get("reason", ""),
        final_url=case.get("final_url", ""),
        is_on_home=case.get("is_on_home", False),
        occurrences=places,
        occurrence_count=len(places),
    )
    return LinkTarget(link)


def _visits(case: Case) -> VisitLog:
    home = "http://www.some.gov.cn/"
    # Midnight UTC is 8 o'clock in China.
    first, step = datetime(2026, 11, 2, tzinfo=UTC), timedelta(minutes=case.get("every_min", 30))
    days, a_day = case["days"], case["a_day"]
    times = [first + timedelta(days=day) + step * number for day in range(days) for number in range(a_day)]
    states = [VisitState.OK] * len(times)
    void, failed = case.get("void", 0), case.get("failed", 0)
    states[:void] = [VisitState.VOID] * void
    states[len(states) - failed :] = [VisitState.FAILED] * failed
    visits = [
        HomeVisit(subject_id=NOBODY, url=home, at=at, state=state, reason="限时内没有应答")
        for at, state in zip(times, states, strict=True)
    ]
    return VisitLog(visits, home_url=home)


def _site(case: Case) -> SiteView:
    """`home` is the home page, `pages` are others by their path; `windows` what the standard asks for, by aspect; `register`
    has path, name and class of its columns.
    """
    row = {"code": "1234560001", "name": "某某市某某局", "home_url": "http://www.some.gov.cn/"} | case.get(
        "subject", {}
    )
    kind = SubjectKind(row.pop("kind", SubjectKind.DEPARTMENT_SITE))
    subject = Subject(id=NOBODY, kind=kind, **row)
    base = subject.home_url
    held = [_facts(case, case["home"], url=base, is_start=True)] if "home" in case else []
    pages = {case.get("path", "/col/1.html"): case["html"]} if "html" in case else case.get("pages", {})
    held += [_facts(case, html, url=urljoin(base, path)) for path, html in pages.items()]
    numbered = case.get("numbered", {})
    for number in range(1, numbered.get("count", 0) + 1):
        html = numbered["html"].replace("{n}", str(number))
        held.append(_facts(case, html, url=urljoin(base, numbered["path"].replace("{n}", str(number)))))
    windows = {aspect: Window.parse(text) for aspect, text in case.get("windows", {}).items()}
    columns = [
        Column(
            id=NOBODY, subject_id=NOBODY, name=name, url=urljoin(base, path), column_class=ColumnClass(sort)
        )
        for path, name, sort in case.get("register", [])
    ]
    return SiteView(
        subject=subject,
        pages=tuple(held),
        as_of=case.get("as_of", AS_OF),
        windows=windows,
        columns=tuple(columns),
        reprints=tuple(
            ReprintTitle(id=UUID(int=number), **row) for number, row in enumerate(case.get("reprints", []))
        ),
    )


def _facts(case: Case, html: str, *, url: str, is_start: bool = False) -> PageFacts:
    as_of = case.get("as_of", AS_OF)
    whole = (
        f"{case.get('head', '<title>某某局</title>')}{html.replace('{prose}', _PROSE)}{case.get('foot', '')}"
    )
    page = PageView(whole.encode(), url=url, as_of=as_of)
    registered = [path for path, *_ in case.get("register", [])]
    is_column = urlsplit(url).path in [*case.get("columns", []), *registered]
    return page_facts(page, url=url, seen_on=as_of, is_start=is_start, is_column=is_column)


def _account(case: Case) -> AccountView:
    row = case.get("row", {})
    subject = Subject(id=NOBODY, code="JC-1", name="某某发布", kind=SubjectKind.ACCOUNT, **row)
    sheets = tuple(
        AccountSheet(
            id=UUID(int=number),
            subject_id=NOBODY,
            inspector=f"检查员{number}",
            **{
                **sheet,
                "posts": tuple(sheet.get("posts", ())),
                "interaction": Tried(sheet.get("interaction", "not_tried")),
                "can_be_opened": Tried(sheet.get("can_be_opened", "not_tried")),
            },
        )
        for number, sheet in enumerate(case.get("sheets", ()), 1)
    )
    windows = {aspect: Window.parse(text) for aspect, text in case.get("windows", {}).items()}
    return AccountView(subject=subject, sheets=sheets, as_of=AS_OF, windows=windows)


def _ease(case: Case) -> EaseView:
    url = "http://www.some.gov.cn/"
    return EaseView(
        subject=Subject(id=NOBODY, code="4601000001", name="某某局", home_url=url),
        url=url,
        load_s=case.get("load_s", 0.5),
        overflow_px=case.get("overflow_px", 0),
        link_words=tuple(case.get("link_words", ())),
        problem=case.get("problem", ""),
    )


def _register(case: Case) -> RegisterView:
    return RegisterView(
        tuple(
            Subject(
                id=UUID(int=number),
                **{
                    **row,
                    "kind": SubjectKind(row.get("kind", "department_site")),
                    "state": SubjectState(row.get("state", "normal")),
                    "closing": Closing(**row["closing"]) if "closing" in row else None,
                },
            )
            for number, row in enumerate(case["rows"])
        )
    )


def _messages(case: Case) -> MessageLog:
    as_of = case.get("as_of", date(2025, 6, 30))
    subject = Subject(id=NOBODY, code="1234560001", name="某某局", home_url="http://www.some.gov.cn/")
    return message_log(
        subject,
        messages=[_message(*cells) for cells in case.get("messages", [])],
        totals=[
            MessageTotals(
                id=NOBODY,
                subject_id=NOBODY,
                platform=platform,
                first_day=date(as_of.year, 1, 1),
                last_day=as_of,
                received=received,
                in_time=in_time,
                overdue=overdue,
            )
            for platform, received, in_time, overdue in case.get("totals", [])
        ],
        as_of=as_of,
        windows={aspect: Window.parse(text) for aspect, text in case.get("windows", {}).items()},
    )


def _message(platform: str, number: str, received: str, answered: str, state: str, mark: str = "") -> Message:
    told = MessageState(state) if state else MessageState.ANSWERED if answered else MessageState.IN_WORK
    return Message(
        id=NOBODY,
        subject_id=NOBODY,
        platform=platform,
        number=number,
        received=date.fromisoformat(received),
        answered=date.fromisoformat(answered) if answered else None,
        state=told,
        is_perfunctory=bool(mark),
    )


_BUILDERS: dict[type, Callable[[Case], object]] = {
    PageView: _page,
    ColumnView: _column,
    LinkTarget: _link,
    SiteView: _site,
    VisitLog: _visits,
    MessageLog: _messages,
    RegisterView: _register,
    AccountView: _account,
    EaseView: _ease,
    AttachmentView: _attachment,
    TransportView: _transport,
}

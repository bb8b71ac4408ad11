"""Look at home pages in the browser engine: what makes them hard to read is proposed as advice, with a picture of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from workbench.checks.catalogue import checks
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.ids import inspector_name, proposal_id
from workbench.domain.observation import Observation
from workbench.domain.subject import Subject, SubjectKind
from workbench.errors import EnvironmentFaultError, WrongUseError
from workbench.fetch.look_child import look_at_pages
from workbench.fetch.looked_page import LookedPage, LookOrder
from workbench.inspecting.asked_address import as_asked
from workbench.operations.browser_command import browser_command
from workbench.operations.checking_policy import networks_of
from workbench.operations.find_subject import find_subject
from workbench.operations.keep_evidence import picture_type
from workbench.operations.sole_checker import sole_checker
from workbench.operations.unfetched_results import save_observations
from workbench.settings.options import Options
from workbench.storage.blob_records import digest_of_bytes
from workbench.storage.workspace import Workspace
from workbench.views.ease_view import EaseView

CHECK = "ease"
PICTURE_NOTE = "浏览体验检查"
LIMIT_S = 30.0
_KINDS = (SubjectKind.PORTAL, SubjectKind.DEPARTMENT_SITE)
Told = Callable[[Subject, LookedPage], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookSummary:
    """`found` counts the advice; `problems` are the pages that could not be looked at."""

    subjects: int
    found: int
    problems: int


def look_at_homes(
    workspace: Workspace, *, codes: Sequence[str], options: Options, by: str, told: Told
) -> LookSummary:
    """Look at the home pages of these subjects, or of all websites that are inspected; what is known is stored at once.

    The pictures become evidence of `by`, in place of those of his last look.

    Raises:
        WrongUseError: an unknown subject, or none with a home page.
        EnvironmentFaultError: this PC has no browser engine, or the file is being checked by another process.
    """
    subjects = _chosen(workspace, codes)
    command = browser_command(verb="look-at-pages")
    if not command:
        raise EnvironmentFaultError("本机没有安装浏览器内核，不能查看网页；请在有内核的电脑上做这一项。")
    orders = [LookOrder(number=n, url=as_asked(each.home_url)) for n, each in enumerate(subjects)]
    networks = [network for each in subjects for network in networks_of(each)]
    found = problems = 0
    with sole_checker(workspace.path):
        run = workspace.begin_run(checks=(CHECK,))
        for page in look_at_pages(
            orders,
            command=command,
            networks=(*options.allowed_networks, *dict.fromkeys(networks)),
            timeout_s=LIMIT_S,
            proxy=options.proxy,
        ):
            subject = subjects[page.number]
            found += _store(workspace, run, subject, page, by=by)
            problems += bool(page.problem)
            told(subject, page)
        workspace.end_run(run)
    return LookSummary(subjects=len(subjects), found=found, problems=problems)


def _chosen(workspace: Workspace, codes: Sequence[str]) -> list[Subject]:
    if codes:
        subjects = [find_subject(workspace, code) for code in codes]
    else:
        subjects = [each for each in workspace.subjects() if each.is_inspected and each.kind in _KINDS]
    with_home = [subject for subject in subjects if subject.home_url]
    if not with_home:
        raise WrongUseError("没有可以查看的首页，请先在台账里填写首页网址。")
    return with_home


def _store(workspace: Workspace, run: int, subject: Subject, page: LookedPage, *, by: str) -> int:
    view = EaseView(
        subject=subject,
        url=page.url,
        load_s=page.load_s,
        overflow_px=page.overflow_px,
        link_words=page.link_words,
        problem=page.problem,
    )
    seen = list(checks[CHECK].run(view))
    found = save_observations(workspace, run, subject, checks[CHECK], seen, standard=workspace.standard)
    workspace.end_subject(run, subject.id)
    _keep_pictures(workspace, subject, page, seen, by=inspector_name(by))
    return found


def _keep_pictures(
    workspace: Workspace, subject: Subject, page: LookedPage, seen: Sequence[Observation], *, by: str
) -> None:
    """The narrow picture bears out what is too wide for a phone, the wide one anything else."""
    old = [
        each
        for each in workspace.records(Evidence, subject.id)
        if each.inspector == by and each.note == PICTURE_NOTE
    ]
    if old:
        workspace.delete(*old, inspector=by, why="换成新的图片")
    for observation in seen:
        content = page.narrow_png if observation.aspect == "overflow" else page.wide_png
        if content and not observation.is_unsure:
            workspace.save_evidence(
                _evidence(workspace, subject, page, observation, content), content, inspector=by, why="取证"
            )


def _evidence(
    workspace: Workspace, subject: Subject, page: LookedPage, observation: Observation, content: bytes
) -> Evidence:
    finding_id = proposal_id(
        subject.id,
        check=observation.check,
        aspect=observation.aspect,
        place=observation.place,
        element=observation.element,
    )
    rule = next((each.rule for each in workspace.findings(subject.id) if each.id == finding_id), "")
    indicator = workspace.standard.indicator_of(rule) if rule else None
    return Evidence(
        id=uuid4(),
        subject_id=subject.id,
        kind=EvidenceKind.VIEW_PICTURE,
        digest=digest_of_bytes(content),
        size=len(content),
        media_type=picture_type(content),
        indicator=indicator.code if indicator else "",
        finding_id=finding_id,
        url=page.url,
        note=PICTURE_NOTE,
    )

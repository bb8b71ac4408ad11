"""One record of every kind that a person can make, with the bytes of the evidence: for whatever must carry them all."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from workbench.domain.account_sheet import AccountSheet, MenuTrial, Tried
from workbench.domain.closing import Closing
from workbench.domain.column import Column, ColumnClass
from workbench.domain.column_recipe import ColumnRecipe
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import (
    account_sheet_id,
    column_id,
    decision_id,
    message_id,
    message_totals_id,
    reprint_title_id,
    settlement_id,
    silence_id,
    standard_change_id,
    subject_id,
    verdict_id,
)
from workbench.domain.ignore import Ignore, IgnoreScope
from workbench.domain.inspection_round import InspectionRound, RoundKind
from workbench.domain.message import Message, MessageState
from workbench.domain.message_totals import MessageTotals
from workbench.domain.person_record import PersonRecord
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.settlement import Settlement
from workbench.domain.silence import Silence
from workbench.domain.standard_change import StandardChange
from workbench.domain.subject import Subject, SubjectState
from workbench.domain.verdict import Outcome, Verdict
from workbench.storage.blob_records import digest_of_bytes
from workbench.storage.workspace import Workspace

HOME = "http://www.example.gov.cn/"
SAVED_AT = datetime(2026, 11, 20, 8, tzinfo=UTC)


def leads_records(campaign: UUID, *, word: str = "甲") -> tuple[PersonRecord, ...]:
    """What only the lead may make; two `word`s make two contents of the same records."""
    subject = Subject(
        id=subject_id(campaign, "4601000007"),
        code="4601000007",
        name=f"某市某局{word}",
        home_url=HOME,
        state=SubjectState.CLOSING,
        closing=Closing(applied=date(2026, 9, 1), announced=date(2026, 10, 1)),
        level="市级",
        successor_code="4601000008",
    )
    column = Column(
        id=column_id(subject.id, HOME + "news/"),
        subject_id=subject.id,
        name=f"要闻{word}",
        url=HOME + "news/",
        column_class=ColumnClass.NEWS,
        recipe=ColumnRecipe(item="ul.list > li", title="a", date="span"),
    )
    settlement = Settlement(
        id=settlement_id(subject.id, indicator="U2"),
        subject_id=subject.id,
        indicator="U2",
        digests=("a", "b"),
        outcome=Outcome.PASS,
        reason=word,
    )
    change = StandardChange(
        id=standard_change_id(campaign, cell="scoring/fail_below"),
        subject_id=None,
        cell="scoring/fail_below",
        value="55" if word == "甲" else "50",
        source=f"本市办法{word}",
    )
    planned = InspectionRound(
        id=uuid5(campaign, "round"),
        subject_id=None,
        kind=RoundKind.SPOT_CHECK,
        name=f"抽查{word}",
        first_day=date(2026, 11, 1),
        last_day=date(2026, 11, 5),
        codes=(subject.code,),
    )
    title = f"关于防汛的通知{word}"
    reprint = ReprintTitle(
        id=reprint_title_id(campaign, title=title, published=date(2026, 11, 2)),
        title=title,
        published=date(2026, 11, 2),
    )
    everywhere = Ignore(
        id=uuid5(campaign, "ignore"),
        subject_id=None,
        scope=IgnoreScope.HOST,
        target="weibo.com",
        check="dead-links",
        reason=word,
        until=date(2026, 12, 31),
    )
    return subject, column, settlement, change, planned, reprint, everywhere


def inspectors_records(subject: Subject, *, by: str, word: str = "甲") -> tuple[PersonRecord, ...]:
    """What an inspector makes about one subject, evidence apart; what several may write differs by `word`."""
    finding = Finding(
        id=uuid5(subject.id, f"finding {by}"),
        subject_id=subject.id,
        rule="U2.home",
        source=Source.INSPECTOR,
        place=HOME + by,
        count=2,
        inspector=by,
        page_saved_at=SAVED_AT,
    )
    decision = Decision(
        id=decision_id(finding.id, inspector=by),
        finding_id=finding.id,
        subject_id=subject.id,
        inspector=by,
        outcome=DecisionOutcome.CONFIRMED,
        page_saved_at=SAVED_AT,
    )
    verdict = Verdict(
        id=verdict_id(subject.id, indicator="U2", inspector=by),
        subject_id=subject.id,
        indicator="U2",
        inspector=by,
        outcome=Outcome.FAIL if word == "甲" else Outcome.DOUBTFUL,
        note=word,
        page_saved_at=SAVED_AT,
    )
    sheet = AccountSheet(
        id=account_sheet_id(subject.id, inspector=by),
        subject_id=subject.id,
        inspector=by,
        posts=(date(2026, 11, 9), date(2026, 11, 1)),
        menus=(MenuTrial(name="办事", state=Tried.FAILS, note=word),),
    )
    return finding, decision, verdict, sheet, *_shared(subject, word)


def _shared(subject: Subject, word: str) -> tuple[PersonRecord, ...]:
    column = column_id(subject.id, HOME + "news/")
    silence = Silence(
        id=silence_id(column),
        subject_id=subject.id,
        column_id=column,
        reason=f"本季度无人事任免{word}",
        proof=HOME + "proof",
        until=date(2026, 12, 31),
    )
    message = Message(
        id=message_id(subject.id, platform="zhaocuo", number="Z-1"),
        subject_id=subject.id,
        platform="zhaocuo",
        number="Z-1",
        received=date(2026, 11, 16),
        state=MessageState.IN_WORK,
        note=word,
    )
    first, last = date(2026, 1, 1), date(2026, 10, 31)
    totals = MessageTotals(
        id=message_totals_id(subject.id, platform="baixing", first_day=first, last_day=last),
        subject_id=subject.id,
        platform="baixing",
        first_day=first,
        last_day=last,
        received=563,
        in_time=442,
        others=(("不公开", 90), ("无效", 31)),
        note=word,
    )
    ignore = Ignore(
        id=uuid5(subject.id, "ignore"),
        subject_id=subject.id,
        scope=IgnoreScope.LINK,
        target=HOME + "gone",
        check="dead-links",
        reason=word,
        until=date(2026, 12, 31),
    )
    return silence, message, totals, ignore


def keep_evidence_of(workspace: Workspace, subject: Subject, *, by: str, content: bytes) -> Evidence:
    """A picture of a saved page, kept with its bytes."""
    evidence = Evidence(
        id=uuid5(subject.id, f"evidence {by}"),
        subject_id=subject.id,
        kind=EvidenceKind.VIEW_PICTURE,
        digest=digest_of_bytes(content),
        size=len(content),
        media_type="image/png",
        indicator="U2",
        url=HOME,
        page_saved_at=SAVED_AT,
        inspector=by,
    )
    workspace.save_evidence(evidence, content, inspector=by)
    return evidence

"""What an engine spools comes back as it was, whatever pages put into it."""

from datetime import UTC, datetime
from uuid import UUID

from workbench.domain.capture import Capture
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.inspecting.inspection_event import (
    CheckEnded,
    InspectionEvent,
    LinkFound,
    PageCaptured,
    Progress,
    ProposalFound,
)
from workbench.operations.event_batch import decode_batch, encode_batch

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
SUBJECT = UUID(int=5)


def batch(text: str) -> list[InspectionEvent]:
    link = LinkResult(
        url="http://127.0.0.1/",
        kind=LinkKind.PAGE,
        outcome=LinkOutcome.DEAD,
        status=404,
        occurrences=(Occurrence("http://127.0.0.1/", text),),
    )
    finding = Finding(
        id=UUID(int=6), subject_id=SUBJECT, rule="U2.home", source=Source.CHECK, excerpt=text, at=NOW
    )
    outcome = CheckOutcome(
        subject_id=SUBJECT, check="dead-links", target="", state=CheckEnd.FOUND, reason=text, at=NOW
    )
    page = Capture(
        url="http://127.0.0.1/", final_url="", status=200, headers=(("a", text),), body=b"\xff\x00", at=NOW
    )
    return [Progress(1, 2), LinkFound(link), ProposalFound(finding), CheckEnded(outcome), PageCaptured(page)]


def test_every_kind_of_event_comes_back() -> None:
    assert list(decode_batch(encode_batch(batch("通知公告")))) == batch("通知公告")


def test_half_a_character_is_no_reason_to_stop() -> None:
    assert list(decode_batch(encode_batch(batch("通知\ud83d公告")))) == batch("通知?公告")

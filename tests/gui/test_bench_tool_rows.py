"""The rows behind the tools of the bench: evidence in hand, the assembly line, outcomes without what is ignored, pictures."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.finding import Finding, Source
from workbench.domain.ignore import Ignore, IgnoreScope
from workbench.domain.ignore_list import IgnoredFinding
from workbench.domain.verdict import Outcome
from workbench.errors import WrongUseError
from workbench.gui.bench.evidence_rows import evidence_counts, evidence_in_hand
from workbench.gui.bench.line_rows import AssemblyLine, LineStop, assembly_line
from workbench.gui.bench.outcome_rows import without_ignored
from workbench.gui.bench.past_words import past_result_in_words
from workbench.gui.pictures.picture_bytes import (
    MOST_HEIGHT,
    decode_picture,
    encode_picture,
    take_in_picture,
    thumbnail_of,
)
from workbench.operations.record_verdict import record_verdict
from workbench.operations.score_campaign import score_campaign

SUBJECT, FINDING, OTHER = uuid4(), uuid4(), uuid4()


def evidence(minute: int, *, finding: UUID | None = None, original: UUID | None = None) -> Evidence:
    return Evidence(
        id=uuid4(),
        subject_id=SUBJECT,
        kind=EvidenceKind.MARKED_PICTURE if original else EvidenceKind.VIEW_PICTURE,
        digest="0" * 64,
        size=1,
        media_type="image/png",
        indicator="U2",
        finding_id=finding,
        original_id=original,
        inspector=LEAD,
        at=datetime(2026, 11, 20, 1, minute, tzinfo=UTC),
    )


def test_that_of_the_finding_comes_first_and_copies_stand_behind_their_originals() -> None:
    first, second = evidence(1, finding=FINDING), evidence(2, finding=FINDING)
    copy = evidence(3, finding=FINDING, original=first.id)
    of_copy = evidence(4, finding=FINDING, original=copy.id)
    plain, orphan, others = evidence(5), evidence(6, finding=uuid4()), evidence(7, finding=OTHER)
    rows = evidence_in_hand(
        (plain, first, second, copy, of_copy, orphan, others),
        indicator="U2",
        finding_id=FINDING,
        known_findings={FINDING, OTHER},
        inspector=WANG,
    )
    shown = [first, copy, of_copy, second, plain, orphan]
    assert [row.evidence.id for row in rows] == [each.id for each in shown]
    assert not rows[0].is_own
    assert evidence_counts((first, second, plain, others)) == {FINDING: 2, OTHER: 1}


def test_who_is_on_the_line_and_who_is_done(small: SmallCampaign) -> None:
    record_verdict(small.workspace, subject=small.portal, indicator="V4", outcome=Outcome.PASS, by=WANG)
    standard = small.workspace.standard
    indicator = standard.indicator("V4")
    assert indicator is not None
    standings = score_campaign(small.workspace)
    line = assembly_line(standard, standings, indicator, inspector=WANG)
    assert {stop.subject_id: stop.is_done for stop in line.stops} == {
        small.portal.id: True,
        small.bureau.id: False,
    }
    assert assembly_line(standard, standings, indicator, inspector=LEAD).done == 0
    assert line.next_open(small.portal.id) == small.bureau.id
    assert line.next_open(small.bureau.id) is None


def test_an_open_proposal_keeps_a_subject_on_the_line(small: SmallCampaign) -> None:
    record_verdict(small.workspace, subject=small.portal, indicator="U2", outcome=Outcome.PASS, by=WANG)
    small.propose("http://127.0.0.1:1/x")
    indicator = small.workspace.standard.indicator("U2")
    assert indicator is not None
    line = assembly_line(small.workspace.standard, score_campaign(small.workspace), indicator, inspector=WANG)
    assert line.done == 0


@given(done=st.lists(st.booleans(), max_size=8), start=st.integers(0, 7))
def test_going_on_meets_everyone_who_is_not_done_once(done: list[bool], start: int) -> None:
    line = AssemblyLine(tuple(LineStop(uuid4(), is_done) for is_done in done))
    here = line.stops[start % len(done)].subject_id if done else None
    met: list[UUID] = []
    at = here
    for _ in done:
        following = line.next_open(at)
        if following is None or following in met:
            break
        met.append(following)
        at = following
    open_ones = [stop.subject_id for stop in line.stops if not stop.is_done]
    assert set(met) >= {each for each in open_ones if each != here}
    assert set(met) <= set(open_ones)


def found(check: str, target: str, reason: str) -> CheckOutcome:
    return CheckOutcome(subject_id=SUBJECT, check=check, target=target, state=CheckEnd.FOUND, reason=reason)


def ignored(check: str, place: str) -> IgnoredFinding:
    finding = Finding(id=uuid4(), subject_id=SUBJECT, rule="", source=Source.CHECK, place=place, check=check)
    ignore = Ignore(
        id=uuid4(), subject_id=SUBJECT, scope=IgnoreScope.SUBJECT, reason="维护", until=date(2027, 1, 1)
    )
    return IgnoredFinding(finding, ignore)


def test_what_is_ignored_is_not_counted_as_found() -> None:
    outcomes = (
        found("dead-links", "", "3个问题；有一页没有看"),
        found("stale-column", "http://a.cn/xw/", "1个问题"),
        found("stale-column", "http://a.cn/gg/", "1个问题"),
    )
    shown = without_ignored(
        outcomes, (ignored("dead-links", "http://a.cn/x"), ignored("stale-column", "http://a.cn/xw"))
    )
    assert shown[0].reason == "2个问题，另有1个已忽略；有一页没有看"
    assert without_ignored(outcomes, ()) == outcomes
    (_, gone, _) = without_ignored(outcomes, (ignored("stale-column", "http://a.cn/xw/"),))
    assert (gone.state, gone.reason) == (CheckEnd.FINE, "1个已忽略")


def test_the_register_s_word_stands_where_no_file_of_the_round_before_was_read(small: SmallCampaign) -> None:
    assert past_result_in_words(None, small.portal) == ""
    assert past_result_in_words(None, replace(small.portal, failed_last_time=True)) == "上一轮不合格"


def packed(image: QImage, kind: str) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]  # the stub wants bytes, Qt a name
    return bytes(content.data())


def plain(width: int, height: int) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#1F5FBF"))
    return made


def test_pictures_are_kept_as_they_came_or_become_png() -> None:
    png, bmp = packed(plain(40, 30), "PNG"), packed(plain(40, 30), "BMP")
    assert take_in_picture(png) == png
    assert take_in_picture(bmp).startswith(b"\x89PNG")
    assert decode_picture(take_in_picture(bmp)).size() == QSize(40, 30)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "不是能识别的图片"), (b"\x89PNG\r\n\x1a\n", "不是能识别的图片"), (b"<svg/>", "不是能识别的图片")],
)
def test_what_is_no_picture_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(WrongUseError, match=words):
        take_in_picture(content)


def test_a_picture_higher_than_any_page_is_refused() -> None:
    with pytest.raises(WrongUseError, match="太大"):
        take_in_picture(packed(plain(2, MOST_HEIGHT + 1), "PNG"))


def test_nothing_on_screen_is_no_evidence() -> None:
    with pytest.raises(WrongUseError, match="没有可保存的画面"):
        encode_picture(QImage())


def test_a_thumbnail_shows_the_top_of_a_long_page() -> None:
    image = plain(400, 4000)
    image.setPixelColor(0, 0, QColor("white"))
    small_one = thumbnail_of(encode_picture(image), QSize(100, 60))
    assert small_one.size() == QSize(100, 60)

"""Evidence: what was on screen is kept with its picture; marked copies leave the original alone; all of it is undone."""

import hashlib
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from tests.campaigns.small_campaign import LI, WANG, SmallCampaign
from workbench.domain.capture import Capture
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.keep_evidence import (
    MOST_PICTURE_BYTES,
    EvidencePlace,
    SeenPage,
    keep_given_pictures,
    keep_marked_copy,
    keep_picture,
    note_evidence,
    withdraw_evidence,
)
from workbench.operations.undo_change import undo_last

PNG = b"\x89PNG\r\n\x1a\n picture"
SAVED = datetime(2026, 11, 20, 1, 2, tzinfo=UTC)


def keep(small: SmallCampaign, content: bytes = PNG) -> Evidence:
    return keep_picture(
        small.workspace,
        place=EvidencePlace(subject=small.portal, indicator="U2", finding_id=uuid4()),
        kind=EvidenceKind.VIEW_PICTURE,
        content=content,
        by=WANG,
        seen=SeenPage(
            url="http://127.0.0.1:1/xw/",
            title="要闻",
            page_saved_at=SAVED,
            scroll_y=320,
            selected_words=" 登陆 ",
        ),
    )


def test_a_picture_is_kept_with_all_that_tells_where_it_comes_from(small: SmallCampaign) -> None:
    evidence = keep(small)
    (kept,) = small.workspace.evidence(small.portal.id)
    assert (kept.url, kept.title, kept.scroll_y, kept.selected_words) == (
        "http://127.0.0.1:1/xw/",
        "要闻",
        320,
        "登陆",
    )
    assert kept.page_saved_at == SAVED
    assert kept.at is not None
    assert kept.digest == hashlib.sha256(PNG).hexdigest()
    assert (kept.indicator, kept.finding_id, kept.media_type) == ("U2", evidence.finding_id, "image/png")
    assert small.workspace.evidence_content(kept) == PNG


@pytest.mark.parametrize(
    ("content", "words"), [(b"<html>", "不是能识别的图片"), (PNG + bytes(MOST_PICTURE_BYTES), "超过 20 MB")]
)
def test_what_is_no_picture_or_too_large_is_refused(small: SmallCampaign, content: bytes, words: str) -> None:
    with pytest.raises(WrongUseError, match=words):
        keep(small, content)
    assert small.workspace.evidence() == ()


def test_a_marked_copy_names_its_original_which_stays(small: SmallCampaign) -> None:
    original = keep(small)
    copy = keep_marked_copy(small.workspace, original=original, content=PNG + b"marked", by=WANG)
    assert (copy.kind, copy.original_id) == (EvidenceKind.MARKED_PICTURE, original.id)
    assert (copy.url, copy.finding_id) == (original.url, original.finding_id)
    contents = {small.workspace.evidence_content(each) for each in small.workspace.evidence()}
    assert contents == {PNG, PNG + b"marked"}


def test_notes_and_withdrawals_are_the_owners(small: SmallCampaign) -> None:
    keep(small)
    (kept,) = small.workspace.evidence()
    with pytest.raises(NotAllowedError, match="王敏"):
        note_evidence(small.workspace, evidence=kept, note="x", by=LI)
    with pytest.raises(NotAllowedError, match="王敏"):
        withdraw_evidence(small.workspace, evidence=[kept], by=LI)
    noted = note_evidence(small.workspace, evidence=kept, note=" 首页右侧 ", by=WANG)
    assert noted.note == "首页右侧"
    assert [each.note for each in small.workspace.evidence()] == ["首页右侧"]


def test_every_act_on_evidence_is_undone(small: SmallCampaign) -> None:
    keep(small)
    (kept,) = small.workspace.evidence()
    noted = note_evidence(small.workspace, evidence=kept, note="说明", by=WANG)
    withdraw_evidence(small.workspace, evidence=[noted], by=WANG)
    assert undo_last(small.workspace, by=WANG) == "证据"
    assert [each.note for each in small.workspace.evidence()] == ["说明"]
    assert undo_last(small.workspace, by=WANG) == "证据"
    assert [each.note for each in small.workspace.evidence()] == [""]
    assert undo_last(small.workspace, by=WANG) == "证据"
    assert small.workspace.evidence() == ()


NUMBER, MASKED = "110101190101010011", "1101************11"


def test_words_beside_a_picture_are_masked_and_the_picture_is_flagged(small: SmallCampaign) -> None:
    place = EvidencePlace(subject=small.portal, indicator="U2")
    seen = SeenPage(url="http://127.0.0.1:1/md", title="名单", selected_words=f"王某 {NUMBER}")
    kept = keep_picture(
        small.workspace,
        place=place,
        kind=EvidenceKind.VIEW_PICTURE,
        content=PNG,
        by=WANG,
        seen=seen,
        note=f"写有{NUMBER}",
    )
    assert (kept.selected_words, kept.note, kept.has_personal_data) == (
        f"王某 {MASKED}",
        f"写有{MASKED}",
        True,
    )
    assert note_evidence(small.workspace, evidence=kept, note=f"见{NUMBER}", by=WANG).note == f"见{MASKED}"
    assert not any(NUMBER in version.content for version in small.workspace.versions())


@pytest.mark.parametrize("is_flagged", [True, False])
def test_a_picture_of_a_page_with_personal_data_is_flagged(small: SmallCampaign, is_flagged: bool) -> None:
    url = "http://127.0.0.1:1/xw/"
    page = Capture(
        url=url, final_url=url, status=200, headers=(), body=b"x", at=SAVED, has_personal_data=is_flagged
    )
    small.workspace.save_capture(None, small.portal.id, page)
    assert keep(small).has_personal_data is is_flagged


def test_pictures_given_in_one_go_are_undone_in_one(small: SmallCampaign) -> None:
    place = EvidencePlace(subject=small.portal, indicator="U2")
    kept = keep_given_pictures(small.workspace, place=place, contents=[PNG, PNG + b"2", PNG + b"3"], by=WANG)
    assert {each.id for each in small.workspace.evidence()} == {each.id for each in kept}
    assert len(kept) == 3
    undo_last(small.workspace, by=WANG)
    assert small.workspace.evidence() == ()


def test_one_bad_picture_among_several_keeps_none(small: SmallCampaign) -> None:
    place = EvidencePlace(subject=small.portal, indicator="U2")
    with pytest.raises(WrongUseError):
        keep_given_pictures(small.workspace, place=place, contents=[PNG, b"no picture"], by=WANG)
    assert small.workspace.evidence() == ()

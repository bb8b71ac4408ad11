"""The draw in a campaign: only the lead, saved, reprintable."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.domain.score import Result
from workbench.domain.subject import SubjectKind
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.create_campaign import campaign_name
from workbench.operations.draw_sample import draw_sample, protocol_text, read_share
from workbench.operations.score_campaign import score_campaign


def test_who_is_not_drawn_is_outside_the_round(small: SmallCampaign) -> None:
    twin = replace(small.bureau, id=uuid4(), code="9901000003")
    small.workspace.save(twin, inspector=LEAD)
    result = draw_sample(small.workspace, share=Decimal("0.5"), seed=7, by=LEAD)
    assert {s.kind for s in result.drawn} == set(SubjectKind) - {SubjectKind.CHANNEL, SubjectKind.MODULE}
    assert len(result.drawn) == 3
    drawn = {subject.code for subject in result.drawn}
    for standing in score_campaign(small.workspace):
        is_out = standing.score.result is Result.NOT_CHECKED
        assert is_out is (standing.subject.code not in drawn or standing.subject == small.account)


def test_the_protocol_lists_every_subject_with_its_lot(small: SmallCampaign) -> None:
    result = draw_sample(small.workspace, share=Decimal(1), seed=7, by=LEAD)
    text = protocol_text(result, title="2026年第四季度")
    assert "种子：7" in text
    assert all(row.lot in text and row.subject.name in text for row in result.rows)


def test_only_the_lead_draws(small: SmallCampaign) -> None:
    with pytest.raises(NotAllowedError, match="苏组长"):
        draw_sample(small.workspace, share=Decimal("0.2"), seed=7, by=WANG)


@pytest.mark.parametrize("text", ["20%", "0.2", "20", "20％", " 0.20 "])
def test_a_fifth_in_every_spelling(text: str) -> None:
    assert read_share(text) == Decimal("0.2")


@pytest.mark.parametrize("text", ["", "一半", "0", "120%", "nan", "-1"])
def test_other_shares_are_refused(text: str) -> None:
    with pytest.raises(WrongUseError, match="比例"):
        read_share(text)


def test_periods_in_the_words_of_notices() -> None:
    assert campaign_name("2026Q4") == "2026年第四季度"
    assert campaign_name("2026年半年") == "2026年半年"
    with pytest.raises(WrongUseError, match="2026Q4"):
        campaign_name(" ")

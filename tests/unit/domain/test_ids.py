from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.ids import (
    column_id,
    decision_id,
    inspector_name,
    proposal_id,
    settlement_id,
    subject_id,
    verdict_id,
)

CAMPAIGN, SUBJECT = UUID(int=1), UUID(int=2)


def test_two_pcs_come_to_the_same_ids() -> None:
    one = proposal_id(SUBJECT, check="dead-links", aspect="home", place="HTTP://A.cn#x")
    assert one == proposal_id(SUBJECT, check="dead-links", aspect="home", place="http://a.cn/")
    assert column_id(SUBJECT, "http://A.cn") == column_id(SUBJECT, "http://a.cn/")


def test_different_things_have_different_ids() -> None:
    made = [
        subject_id(CAMPAIGN, "1"),
        subject_id(SUBJECT, "1"),
        column_id(SUBJECT, "1"),
        proposal_id(SUBJECT, check="c", aspect="", place="1"),
        proposal_id(SUBJECT, check="c", aspect="1", place=""),
        proposal_id(SUBJECT, check="c", aspect="", place="1", element="办理时间"),
        proposal_id(SUBJECT, check="c", aspect="", place="1", element="办理地点"),
        verdict_id(SUBJECT, indicator="1", inspector="a"),
        verdict_id(SUBJECT, indicator="1", inspector="b"),
        decision_id(SUBJECT, inspector="a"),
        settlement_id(SUBJECT, indicator="1"),
    ]
    assert len(set(made)) == len(made)


def test_an_inspector_is_his_trimmed_nfc_name() -> None:
    assert inspector_name("　李 四\t") == "李 四"
    assert inspector_name("Jose\u0301") == "Jos\u00e9"
    for nothing in ("", " ", "\u3000\n"):
        with pytest.raises(ValueError, match="不能为空"):
            inspector_name(nothing)


@given(name=st.text(min_size=1))
def test_a_name_that_is_one_stays_as_it_is(name: str) -> None:
    try:
        once = inspector_name(name)
    except ValueError:
        return
    assert inspector_name(once) == once

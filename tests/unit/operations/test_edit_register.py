from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from tests.campaigns.small_campaign import LEAD, LI, WANG, SmallCampaign
from workbench.domain.closing import Closing
from workbench.domain.column import ColumnClass
from workbench.domain.inspection_round import InspectionRound, RoundKind
from workbench.domain.subject import Subject, SubjectState
from workbench.domain.verdict import Outcome
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.assign_subjects import assign_all, assign_evenly, tasks_of
from workbench.operations.edit_column import register_column, remove_column, save_column
from workbench.operations.edit_subject import change_subjects, new_subject, remove_subjects, save_subject
from workbench.operations.plan_round import new_round, remove_round, rounds_of, save_round
from workbench.operations.record_verdict import record_verdict
from workbench.operations.undo_change import undo_last


def held(small: SmallCampaign, subject: Subject) -> Subject:
    return next(each for each in small.workspace.subjects() if each.id == subject.id)


def test_a_new_subject_gets_the_id_an_import_would_give_it(small: SmallCampaign) -> None:
    draft = replace(
        new_subject(small.workspace), code="9901000009", name=" 霁川市 水利局 ", home_url="WWW.Some.gov.cn"
    )
    saved = save_subject(small.workspace, draft, by=LEAD)
    assert (saved.name, saved.home_url) == ("霁川市 水利局", "http://www.some.gov.cn")
    again = save_subject(small.workspace, replace(saved, region="城区"), by=LEAD)
    assert again.id == saved.id
    assert held(small, saved).region == "城区"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"code": ""}, "编号和名称"),
        ({"code": "9901000001"}, "已经是“霁川市人民政府”的"),
        ({"home_url": ""}, "还没有首页网址"),
        ({"home_url": "javascript:alert(1)"}, "不是网址"),
        ({"parent_code": "nobody"}, "没有编号“nobody”"),
        ({"successor_code": "9901000002"}, "不能是它自己"),
        ({"state": SubjectState.NOT_CHECKED}, "请写明原因"),
        ({"closing": Closing(applied=date(2026, 9, 1), approved=date(2026, 8, 1))}, "早于申请日期"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(
    small: SmallCampaign, cells: dict[str, object], words: str
) -> None:
    with pytest.raises(WrongUseError, match=words):
        save_subject(small.workspace, replace(small.bureau, **cells), by=LEAD)  # type: ignore[arg-type]  # cells of a subject
    assert held(small, small.bureau) == small.bureau


def test_only_the_lead_edits(small: SmallCampaign) -> None:
    with pytest.raises(NotAllowedError):
        save_subject(small.workspace, small.bureau, by=WANG)
    with pytest.raises(NotAllowedError):
        assign_all(small.workspace, [small.bureau.id], [WANG], by=WANG)


def test_many_are_changed_in_one_act_and_one_undo_takes_it_back(small: SmallCampaign) -> None:
    ids = {small.portal.id, small.bureau.id}
    assert change_subjects(small.workspace, ids, {"region": "城区"}, by=LEAD) == 2
    assert change_subjects(small.workspace, ids, {"region": "城区"}, by=LEAD) == 0
    assert undo_last(small.workspace, by=LEAD) == "台账2项"
    assert held(small, small.portal).region == ""


def test_one_that_cannot_be_so_stops_the_change_of_all(small: SmallCampaign) -> None:
    ids = {small.portal.id, small.bureau.id}
    with pytest.raises(WrongUseError, match="不能是它自己"):
        change_subjects(small.workspace, ids, {"parent_code": small.bureau.code}, by=LEAD)
    assert held(small, small.portal).parent_code == ""


def test_only_what_nobody_has_judged_is_removed_and_its_columns_go_along(small: SmallCampaign) -> None:
    record_verdict(small.workspace, subject=small.bureau, indicator="U2", outcome=Outcome.PASS, by=WANG)
    with pytest.raises(WrongUseError, match="状态改为“不检查”"):
        remove_subjects(small.workspace, {small.portal.id, small.bureau.id}, by=LEAD)
    assert remove_subjects(small.workspace, {small.portal.id}, by=LEAD) == 1
    assert small.workspace.columns() == ()
    assert undo_last(small.workspace, by=LEAD) is not None
    assert len(small.workspace.columns()) == 1


def test_shared_out_evenly_everyone_gets_as_many(small: SmallCampaign) -> None:
    everything = [small.portal.id, small.bureau.id, small.account.id]
    assert assign_all(small.workspace, everything[:1], [LI], by=LEAD) == 1
    assert assign_evenly(small.workspace, everything[1:], [LI, WANG], by=LEAD) == 2
    tasks = tasks_of(small.workspace)
    assert sorted(len(codes) for codes in tasks.values()) == [1, 2]
    assert sum(small.portal.code in codes for codes in tasks.values()) == 1
    assert assign_all(small.workspace, everything, [], by=LEAD) == 3
    assert tasks_of(small.workspace) == {}


def test_a_column_with_a_new_address_takes_the_place_of_the_old(small: SmallCampaign) -> None:
    news = small.workspace.columns(small.portal.id)[0]
    saved = save_column(small.workspace, replace(news, url="http://127.0.0.1:1/news/"), by=LEAD)
    assert [each.url for each in small.workspace.columns()] == [saved.url]
    second = register_column(
        small.workspace,
        subject_id=small.portal.id,
        name="公告",
        url="http://127.0.0.1:1/gg/",
        column_class=ColumnClass.NOTICE,
        by=LEAD,
    )
    with pytest.raises(WrongUseError, match="已经登记为栏目“要闻”"):
        save_column(small.workspace, replace(second, url=saved.url), by=LEAD)
    remove_column(small.workspace, second, by=LEAD)
    assert [each.name for each in small.workspace.columns()] == ["要闻"]


def test_rounds_are_planned_in_the_order_of_their_days(small: SmallCampaign) -> None:
    first = save_round(small.workspace, new_round(small.workspace), by=LEAD)
    spot = InspectionRound(
        id=uuid4(),
        subject_id=None,
        kind=RoundKind.SPOT_CHECK,
        name="11月抽查",
        first_day=date(2026, 11, 2),
        last_day=date(2026, 11, 3),
        codes=(small.bureau.code,),
    )
    save_round(small.workspace, spot, by=LEAD)
    assert [each.name for each in rounds_of(small.workspace)] == ["11月抽查", "第1轮"]
    for fault, words in (
        ({"name": " "}, "要有名称"),
        ({"last_day": date(2026, 11, 1)}, "早于开始日期"),
        ({"codes": ()}, "至少一个对象"),
        ({"codes": ("x",)}, "没有编号“x”"),
    ):
        with pytest.raises(WrongUseError, match=words):
            save_round(small.workspace, replace(spot, **fault), by=LEAD)
    remove_round(small.workspace, first, by=LEAD)
    assert [each.name for each in rounds_of(small.workspace)] == ["11月抽查"]

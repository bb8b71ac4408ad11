"""An organiser is renamed and reached at all of its subjects at once."""

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.edit_organiser import change_organiser
from workbench.operations.edit_subject import change_subjects
from workbench.operations.undo_change import undo_last


def organisers(small: SmallCampaign) -> list[str]:
    return [subject.organiser for subject in small.workspace.subjects()]


def test_all_of_its_subjects_are_changed_in_one_act(small: SmallCampaign) -> None:
    both = {small.bureau.id, small.account.id}
    change_subjects(small.workspace, both, {"organiser": "霁川市教育局"}, by=LEAD)
    cells = {"organiser": " 霁川市教育 体育局 ", "contact": "张三"}
    assert change_organiser(small.workspace, "霁川市教育局", cells, by=LEAD) == 2
    changed = [subject for subject in small.workspace.subjects() if subject.id in both]
    assert {(each.organiser, each.contact) for each in changed} == {("霁川市教育 体育局", "张三")}
    assert change_organiser(small.workspace, "霁川市教育 体育局", cells, by=LEAD) == 0
    undo_last(small.workspace, by=LEAD)
    assert sorted(organisers(small)) == ["", "霁川市教育局", "霁川市教育局"]


def test_what_cannot_be_is_refused(small: SmallCampaign) -> None:
    change_subjects(small.workspace, {small.bureau.id}, {"organiser": "霁川市教育局"}, by=LEAD)
    with pytest.raises(NotAllowedError):
        change_organiser(small.workspace, "霁川市教育局", {"phone": "1"}, by=WANG)
    with pytest.raises(WrongUseError, match="不能为空"):
        change_organiser(small.workspace, "霁川市教育局", {"organiser": " "}, by=LEAD)
    with pytest.raises(WrongUseError, match="没有填写主办单位"):
        change_organiser(small.workspace, "", {"phone": "1"}, by=LEAD)

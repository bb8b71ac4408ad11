from dataclasses import replace
from uuid import uuid4

from tests.campaigns.small_campaign import SmallCampaign
from workbench.operations.judge_register import judge_register


def test_the_register_of_a_campaign_is_judged_whole_and_left_as_it_is(small: SmallCampaign) -> None:
    before = {each.element for each in judge_register(small.workspace)}
    rows = [
        replace(
            small.portal, id=uuid4(), code=f"99020000{n}0", name=f"清溪市物价局{n}", organiser="清溪市物价局"
        )
        for n in (1, 2)
    ]
    small.workspace.save(*rows, inspector="王")
    seen = judge_register(small.workspace)
    added = {(each.aspect, each.element) for each in seen if each.element not in before}
    assert added == {
        ("several-sites", "清溪市物价局"),
        ("abolished-name", "9902000010"),
        ("abolished-name", "9902000020"),
    }
    assert small.workspace.findings() == ()

"""Whether what comes from another file belongs to this campaign at all."""

from datetime import date

from workbench.domain.campaign import Campaign
from workbench.errors import WrongUseError


def refuse_other_campaign(
    ours: Campaign,
    theirs: Campaign,
    *,
    name: str,
    began: tuple[date | None, date | None] = (None, None),
) -> None:
    """`name` is what the user calls the other file; `began` are the days of the first record here and there, where known.

    Raises:
        WrongUseError: another campaign, or another standard.
    """
    if theirs.id != ours.id:
        own, other = ours.name, theirs.name
        if own == other:
            own, other = _at_length(ours, began[0]), _at_length(theirs, began[1])
        raise WrongUseError(f"“{name}”属于另一个批次（{other}），不能合并到{own}，请换成本批次的文件。")
    if theirs.standard_digest != ours.standard_digest:
        raise WrongUseError(
            f"“{name}”用的指标体系（{theirs.standard_id}）与本批次不是同一份，不能合并，请用本批次的任务包重新检查。"
        )


def _at_length(campaign: Campaign, began: date | None) -> str:
    """What tells campaigns of one name apart: whose, by whom led, up to which day, begun when."""
    parts = [campaign.name, campaign.unit, f"组长{campaign.lead}", f"监测到{campaign.as_of_in_words}"]
    if began is not None:
        parts.append(f"{began.year}年{began.month}月{began.day}日建立")
    return "，".join(part for part in parts if part)

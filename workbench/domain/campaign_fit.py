"""Whether what comes from another file belongs to this campaign at all."""

from workbench.domain.campaign import Campaign
from workbench.errors import WrongUseError


def refuse_other_campaign(ours: Campaign, theirs: Campaign, *, name: str) -> None:
    """`name` is what the user calls the other file.

    Raises:
        WrongUseError: another campaign, or another standard.
    """
    if theirs.id != ours.id:
        raise WrongUseError(
            f"“{name}”属于另一个批次（{theirs.name}），不能合并到{ours.name}，请换成本批次的文件。"
        )
    if theirs.standard_digest != ours.standard_digest:
        raise WrongUseError(
            f"“{name}”用的指标体系（{theirs.standard_id}）与本批次不是同一份，不能合并，请用本批次的任务包重新检查。"
        )

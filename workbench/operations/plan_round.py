"""Plan the dated passes of a campaign: rounds, and spot checks of some subjects."""

from uuid import uuid4

from workbench.domain.ids import inspector_name
from workbench.domain.inspection_round import InspectionRound, RoundKind
from workbench.errors import WrongUseError
from workbench.operations.lead_only import require_lead
from workbench.storage.workspace import Workspace


def rounds_of(workspace: Workspace) -> tuple[InspectionRound, ...]:
    """In the order of their first days."""
    held = workspace.records(InspectionRound)
    return tuple(sorted(held, key=lambda each: (each.first_day, each.last_day, each.name)))


def save_round(workspace: Workspace, planned: InspectionRound, *, by: str) -> InspectionRound:
    """Raises:
    NotAllowedError: `by` is not the lead.
    WrongUseError: no name, days the wrong way round, a spot check of nothing, or an unknown subject.
    """
    require_lead(workspace, by)
    if not planned.name.strip():
        raise WrongUseError("轮次要有名称，例如“第一轮”或“11月抽查”。")
    if planned.last_day < planned.first_day:
        raise WrongUseError(f"结束日期 {planned.last_day} 早于开始日期 {planned.first_day}，请核对。")
    if planned.kind is RoundKind.SPOT_CHECK and not planned.codes:
        raise WrongUseError("抽查要选出至少一个对象。")
    known = {subject.code for subject in workspace.subjects()}
    if unknown := [code for code in planned.codes if code not in known]:
        raise WrongUseError(f"台账里没有编号“{unknown[0]}”的对象，请核对后重试。")
    workspace.save(planned, inspector=inspector_name(by), why="安排轮次")
    return planned


def new_round(workspace: Workspace) -> InspectionRound:
    """A round on the campaign's day to fill in; nothing is saved."""
    day = workspace.campaign.as_of
    count = len(rounds_of(workspace)) + 1
    return InspectionRound(
        id=uuid4(),
        subject_id=None,
        kind=RoundKind.ROUND,
        name=f"第{count}轮",
        first_day=day,
        last_day=day,
    )


def remove_round(workspace: Workspace, planned: InspectionRound, *, by: str) -> None:
    """Raises NotAllowedError where `by` is not the lead."""
    require_lead(workspace, by)
    workspace.delete(planned, inspector=inspector_name(by), why="取消轮次")

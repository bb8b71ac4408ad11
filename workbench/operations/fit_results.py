"""Whether a result file may be united with a campaign: it fits, it is whole, and nobody did in it what is not his to do."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from workbench.domain.campaign_fit import refuse_other_campaign
from workbench.domain.record_heads import OWNED_KINDS
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.errors import ForeignFileError, WrongUseError
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

_LEADS_OWN = frozenset(
    {
        RecordKind.SUBJECT,
        RecordKind.COLUMN,
        RecordKind.SETTLEMENT,
        RecordKind.STANDARD_CHANGE,
        RecordKind.ROUND,
        RecordKind.REPRINT_TITLE,
    }
)

_ENDED_BY_THEIR_MAKER = frozenset({RecordKind.IGNORE, RecordKind.SILENCE})


def refuse_unfit(workspace: Workspace, pack: Workspace) -> None:
    """Raises:
    WrongUseError: it belongs to another campaign or standard, is no result, or carries what its inspector may not
        change.
    ForeignFileError: the bytes of some evidence are missing from it.
    """
    if pack.path.resolve() == workspace.path.resolve():
        raise WrongUseError("这就是正在合并的批次文件本身，请选检查员交回的结果包。")
    began = (_first_day(workspace), _first_day(pack))
    refuse_other_campaign(workspace.campaign, pack.campaign, name=pack.path.name, began=began)
    if pack.kind is WorkspaceKind.TASK_PACK:
        raise WrongUseError(f"“{pack.path.name}”是发出去的任务包，请让检查员在其中导出结果包后再合并。")
    news = set(pack.versions()) - set(workspace.versions())
    _refuse_leads_work(workspace, pack, news)
    if pack.kind is WorkspaceKind.RESULT_PACK:
        _refuse_others_answers(pack, news)
        _refuse_ended_for_others(workspace, pack, news)
        _refuse_missing_bytes(workspace, pack)


def _refuse_leads_work(workspace: Workspace, pack: Workspace, news: Iterable[RecordVersion]) -> None:
    lead, name = workspace.campaign.lead, pack.path.name
    makers = {version.inspector for version in news if _is_leads(version)}
    if makers - {lead}:
        raise WrongUseError(
            f"“{name}”里有{'、'.join(sorted(makers - {lead}))}对台账、指标、轮次或裁定的改动，只有组长可以改，没有合并。"
        )
    # Whoever opens a task pack can type the lead's name; what the lead does comes home in files of his own.
    if makers and pack.kind is WorkspaceKind.RESULT_PACK and pack.origin.inspector != lead:
        raise WrongUseError(
            f"“{name}”是{pack.origin.inspector}的结果包，里面却有组长{lead}名下、这里没有的改动，没有合并；"
            "如果确是组长在另一台电脑上改的，请先合并组长自己的批次文件或结果包。"
        )


def _is_leads(version: RecordVersion) -> bool:
    """What is ignored in the whole campaign is the lead's to say; at one subject, anybody's."""
    is_for_all = version.kind is RecordKind.IGNORE and version.subject_id is None
    return is_for_all or version.kind in _LEADS_OWN


def _refuse_others_answers(pack: Workspace, news: Iterable[RecordVersion]) -> None:
    others = {version.inspector for version in news if version.kind in OWNED_KINDS} - {pack.origin.inspector}
    if others:
        raise WrongUseError(
            f"“{pack.path.name}”是{pack.origin.inspector}的结果包，里面却有{'、'.join(sorted(others))}的判定，没有合并；"
            "请让他们各自导出自己的结果包。"
        )


def _refuse_ended_for_others(workspace: Workspace, pack: Workspace, news: Iterable[RecordVersion]) -> None:
    """What somebody put on record for a while ends by himself or the lead."""
    makers: dict[UUID, set[str]] = {}
    for version in {*workspace.versions(), *pack.versions()}:
        if not version.is_deleted:
            makers.setdefault(version.record_id, {workspace.campaign.lead}).add(version.inspector)
    enders = {
        version.inspector
        for version in news
        if version.is_deleted
        and version.kind in _ENDED_BY_THEIR_MAKER
        and version.inspector not in makers.get(version.record_id, ())
    }
    if enders:
        raise WrongUseError(
            f"“{pack.path.name}”里{'、'.join(sorted(enders))}结束了别人登记的忽略或无更新说明，只有本人或组长可以结束，"
            "没有合并；请撤销后重新导出。"
        )


def _refuse_missing_bytes(workspace: Workspace, pack: Workspace) -> None:
    """What is here already may be missing there: a result is replaced by the next one, not taken back by it; and pages with
    personal data stay behind unless they are asked for.
    """
    lacking = {each.digest for each in pack.evidence_without_bytes() if not each.may_stay_behind}
    here = {each.digest for each in workspace.evidence()} - {
        each.digest for each in workspace.evidence_without_bytes()
    }
    if lacking - here:
        raise ForeignFileError(
            f"“{pack.path.name}”里有 {len(lacking - here)} 份证据没有图片或网页，没有合并；"
            "请让检查员重新导出，确实找不回来的先在检查页删除再导出。"
        )


def _first_day(workspace: Workspace) -> date | None:
    versions = workspace.versions()
    return min(version.at for version in versions).astimezone().date() if versions else None

"""Files: start, open, try, import, export, merge."""

from typing import TYPE_CHECKING

from workbench.gui.campaign_form import SUFFIX, CampaignForm
from workbench.gui.commands.command_catalogue import command
from workbench.gui.commands.command_needs import Need
from workbench.gui.destination import Destination
from workbench.gui.file_asking import ask_file, ask_target, with_ending
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.overview.subject_dialog import SubjectDialog
from workbench.operations.export_results import ResultPack, export_results
from workbench.operations.unfinished_work import MAY_HAND_IN_AGAIN, unfinished_work
from workbench.storage.workspace_kind import WorkspaceKind

if TYPE_CHECKING:
    from workbench.gui.main_window import Window

_FILE, _ROUND = "文件", "批次"
FILES = f"巡检文件 (*{SUFFIX})"


@command(
    "new-campaign", title="新建批次…", icon="new-campaign", group=_FILE, order=100, keys=("Ctrl+Shift+N",)
)
def new_campaign(window: "Window") -> None:
    CampaignForm(window, lead=window.files.own_name, make=window.files.open_made).open()


@command("open-file", title="打开…", icon="open", group=_FILE, order=101, keys=("Ctrl+O",))
def open_file(window: "Window") -> None:
    chosen = ask_file(window, "打开", FILES)
    if chosen is not None:
        window.open_file(chosen)


@command("practice", title="用练习城试一遍", icon="practice", group=_FILE, order=102)
def practice(window: "Window") -> None:
    window.files.open_practice()


@command(
    "import-register",
    title="导入台账…",
    icon="import",
    group=_ROUND,
    order=110,
    keys=("Ctrl+I",),
    needs=Need.LEAD,
)
def import_register(window: "Window") -> None:
    window.navigate(Destination(page="register", shows="import"))


@command("draw-sample", title="抽样…", icon="draw", group=_ROUND, order=111, needs=Need.CAMPAIGN)
def draw_sample(window: "Window") -> None:
    window.navigate(Destination(page="register", shows="draw"))


@command("campaign-rounds", title="轮次和抽查…", icon="clock", group=_ROUND, order=112, needs=Need.CAMPAIGN)
def campaign_rounds(window: "Window") -> None:
    window.navigate(Destination(page="register", shows="rounds"))


@command("campaign-packs", title="生成任务包…", icon="export", group=_ROUND, order=113, needs=Need.LEAD)
def campaign_packs(window: "Window") -> None:
    window.navigate(Destination(page="register", shows="task-packs"))


@command(
    "merge-files",
    title="合并结果包…",
    icon="merge",
    group=_ROUND,
    order=114,
    keys=("Ctrl+M",),
    needs=Need.CAMPAIGN,
)
def merge_files(window: "Window") -> None:
    window.navigate(Destination(page="merging", shows="merge"))


@command(
    "export-results",
    title="导出结果包…",
    icon="export",
    group=_ROUND,
    order=115,
    keys=("Ctrl+E",),
    needs=Need.CAMPAIGN,
)
def export(window: "Window") -> None:
    snapshot = window.session.snapshot
    if snapshot is None:
        return
    by = window.session.inspector
    # A task pack is named after its inspector already.
    stem = snapshot.path.stem.removesuffix(by).rstrip("-")
    name = "-".join(part for part in (stem, by, "结果") if part)
    chosen, _kind = ask_target(window, "导出结果包", f"{name}{SUFFIX}", FILES)
    if chosen is None:
        return
    target = with_ending(chosen, SUFFIX)
    window.session.read(
        window,
        lambda workspace: export_results(workspace, target, by=by),
        done=lambda written: _exported(window, written, by),
    )


def _exported(window: "Window", written: ResultPack, by: str) -> None:
    """What is not done yet is told and listed; the pack is written all the same."""
    window.tell(NoticeLine(f"已导出{by}的结果包：{written.path}　{written.remark}".strip(), Tone.DONE))
    snapshot = window.session.snapshot
    if snapshot is None:
        return
    is_pack = snapshot.kind is WorkspaceKind.TASK_PACK
    left = unfinished_work(snapshot.standings, by=by, is_pack=is_pack)
    if not left.standings:
        return
    dialog = SubjectDialog(
        window,
        title="已导出，还有没做完的",
        standings=left.standings,
        opened=lambda each: window.navigate(Destination(page="bench", subject_id=each.subject.id)),
    )
    dialog.set_text(f"{left.in_words()}{MAY_HAND_IN_AGAIN}按回车或双击，到检查页接着做。")
    dialog.open()

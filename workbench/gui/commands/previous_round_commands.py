"""The round before: its file is read once and what it found stands beside the indicators from then on."""

from typing import TYPE_CHECKING

from workbench.gui.campaign_form import SUFFIX
from workbench.gui.commands.command_catalogue import command
from workbench.gui.commands.command_needs import Need
from workbench.gui.file_asking import ask_file
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.operations.previous_round import PreviousRound, remember_previous_round

if TYPE_CHECKING:
    from workbench.gui.main_window import Window


@command(
    "previous-round",
    title="选择上一轮批次文件…",
    icon="last-round",
    group="批次",
    order=117,
    needs=Need.CAMPAIGN,
)
def previous_round(window: "Window") -> None:
    chosen = ask_file(window, "选择上一轮批次文件", f"巡检文件 (*{SUFFIX})")
    if chosen is None:
        return

    def told(previous: PreviousRound) -> None:
        window.tell(
            NoticeLine(
                f"已读入{previous.name}的 {len(previous.problems)} 条问题，检查时显示在指标旁。", Tone.DONE
            )
        )

    window.session.act(
        window,
        lambda workspace: remember_previous_round(workspace, chosen),
        subjects=None,
        done=told,
    )

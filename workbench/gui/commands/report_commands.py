"""Write the documents of the campaign: the ranked table and whatever else the catalogue of reports holds."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from workbench.gui.commands.command_catalogue import command
from workbench.gui.commands.command_needs import Need
from workbench.gui.file_asking import ask_target, with_ending
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.operations.write_report import write_report
from workbench.reports.report_catalogue import reports

if TYPE_CHECKING:
    from workbench.gui.main_window import Window


@command(
    "write-report",
    title="生成排名表等文件…",
    icon="print",
    group="批次",
    order=116,
    keys=("Ctrl+P",),
    needs=Need.CAMPAIGN,
)
def ask_report(window: "Window") -> None:
    snapshot = window.session.snapshot
    if snapshot is None:
        return
    # What is read and printed comes first, plain tables for other programs last.
    listed = sorted(reports, key=lambda entry: entry.suffix == ".csv")
    kinds = {f"{entry.title} (*{entry.suffix})": entry for entry in listed}
    chosen, kind = ask_target(window, "生成文件", f"{snapshot.campaign.name}排名表", ";;".join(kinds))
    if chosen is not None:
        entry = kinds[kind]
        save_report(window, entry.id, with_ending(chosen, entry.suffix))


def save_report(window: "Window", kind: str, target: Path) -> None:
    """Write it and show it in the program that is meant for it."""

    def written(file: Path) -> None:
        window.tell(NoticeLine(f"已写出 {file}", Tone.DONE))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    window.session.read(
        window, lambda workspace: write_report(workspace, kind=kind, target=target), done=written
    )

"""What the lead does with the standard of the campaign, by key."""

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.gui.commands.command_catalogue import command
from workbench.gui.commands.command_needs import Need
from workbench.gui.file_asking import ask_target
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.operations.export_standard import SUFFIX, export_standard
from workbench.standards.pack_folders import office_folder

if TYPE_CHECKING:
    from workbench.gui.standard_view.standard_page import StandardPage

_STANDARD = "指标"


@command(
    "change-cell",
    title="核实或修改…",
    icon="edit",
    group=_STANDARD,
    order=400,
    keys=("E",),
    on="standard",
    needs=Need.LEAD,
)
def change_cell(standard: "StandardPage") -> None:
    standard.ask_change()


@command(
    "revert-cell",
    title="恢复原值…",
    icon="undo",
    group=_STANDARD,
    order=401,
    keys=("Delete",),
    on="standard",
    needs=Need.LEAD,
)
def revert_cell(standard: "StandardPage") -> None:
    standard.ask_revert()


@command(
    "only-unverified",
    title="只看未核实",
    icon="uncertain",
    group=_STANDARD,
    order=402,
    keys=("U",),
    on="standard",
)
def only_unverified(standard: "StandardPage") -> None:
    standard.only_unverified.toggle()


@command("find-rule", title="查找细则", icon="filter", group=_STANDARD, order=403, keys=("/",), on="standard")
def find_rule(standard: "StandardPage") -> None:
    standard.search.setFocus()


@command(
    "export-standard",
    title="另存为本单位指标体系…",
    icon="save-as",
    group=_STANDARD,
    order=404,
    keys=("Ctrl+Shift+S",),
    on="standard",
)
def ask_export(standard: "StandardPage") -> None:
    snapshot = standard.context.session.snapshot
    if snapshot is None:
        return
    office_folder().mkdir(parents=True, exist_ok=True)
    suggested = office_folder() / f"{snapshot.amended.pinned.id}-local{SUFFIX}"
    chosen, _kind = ask_target(standard, "另存为本单位指标体系", suggested, f"指标体系 (*{SUFFIX})")
    if chosen is not None:
        save_own(standard, chosen)


def save_own(standard: "StandardPage", target: Path) -> None:
    """Write the changes of the campaign as a standard of the office's own; the dialog has asked before replacing a file."""

    def written(file: Path) -> None:
        is_listed = file.parent == office_folder()
        after = "新建批次时可以选用。" if is_listed else f"放进 {office_folder()} 后，新建批次时可以选用。"
        standard.context.tell(NoticeLine(f"已写出 {file}；{after}", Tone.DONE))

    standard.context.session.read(
        standard, lambda workspace: export_standard(workspace, target, may_replace=True), done=written
    )

"""What bears a problem out: pictures of the page, the page as a file, pictures from elsewhere."""

from typing import TYPE_CHECKING

from workbench.gui.commands.command_catalogue import command

if TYPE_CHECKING:
    from workbench.gui.bench.bench_page import BenchPage

_EVIDENCE = "证据"


@command(
    "take-picture",
    title="截取画面为证",
    icon="evidence",
    group=_EVIDENCE,
    order=230,
    keys=("F2",),
    on="bench",
)
def take_picture(bench: "BenchPage") -> None:
    bench.tools.columns.pointing.cancel()
    bench.tools.evidence.take_view()


@command(
    "take-whole-page",
    title="截取整页为证",
    icon="whole-page",
    group=_EVIDENCE,
    order=231,
    keys=("Shift+F2",),
    on="bench",
)
def take_whole_page(bench: "BenchPage") -> None:
    bench.tools.columns.pointing.cancel()
    bench.tools.evidence.take_page()


@command(
    "save-page-file",
    title="保存整页为证据文件",
    icon="page-saved",
    group=_EVIDENCE,
    order=231,
    keys=("Ctrl+F2",),
    on="bench",
)
def save_page_file(bench: "BenchPage") -> None:
    bench.tools.columns.pointing.cancel()
    bench.tools.evidence.save_page()


@command(
    "paste-picture",
    title="贴入剪贴板里的图片",
    icon="add-picture",
    group=_EVIDENCE,
    order=232,
    keys=("Ctrl+V",),
    on="bench",
)
def paste_picture(bench: "BenchPage") -> None:
    bench.tools.evidence.paste()


@command(
    "add-picture",
    title="从文件添加图片…",
    icon="add-picture",
    group=_EVIDENCE,
    order=233,
    keys=("Ctrl+Shift+V",),
    on="bench",
)
def add_picture(bench: "BenchPage") -> None:
    bench.tools.evidence.choose_files()


@command(
    "focus-evidence",
    title="键盘进入 / 离开证据",
    icon="picture",
    group=_EVIDENCE,
    order=234,
    keys=("Shift+V",),
    on="bench",
)
def focus_evidence(bench: "BenchPage") -> None:
    bench.tools.evidence.swap_focus(bench.indicator_list)


@command(
    "open-evidence",
    title="查看证据，加标记",
    icon="picture",
    group=_EVIDENCE,
    order=234,
    keys=("V",),
    on="bench",
)
def open_evidence(bench: "BenchPage") -> None:
    bench.tools.evidence.open_first()

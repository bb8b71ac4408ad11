"""What can be done with the page beside the indicators."""

from typing import TYPE_CHECKING

from workbench.gui.commands.command_catalogue import command

if TYPE_CHECKING:
    from workbench.gui.bench.bench_page import BenchPage

_PAGE = "网页"


@command("page-back", title="后退", icon="back", group=_PAGE, order=300, keys=("Alt+Left",), on="bench")
def page_back(bench: "BenchPage") -> None:
    bench.web.run("page-back")


@command(
    "page-forward", title="前进", icon="forward", group=_PAGE, order=301, keys=("Alt+Right",), on="bench"
)
def page_forward(bench: "BenchPage") -> None:
    bench.web.run("page-forward")


@command("page-reload", title="刷新页面", icon="reload", group=_PAGE, order=302, keys=("Ctrl+R",), on="bench")
def page_reload(bench: "BenchPage") -> None:
    bench.web.run("page-reload")


@command(
    "page-home", title="回到网站首页", icon="home", group=_PAGE, order=303, keys=("Alt+Home",), on="bench"
)
def page_home(bench: "BenchPage") -> None:
    bench.open_home()


@command("zoom-out", title="缩小", icon="zoom-out", group=_PAGE, order=304, keys=("Ctrl+-",), on="bench")
def zoom_out(bench: "BenchPage") -> None:
    bench.web.run("zoom-out")


@command("zoom-fit", title="适应宽度", icon="find", group=_PAGE, order=305, keys=("Ctrl+0",), on="bench")
def zoom_fit(bench: "BenchPage") -> None:
    bench.web.run("zoom-fit")


@command("zoom-in", title="放大", icon="zoom-in", group=_PAGE, order=306, keys=("Ctrl+=",), on="bench")
def zoom_in(bench: "BenchPage") -> None:
    bench.web.run("zoom-in")


@command(
    "find-in-page", title="在页面中查找", icon="find", group=_PAGE, order=307, keys=("Ctrl+F",), on="bench"
)
def find_in_page(bench: "BenchPage") -> None:
    bench.web.run("find-in-page")


@command("edit-address", title="输入网址", icon="page", group=_PAGE, order=308, keys=("Ctrl+L",), on="bench")
def edit_address(bench: "BenchPage") -> None:
    bench.web.bar.edit_address()


@command(
    "page-offline",
    title="脱机查看保存的网页",
    icon="offline",
    group=_PAGE,
    order=313,
    keys=("Ctrl+Shift+L",),
    on="bench",
)
def page_offline(bench: "BenchPage") -> None:
    bench.web.turn_offline(not bench.web.is_offline)


@command(
    "open-outside",
    title="用系统浏览器打开",
    icon="outside",
    group=_PAGE,
    order=309,
    keys=("Ctrl+Shift+O",),
    on="bench",
)
def open_outside(bench: "BenchPage") -> None:
    bench.web.open_outside()


@command(
    "focus-page", title="键盘进入 / 离开网页", icon="page", group=_PAGE, order=310, keys=("F6",), on="bench"
)
def focus_page(bench: "BenchPage") -> None:
    bench.web.swap_focus(bench.indicator_list)


@command(
    "page-marks",
    title="在网页中标出死链、日期和疑似问题",
    icon="page-marks",
    group=_PAGE,
    order=311,
    keys=("M",),
    on="bench",
)
def page_marks(bench: "BenchPage") -> None:
    bench.tools.marks.toggle()


@command(
    "point-column",
    title="指第一条标题和日期，定栏目读法",
    icon="point-column",
    group=_PAGE,
    order=312,
    keys=("F3",),
    on="bench",
)
def point_column(bench: "BenchPage") -> None:
    bench.tools.columns.point()

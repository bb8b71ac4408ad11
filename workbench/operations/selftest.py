"""Looks at this very installation: is everything there, and does each part work once, here and now?"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.checks.catalogue import checks
from workbench.errors import WorkbenchError
from workbench.operations.create_campaign import create_campaign
from workbench.operations.play_practice_round import start_practice
from workbench.operations.practice_city import serve_city
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.reports.report_catalogue import reports
from workbench.settings.options import Options, load_options
from workbench.standards.pack_reader import list_standards
from workbench.storage.workspace import Workspace
from workbench.views.page_view import PageView

TEST_DAY = date(2026, 11, 20)
_GB_PAGE = "<html><meta charset=gb2312><title>朱镕基</title><a href='/a'>链接</a></html>".encode("gb18030")


@dataclass(frozen=True, slots=True)
class PartTest:
    """`detail` says what was seen, or what failed with the remedy."""

    part: str
    is_fine: bool
    detail: str


def selftest() -> Iterator[PartTest]:
    """One result per part, as each is tried; nothing of the user's is touched."""
    for part, attempt in _PARTS.items():
        try:
            yield PartTest(part, True, attempt())
        except (WorkbenchError, LookupError, OSError, ImportError, AssertionError, ValueError) as error:
            yield PartTest(part, False, f"{type(error).__name__}: {error}。请重新安装本程序。")


def _catalogues() -> str:
    return f"{len(checks.all())} 项检查，{len(reports.all())} 种文件"


def _standards() -> str:
    listed = list_standards()
    broken = [listing.id for listing in listed if listing.problems]
    if broken or not listed:
        raise LookupError(f"指标体系读不出来：{'、'.join(broken) or '一套也没有'}")
    return f"{len(listed)} 套指标体系"


def _settings() -> str:
    return f"每个网站同时 {load_options().per_host} 个连接"


def _decoding() -> str:
    page = PageView(_GB_PAGE, url="http://127.0.0.1/", as_of=TEST_DAY)
    if page.title != "朱镕基" or len(page.links) != 1:
        raise ValueError("GB18030 网页读错了")
    return f"网页按 {page.charset} 读出"


def _file() -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "自检.inspection"
        create_campaign(path, standard_id="national-2015", period="自检", as_of=TEST_DAY, lead="自检").close()
        with Workspace.open(path) as workspace:
            return f"批次文件可写可读（{workspace.standard.id}）"


def _network() -> str:
    with tempfile.TemporaryDirectory() as folder, serve_city(TEST_DAY) as server:
        with start_practice(Path(folder), as_of=TEST_DAY, server=server) as workspace:
            request = CheckRequest(subjects=(server.city.truth.perfect,), jobs=1)
            summary = run_checks(
                workspace, request, options=Options(reopens_in_browser=False), announce=lambda _: None
            )
        if not summary.is_finished or summary.found:
            raise ValueError(f"练习网站应当没有问题，却发现 {summary.found} 处")
        return "练习网站检查通过"


_PARTS: dict[str, Callable[[], str]] = {
    "目录": _catalogues,
    "指标体系": _standards,
    "设置": _settings,
    "编码": _decoding,
    "批次文件": _file,
    "检查": _network,
}

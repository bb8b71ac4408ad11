"""Without the browser engine: what needs it says so and names the other way, by key, menu and button alike."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from workbench.gui.notice_line import NoticeLine

_LOOK = "网页在系统浏览器里打开（Ctrl+Shift+O）"
_TAKE = "本机没有网页内核，截不了网页：请用系统截图工具截图，再按 Ctrl+V 贴进来。"
_FILE = f"本机没有网页内核，存不了网页文件；{_LOOK}，截图后按 Ctrl+V 贴进来。"
_MARK = f"本机没有网页内核，不能在网页里标记和指点；{_LOOK}，疑似问题在下方的表里逐条看。"
_SAVED = f"本机没有网页内核，看不了保存的网页；{_LOOK}，或换一台电脑看。"
_MOVE = f"本机没有网页内核，这个按键用不上；{_LOOK}。"
WHY = {
    "take-picture": _TAKE,
    "take-whole-page": _TAKE,
    "save-page-file": _FILE,
    "page-marks": _MARK,
    "point-column": _MARK,
    "page-offline": _SAVED,
    **dict.fromkeys(
        (
            "page-back",
            "page-forward",
            "page-reload",
            "zoom-in",
            "zoom-out",
            "zoom-fit",
            "find-in-page",
            "focus-page",
        ),
        _MOVE,
    ),
}


def explain_missing(actions: Mapping[str, QAction], *, tell: Callable[[NoticeLine], None]) -> None:
    """From now on these tell why they cannot, in place of doing nothing."""
    for command_id, reason in WHY.items():
        action = actions[command_id]
        action.setEnabled(True)
        action.setToolTip(reason)
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, reason=reason: tell(NoticeLine(reason)))

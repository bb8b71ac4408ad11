"""What stands where no page can be shown: why not, and the ways on."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtGui import QAction

from workbench.gui.bench.page_lines import saved_words
from workbench.gui.web_view_state import WebViewState
from workbench.gui.widgets.buttons import action_button, push_button
from workbench.gui.widgets.empty_state import EmptyState

_NO_PAGES = "检查时会保存首页、栏目页和有问题的页面，之后断网也能看。请先联网运行一次检查。"


class FailedPage(EmptyState):
    """A live page that did not open; the saved one is a click away where there is one."""

    def __init__(
        self, *, again: Callable[[], None], outside: Callable[[], None], saved: Callable[[], None]
    ) -> None:
        self.saved_button = push_button("看保存的网页", meaning="page-saved", kind="primary")
        self.again_button = push_button("重新打开", meaning="reload")
        self.outside_button = push_button("用系统浏览器打开", meaning="outside")
        super().__init__(
            "page-gone", "页面没有打开", "", self.saved_button, self.again_button, self.outside_button
        )
        self.saved_button.clicked.connect(saved)
        self.again_button.clicked.connect(again)
        self.outside_button.clicked.connect(outside)
        self.saved_button.hide()

    def show_state(self, state: WebViewState) -> None:
        meaning = "page-crashed" if state.is_crashed else "page-gone"
        self.say(meaning, state.problem_title or "页面没有打开", state.problem)

    def offer_saved(self, saved_at: datetime | None) -> None:
        self.saved_button.setText(f"看保存的网页（{saved_words(saved_at)}）")
        self.saved_button.setAccessibleName(self.saved_button.text())
        self.saved_button.show()


class AbsentPage(EmptyState):
    """A page that was not saved."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        self._check = action_button(actions["check-subject"], kind="framed", shows_text=True)
        self._home = action_button(actions["page-home"], kind="framed", shows_text=True)
        super().__init__("page-saved", "这一页没有保存", "", self._home, self._check)
        self.title = self.text = ""

    def show_absence(self, url: str, *, pages: int) -> None:
        self.title = "这一页没有保存" if pages else "这个对象还没有保存的网页"
        told = f"检查时保存了这个对象的 {pages} 个页面，没有这一页。可以后退，或回到首页。"
        self.text = f"{url}\n{told if pages else _NO_PAGES}"
        self.say("page-saved", self.title, self.text)
        self._home.setVisible(bool(pages))
        self._check.setVisible(not pages)

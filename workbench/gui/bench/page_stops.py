"""What stands where no page can be shown: why not, and the ways on."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtGui import QAction

from workbench.gui.bench.link_place import LinkPlace
from workbench.gui.bench.page_lines import saved_words
from workbench.gui.web_view_state import WebViewState
from workbench.gui.widgets.buttons import action_button, push_button
from workbench.gui.widgets.empty_state import EmptyState

_NO_PAGES = "检查时会保存首页、栏目页和有问题的页面，之后断网也能看。请先联网运行一次检查。"
_AS_PROOF = "按 F2 把网址、时间和原因记成一张图作证据。"


class FailedPage(EmptyState):
    """A live page that did not open; the page with the link to it and the saved one are a click away where there are such."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        *,
        again: Callable[[], None],
        outside: Callable[[], None],
        saved: Callable[[], None],
    ) -> None:
        self.place_button = action_button(actions["open-place"], kind="framed", shows_text=True)
        self.saved_button = push_button("看保存的网页", meaning="page-saved", kind="primary")
        self.again_button = push_button("重新打开", meaning="reload")
        self.outside_button = push_button("用系统浏览器打开", meaning="outside")
        buttons = (self.saved_button, self.place_button, self.again_button, self.outside_button)
        super().__init__("page-gone", "页面没有打开", "", *buttons)
        self.text = ""
        self._meaning, self._heading = "page-gone", ""
        self.saved_button.clicked.connect(saved)
        self.again_button.clicked.connect(again)
        self.outside_button.clicked.connect(outside)
        self.saved_button.hide()

    def show_state(self, state: WebViewState, link: LinkPlace | None) -> None:
        meaning = "page-crashed" if state.is_crashed else "page-gone"
        opened = f"{state.failed_at:%H:%M:%S} 打开" if state.failed_at else ""
        stands = f"链接在：{link.page}" if link else ""
        lines = (state.url, f"{opened}，{state.problem}".lstrip("，"), stands, _AS_PROOF)
        self.text = "\n".join(line for line in lines if line)
        self.place_button.setVisible(link is not None)
        self._meaning, self._heading = meaning, state.problem_title or "页面没有打开"
        self.say(meaning, self._heading, self.text)

    def offer_saved(self, saved_at: datetime | None) -> None:
        self.text += f"\n有 {saved_words(saved_at)} 保存的网页。"
        self.say(self._meaning, self._heading, self.text)
        self.saved_button.show()


class AbsentPage(EmptyState):
    """A page that was not saved."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        self._check = action_button(actions["check-subject"], kind="framed", shows_text=True)
        self._home = action_button(actions["page-home"], kind="framed", shows_text=True)
        self._place = action_button(actions["open-place"], kind="framed", shows_text=True)
        super().__init__("page-saved", "这一页没有保存", "", self._place, self._home, self._check)
        self.title = self.text = ""

    def show_absence(self, url: str, *, pages: int, link: LinkPlace | None) -> None:
        self.title = "这一页没有保存" if pages else "这个对象还没有保存的网页"
        told = f"检查时保存了这个对象的 {pages} 个页面，没有这一页。可以后退，或回到首页。"
        self.text = f"{url}\n{told if pages else _NO_PAGES}"
        self.say("page-saved", self.title, self.text)
        self._place.setVisible(link is not None)
        self._home.setVisible(bool(pages))
        self._check.setVisible(not pages)

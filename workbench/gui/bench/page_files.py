"""Pages kept as files: saved from the screen, shown again where saved pages are shown, exported."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.domain.evidence import Evidence
from workbench.errors import WrongUseError
from workbench.gui.bench.foreseeing_panel import ForeseeingPanel
from workbench.gui.bench.page_camera import NO_PAGE, is_page_on_screen
from workbench.gui.file_asking import ask_target, with_ending
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.page_scripts import answer_of, page_script
from workbench.gui.session import Session
from workbench.operations.keep_evidence import SeenPage
from workbench.operations.show_page_file import ShownFile, take_apart
from workbench.operations.whole_file import written_whole
from workbench.storage.workspace import Workspace

_ENDING = ".mhtml"
_NOT_SAVED = "网页没有存成文件，请等页面显示完再试一次，或按 Shift+F2 截取整页。"
_NO_ENGINE = "本机没有网页内核，看不了网页文件；可以在证据上按右键导出，再用系统浏览器打开。"
_NOT_HERE = "这个文件里没有这份网页文件（备份和未带个人信息的结果包不含），请到原来的文件里查看。"


class PageFiles(QObject):
    """`bare` takes our own marks out of the page while it is saved (True) and lets them come again (False)."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        web: ForeseeingPanel,
        *,
        bare: Callable[[bool], None],
        tell: Callable[[NoticeLine], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._web = web
        self._bare = bare
        self._tell = tell
        self._is_saving = False

    def save(self, done: Callable[[bytes, SeenPage], None]) -> None:
        """The page on screen as one file, with all that tells where it is from; one at a time."""
        if self._is_saving:
            return
        if not is_page_on_screen(self._web.state):
            self._tell(NoticeLine(NO_PAGE, Tone.ERROR))
            return
        self._is_saving = True
        url, saved_at = self._web.url, self._web.page_saved_at

        def take(text: str) -> None:
            said = answer_of(text)
            seen = SeenPage(url=url, title=str(said.get("title", "")), page_saved_at=saved_at)
            self._web.page_as_mhtml(lambda content: self._take(content, seen, done))

        self._tell(NoticeLine("正在保存整页…"))
        self._bare(True)
        self._web.run_script(page_script("where_page_stands"), take)

    def show(self, evidence: Evidence) -> None:
        """In the place of the page, in the frame of saved pages."""
        if not self._web.has_engine:
            self._tell(NoticeLine(_NO_ENGINE))
            return
        saved_at = evidence.page_saved_at or evidence.at

        def read(workspace: Workspace) -> ShownFile:
            return take_apart(_content(workspace, evidence), url=evidence.url, saved_at=saved_at)

        def show(file: ShownFile) -> None:
            self._web.shelf.lay_on_top(file)
            self._web.open_saved(evidence.url)

        self._session.read(self, read, done=show)

    def export(self, evidence: Evidence) -> None:
        name = f"证据-{evidence.indicator}-{evidence.digest[:8]}{_ENDING}"
        chosen, _kind = ask_target(self._window, "导出网页文件", name, f"网页文件 (*{_ENDING})")
        if chosen is not None:
            target = chosen if chosen.suffix else with_ending(chosen, _ENDING)
            told = NoticeLine(f"已导出网页文件：{target}", Tone.DONE)
            self._session.read(
                self,
                lambda workspace: _write(target, _content(workspace, evidence)),
                done=lambda _none: self._tell(told),
            )

    def _take(self, content: bytes, seen: SeenPage, done: Callable[[bytes, SeenPage], None]) -> None:
        self._is_saving = False
        self._bare(False)
        if content and self._web.url == seen.url:
            done(content, seen)
        else:
            self._tell(NoticeLine(_NOT_SAVED, Tone.ERROR))


def _content(workspace: Workspace, evidence: Evidence) -> bytes:
    content = workspace.evidence_content(evidence)
    if content is None:
        raise WrongUseError(_NOT_HERE)
    return content


def _write(target: Path, content: bytes) -> None:
    with written_whole(target) as draft:
        draft.write_bytes(content)

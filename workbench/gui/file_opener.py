"""Opens files into the session: campaigns, packs, and the practice city with its websites."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.gui.check_process import CheckProcess
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.practice_host import PracticeHost
from workbench.gui.session import Session
from workbench.operations.unfinished_check import UnfinishedCheck, unfinished_check
from workbench.storage.workspace import Workspace
from workbench.storage.workspace_kind import WorkspaceKind

_RESULT_PACK = "的结果包，适合查看；要计入成绩，请打开批次文件，再用“合并结果包”（Ctrl+M）并入。"
_ELSEWHERE = (
    "练习城的端口被别的程序占用，网页可能打不开或不是这一批的；请关闭另一个巡检工作台，再重新打开这个文件。"
)

_PRACTICE = "练习城已开启：按 F5 运行检查，再逐个确认和判定。练习时您是组长{lead}，打开别的文件后仍是{own}。"
_PRACTICE_AGAIN = "这是练习城的批次，练习时您是组长{lead}。"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lent:
    name: str
    own: str


class FileOpener:
    """`become` is called with the name somebody works under from now on, `practice_opened` when a fresh city is there."""

    def __init__(
        self,
        session: Session,
        checks: CheckProcess,
        *,
        tell: Callable[[NoticeLine], None],
        become: Callable[[str], None],
    ) -> None:
        self._session = session
        self._checks = checks
        self._tell = tell
        self._become = become
        self._practice = PracticeHost()
        self.practice_opened: Callable[[], None] = _nothing
        self._lent: _Lent | None = None

    @property
    def own_name(self) -> str:
        """Who sits here, under whatever name a task pack or the practice city is being worked on."""
        lent = self._lent
        return lent.own if lent and lent.name == self._session.inspector else self._session.inspector

    def open(self, path: Path) -> None:
        self.open_made(lambda: self._practice.open(path), done=self._opened)

    def open_practice(self) -> None:
        """A fresh practice campaign; whoever tries it acts as its lead."""
        self._tell(NoticeLine("练习城正在准备，几秒钟就好。"))
        self.open_made(self._practice.start_new, done=self._practice_opened)

    def open_made(self, make: Callable[[], Workspace], *, done: Callable[[], None] | None = None) -> None:
        """Open what `make` opens or creates; not while the checks still write what they find in the file that is open."""
        if self._checks.state.is_running:
            self._tell(NoticeLine("检查还在进行，请先暂停检查（Ctrl+F5），再打开别的文件。", Tone.ERROR))
            return

        def opened() -> None:
            self._checks.leave()
            self._give_name_back()
            if done is not None:
                done()

        self._session.open_made(make, done=opened)

    def close(self) -> None:
        """After the session has been closed."""
        self._practice.close()

    def _opened(self) -> None:
        """A task pack is for one inspector, a practice campaign is tried as its lead: whoever opens it works under that name."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        if snapshot.kind is WorkspaceKind.TASK_PACK and snapshot.pack_inspector:
            self._lend_name(snapshot.pack_inspector)
        elif snapshot.kind is WorkspaceKind.CAMPAIGN and self._practice.is_open:
            self._lend_name(snapshot.campaign.lead)
            self._tell(NoticeLine(_PRACTICE_AGAIN.format(lead=snapshot.campaign.lead)))
        if snapshot.kind is WorkspaceKind.RESULT_PACK:
            self._tell(NoticeLine(f"这是{snapshot.pack_inspector}{_RESULT_PACK}"))
        elif self._practice.is_elsewhere:
            self._tell(NoticeLine(_ELSEWHERE, Tone.ERROR))
        else:
            self._session.read(self._session, unfinished_check, done=self._tell_unfinished)

    def _tell_unfinished(self, found: UnfinishedCheck | None) -> None:
        snapshot = self._session.snapshot
        if found is not None and snapshot is not None:
            self._checks.find_paused(snapshot.path, found)
            self._tell(NoticeLine(f"上次的检查没有做完（{found.done}/{found.subjects}），按 F5 接着查。"))

    def _practice_opened(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is not None:
            own, lead = self.own_name, snapshot.campaign.lead
            self._lend_name(lead)
            self._tell(NoticeLine(_PRACTICE.format(lead=lead, own=own), Tone.DONE))
            self.practice_opened()

    def _lend_name(self, name: str) -> None:
        self._lent = _Lent(name=name, own=self.own_name)
        self._become(name)

    def _give_name_back(self) -> None:
        """A borrowed name ends with the file it was borrowed for."""
        own, self._lent = self.own_name, None
        if own != self._session.inspector:
            self._become(own)


def _nothing() -> None:
    """Nobody wants to know."""

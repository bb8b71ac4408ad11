"""What is done with rows of results of the subject in hand: copy, export, check again, ignore."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workbench.domain.subject import Subject
from workbench.gui.file_asking import ask_target, with_ending
from workbench.gui.ignoring.ignore_form import IgnoreForm, IgnoreWish
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.program_run import ProgramRun
from workbench.gui.session import Session
from workbench.storage.workspace import Workspace

TABLE_FILES = "Excel 工作簿 (*.xlsx);;CSV (*.csv)"
# A whole site is checked again by running its checks; one link after the other is for a few.
MOST_RECHECKED = 20
Write = Callable[[Workspace, Path], int]


class ResultDesk(QObject):
    """`subject` gives the one in hand; `tell` is where the outcome is told."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        *,
        subject: Callable[[], Subject | None],
        tell: Callable[[NoticeLine], None],
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._subject = subject
        self._tell = tell
        self._waiting: list[tuple[str, ...]] = []
        self._running: ProgramRun | None = None
        self._said: list[str] = []

    @property
    def is_rechecking(self) -> bool:
        return self._running is not None

    def copy(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """As lines with tabs: a spreadsheet takes them as cells."""
        if rows:
            lines = ["\t".join(titles), *("\t".join(row) for row in rows)]
            self.copy_text("\n".join(lines))
            self._tell(NoticeLine(f"已复制 {len(rows)} 行，可以直接粘贴到表格里。", Tone.DONE))
        else:
            self._tell(NoticeLine("请先在表里选中要复制的行。"))

    def copy_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def export(self, name: str, write: Write) -> None:
        subject = self._subject()
        if subject is None:
            return
        suggested = f"{subject.name}-{name}.xlsx"
        chosen, kind = ask_target(self._window, "导出", suggested, TABLE_FILES)
        if chosen is not None:
            ending = ".csv" if "csv" in kind else ".xlsx"
            self.write(chosen if chosen.suffix else with_ending(chosen, ending), write)

    def write(self, target: Path, write: Write) -> None:
        self._session.read(
            self,
            lambda workspace: write(workspace, target),
            done=lambda count: self._tell(NoticeLine(f"已导出 {count} 行：{target}", Tone.DONE)),
        )

    def ignore(self, *, what: str, title: str, address: str) -> None:
        subject = self._subject()
        if subject is None:
            return
        wish = IgnoreWish(subject=subject, what=what, title=title, address=address)
        IgnoreForm(
            self._window,
            session=self._session,
            wish=wish,
            done=lambda saved: self._tell(NoticeLine(f"已忽略到 {saved.until}，可以撤销。", Tone.DONE)),
        ).open()

    def recheck_links(self, urls: Sequence[str]) -> None:
        self._recheck([("--link", url) for url in urls])

    def recheck_pages(self, urls: Sequence[str]) -> None:
        self._recheck([("--page", url) for url in urls])

    def close(self) -> None:
        self._waiting.clear()
        if self._running is not None:
            self._running.close()

    def _recheck(self, parts: Sequence[tuple[str, str]]) -> None:
        snapshot, subject = self._session.snapshot, self._subject()
        if not parts or snapshot is None or subject is None:
            self._tell(NoticeLine("请先在表里选中要复查的行。"))
            return
        if len(parts) > MOST_RECHECKED:
            self._tell(
                NoticeLine(f"一次最多复查 {MOST_RECHECKED} 项；要全部重查，请按 Shift+F5 检查这个对象。")
            )
            return
        self._waiting += [("recheck", str(snapshot.path), "--subject", subject.code, *part) for part in parts]
        if self._running is None:
            self._said = []
            self._next(subject)

    def _next(self, subject: Subject) -> None:
        if not self._waiting:
            self._running = None
            told = self._said[-1] if len(self._said) == 1 else f"已复查 {len(self._said)} 项。"
            self._tell(NoticeLine(told, Tone.DONE))
            return
        left = len(self._waiting)
        self._tell(NoticeLine(f"正在复查，还有 {left} 项…"))
        arguments = self._waiting.pop(0)

        def over(said: str) -> None:
            self._said.append(
                "复查：" + "　".join(line.strip() for line in said.splitlines() if line.strip())
            )
            self._session.note_results([subject.id])
            self._next(subject)

        def failed(complaint: str) -> None:
            self._waiting.clear()
            self._running = None
            self._tell(NoticeLine(complaint, Tone.ERROR))

        self._running = ProgramRun(self, *arguments, done=over, failed=failed)

"""What is done with an account: its sheet saved, its pictures kept, a problem recorded; each act is one lane job."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from workbench.domain.account_sheet import AccountSheet
from workbench.domain.standard import Rule
from workbench.domain.subject import Subject
from workbench.gui.file_asking import ask_file, ask_folder
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.pictures.kept_pictures import KeptPictures
from workbench.gui.pictures.picture_bytes import encode_picture
from workbench.gui.session import Session
from workbench.operations.account_sheets import (
    import_picture_folder,
    keep_account_picture,
    keep_qr_picture,
    read_post_file,
    save_sheet,
)
from workbench.operations.record_finding import add_finding
from workbench.views.post_days import PostDays

POST_FILES = "发布列表 (*.csv *.txt *.xlsx *.xls)"
_NOTHING_TO_PASTE = "剪贴板里没有图片：请先截图或复制一张图片，再粘贴。"


class AccountDesk(QObject):
    def __init__(self, parent: QWidget, session: Session, *, tell: Callable[[NoticeLine], None]) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._tell = tell
        self.pictures = KeptPictures(parent, session, done=self._done)

    def save(self, sheet: AccountSheet, done: Callable[[], None]) -> None:
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: save_sheet(workspace, sheet, by=by),
            subjects=(sheet.subject_id,),
            done=lambda _saved: done(),
        )

    def choose_posts(self, taken: Callable[[PostDays], None]) -> None:
        chosen = ask_file(self._window, "导入发布列表", POST_FILES)
        if chosen is not None:
            self.read_posts(chosen, taken)

    def read_posts(self, file: Path, taken: Callable[[PostDays], None]) -> None:
        self._session.read(self, lambda workspace: read_post_file(workspace, file), done=taken)

    def choose_folder(self, subject: Subject) -> None:
        chosen = ask_folder(self._window, "手机图片所在的文件夹")
        if chosen is not None:
            self.take_folder(subject, chosen)

    def take_folder(self, subject: Subject, folder: Path) -> None:
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: import_picture_folder(workspace, subject=subject, folder=folder, by=by),
            subjects=(subject.id,),
            done=lambda count: self._done(f"已导入 {count} 张图片。"),
        )

    def paste_picture(self, subject: Subject) -> None:
        image = self._pasted()
        by = self._session.inspector
        if image is not None:
            self._session.act(
                self,
                lambda workspace: keep_account_picture(
                    workspace, subject=subject, content=encode_picture(image), by=by
                ),
                subjects=(subject.id,),
                done=lambda _kept: self._done("已保存图片。"),
            )

    def paste_qr(self, sheet: AccountSheet) -> None:
        image = self._pasted()
        by = self._session.inspector
        if image is not None:
            self._session.act(
                self,
                lambda workspace: keep_qr_picture(
                    workspace, sheet=sheet, content=encode_picture(image), by=by
                ),
                subjects=(sheet.subject_id,),
                done=lambda _kept: self._done("已保存账号二维码。"),
            )

    def record_problem(self, subject: Subject, rule: Rule, *, words: str) -> None:
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: add_finding(
                workspace,
                subject=subject,
                rule=rule.code,
                count=1,
                by=by,
                place=subject.home_url or subject.code,
                note=words,
            ),
            subjects=(subject.id,),
            done=lambda _kept: self._done(f"已记为问题：{rule.when}。可以撤销。"),
        )

    def _pasted(self) -> QImage | None:
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._tell(NoticeLine(_NOTHING_TO_PASTE))
            return None
        return image

    def _done(self, text: str) -> None:
        self._tell(NoticeLine(text, Tone.DONE))

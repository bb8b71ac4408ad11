"""What is done with pictures that are kept as evidence, wherever they are shown: read, note, mark, take back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from workbench.domain.evidence import Evidence
from workbench.gui.pictures.picture_bytes import encode_picture, thumbnail_of
from workbench.gui.pictures.picture_dialog import LoadedPicture, PictureActs, PictureDialog, load_picture
from workbench.gui.session import Session
from workbench.operations.keep_evidence import keep_marked_copy, note_evidence, withdraw_evidence
from workbench.storage.workspace import Workspace


class KeptPictures(QObject):
    """Each act is one lane job, saved at once; `done` is told of it in a sentence."""

    def __init__(self, window: QWidget, session: Session, *, done: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._done = done

    def open(self, pictures: Sequence[Evidence], first: Evidence) -> None:
        acts = PictureActs(
            read=self._read, noted=self._note, marked=self._mark, removed=lambda one: self.remove([one])
        )
        PictureDialog(
            self._window, pictures=pictures, first=first, inspector=self._session.inspector, acts=acts
        ).open()

    def remove(self, pictures: Sequence[Evidence]) -> None:
        by, held = self._session.inspector, tuple(pictures)
        if held:
            self._session.act(
                self,
                lambda workspace: withdraw_evidence(workspace, evidence=held, by=by),
                subjects={each.subject_id for each in held},
                done=lambda _none: self._done(f"已删除 {len(held)} 份证据，按 Ctrl+Z 找回。"),
            )

    def fetch_thumbnail(self, evidence: Evidence, size: QSize, shown: Callable[[str, QImage], None]) -> None:
        """`shown` is handed the digest and the small picture; nothing where this file does not hold it."""

        def read(workspace: Workspace) -> QImage:
            content = workspace.evidence_content(evidence)
            return QImage() if content is None else thumbnail_of(content, size)

        def take(image: QImage) -> None:
            if not image.isNull():
                shown(evidence.digest, image)

        self._session.read(self, read, done=take)

    def _read(self, evidence: Evidence, done: Callable[[LoadedPicture | None], None]) -> None:
        self._session.read(
            self, lambda workspace: load_picture(workspace.evidence_content(evidence)), done=done
        )

    def _note(self, evidence: Evidence, note: str) -> None:
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: note_evidence(workspace, evidence=evidence, note=note, by=by),
            subjects=(evidence.subject_id,),
        )

    def _mark(self, evidence: Evidence, image: QImage) -> None:
        by = self._session.inspector
        self._session.act(
            self,
            lambda workspace: keep_marked_copy(
                workspace, original=evidence, content=encode_picture(image), by=by
            ),
            subjects=(evidence.subject_id,),
            done=lambda _kept: self._done("已保存带标记的图片，原图不变。"),
        )

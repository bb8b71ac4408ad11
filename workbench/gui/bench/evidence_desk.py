"""What the inspector does with evidence: take it, paste it, look at it, mark it, take it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from workbench.domain.evidence import EVIDENCE_KIND_WORDS, Evidence, EvidenceKind
from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.evidence_strip import THUMBNAIL, EvidenceStrip
from workbench.gui.bench.failed_opening import HEADING, ORIGIN, FailedOpening
from workbench.gui.bench.finding_rows import FindingRow
from workbench.gui.bench.page_camera import PageCamera, Shot
from workbench.gui.bench.page_files import PageFiles
from workbench.gui.bench.picture_intake import PICTURE_FILES, GivenPicture, pictures_in
from workbench.gui.browser.failure_words import status_in_words
from workbench.gui.file_asking import ask_files
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.pictures.kept_pictures import KeptPictures
from workbench.gui.pictures.note_picture import note_picture
from workbench.gui.pictures.picture_bytes import encode_picture
from workbench.gui.session import Session
from workbench.operations.keep_evidence import (
    EvidencePlace,
    SeenPage,
    keep_given_pictures,
    keep_picture,
)
from workbench.operations.keep_page_file import keep_page_file
from workbench.storage.workspace import Workspace

_NOTHING_TO_PASTE = "剪贴板里没有图片：请先截图或复制一张图片，再按 Ctrl+V。"
_NO_EVIDENCE = "这里还没有证据：按 F2 截取画面，或按 Ctrl+V 贴入图片。"
_IN_EVIDENCE = "按 ← → 选一份证据：Enter 打开，Delete 删除，E 导出网页文件；再按 Shift+V 离开。"
_NOTHING_IN_HAND = "先选一项指标，证据才知道附在哪里。"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSurroundings:
    """`finding` is the one in hand, `files` where pages kept as files are seen to, `tell` where the outcome is told."""

    hand: BenchHand
    finding: Callable[[], FindingRow | None]
    files: PageFiles
    tell: Callable[[NoticeLine], None]


class EvidenceDesk(QObject):
    def __init__(
        self, parent: QWidget, session: Session, camera: PageCamera, around: EvidenceSurroundings
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._camera = camera
        self._around = around
        self._files = around.files
        self._kept = KeptPictures(parent, session, done=lambda text: self._tell(text, Tone.DONE))
        self.strip: EvidenceStrip | None = None

    def take_view(self) -> None:
        if not self._note_failure():
            self._take_view()

    def take_page(self) -> None:
        if not self._note_failure():
            self._take_page()

    def save_page(self) -> None:
        """The whole page as a file."""
        self._with_place(
            lambda place: self._files.save(lambda content, seen: self._keep_file(place, content, seen))
        )

    def _keep_file(self, place: EvidencePlace, content: bytes, seen: SeenPage) -> None:
        by = self._session.inspector
        self._act(
            lambda workspace: (keep_page_file(workspace, place=place, content=content, by=by, seen=seen),),
            place,
        )

    def _note_failure(self) -> bool:
        """Of an address that did not open there is no picture: that it did not is written down instead."""
        failed = self._camera.failed_opening
        if failed is not None:
            self._with_place(lambda place: self._keep_failure(place, failed))
        return failed is not None

    def _take_view(self) -> None:
        self._with_place(
            lambda place: self._camera.take_view(
                lambda shot: self._keep_shot(place, EvidenceKind.VIEW_PICTURE, shot)
            )
        )

    def _take_page(self) -> None:
        self._with_place(
            lambda place: self._camera.take_page(
                lambda shot: self._keep_shot(place, EvidenceKind.PAGE_PICTURE, shot)
            )
        )

    def paste(self) -> None:
        self.take_in(QGuiApplication.clipboard().mimeData())

    def take_in(self, mime: QMimeData) -> None:
        """What was pasted or dropped."""
        given = pictures_in(mime)
        if given:
            self._with_place(lambda place: self._keep_given(place, given))
        else:
            self._tell(_NOTHING_TO_PASTE)

    def choose_files(self) -> None:
        chosen = ask_files(self._window, "选择图片", PICTURE_FILES)
        given = tuple(GivenPicture(file=each) for each in chosen)
        if given:
            self._with_place(lambda place: self._keep_given(place, given))

    def open_first(self) -> None:
        """The one chosen in the strip, else the newest."""
        rows = self.strip.rows if self.strip is not None else ()
        if self.strip is None or not rows:
            self._tell(_NO_EVIDENCE)
            return
        held = self.strip.current() if self.strip.list.hasFocus() else None
        self.open((held or rows[-1]).evidence)

    def swap_focus(self, other: QWidget) -> None:
        """Into the evidence by keyboard, to choose among several, and out of it again to `other`."""
        if self.strip is None or not self.strip.rows:
            self._tell(_NO_EVIDENCE)
        elif self.strip.list.hasFocus():
            other.setFocus()
        else:
            self.strip.take_focus()
            self._tell(_IN_EVIDENCE)

    def open(self, evidence: Evidence) -> None:
        if evidence.kind is EvidenceKind.SAVED_PAGE:
            self._files.show(evidence)
            return
        strip = self.strip
        shown = [each.evidence for each in strip.rows] if strip is not None else [evidence]
        self._kept.open([each for each in shown if each.is_picture], evidence)

    def export(self, evidence: Evidence) -> None:
        """A page that was kept as a file; pictures are exported from the window that shows them."""
        self._files.export(evidence)

    def remove(self, evidence: Sequence[Evidence]) -> None:
        self._kept.remove(evidence)

    def fetch_thumbnail(self, evidence: Evidence) -> None:
        self._kept.fetch_thumbnail(evidence, THUMBNAIL * 2, self._put_thumbnail)

    def _put_thumbnail(self, digest: str, image: QImage) -> None:
        if self.strip is not None:
            self.strip.put_thumbnail(digest, image)

    def _with_place(self, act: Callable[[EvidencePlace], None]) -> None:
        standing, indicator = self._around.hand.standing, self._around.hand.indicator
        if standing is None or indicator is None:
            self._tell(_NOTHING_IN_HAND)
            return
        held = self._around.finding()
        act(
            EvidencePlace(
                subject=standing.subject,
                indicator=indicator.code,
                finding_id=held.finding.id if held is not None else None,
            )
        )

    def _keep_shot(self, place: EvidencePlace, kind: EvidenceKind, shot: Shot) -> None:
        by = self._session.inspector
        told = (
            status_in_words(shot.status) if shot.status else "",
            "页面太长，只截到这里" if shot.is_cut else "",
        )
        note = "；".join(part for part in told if part)

        def work(workspace: Workspace) -> tuple[Evidence, ...]:
            content = encode_picture(shot.image)
            kept = keep_picture(
                workspace, place=place, kind=kind, content=content, by=by, seen=shot.seen, note=note
            )
            return (kept,)

        self._act(work, place)

    def _keep_failure(self, place: EvidencePlace, failed: FailedOpening) -> None:
        by = self._session.inspector
        facts = failed.facts(subject=place.subject.name, inspector=by)
        seen = SeenPage(url=failed.url, title=HEADING)

        def work(workspace: Workspace) -> tuple[Evidence, ...]:
            content = encode_picture(note_picture(HEADING, ORIGIN, facts))
            kept = keep_picture(
                workspace,
                place=place,
                kind=EvidenceKind.LOG,
                content=content,
                by=by,
                seen=seen,
                note=failed.reason,
            )
            return (kept,)

        self._act(work, place)

    def _keep_given(self, place: EvidencePlace, given: Sequence[GivenPicture]) -> None:
        by = self._session.inspector

        def work(workspace: Workspace) -> tuple[Evidence, ...]:
            contents = [each.read() for each in given]
            return keep_given_pictures(workspace, place=place, contents=contents, by=by)

        self._act(work, place)

    def _act(self, work: Callable[[Workspace], Sequence[Evidence]], place: EvidencePlace) -> None:
        def told(kept: Sequence[Evidence]) -> None:
            where = "这条问题" if place.finding_id is not None else "这项指标"
            what = EVIDENCE_KIND_WORDS[kept[-1].kind]
            count = f" {len(kept)} 张，按一次 Ctrl+Z 可全部撤销" if len(kept) > 1 else ""
            self._tell(f"已存证：{what}{count}，附在{where}下。", Tone.DONE)

        self._session.act(self, work, subjects=(place.subject.id,), done=told)

    def _tell(self, text: str, tone: Tone = Tone.HINT) -> None:
        self._around.tell(NoticeLine(text, tone))

"""Marks in the page beside the indicators what the checks know of it, and leads from a click on a mark to its finding."""

from collections.abc import Callable, Sequence
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.link_place import LinkPlace
from workbench.gui.bench.page_camera import is_page_on_screen
from workbench.gui.bench.pointed_link import GONE, HIDDEN, PointedLink, point_out
from workbench.gui.bench.web_panel import WebPanel
from workbench.gui.jobs import Lane
from workbench.gui.notice_line import NoticeLine
from workbench.gui.page_scripts import answer_of, page_script, script_with
from workbench.gui.session import Session
from workbench.gui.theme import LIGHT
from workbench.operations.page_signs import PageSign, SignKind, link_signs, text_signs

# A click is answered within this time, and a page that has just come is marked.
_LOOK_MS = 300
# Pages are drawn on white, whatever the window wears.
_LOOK = {
    "dead": (LIGHT.veto, LIGHT.veto_soft),
    "unsure": (LIGHT.proposed, LIGHT.proposed_soft),
    "number": (LIGHT.doubtful, LIGHT.doubtful_soft),
    "date": (LIGHT.passed, LIGHT.passed_soft),
    "paper": LIGHT.surface,
}
_SAVED = "snap://"
_NO_FINDING = "这个标记没有对应的问题：可能已被忽略，或检查之后页面有变化；需要记录请按 N 新增。"


class PageMarks(QObject):
    """`chosen` is called with the finding whose mark was clicked, `link_asked` with address and words of a link that was
    clicked with the right button. Works on live and on saved pages.

    The page is looked at from time to time instead of being listened to: it cannot call us, and a page that changes by
    itself is noticed too.
    """

    def __init__(
        self,
        session: Session,
        web: WebPanel,
        hand: BenchHand,
        *,
        chosen: Callable[[UUID], bool],
        link_asked: Callable[[str, str], None],
        tell: Callable[[NoticeLine], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._web, self._hand = session, web, hand
        self._chosen, self._link_asked, self._tell = chosen, link_asked, tell
        self._signs: tuple[PageSign, ...] = ()
        self._reading: Lane | None = None
        self._turn = 0
        self._asked_for = ""
        self._link: LinkPlace | None = None
        self._pointed: PointedLink | None = None
        self._is_to_aim = False
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._poll)
        self.is_on = True

    @property
    def signs(self) -> tuple[PageSign, ...]:
        """What is marked on the page on screen."""
        return self._signs

    def watch(self) -> None:
        """The bench is on screen."""
        self._look.start()

    def rest(self) -> None:
        """Another page of the window is on screen."""
        self._look.stop()

    def toggle(self) -> None:
        self.is_on = not self.is_on
        self._link = self._link if self.is_on else None
        self.mark_anew()
        words = "已在网页中标出打不开的链接、日期和疑似问题。" if self.is_on else "已隐藏网页中的标记。"
        self._tell(NoticeLine(words))

    def mark_anew(self) -> None:
        """What is known of the page has changed: the marks go, and come again while they are wanted."""
        self._turn += 1
        self._signs = ()
        self._asked_for = ""
        self._web.run_script(page_script("marks_clear"), lambda _text: None)

    def point_at(self, link: LinkPlace) -> None:
        """Outline the link on its page, once that is on screen, and bring it into view; marks that are hidden stay hidden."""
        self._link, self._is_to_aim = link, True
        self.mark_anew()

    def close_down(self) -> None:
        self._look.stop()
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    def _poll(self) -> None:
        state = self._web.state
        if state.is_loading or not is_page_on_screen(state):
            return
        self._web.run_script(page_script("marks_poll"), self._take_look)

    def _take_look(self, text: str) -> None:
        said = answer_of(text)
        for link in said.get("links", ()):
            self._link_asked(self._as_written(str(link.get("url", ""))), str(link.get("words", "")))
        if said.get("state") == "marked":
            for number in said.get("clicks", ()):
                self._click(int(number))
        elif (
            said.get("state") == "none" and (self.is_on or self._link) and said.get("url") != self._asked_for
        ):
            self._asked_for = str(said.get("url", ""))
            turn = self._turn = self._turn + 1
            self._web.run_script(page_script("marks_collect"), lambda got: self._read(turn, got))

    def _click(self, number: int) -> None:
        sign = self._signs[number] if 0 <= number < len(self._signs) else None
        if sign is None or sign.finding_id is None or not self._chosen(sign.finding_id):
            self._tell(NoticeLine(_NO_FINDING))

    def _read(self, turn: int, text: str) -> None:
        """What is known of its links comes from the file; the rest is read from the page itself, beside the lane of the file."""
        said, standing, snapshot = answer_of(text), self._hand.standing, self._hand.snapshot
        if standing is None or snapshot is None or not said:
            self._asked_for = ""
            return
        addresses = [self._as_written(str(each)) for each in said.get("addresses", ())]
        self._pointed = point_out(
            self._link, page=self._as_written(str(said.get("url", ""))), addresses=addresses
        )
        if not self.is_on:
            self._show(())
            return
        html = str(said.get("html", ""))
        findings, subject_id, url = standing.findings, standing.subject.id, self._web.url
        found: list[tuple[PageSign, ...]] = []

        def take(signs: tuple[PageSign, ...]) -> None:
            found.append(signs)
            if len(found) == 2 and turn == self._turn:
                self._show([sign for part in found for sign in part])

        def give_up(_error: Exception) -> None:
            take(())

        self._session.read(
            self, lambda workspace: link_signs(workspace, subject_id, addresses, findings), done=take
        )
        as_of: date = max(snapshot.campaign.as_of, date.today())
        if self._reading is None:
            self._reading = Lane()
        self._reading.submit(
            self,
            lambda: text_signs(html, url=url, as_of=as_of, findings=findings) if html else (),
            done=take,
            failed=give_up,
        )

    def _as_written(self, address: str) -> str:
        """A saved page stands at an address of its own; what leads on from there leads on from where it was saved."""
        if not address.startswith(_SAVED):
            return address
        return f"{urlsplit(self._web.url).scheme or 'http'}://{address.removeprefix(_SAVED)}"

    def _show(self, signs: Sequence[PageSign]) -> None:
        pointed, is_to_aim = self._pointed, self._is_to_aim and self._pointed is not None
        shown = pointed.among(signs) if pointed is not None else signs
        self._signs = tuple(sorted(shown, key=lambda sign: sign.kind is not SignKind.DATE))
        packed = [
            {
                "id": number,
                "kind": sign.kind.value,
                "what": sign.what,
                "label": sign.label,
                "hint": sign.hint,
                "near": sign.near,
                "sure": sign.is_sure,
                "pointed": pointed is not None and pointed.is_at(sign),
            }
            for number, sign in enumerate(self._signs)
        ]
        if is_to_aim:
            self._is_to_aim = False
        script = script_with("marks_show", signs=packed, look=_LOOK, aims=is_to_aim)
        self._web.run_script(script, lambda said: self._shown(said, has_aimed=is_to_aim))

    def _shown(self, text: str, *, has_aimed: bool) -> None:
        """From now on a page without marks is one that has just come."""
        if has_aimed and self._pointed is not None and not answer_of(text).get("aimed"):
            self._tell(NoticeLine(HIDDEN if self._pointed.written else GONE))
        self._asked_for = ""

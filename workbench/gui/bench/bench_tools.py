"""The tools that lie on the bench: camera and evidence, marks in the page, pointing at columns, the assembly line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.column_desk import ColumnDesk
from workbench.gui.bench.evidence_desk import EvidenceDesk, EvidenceSurroundings
from workbench.gui.bench.evidence_rows import evidence_in_hand
from workbench.gui.bench.evidence_strip import EvidenceStrip
from workbench.gui.bench.finding_rows import FindingRow
from workbench.gui.bench.foreseeing_panel import ForeseeingPanel
from workbench.gui.bench.line_bar import LineBar
from workbench.gui.bench.line_desk import LineDesk, LineSurroundings
from workbench.gui.bench.marks_in_page import PageMarks
from workbench.gui.bench.page_camera import PageCamera
from workbench.gui.bench.page_files import PageFiles
from workbench.gui.bench.reduced_acts import explain_missing
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.session import Session

if TYPE_CHECKING:
    from workbench.gui.bench.bench_page import BenchPage


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchWays:
    """How the tools reach the rest of the bench: the finding in hand, the subjects listed, the way to a subject, a finding or
    an address, and where things are told.
    """

    finding: Callable[[], FindingRow | None]
    listed: Callable[[], tuple[UUID, ...]]
    go: Callable[[UUID], None]
    show_finding: Callable[[UUID], bool]
    open_address: Callable[[str], None]
    tell: Callable[[NoticeLine], None]


class BenchTools:
    def __init__(
        self,
        parent: QWidget,
        session: Session,
        hand: BenchHand,
        web: ForeseeingPanel,
        actions: Mapping[str, QAction],
        ways: BenchWays,
    ) -> None:
        self._hand, self._ways = hand, ways
        tell = ways.tell
        self.camera = PageCamera(
            web,
            told=lambda text: tell(NoticeLine(text)),
            failed=lambda text: tell(NoticeLine(text, Tone.ERROR)),
            parent=parent,
        )
        files = PageFiles(parent, session, web, bare=self._bare_page, tell=tell)
        around = EvidenceSurroundings(hand=hand, finding=ways.finding, files=files, tell=tell)
        self.evidence = EvidenceDesk(parent, session, self.camera, around)
        self.strip = EvidenceStrip(
            actions,
            opened=self.evidence.open,
            removed=self.evidence.remove,
            exported=self.evidence.export,
            wanted=self.evidence.fetch_thumbnail,
        )
        self.evidence.strip = self.strip
        self.line_bar = LineBar(leave=actions["assembly-line"])
        self.line = LineDesk(
            hand,
            self.line_bar,
            LineSurroundings(shown=ways.listed, go=ways.go, foresee=web.foresee, tell=tell),
        )
        web.did_lose_engine.connect(lambda: explain_missing(actions, tell=tell))
        self.columns = ColumnDesk(parent, session, hand, web, opened=ways.open_address, tell=tell)
        self.marks = PageMarks(
            session,
            web,
            hand,
            chosen=ways.show_finding,
            link_asked=self.columns.ask_about_link,
            tell=tell,
            parent=parent,
        )

    def _bare_page(self, is_bare: bool) -> None:
        """Without our own marks, for as long as that."""
        self.marks.mark_anew()
        if is_bare:
            self.marks.rest()
        else:
            self.marks.watch()

    def show_evidence(self) -> None:
        """What bears out the finding in hand, or the indicator."""
        standing, held = self._hand.standing, self._ways.finding()
        if standing is None:
            return
        self.strip.show_rows(
            evidence_in_hand(
                self._hand.evidence,
                indicator=self._hand.indicator_code,
                finding_id=held.finding.id if held is not None else None,
                known_findings={each.id for each in standing.findings},
                inspector=self._hand.inspector,
            )
        )

    def close_down(self) -> None:
        self.marks.close_down()
        self.columns.pointing.cancel()
        self.camera.close_down()


def tools_of(bench: "BenchPage") -> BenchTools:
    """The tools of a bench whose page panel and list of subjects stand already."""
    ways = BenchWays(
        finding=lambda: bench.indicator_panel.findings.current(),
        listed=lambda: tuple(each.subject.id for each in bench.subject_list.shown),
        go=bench.go_to,
        show_finding=bench.show_finding,
        open_address=bench.open_address,
        tell=bench.context.tell,
    )
    return BenchTools(bench, bench.context.session, bench.hand, bench.web, bench.commands, ways)

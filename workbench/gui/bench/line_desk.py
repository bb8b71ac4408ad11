"""The assembly line: one indicator stays in hand while the subjects go by."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from workbench.domain.standard import Indicator
from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.indicator_rows import IndicatorListRow, IndicatorRow
from workbench.gui.bench.line_bar import LineBar
from workbench.gui.bench.line_rows import AssemblyLine, assembly_line
from workbench.gui.notice_line import NoticeLine, Tone

_NOBODY = "没有要按这项指标检查的对象，请换一项指标再开流水线。"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSurroundings:
    """`shown` are the subjects in the list at the left, `go` leads to one, `foresee` hears which page comes next, nothing at
    the end.
    """

    shown: Callable[[], tuple[UUID, ...]]
    go: Callable[[UUID], None]
    foresee: Callable[[str], None]
    tell: Callable[[NoticeLine], None]


class LineDesk:
    def __init__(self, hand: BenchHand, bar: LineBar, around: LineSurroundings) -> None:
        self._hand = hand
        self._bar = bar
        self._around = around
        self._ids: frozenset[UUID] = frozenset()
        self._code = ""
        self._is_ending = False

    @property
    def is_on(self) -> bool:
        return bool(self._code)

    @property
    def indicator(self) -> Indicator | None:
        snapshot = self._hand.snapshot
        return snapshot.standard.indicator(self._code) if snapshot is not None and self._code else None

    def toggle(self) -> None:
        if self.is_on:
            self.leave()
            return
        self._ids = frozenset(self._around.shown())
        self._code = self._hand.indicator_code
        if not self.line().stops:
            self.leave()
            self._around.tell(NoticeLine(_NOBODY))
            return
        self.refresh()
        first = self.line().next_open(self._hand.subject_id)
        if first is not None and not self._is_open_here():
            self._around.go(first)
        self._foresee()

    def leave(self) -> None:
        self._code, self._is_ending = "", False
        self._bar.hide()
        self._around.foresee("")

    def take_up(self, code: str) -> None:
        """Another indicator was picked: the line goes on with it."""
        if self.is_on and code != self._code:
            self._code, self._is_ending = code, False
            self.refresh()

    def kept_among(self, rows: Iterable[IndicatorListRow]) -> str:
        """The code that stays in hand at another subject; empty where there is no line, or the subject is not on it."""
        codes = {row.indicator.code for row in rows if isinstance(row, IndicatorRow)}
        return self._code if self._code in codes else ""

    def line(self) -> AssemblyLine:
        snapshot, indicator = self._hand.snapshot, self.indicator
        if snapshot is None or indicator is None:
            return AssemblyLine(())
        listed = [each for each in snapshot.standings if each.subject.id in self._ids]
        return assembly_line(snapshot.standard, listed, indicator, inspector=self._hand.inspector)

    def step(self, by: int) -> None:
        neighbour = self.line().step(self._hand.subject_id, by)
        if neighbour is not None:
            self._around.go(neighbour)
            self._foresee()

    def go_on(self) -> None:
        """The one in hand is answered: to the next that is not, or to the end."""
        following = self.line().next_open(self._hand.subject_id)
        if following is None:
            self._is_ending = True
            self.refresh()
        else:
            self._around.go(following)
            self._foresee()

    def refresh(self) -> None:
        """Something was stored: the figure, and the closing sentence once all are answered."""
        indicator = self.indicator
        if not self.is_on or indicator is None:
            return
        line = self.line()
        self._bar.show_line(f"{indicator.code} {indicator.name}", line)
        if self._is_ending and line.is_finished:
            self.leave()
            count = len(line.stops)
            self._around.tell(
                NoticeLine(f"流水线完成：{count} 个对象的“{indicator.name}”都已判定。", Tone.DONE)
            )

    def _is_open_here(self) -> bool:
        return any(s.subject_id == self._hand.subject_id and not s.is_done for s in self.line().stops)

    def _foresee(self) -> None:
        snapshot, following = self._hand.snapshot, self.line().next_open(self._hand.subject_id)
        standing = snapshot.standing(following) if snapshot is not None and following is not None else None
        if standing is not None and standing.subject.home_url:
            self._around.foresee(standing.subject.home_url)

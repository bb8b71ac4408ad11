"""How an inspector walks on at the bench: from an answer to the next indicator, among subjects, indicators and findings."""

from typing import TYPE_CHECKING

from workbench.domain.verdict import Outcome
from workbench.gui.bench.bench_hints import NO_MORE_FINDINGS, NO_MORE_SUBJECTS, still_waiting
from workbench.gui.bench.indicator_rows import next_open, step_from
from workbench.gui.bench.judging_ground import NOTHING_TO_JUDGE
from workbench.gui.notice_line import NoticeLine

if TYPE_CHECKING:
    from workbench.gui.bench.bench_page import BenchPage

_SETTLED = (Outcome.PASS, Outcome.NOT_APPLICABLE)


class BenchSteps:
    def __init__(self, bench: "BenchPage") -> None:
        self._bench = bench

    def judge(self, outcome: Outcome) -> None:
        """What is settled by one key leads on; a fail or a doubt wants more said, and what waits wants a decision first."""
        bench = self._bench
        if bench.hand.indicator is None:
            bench.context.tell(NoticeLine(NOTHING_TO_JUDGE))
            return
        waiting = sum(row.waits for row in bench.indicator_panel.findings.rows)
        if not bench.desk.judge(outcome) or outcome not in _SETTLED:
            return
        if waiting:
            bench.context.tell(still_waiting(waiting))
        else:
            self.go_on()

    def confirm(self) -> None:
        """Enter on what this inspector has confirmed already leads on to what waits."""
        chosen = self._bench.indicator_panel.findings.chosen()
        if len(chosen) == 1 and chosen[0].is_confirmed:
            self.to_finding(1)
        else:
            self._bench.desk.confirm_findings()

    def go_on(self) -> None:
        """To what wants an answer next: another indicator, or the next subject of the assembly line."""
        bench = self._bench
        if bench.tools.line.is_on:
            bench.tools.line.go_on()
        else:
            bench.indicator_list.select(next_open(bench.indicator_list.rows, bench.hand.indicator_code))

    def to_subject(self, by: int) -> None:
        bench = self._bench
        if bench.tools.line.is_on:
            bench.tools.line.step(by)
        elif not bench.subject_list.step(by, bench.hand.subject_id):
            bench.context.tell(NO_MORE_SUBJECTS)

    def to_indicator(self, by: int) -> None:
        listed, here = self._bench.indicator_list, self._bench.hand.indicator_code
        listed.select(step_from(listed.rows, here, by))

    def to_finding(self, by: int) -> None:
        """On arriving at a subject the one in hand comes first, whose page is not on screen yet; past the last one of an
        indicator comes the next indicator with something to confirm.
        """
        bench = self._bench
        if by > 0 and bench.open_owed():
            return
        if bench.indicator_panel.findings.step(by) or bench.indicator_list.step_to_waiting(by):
            return
        held = bench.indicator_panel.findings.current()
        if held is not None:
            bench.ways.follow(held)
        bench.context.tell(NO_MORE_FINDINGS)

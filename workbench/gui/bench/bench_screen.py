"""Puts what is in hand on screen: score, list of indicators, the indicator, its findings and their evidence."""

from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.bench_tools import BenchTools
from workbench.gui.bench.evidence_rows import evidence_counts
from workbench.gui.bench.indicator_list import IndicatorList
from workbench.gui.bench.indicator_panel import IndicatorPanel
from workbench.gui.bench.indicator_rows import indicator_rows
from workbench.gui.bench.judging_ground import JudgingGround
from workbench.gui.bench.past_words import past_in_words, past_result_in_words
from workbench.gui.bench.score_panel import ScorePanel


class BenchScreen:
    def __init__(
        self,
        hand: BenchHand,
        *,
        score: ScorePanel,
        indicators: IndicatorList,
        indicator: IndicatorPanel,
        tools: BenchTools,
        ground: JudgingGround,
    ) -> None:
        self._hand = hand
        self._score = score
        self._indicators = indicators
        self._indicator = indicator
        self._tools = tools
        self._ground = ground

    def show_standing(self, *, is_new: bool = False) -> None:
        """The subject in hand and its indicator."""
        standing, snapshot = self._hand.standing, self._hand.snapshot
        if standing is None or snapshot is None:
            return
        self._score.show_standing(standing, past=past_result_in_words(snapshot.previous, standing.subject))
        self._indicators.show_rows(indicator_rows(snapshot.standard, standing))
        self._indicators.select(self._hand.indicator_code)
        self.show_indicator(is_new=is_new)

    def show_indicator(self, *, is_new: bool) -> None:
        standing, indicator, snapshot = self._hand.standing, self._hand.indicator, self._hand.snapshot
        self._ground.show_whether(has_indicator=indicator is not None)
        if standing is None or indicator is None or snapshot is None:
            self._indicator.let_go()
            self._tools.show_evidence()
            return
        self._indicator.show_indicator(
            snapshot.standard,
            standing,
            indicator,
            inspector=self._hand.inspector,
            is_new=is_new,
            evidence=evidence_counts(self._hand.evidence),
            past=past_in_words(snapshot.previous, standing.subject, indicator),
        )
        self._tools.show_evidence()

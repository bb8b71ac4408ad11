"""What the column checks see: a column of the register, its page, and the window the standard gives it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.domain.column import Column
from workbench.domain.observation import Observation
from workbench.domain.silence import Silence
from workbench.domain.window import Window
from workbench.views.page_view import PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """`window` is None where no rule of the pinned standard asks this column to be updated.

    `windows` are those the standard gives the aspects of the check that is shown the column; an aspect without is not asked.
    `silence` is the reason on record why it had nothing to publish, where one is in force.
    """

    column: Column
    page: PageView
    as_of: date
    window: Window | None = None
    windows: Mapping[str, Window] = field(default_factory=dict)
    silence: Silence | None = None

    def observe(
        self,
        check: str,
        excerpt: str,
        *,
        proof: Iterable[tuple[str, str]] = (),
        is_unsure: bool = False,
        is_measure: bool = False,
    ) -> Observation:
        """Something seen in this column, with the proof of which empty texts are left out."""
        shown = [("栏目", self.column.name), *proof, ("识别规则", self._recipe_in_proof)]
        return Observation(
            check=check,
            aspect=self.column.aspect,
            place=self.column.url,
            excerpt=excerpt,
            proof=tuple((label, words) for label, words in shown if words),
            is_unsure=is_unsure,
            is_measure=is_measure,
        )

    @property
    def recipe_doubt(self) -> str:
        """That the pointed recipe of the column does not fit any more, in one sentence; empty where there is nothing to say."""
        fault = self.page.recipe_fault
        return f"栏目的识别规则不再适用（{fault}），本次改按自动识别，请重新指定识别规则。" if fault else ""

    @property
    def silence_in_words(self) -> str:
        """The reason in force, as an outcome says it; empty for none."""
        held = self.silence
        return f"无更新说明，有效至{held.until}：{held.reason}（依据：{held.proof}）" if held else ""

    @property
    def _recipe_in_proof(self) -> str:
        if self.page.recipe is None:
            return ""
        return "不再适用，本次按自动识别" if self.page.recipe_fault else "按指定的规则读取"

"""What the column checks see: a column of the register, its page, and the window the standard gives it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.domain.column import Column
from workbench.domain.window import Window
from workbench.views.page_view import PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """`window` is None where no rule of the pinned standard asks this column to be updated.

    `windows` are those the standard gives the aspects of the check that is shown the column; an aspect without is not asked.
    """

    column: Column
    page: PageView
    as_of: date
    window: Window | None = None
    windows: Mapping[str, Window] = field(default_factory=dict)

"""The items of a column by the selectors an inspector has pointed out, or why they no longer fit the page."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.domain.column_recipe import ColumnRecipe
from workbench.errors import WrongUseError
from workbench.views.css_selector import Selector, parse_selector
from workbench.views.date_spots import DateSpot, Strength, date_spots
from workbench.views.date_words import (
    find_compact_dates,
    find_full_dates,
    find_month_days,
    find_relative_dates,
)
from workbench.views.item_date import item_date
from workbench.views.item_source import source_in
from workbench.views.list_items import LONGEST_TITLE, ListItem, title_without_date
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_zones import Zones
from workbench.views.selector_match import SelectedPage

# No list is as long.
_MOST_ITEMS = 2_000
_LONGEST_DATE, _LONGEST_ROW = 200, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeReading:
    """`matched` counts the places the item selector meant, `items` those that have a title. `fault` is one clause in
    Chinese that says why the recipe does not fit the page, empty where it fits.
    """

    items: tuple[ListItem, ...] = ()
    matched: int = 0
    fault: str = ""

    @property
    def dated(self) -> int:
        return sum(item.date is not None for item in self.items)


@dataclass(frozen=True, slots=True)
class RecipeSelectors:
    """A recipe whose selectors have been read."""

    item: Selector
    title: Selector | None
    date: Selector | None

    @classmethod
    def of(cls, recipe: ColumnRecipe) -> "RecipeSelectors":
        """Raises WrongUseError, in one sentence, where a selector cannot be read."""
        if not recipe.item.strip():
            raise WrongUseError("请写明每一条信息的选择器，例如 ul.list > li。")
        title, day = (
            parse_selector(text, is_relative=True) if text.strip() else None
            for text in (recipe.title, recipe.date)
        )
        return cls(parse_selector(recipe.item), title, day)


def read_by_recipe(
    page: SelectedPage, recipe: ColumnRecipe, *, resolve: Callable[[str], str], as_of: date
) -> RecipeReading:
    """Never raises for what the page or the recipe is."""
    try:
        selectors = RecipeSelectors.of(recipe)
    except WrongUseError as error:
        return RecipeReading(fault=str(error).rstrip("。"))
    reader = _RecipeReader(page, selectors, resolve, as_of)
    items = tuple(item for item in reader.items() if item is not None)
    return RecipeReading(items=items, matched=reader.matched, fault=_fault(recipe, items, reader.matched))


def innermost(outline: Outline, elements: Sequence[int]) -> list[int]:
    """Those that hold no other: a box around items is no item."""
    return [
        element
        for number, element in enumerate(elements)
        if number + 1 == len(elements) or elements[number + 1] >= outline.ends[element]
    ]


def _fault(recipe: ColumnRecipe, items: Sequence[ListItem], matched: int) -> str:
    if not matched:
        return f"条目选择器“{recipe.item}”在页面上找不到内容"
    if 2 * len(items) < matched or not items:
        return f"条目选择器找到{matched}处，其中只有{len(items)}处读得出标题"
    dated = sum(item.date is not None for item in items)
    if recipe.date.strip() and 2 * dated < len(items):
        return f"找到{len(items)}条，其中只有{dated}条按日期选择器“{recipe.date}”读得出日期"
    return ""


class _RecipeReader:
    def __init__(
        self, page: SelectedPage, selectors: RecipeSelectors, resolve: Callable[[str], str], as_of: date
    ) -> None:
        self._page, self._outline = page, page.outline
        self._selectors, self._resolve, self._as_of = selectors, resolve, as_of
        outline = page.outline
        everywhere = Zones(outline, 0, len(outline.texts), frames=[False] * len(outline.tags))
        self._spots = date_spots(everywhere, as_of=as_of)
        self._spot_runs = [spot.first for spot in self._spots]
        self._found = innermost(outline, page.select(selectors.item))[:_MOST_ITEMS]
        self.matched = len(self._found)

    def items(self) -> Iterator[ListItem | None]:
        for number, element in enumerate(self._found):
            following = self._found[number + 1] if number + 1 < self.matched else len(self._outline.tags)
            above = self._outline.parents[element]
            last = following if above == NONE else min(following, self._outline.ends[above])
            yield self._item(element, max(last, self._outline.ends[element]))

    def _item(self, element: int, until: int) -> ListItem | None:
        holder = self._first(self._selectors.title, element, until)
        if holder is None:
            return None
        spots = self._dates_of(element, until)
        title_element, raw = self._title_of(holder)
        words = self._outline.text_of(title_element)[:LONGEST_TITLE]
        own = [*spots, *self._spots_in(title_element)]
        title = title_without_date(words, own).strip()
        if not title or (own and title == own[0].words.strip()):
            return None
        url = self._resolve(raw) if raw else ""
        source = source_in(self._outline.text_of(element).replace(words, " ")[:_LONGEST_ROW])
        if not spots:
            return ListItem(title, url, None, "", source)
        day = item_date(spots, url=url, heading="", as_of=self._as_of)
        return ListItem(title, url, day.day, day.source, source)

    def _first(self, selector: Selector | None, element: int, until: int) -> int | None:
        """What the selector means for this item: the item itself where there is none."""
        if selector is None:
            return element
        return next(self._page.select_from(selector, element, until=until), None)

    def _title_of(self, holder: int) -> tuple[int, str]:
        """The element with the words of the title, and its address as written, empty for none."""
        outline = self._outline
        inside = [outline.anchors[number] for number in outline.anchors_in(holder)]
        named = [anchor for anchor in inside if anchor.last > anchor.first]
        if self._selectors.title is not None:
            around = self._anchor_around(holder)
            return holder, next((anchor.raw for anchor in named), around)
        if not named:
            return holder, self._anchor_around(holder)
        longest = max(named, key=lambda anchor: (len(outline.text_of(anchor.element)), -anchor.element))
        return longest.element, longest.raw

    def _anchor_around(self, element: int) -> str:
        outline = self._outline
        first, last = outline.first_runs[element], outline.last_runs[element]
        number = outline.run_anchors[first] if first < last else NONE
        return outline.anchors[number].raw if number != NONE else ""

    def _dates_of(self, element: int, until: int) -> list[DateSpot]:
        holder = self._first(self._selectors.date, element, until)
        if holder is None:
            return []
        spots = self._spots_in(holder)
        return spots if spots or self._selectors.date is None else self._pointed_date(holder)

    def _spots_in(self, element: int) -> list[DateSpot]:
        first, last = self._outline.first_runs[element], self._outline.last_runs[element]
        return self._spots[bisect_left(self._spot_runs, first) : bisect_left(self._spot_runs, last)]

    def _pointed_date(self, element: int) -> list[DateSpot]:
        """The first date in the words of what was pointed at, be it in a sentence."""
        words = self._outline.text_of(element)[:_LONGEST_DATE]
        attribute = self._page.attribute(element, "datetime") or self._page.attribute(element, "title")
        for text in (words, attribute[:_LONGEST_DATE]):
            found = (
                next(find_full_dates(text), None)
                or next(find_compact_dates(text), None)
                or next(find_month_days(text), None)
                or next(find_relative_dates(text, as_of=self._as_of), None)
            )
            if found is not None:
                run = self._outline.first_runs[element]
                return [DateSpot(found.day, run, run, found.form, found.words, Strength.STANDALONE)]
        return []

"""Makes a recipe of two places a person has pointed at: the title and the date of one item stand for those of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.column_recipe import ColumnRecipe
from workbench.errors import WrongUseError
from workbench.views.css_selector import parse_selector
from workbench.views.list_paths import ListPaths
from workbench.views.page_outline import NONE, Outline
from workbench.views.page_view import PageView
from workbench.views.recipe_reading import RecipeReading
from workbench.views.selector_match import SelectedPage

_MOST_LEVELS = 12
_LONGEST_DATE_WORDS, _DIGITS_OF_DATE = 60, 5


def propose_recipe(page: PageView, title_place: str, date_place: str = "") -> ColumnRecipe:
    """The recipe that finds the item pointed at and all like it. Places are CSS paths from `html` down; `date_place` is empty
    for a list without dates.

    Raises:
        WrongUseError: a place is not on the page, or no list goes on from it; in one sentence.
    """
    elements = SelectedPage(page.tree.parser, page.outline)
    title = _link_around(page.outline, _element_at(elements, title_place, "标题"))
    day = _whole_date(page, _element_at(elements, date_place, "日期"), title) if date_place.strip() else None
    if day is not None and page.outline.is_inside(day, title):
        # The link holds its date: the title is read without it.
        day = title
    pointed = _Pointed(page, ListPaths(elements, title), title, day)
    for recipe in pointed.recipes():
        reading = page.by_recipe(recipe).recipe_reading
        if reading is not None and pointed.is_met_by(reading):
            return recipe
    raise WrongUseError("指的位置不像列表里的一条，请重新指一条信息的标题和日期。")


def _element_at(elements: SelectedPage, place: str, name: str) -> int:
    found = elements.select(parse_selector(place)) if place.strip() else []
    if not found:
        raise WrongUseError(f"页面上找不到所指的{name}，请重新打开页面再指一次。")
    return found[0]


def _link_around(outline: Outline, element: int) -> int:
    above = element
    for _ in range(_MOST_LEVELS):
        if above == NONE:
            break
        if outline.tags[above] == "a":
            return above
        above = outline.parents[above]
    inside = outline.anchors_in(element)
    return outline.anchors[inside[0]].element if len(inside) == 1 else element


def _whole_date(page: PageView, element: int, title: int) -> int:
    """A day may stand in pieces: the smallest box around the place that holds a whole date and not the title."""
    outline, held = page.outline, element
    best = element
    for _ in range(3):
        if held == NONE or (outline.is_inside(title, held) and held != title):
            break
        words = outline.text_of(held)
        if len(words) > _LONGEST_DATE_WORDS:
            break
        best = held
        if sum(char.isdigit() for char in words) >= _DIGITS_OF_DATE:
            break
        held = outline.parents[held]
    return best


@dataclass(slots=True)
class _Pointed:
    page: PageView
    paths: ListPaths
    title: int
    day: int | None

    @property
    def outline(self) -> Outline:
        return self.page.outline

    def is_met_by(self, reading: RecipeReading) -> bool:
        """Whether the item pointed at is among several, with a date where one was pointed at."""
        words = self.outline.text_of(self.title)
        met = [item for item in reading.items if item.title in words]
        has_date = any(item.date is not None if self.day is not None else item.url for item in met)
        return not reading.fault and bool(met) and len(reading.items) > 1 and has_date

    def recipes(self) -> Iterator[ColumnRecipe]:
        """From what says most to what says least."""
        yield from self._side_by_side()
        for item in self._boxes():
            for way in self.paths.ways_to(item):
                title = self.paths.inside(item, self.title)
                day = self.paths.inside(item, self.day) if self.day not in (None, self.title) else ""
                yield ColumnRecipe(item=way, title=title, date=day)

    def _boxes(self) -> list[int]:
        """What may be the item: the boxes around both places that have others like them beside them, small ones first."""
        held = self.title if self.day is None else self.paths.common(self.title, self.day)
        found = []
        for _ in range(_MOST_LEVELS):
            if held == NONE:
                break
            if len(self.paths.like(held)) > 1:
                found.append(held)
            held = self.outline.parents[held]
        return found

    def _side_by_side(self) -> Iterator[ColumnRecipe]:
        """Titles and dates in turn, with no box around the two: dt and dd, or one div after the other."""
        if self.day is None or self.day == self.title:
            return
        box = self.paths.common(self.title, self.day)
        if box in (self.title, self.day):
            return
        title, day = self.paths.child_towards(box, self.title), self.paths.child_towards(box, self.day)
        titles, days = self.paths.like(title), [one for one in self.paths.like(day) if self._shows_date(one)]
        titles = [one for one in titles if one not in days and self.outline.anchors_in(one)]
        if len(titles) < 2 or len(titles) != len(days):
            return
        first, second = (title, day) if title < day else (day, title)
        for way in self.paths.ways_to(first, titles if first == title else days):
            behind = f"+ {self.outline.tags[second]}"
            inner_title = self.paths.inside(title, self.title)
            inner_day = self.paths.inside(day, self.day)
            if first == title:
                yield ColumnRecipe(item=way, title=inner_title, date=_joined(behind, inner_day))
            else:
                yield ColumnRecipe(item=way, title=_joined(behind, inner_title), date=inner_day)

    def _shows_date(self, element: int) -> bool:
        return sum(char.isdigit() for char in self.outline.text_of(element)) >= 3


def _joined(behind: str, inner: str) -> str:
    return f"{behind} {inner}".strip()

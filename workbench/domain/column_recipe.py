"""How the items of one column are told on its pages: CSS selectors an inspector has pointed out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRecipe:
    """`item` selects each item on the page; `title` and `date` select inside an item, empty where the item itself serves."""

    item: str
    title: str = ""
    date: str = ""

"""The selectors of a column as a row of the register gives them."""

from workbench.domain.column_recipe import ColumnRecipe
from workbench.errors import WrongUseError
from workbench.register.faulty_row import FaultyRowError
from workbench.register.plain_text import half_width, plain_text, says_nothing
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_table import RegisterLine
from workbench.views.recipe_reading import RecipeSelectors


def read_recipe(line: RegisterLine, stored: ColumnRecipe | None) -> ColumnRecipe | None:
    """Over what is stored: an empty cell changes nothing, “无” takes a selector away, and with that of the items all of them.

    Raises:
        FaultyRowError: a selector cannot be read, or that of the items is missing.
    """
    old = stored or ColumnRecipe(item="")
    item, title, day = (
        _cell(line, field, before)
        for field, before in (
            (Field.RECIPE_ITEM, old.item),
            (Field.RECIPE_TITLE, old.title),
            (Field.RECIPE_DATE, old.date),
        )
    )
    if not item and line.text(Field.RECIPE_ITEM).strip():
        return None
    if not (item or title or day):
        return stored
    recipe = ColumnRecipe(item=item, title=title, date=day)
    try:
        RecipeSelectors.of(recipe)
    except WrongUseError as fault:
        raise FaultyRowError(str(fault)) from fault
    return recipe


def recipe_in_words(recipe: ColumnRecipe | None) -> str:
    if recipe is None:
        return ""
    return "；".join(text for text in (recipe.item, recipe.title, recipe.date) if text)


def _cell(line: RegisterLine, field: Field, before: str) -> str:
    text = half_width(plain_text(line.text(field)))
    if not text:
        return before
    return "" if says_nothing(text) else text

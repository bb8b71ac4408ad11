"""Give a column the selectors of its items, titles and dates; they are tried on its page before they are kept."""

from dataclasses import dataclass, replace

from workbench.domain.column import Column
from workbench.domain.column_recipe import ColumnRecipe
from workbench.domain.ids import inspector_name
from workbench.errors import WrongUseError
from workbench.operations.find_column import saved_page_of
from workbench.operations.lead_only import require_lead
from workbench.storage.workspace import Workspace
from workbench.views.list_items import ListItem
from workbench.views.page_view import PageView
from workbench.views.recipe_proposal import propose_recipe
from workbench.views.recipe_reading import RecipeSelectors

NO_PAGE = "这个栏目还没有保存的页面，请先检查一次，或指定一个网页文件。"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipeTrial:
    """What the recipe finds on a page. `words` is one sentence; `is_fit` False where the page is not of that layout, or where
    there was none to try it on.
    """

    recipe: ColumnRecipe
    items: tuple[ListItem, ...] = ()
    is_fit: bool = False
    words: str = ""


def try_recipe(
    workspace: Workspace, column: Column, recipe: ColumnRecipe, *, page: PageView | None = None
) -> RecipeTrial:
    """On the page given, else on the page saved of the column.

    Raises:
        WrongUseError: a selector cannot be read.
    """
    RecipeSelectors.of(recipe)
    seen = page or saved_page_of(workspace, column)
    if seen is None:
        return RecipeTrial(recipe=recipe, words=NO_PAGE)
    reading = seen.by_recipe(recipe).recipe_reading
    if reading is None or reading.fault:
        fault = reading.fault if reading is not None else ""
        return RecipeTrial(
            recipe=recipe, words=f"识别规则不适合“{column.name}”的页面：{fault}，请改正后再试。"
        )
    return RecipeTrial(recipe=recipe, items=reading.items, is_fit=True, words=_found_in_words(reading.items))


def propose_by_pointing(
    workspace: Workspace,
    column: Column,
    *,
    title_place: str,
    date_place: str = "",
    page: PageView | None = None,
) -> RecipeTrial:
    """The recipe that two places pointed at make, tried. Places are CSS paths as the embedded page tells them.

    Raises:
        WrongUseError: there is no page, or the places are not those of an item of a list.
    """
    seen = page or saved_page_of(workspace, column)
    if seen is None:
        raise WrongUseError(NO_PAGE)
    return try_recipe(workspace, column, propose_recipe(seen, title_place, date_place), page=seen)


def save_recipe(
    workspace: Workspace, column: Column, recipe: ColumnRecipe, *, by: str, page: PageView | None = None
) -> RecipeTrial:
    """Kept with the column, unless its page says that it does not fit; without a page it is kept untried.

    Raises:
        WrongUseError: a selector cannot be read, or the recipe does not fit.
        NotAllowedError: `by` is not the lead.
    """
    require_lead(workspace, by)
    trial = try_recipe(workspace, column, recipe, page=page)
    if not trial.is_fit and trial.words != NO_PAGE:
        raise WrongUseError(trial.words)
    workspace.save(replace(column, recipe=recipe), inspector=inspector_name(by), why="指定栏目识别规则")
    return trial


def drop_recipe(workspace: Workspace, column: Column, *, by: str) -> None:
    """The general rules read the column again. Raises NotAllowedError where `by` is not the lead."""
    require_lead(workspace, by)
    if column.recipe is not None:
        workspace.save(replace(column, recipe=None), inspector=inspector_name(by), why="取消栏目识别规则")


def _found_in_words(items: tuple[ListItem, ...]) -> str:
    dated = [item.date for item in items if item.date is not None]
    if not dated:
        return f"找到{len(items)}条，都没有日期；如页面上有日期，请再指定日期。"
    without = len(items) - len(dated)
    rest = f"，其中{without}条没有日期" if without else ""
    return f"找到{len(items)}条{rest}，最新一条是{max(dated)}。"

"""`workbench recipe`: the selectors of a column's items, titles and dates: try, keep, show, drop."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date

from workbench.cli.arguments import acting_lead, add_by, add_json, add_workspace
from workbench.cli.masked_output import masked_output
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.domain.column import Column
from workbench.domain.column_recipe import ColumnRecipe
from workbench.errors import WrongUseError
from workbench.operations.find_column import find_column
from workbench.operations.find_subject import find_subject
from workbench.operations.read_page import PageRequest, read_page
from workbench.operations.save_recipe import (
    RecipeTrial,
    drop_recipe,
    propose_by_pointing,
    save_recipe,
    try_recipe,
)
from workbench.storage.workspace import Workspace
from workbench.views.list_items import ListItem
from workbench.views.page_view import PageView

_SHOWN = 10


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", required=True, metavar="CODE", help="哪个对象")
    parser.add_argument("--column", required=True, metavar="URL", help="哪个栏目：网址或名称")
    parser.add_argument("--item", default="", metavar="CSS", help="每一条信息的选择器，例如 ul.list > li")
    parser.add_argument("--title", default="", metavar="CSS", help="条目里标题的选择器；不写则取最长的链接")
    parser.add_argument("--date", default="", metavar="CSS", help="条目里日期的选择器；不写则自动找")
    parser.add_argument(
        "--point-title", metavar="PATH", help="所指标题的路径，由它和 --point-date 推出选择器"
    )
    parser.add_argument("--point-date", default="", metavar="PATH", help="所指日期的路径")
    parser.add_argument("--page", metavar="FILE|URL", help="在这个网页上试；不写则用检查时保存的栏目页")
    parser.add_argument("--allow-private", action="store_true", help="允许读内网或本机地址上的网页")
    parser.add_argument("--try", dest="is_trial", action="store_true", help="只试，不保存")
    parser.add_argument("--drop", action="store_true", help="取消这个栏目的识别规则")
    add_by(parser)
    add_json(parser)


@verb("recipe", summary="指定栏目的识别规则（条目、标题、日期的选择器）", arguments=_arguments)
def recipe(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        subject = find_subject(workspace, arguments.subject)
        column = find_column(workspace, subject, arguments.column)
        if arguments.drop:
            drop_recipe(workspace, column, by=acting_lead(arguments, workspace))
            _tell_dropped(column, is_json=arguments.json)
            return 0
        trial, is_saved = _trial(arguments, workspace, column)
    if arguments.json:
        say_json(_document(trial, is_saved=is_saved))
    else:
        _tell(trial, column, is_saved=is_saved)
    return 0 if trial.is_fit else 1


def _tell_dropped(column: Column, *, is_json: bool) -> None:
    words = f"已取消“{column.name}”的识别规则，改按自动识别。"
    if is_json:
        say_json({"item": "", "title": "", "date": "", "is_saved": False, "words": words, "items": []})
    else:
        say(words)


def _trial(arguments: Namespace, workspace: Workspace, column: Column) -> tuple[RecipeTrial, bool]:
    """What is tried, and whether it was saved; without anything to try, what the column carries is."""
    page = _page(arguments, column, workspace) if arguments.page else None
    chosen = _chosen(arguments, workspace, column, page)
    if arguments.is_trial or chosen == column.recipe:
        return try_recipe(workspace, column, chosen, page=page), False
    by = acting_lead(arguments, workspace)
    return save_recipe(workspace, column, chosen, by=by, page=page), True


def _chosen(
    arguments: Namespace, workspace: Workspace, column: Column, page: PageView | None
) -> ColumnRecipe:
    if arguments.point_title:
        pointed = propose_by_pointing(
            workspace, column, title_place=arguments.point_title, date_place=arguments.point_date, page=page
        )
        return pointed.recipe
    if arguments.item:
        return ColumnRecipe(item=arguments.item, title=arguments.title, date=arguments.date)
    if column.recipe is None:
        raise WrongUseError(f"“{column.name}”还没有识别规则，请用 --item 写明每一条信息的选择器。")
    return column.recipe


def _page(arguments: Namespace, column: Column, workspace: Workspace) -> PageView:
    reading = read_page(
        PageRequest(
            source=arguments.page,
            url=column.url,
            as_of=workspace.campaign.as_of,
            may_be_private=arguments.allow_private,
        )
    )
    if reading.page is None:
        raise WrongUseError(reading.error)
    return reading.page


def _tell(trial: RecipeTrial, column: Column, *, is_saved: bool) -> None:
    parts = (("条目", trial.recipe.item), ("标题", trial.recipe.title), ("日期", trial.recipe.date))
    say("　".join(f"{name} {css}" for name, css in parts if css))
    for item in trial.items[:_SHOWN]:
        say(f"  {str(item.date or '无日期'):<10}  {masked_output(item.title, as_of=date.max)}")
    say(trial.words)
    if is_saved:
        say(f"已保存为“{column.name}”的识别规则。")


def _document(trial: RecipeTrial, *, is_saved: bool) -> dict[str, object]:
    return {
        "item": trial.recipe.item,
        "title": trial.recipe.title,
        "date": trial.recipe.date,
        "is_fit": trial.is_fit,
        "is_saved": is_saved,
        "words": trial.words,
        "items": _items(trial.items),
    }


def _items(items: Sequence[ListItem]) -> list[dict[str, object]]:
    return [
        {
            "title": masked_output(item.title, as_of=date.max),
            "url": item.url,
            "date": item.date.isoformat() if item.date else None,
            "date_source": item.date_source,
        }
        for item in items
    ]

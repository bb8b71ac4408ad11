"""`workbench columns`: propose the columns of registered sites from their menus and site maps; register them on request."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from workbench.cli.arguments import acting_lead, add_by, add_json, add_workspace
from workbench.cli.output import complain, say, say_event, say_json
from workbench.cli.verb import verb
from workbench.domain.column import COLUMN_CLASS_WORDS
from workbench.domain.subject import Subject, SubjectKind
from workbench.errors import WrongUseError
from workbench.operations.confirm_columns import (
    SubjectColumns,
    propose_subject_columns,
    save_proposed_columns,
)
from workbench.operations.discover_columns import MOST_PAGES
from workbench.operations.find_subject import find_subject
from workbench.operations.lead_only import require_lead
from workbench.storage.workspace import Workspace
from workbench.views.column_proposals import ColumnProposal


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument(
        "--subject", metavar="CODE", action="append", default=[], help="只查这个对象；可写多次"
    )
    parser.add_argument(
        "--pages", type=int, default=MOST_PAGES, metavar="N", help="每个对象最多读几页，默认 %(default)s"
    )
    parser.add_argument("--save", action="store_true", help="登记查找到的新栏目（仅组长）")
    parser.add_argument(
        "--pick",
        metavar="NAME|URL",
        action="append",
        default=[],
        help="与 --save 同用：只登记这个栏目；可写多次",
    )
    parser.add_argument("--events", action="store_true", help="在标准输出逐行打印 JSON 进度和结果")
    add_by(parser)
    add_json(parser)


@verb("columns", summary="从首页菜单和网站地图查找栏目，给出类别、级别和依据", arguments=_arguments)
def columns(arguments: Namespace) -> int:
    if arguments.pages < 1:
        raise WrongUseError("--pages 至少是 1。")
    if arguments.pick and not arguments.save:
        raise WrongUseError("--pick 只说登记哪些栏目，请同时写上 --save。")
    with Workspace.open(arguments.workspace) as workspace:
        by = acting_lead(arguments, workspace)
        if arguments.save:
            require_lead(workspace, by)
        told = []
        for subject in _subjects(arguments, workspace):
            found = propose_subject_columns(
                workspace,
                subject,
                most_pages=arguments.pages,
                told=_say_progress if arguments.events else None,
            )
            chosen = _chosen(arguments, found) if arguments.save else ()
            saved = save_proposed_columns(workspace, subject, chosen, by=by) if chosen else ()
            told.append(_document(found, len(saved)))
            if arguments.events:
                say_event({"found": told[-1]})
            elif not arguments.json:
                _tell(found, len(saved), is_saved=arguments.save)
    if arguments.json and not arguments.events:
        say_json(told)
    return 0


def _say_progress(asked: int, waiting: int) -> None:
    say_event({"asked": asked, "waiting": waiting})


def _subjects(arguments: Namespace, workspace: Workspace) -> Iterator[Subject]:
    if arguments.subject:
        yield from (find_subject(workspace, code) for code in arguments.subject)
        return
    for subject in workspace.subjects():
        if subject.is_inspected and subject.kind is not SubjectKind.ACCOUNT and subject.home_url:
            yield subject


def _chosen(arguments: Namespace, found: SubjectColumns) -> Sequence[ColumnProposal]:
    if not arguments.pick:
        return found.new
    return [each for each in found.new if each.name in arguments.pick or each.url in arguments.pick]


def _tell(found: SubjectColumns, saved: int, *, is_saved: bool) -> None:
    if found.discovery.error:
        complain(f"{found.subject.name}：{found.discovery.error}")
        return
    say(
        f"{found.subject.name}：读了 {found.discovery.pages_read} 页，新栏目 {len(found.new)} 个，已登记 {len(found.known)} 个"
    )
    for each in found.new:
        say(
            f"  {each.level}级　{COLUMN_CLASS_WORDS[each.column_class]}　{each.name}　{each.url}　{each.reason}"
        )
    for column in found.gone:
        say(f"  已登记的“{column.name}”在菜单和网站地图里都没有找到：{column.url}")
    if is_saved:
        say(f"  已登记 {saved} 个。")


def _document(found: SubjectColumns, saved: int) -> dict[str, object]:
    return {
        "subject": found.subject.code,
        "pages_read": found.discovery.pages_read,
        "unread": list(found.discovery.unread),
        "error": found.discovery.error,
        "saved": saved,
        "known": [column.url for column in found.known],
        "gone": [column.url for column in found.gone],
        "new": [
            {
                "name": each.name,
                "url": each.url,
                "class": each.column_class,
                "level": each.level,
                "reason": each.reason,
            }
            for each in found.new
        ],
    }

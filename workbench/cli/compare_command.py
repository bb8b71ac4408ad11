"""`workbench compare`: what has become of dead links since the run before."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import datetime

from workbench.cli.arguments import add_json, add_workspace
from workbench.cli.output import say, say_json
from workbench.cli.verb import verb
from workbench.domain.link_change import LINK_CHANGE_WORDS, ChangedLink, LinkChange
from workbench.operations.compare_runs import (
    SubjectComparison,
    changes_in_words,
    compare_runs,
    count_changes,
)
from workbench.operations.find_subject import find_subject
from workbench.storage.link_change_records import ComparedVisit
from workbench.storage.workspace import Workspace


def _arguments(parser: ArgumentParser) -> None:
    add_workspace(parser)
    parser.add_argument("--subject", metavar="CODE", help="只比较这个对象")
    add_json(parser)


@verb("compare", summary="与上一次检查相比，打不开的链接有何变化", arguments=_arguments)
def compare(arguments: Namespace) -> int:
    with Workspace.open(arguments.workspace) as workspace:
        subject = find_subject(workspace, arguments.subject) if arguments.subject else None
        comparisons = compare_runs(workspace, subject=subject)
    if arguments.json:
        say_json(_document(comparisons))
        return 0
    for comparison in comparisons:
        for line in _lines(comparison):
            say(line)
    if comparisons:
        say(f"{len(comparisons)} 个对象与上一次检查相比：{changes_in_words(count_changes(comparisons))}。")
    else:
        say("没有可比较的检查：同一个对象要查完两次链接才能比较。")
    return 0


def _lines(comparison: SubjectComparison) -> Iterator[str]:
    subject, before, after = comparison.subject, comparison.before, comparison.after
    yield f"{subject.name}（{subject.code}）　{_clock(before.ended_at)} → {_clock(after.ended_at)}"
    for change in LinkChange:
        links = comparison.of(change)
        if links:
            yield f"  {LINK_CHANGE_WORDS[change]} {len(links)}"
        for link in links:
            yield f"    {link.url}{_told(link)}"
    if comparison.ignored:
        yield f"  另有 {comparison.ignored} 个打不开的链接在忽略清单中"
    if not comparison.links and not comparison.ignored:
        yield "  两次都没有打不开的链接"


def _told(link: ChangedLink) -> str:
    where = "首页" if link.is_on_home else link.page
    words = "；".join(part for part in (link.reason, f"在{where}" if where else "") if part)
    return f"　{words}" if words else ""


def _clock(at: datetime) -> str:
    return f"{at.astimezone():%m-%d %H:%M}"


def _document(comparisons: tuple[SubjectComparison, ...]) -> dict[str, object]:
    return {
        "subjects": [
            {
                "code": each.subject.code,
                "name": each.subject.name,
                "before": _visit(each.before),
                "after": _visit(each.after),
                "changes": {
                    change.value: [_plain(link) for link in each.of(change)] for change in LinkChange
                },
                "ignored": each.ignored,
            }
            for each in comparisons
        ],
        "totals": {change.value: count for change, count in count_changes(comparisons).items()},
    }


def _visit(visit: ComparedVisit) -> dict[str, object]:
    return {"run": visit.number, "ended_at": visit.ended_at.isoformat()}


def _plain(link: ChangedLink) -> dict[str, object]:
    return {
        "url": link.url,
        "before": link.before,
        "after": link.after,
        "reason": link.reason,
        "page": link.page,
        "is_on_home": link.is_on_home,
    }

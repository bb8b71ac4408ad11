"""Shows a column of the register to the checks that see columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.checks.catalogue import Check
from workbench.domain.column import Column
from workbench.domain.link import LINK_OUTCOME_WORDS
from workbench.inspecting.check_bench import CheckBench
from workbench.inspecting.gathering import windows_for
from workbench.inspecting.inspection_event import InspectionEvent
from workbench.inspecting.proposals import citing_rule
from workbench.inspecting.subject_job import SubjectJob
from workbench.inspecting.survey_event import PageRead
from workbench.views.column_view import ColumnView


def look_at_column(
    bench: CheckBench, job: SubjectJob, column: Column, read: PageRead, *, chosen: Iterable[Check]
) -> Iterator[InspectionEvent]:
    """What the chosen checks say of the column as its page was read; skipped, with the reason, where it was not."""
    at = read.fetched.at
    if read.page is None:
        words = read.verdict.reason or LINK_OUTCOME_WORDS[read.verdict.outcome]
        yield from bench.skip(chosen, reason=f"栏目页打不开，没有检查：{words}。", target=column.url, at=at)
        return
    for check in chosen:
        rule = citing_rule(job.standard, check=check.id, aspect=column.aspect, subject=job.subject)
        view = ColumnView(
            column=column,
            page=read.page.by_recipe(column.recipe),
            as_of=job.as_of,
            window=rule.window if rule else None,
            windows=windows_for(check.id, standard=job.standard, subject=job.subject),
            silence=next((each for each in job.silences if each.column_id == column.id), None),
        )
        yield from bench.look(check, view, target=column.url, at=at)
        yield bench.end(check, target=column.url, at=at)


def by_recipe(read: PageRead, columns: Sequence[Column]) -> PageRead:
    """What a site is told of a column's page is read as the column is."""
    recipe = next((column.recipe for column in columns if column.recipe is not None), None)
    return read if recipe is None or read.page is None else replace(read, page=read.page.by_recipe(recipe))

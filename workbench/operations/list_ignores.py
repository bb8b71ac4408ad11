"""What is ignored today, with how many problems each ignore holds back."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from workbench.domain.ignore import IGNORE_SCOPE_WORDS
from workbench.operations.ignore_problem import what_in_words
from workbench.operations.score_campaign import SubjectStanding, ignores_today
from workbench.operations.silent_columns import SILENCE_WORD, silences_of
from workbench.reports.report_model import IgnoredRow
from workbench.storage.workspace import Workspace

EVERY_SUBJECT = "全部对象"


def ignored_rows(
    workspace: Workspace, standings: Iterable[SubjectStanding], *, today: date | None = None
) -> tuple[IgnoredRow, ...]:
    """A line for every ignore and every silence that holds, be it that it holds nothing back just now."""
    held = tuple(standings)
    subjects = {standing.subject.id: standing.subject for standing in held}
    problems = Counter(each.ignore.id for standing in held for each in standing.ignored)
    rows = []
    silences = {silence.id for silence in silences_of(workspace)}
    holding = {ignore.id: ignore for ignore in ignores_today(workspace, today).holding}
    for ignore in holding.values():
        is_silence = ignore.id in silences
        subject = subjects.get(ignore.subject_id) if ignore.subject_id else None
        rows.append(
            IgnoredRow(
                code=subject.code if subject else "",
                name=subject.name if subject else EVERY_SUBJECT,
                what=SILENCE_WORD if is_silence else what_in_words(ignore),
                scope="一个栏目" if is_silence else IGNORE_SCOPE_WORDS[ignore.scope],
                target=ignore.target,
                problems=problems[ignore.id],
                reason=ignore.reason,
                by=ignore.inspector,
                until=ignore.until.isoformat(),
            )
        )
    return tuple(rows)

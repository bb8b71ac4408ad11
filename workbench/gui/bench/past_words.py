"""What the round before found, in the words that stand beside the indicator in hand; plain values, no Qt."""

from workbench.domain.standard import Indicator
from workbench.domain.subject import Subject
from workbench.operations.previous_round import PastProblem, PreviousRound

_MOST_PLACES = 3


def past_in_words(previous: PreviousRound | None, subject: Subject, indicator: Indicator) -> str:
    """Empty where nothing is known, or nothing was held under this indicator."""
    if previous is None:
        return ""
    problems = previous.problems_of(subject.code, indicator=indicator.code, name=indicator.name)
    if not problems:
        return ""
    return "\n".join((f"上一轮（{previous.name}）这里有问题，请看是否已改：", *map(_in_words, problems)))


def past_result_in_words(previous: PreviousRound | None, subject: Subject) -> str:
    """How the subject came off last time, from the file of that round or from the register."""
    result = previous.results.get(subject.code, "") if previous is not None else ""
    if result:
        return f"上一轮{result}"
    return "上一轮不合格" if subject.failed_last_time else ""


def _in_words(problem: PastProblem) -> str:
    shown = "、".join(problem.places[:_MOST_PLACES])
    more = f" 等 {len(problem.places)} 处" if len(problem.places) > _MOST_PLACES else ""
    where = f"：{shown}{more}" if shown else ""
    return f"· {problem.when}，{problem.count} 处{where}"

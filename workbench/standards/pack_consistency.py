"""Whether a standard makes sense as a whole, however it came in: from a pack or out of a workspace file."""

from collections import Counter
from collections.abc import Iterator

from workbench.domain.standard import Part, Standard
from workbench.standards.pack_problems import PackProblem, ProblemCode, at_place, did_you_mean
from workbench.standards.pack_ranges import (
    count_bases_without_use,
    counts_out_of_range,
    points_out_of_range,
    windows_out_of_range,
)
from workbench.standards.pack_references import (
    ambiguous_observations,
    not_if_charged_circles,
    pools_out_of_order,
    unknown_rules_named,
)
from workbench.standards.rule_places import place_of, rules_of


def inconsistencies(standard: Standard) -> tuple[PackProblem, ...]:
    questions = (
        _emptiness,
        _duplicates,
        points_out_of_range,
        counts_out_of_range,
        windows_out_of_range,
        count_bases_without_use,
        unknown_rules_named,
        pools_out_of_order,
        ambiguous_observations,
        not_if_charged_circles,
        _scoring_sense,
    )
    return tuple(problem for question in questions for problem in question(standard))


def _emptiness(standard: Standard) -> Iterator[PackProblem]:
    if not standard.indicators:
        yield PackProblem(ProblemCode.NO_INDICATOR, "", "一项指标也没有，请至少写一个 [[indicator]]。")
    for indicator in standard.indicators:
        if not indicator.rules:
            message = "没有细则，请至少写一个 [[indicator.rule]]。"
            yield PackProblem(ProblemCode.NO_RULE, place_of(indicator), message)


def _duplicates(standard: Standard) -> Iterator[PackProblem]:
    indicators = Counter(indicator.code for indicator in standard.indicators)
    rules = Counter(rule.code for _, rule in rules_of(standard))
    for title, counted in (("指标", indicators), ("细则", rules)):
        for code, times in counted.items():
            if code and times > 1:
                message = f"{title}编号“{code}”用了{times}次，请改成各不相同。"
                yield PackProblem(ProblemCode.DUPLICATE_CODE, f"{title}{code}", message)


def _scoring_sense(standard: Standard) -> Iterator[PackProblem]:
    scoring = standard.scoring
    if scoring.fail_below > scoring.start:
        message = "及格线 fail_below 高于基准分 start，没有网站能合格，请调低。"
        yield PackProblem(ProblemCode.PASS_LINE_ABOVE_START, "scoring", message)
    if scoring.bonus_above is None and any(i.part is Part.BONUS for i in standard.indicators):
        message = "有加分指标而没有加分线，请在 [scoring] 补上 bonus_above。"
        yield PackProblem(ProblemCode.BONUS_WITHOUT_GATE, "scoring", message)
    groups = {indicator.group for indicator in standard.indicators}
    stretch = scoring.without_service
    if stretch is not None and stretch.group not in groups:
        message = f"没有名为“{stretch.group}”的一级指标，{did_you_mean(stretch.group, groups)}"
        yield PackProblem(ProblemCode.UNKNOWN_GROUP, at_place("scoring", "without_service"), message)

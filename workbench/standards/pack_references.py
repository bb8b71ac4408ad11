"""Whether the rules of a standard that name each other, or the same check, do so in a way that can be followed."""

from collections.abc import Collection, Iterator, Mapping

from workbench.domain.standard import Part, Rule, Standard
from workbench.standards.pack_problems import PackProblem, ProblemCode, did_you_mean
from workbench.standards.rule_places import place_of, rules_of


def unknown_rules_named(standard: Standard) -> Iterator[PackProblem]:
    known = {rule.code for _, rule in rules_of(standard)}
    for indicator, rule in rules_of(standard):
        for cell, named in _named_by(rule).items():
            for code in named:
                if code not in known or code == rule.code:
                    remedy = did_you_mean(code, known - {rule.code})
                    message = f"没有可引用的细则“{code}”，{remedy}"
                    where = place_of(indicator, rule, cell=cell)
                    yield PackProblem(ProblemCode.UNKNOWN_RULE, where, message)


def pools_out_of_order(standard: Standard) -> Iterator[PackProblem]:
    for indicator, rule in rules_of(standard):
        if (rule.at_least is None) != (not rule.sum_of):
            missing = "at_least" if rule.at_least is None else "sum_of"
            message = f"at_least 与 sum_of 要一起写，请补上 {missing}。"
            yield PackProblem(ProblemCode.POOL_INCOMPLETE, place_of(indicator, rule), message)
        elif rule.is_pooled and indicator.part is not Part.VETO:
            message = '只有单项否决的细则能用 at_least，请删去，或把指标的 part 改为 "veto"。'
            yield PackProblem(ProblemCode.POOL_OUTSIDE_VETO, place_of(indicator, rule), message)


def ambiguous_observations(standard: Standard) -> Iterator[PackProblem]:
    """An observation becomes a proposal of one rule; two that want it leave open which."""
    takers: dict[tuple[str, str], str] = {}
    for indicator, rule in rules_of(standard):
        for check, aspect in _observed_by(rule):
            taker = takers.setdefault((check, aspect), rule.code)
            if taker != rule.code:
                message = f"“{check}”的“{aspect}”已由细则{taker}引用，请只留一处。"
                where = place_of(indicator, rule, cell="observes")
                yield PackProblem(ProblemCode.AMBIGUOUS_OBSERVES, where, message)


def checks_cited(standard: Standard) -> frozenset[str]:
    """The ids of the checks whose observations become proposals."""
    return frozenset(rule.observes.check for _, rule in rules_of(standard) if rule.observes is not None)


def unknown_checks(standard: Standard, *, known: Collection[str]) -> Iterator[PackProblem]:
    """A check nobody has would never propose anything, and nobody would notice."""
    for indicator, rule in rules_of(standard):
        if rule.observes is not None and rule.observes.check not in known:
            message = f"没有名为“{rule.observes.check}”的自动检查，{did_you_mean(rule.observes.check, known)}"
            where = place_of(indicator, rule, cell="observes")
            yield PackProblem(ProblemCode.UNKNOWN_CHECK, where, message)


def not_if_charged_circles(standard: Standard) -> Iterator[PackProblem]:
    """Rules that each leave a problem to the other would charge it nowhere."""
    leaves_to = {rule.code: rule.not_if_charged for _, rule in rules_of(standard)}
    for indicator, rule in rules_of(standard):
        if rule.code in _reachable(rule.code, leaves_to):
            message = "not_if_charged 绕回自己，同一处会哪条也不扣，请去掉一处。"
            where = place_of(indicator, rule, cell="not_if_charged")
            yield PackProblem(ProblemCode.NOT_IF_CHARGED_CIRCLE, where, message)


def _named_by(rule: Rule) -> dict[str, tuple[str, ...]]:
    return {
        "sum_of": rule.sum_of,
        "exclusive_with": rule.exclusive_with,
        "not_if_charged": rule.not_if_charged,
    }


def _observed_by(rule: Rule) -> list[tuple[str, str]]:
    if rule.observes is None:
        return []
    return [(rule.observes.check, aspect) for aspect in rule.observes.aspects]


def _reachable(start: str, leaves_to: Mapping[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    ahead = list(leaves_to[start])
    while ahead:
        code = ahead.pop()
        if code not in found:
            found.add(code)
            ahead.extend(leaves_to.get(code, ()))
    return found

"""Find what the user named: a subject by its code, an indicator or rule of the pinned standard by its own."""

from difflib import get_close_matches

from workbench.domain.standard import Indicator, Rule
from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.storage.workspace import Workspace


def find_subject(workspace: Workspace, code: str) -> Subject:
    """Raises WrongUseError, naming the nearest code, where the register does not hold it."""
    by_code = {subject.code: subject for subject in workspace.subjects()}
    if code not in by_code:
        raise WrongUseError(f"台账里没有编号“{code}”的对象{_hint(code, list(by_code))}")
    return by_code[code]


def find_indicator(workspace: Workspace, code: str, subject: Subject) -> Indicator:
    """Raises WrongUseError where the standard does not hold it or does not judge subjects of this kind by it."""
    indicator = workspace.standard.indicator(code)
    if indicator is None:
        known = [each.code for each in workspace.standard.indicators]
        raise WrongUseError(f"《{workspace.standard.title}》没有指标“{code}”{_hint(code, known)}")
    if indicator not in workspace.standard.applicable_to(subject.kind, has_service=subject.has_service):
        raise WrongUseError(f"指标“{code} {indicator.name}”不适用于“{subject.name}”，无需判定。")
    return indicator


def find_rule(workspace: Workspace, code: str) -> Rule:
    """Raises WrongUseError where the standard does not hold the rule, or only counts it together by itself."""
    rule = workspace.standard.rule(code)
    if rule is None:
        known = [each.code for indicator in workspace.standard.indicators for each in indicator.rules]
        raise WrongUseError(f"《{workspace.standard.title}》没有细则“{code}”{_hint(code, known)}")
    if rule.is_pooled:
        parts = "、".join(rule.sum_of)
        raise WrongUseError(f"细则“{code}”由 {parts} 的问题自动累计，请把问题记在这些细则下。")
    return rule


def _hint(code: str, known: list[str]) -> str:
    near = get_close_matches(code, known, n=1, cutoff=0.5)
    return f"，是不是“{near[0]}”？" if near else "，请核对后重试。"

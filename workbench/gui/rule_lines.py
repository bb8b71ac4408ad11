"""The rules of an indicator as text to read: condition, price, certainty, clause."""

from workbench.checks.catalogue import checks
from workbench.domain.score import shown_number
from workbench.domain.standard import Indicator, Part, Per, Rule
from workbench.gui.outcome_look import CERTAINTY_LOOKS

_PER_WORDS = {Per.ITEM: "每处", Per.ONCE: "一次", Per.PERCENT: "每1%"}


def price_in_words(rule: Rule, part: Part) -> str:
    """`−1/每处`, `否决`, `分值未知`, or `仅提示`."""
    if part is Part.VETO:
        return f"满{rule.at_least}个否决" if rule.at_least else "否决"
    if part in (Part.ADVICE, Part.OTHER):
        return "仅提示"
    if rule.price is None:
        return "分值未知"
    sign = "+" if part is Part.BONUS else "−"
    cap = f"，最多{shown_number(rule.cap)}" if rule.cap is not None else ""
    return f"{_PER_WORDS[rule.per]} {sign}{shown_number(rule.price)}{cap}"


def rule_notes(rule: Rule) -> str:
    """What a reader must know beside condition and price: the window, what is pooled, the clause."""
    parts = []
    if rule.window is not None:
        parts.append(f"时间窗 {rule.window.in_words()}")
    if rule.is_pooled:
        parts.append(f"由 {'、'.join(rule.sum_of)} 的问题累计")
    if rule.clause:
        parts.append(rule.clause)
    return " · ".join(parts)


def checked_by(rule: Rule) -> str:
    """The title of the check that proposes findings of this rule; empty where a person looks."""
    if rule.observes is None or rule.observes.check not in checks:
        return ""
    return checks[rule.observes.check].title


def who_looks(rule: Rule) -> str:
    """Which check proposes findings of this rule, or that a person looks; never the id of a check."""
    if rule.observes is None:
        return "人工检查"
    title = checked_by(rule)
    return f"自动检查“{title}”提出，人工确认" if title else "人工检查；自动检查（以后提供）"


def rule_hint(rule: Rule) -> str:
    """Code, certainty and who looks for it, told on hovering."""
    return f"{rule.code} · {CERTAINTY_LOOKS[rule.certainty].word} · {who_looks(rule)}"


def indicator_heading(indicator: Indicator) -> str:
    points = f"　{shown_number(indicator.points)} 分" if indicator.points is not None else ""
    return f"{indicator.code}{points}"

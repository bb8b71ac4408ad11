"""Warnings come before the veto, not after it, and only for what may still count."""

from dataclasses import replace
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.column import Column
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.subject import Subject, SubjectKind
from workbench.standards.early_warnings import EarlyWarning, WarningKind, early_warnings
from workbench.standards.pack_reader import load_standard

STANDARD = load_standard("national-2019")
SITE = Subject(id=UUID(int=1), code="1", name="某某局", kind=SubjectKind.PORTAL, home_url="http://a.gov.cn/")
URL = "http://a.gov.cn/xw/"
COLUMN = Column(id=UUID(int=2), subject_id=SITE.id, name="要闻", url=URL)


def silent(days: int, limit: int = 14, **changes: object) -> CheckOutcome:
    outcome = CheckOutcome(
        subject_id=SITE.id,
        check="stale-column",
        target=URL,
        state=CheckEnd.FINE,
        proof=(("未更新天数", str(days)), ("更新时限", "2周"), ("时限天数", str(limit))),
    )
    return replace(outcome, **changes)  # type: ignore[arg-type]  # the tests name fields of the outcome


def of_outcomes(*outcomes: CheckOutcome) -> tuple[EarlyWarning, ...]:
    return early_warnings(STANDARD, SITE, columns=[COLUMN], outcomes=outcomes)


def blanks(count: int, rule: str) -> list[Finding]:
    return [
        Finding(
            id=uuid5(SITE.id, f"{rule}{number}"),
            subject_id=SITE.id,
            rule=rule,
            source=Source.CHECK,
            place=f"{URL}{number}/",
        )
        for number in range(count)
    ]


def blank_rule() -> str:
    rules = [rule for indicator in STANDARD.indicators for rule in indicator.rules]
    return next(rule.sum_of[0] for rule in rules if rule.is_pooled and "空白" in f"{rule.label}{rule.when}")


def decided(finding: Finding, outcome: DecisionOutcome) -> Decision:
    return Decision(
        id=finding.id,
        finding_id=finding.id,
        subject_id=SITE.id,
        inspector="王",
        outcome=outcome,
        rule=finding.rule,
    )


def test_eleven_days_of_fourteen() -> None:
    [warning] = of_outcomes(silent(11))
    assert warning.kind is WarningKind.COLUMN_SILENT
    assert warning.words == "栏目“要闻”已11天未更新，再过3天不更新就到时限（2周）。"


@given(days=st.integers(0, 30))
def test_from_ten_days_to_the_last(days: int) -> None:
    assert bool(of_outcomes(silent(days))) == (10 <= days <= 14)


def test_the_home_page_has_its_own_words() -> None:
    [warning] = of_outcomes(silent(14, check="home-updates", target=""))
    assert (warning.kind, warning.place) == (WarningKind.HOME_SILENT, "http://a.gov.cn/")
    assert warning.words == "首页已14天未更新，今天已是时限的最后一天（2周）。"


def test_a_column_with_a_reason_or_a_finding_is_not_warned_of() -> None:
    held = silent(12)
    assert not of_outcomes(replace(held, proof=(*held.proof, ("无更新说明", "有效至2026-12-31"))))
    assert not of_outcomes(replace(held, state=CheckEnd.FOUND))
    assert not of_outcomes(replace(held, proof=()))


@pytest.mark.parametrize(("count", "is_warned"), [(2, False), (3, True), (4, True), (5, True)])
def test_three_of_five_blank_columns(count: int, *, is_warned: bool) -> None:
    found = early_warnings(STANDARD, SITE, findings=blanks(count, blank_rule()))
    assert [(each.reached, each.limit) for each in found] == [(count, 5)] * is_warned


def test_what_is_confirmed_to_the_limit_is_a_veto_and_no_warning() -> None:
    found = blanks(5, blank_rule())
    confirmed = [decided(each, DecisionOutcome.CONFIRMED) for each in found]
    assert not early_warnings(STANDARD, SITE, findings=found, decisions=confirmed)
    [warning] = early_warnings(STANDARD, SITE, findings=found, decisions=confirmed[1:])
    assert "已有5个（其中1个待确认），确认后即达到单项否决线5个" in warning.words


def test_what_was_dismissed_or_is_no_longer_there_does_not_count() -> None:
    found = blanks(3, blank_rule())
    dismissed = [decided(found[0], DecisionOutcome.DISMISSED)]
    assert not early_warnings(STANDARD, SITE, findings=found, decisions=dismissed)
    assert not early_warnings(STANDARD, SITE, findings=[*found[:2], replace(found[2], is_seen=False)])

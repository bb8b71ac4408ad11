"""Walks the catalogue: every check has a manual page and cases that pass and are found, and says what its cases expect."""

import re

import pytest

from tests.unit.checks.case_file import CASES, Case, build_view, cases_of
from workbench.checks.catalogue import Check, checks
from workbench.domain.observation import Observation

EVERY = list(checks)


EVERY_CASE = [
    pytest.param(check, case, id=f"{check.id}: {case['name']}") for check in EVERY for case in cases_of(check)
]


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_has_a_manual_page_and_a_chinese_title(check: Check) -> None:
    for heading in ("What:", "Why:", "Limits:"):
        assert heading in check.manual
    assert re.search(r"[\u4e00-\u9fff]", check.title)


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_is_named_after_its_file(check: Check) -> None:
    assert check.run.__module__ == f"workbench.checks.{check.topic}.{check.id.replace('-', '_')}"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.id)


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_has_cases_that_pass_and_cases_that_are_found(check: Check) -> None:
    expected = {case["expect"] for case in cases_of(check)}
    assert {"none", "found"} <= expected, f"write {CASES.name}/{check.id.replace('-', '_')}.toml"


def test_no_cases_without_a_check() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} <= {check.id.replace("-", "_") for check in EVERY}


@pytest.mark.parametrize(("check", "case"), EVERY_CASE)
def test_says_what_the_case_expects(check: Check, case: Case) -> None:
    seen = list(check.run(build_view(check, case)))
    assert case.get("measure", "") in "".join(each.excerpt for each in seen if each.is_measure)
    said = [each for each in seen if not each.is_measure]
    if case["expect"] == "none":
        assert said == []
        return
    assert len(said) == case.get("count", 1)
    assert said[0].is_unsure == (case["expect"] == "unsure")
    assert said[0].check == check.id
    _holds(said[0], case)


def _holds(said: Observation, case: Case) -> None:
    assert said.place
    assert said.excerpt
    assert case.get("excerpt", "") in said.excerpt
    assert said.aspect == case.get("aspect", said.aspect)
    assert case.get("proof", {}).items() <= dict(said.proof).items()
    assert said.is_unsure or said.proof

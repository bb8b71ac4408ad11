"""A printed table goes through the real scoring: what follows matches, what does not is reported, never forced."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.domain.score import Result
from workbench.errors import WrongUseError
from workbench.operations.recompute_scores import Recomputation, recompute_scores

CASE = Path(__file__).resolve().parents[3] / ".." / "shared" / "cases" / "xianning-2019q2.json"


def recomputed(
    tmp_path: Path, *rows: dict[str, object], standard: str = "national-2015", chosen: str = ""
) -> Recomputation:
    file = tmp_path / "table.json"
    file.write_text(json.dumps({"standard": standard, "rows": rows}), encoding="utf-8")
    return recompute_scores(file, standard_id=chosen)


def row(score: object, **findings: int) -> dict[str, object]:
    """A printed row; `__` stands for the dot in a rule's code."""
    found = [{"rule": rule.replace("__", "."), "count": count} for rule, count in findings.items()]
    return {"unit": "某局", "findings": found, "published_score": score}


def test_rows_that_follow_and_rows_that_do_not(tmp_path: Path) -> None:
    found = recomputed(
        tmp_path, row("100"), row("98.80", U2__other=12), row("85", N2b=3), row(None, V2=1), row(None, N1=1)
    )
    assert [(r.recomputed, r.is_match) for r in found.rows] == [
        (Decimal(100), True),
        (Decimal("98.8"), True),
        (Decimal(88), False),
        (None, True),
        (Decimal(95), False),
    ]
    assert found.totals == {"rows": 5, "numeric": 4, "matching": 2, "not_matching": 2, "vetoed": 1}


def test_the_standard_named_in_the_call_wins(tmp_path: Path) -> None:
    found = recomputed(tmp_path, row("95", P5__stale=1), chosen="national-2019")
    assert (found.standard.id, found.rows[0].is_match) == ("national-2019", True)


def test_an_unverified_price_is_not_charged_and_named(tmp_path: Path) -> None:
    (only,) = recomputed(tmp_path, row("99", B3=1)).rows
    assert (only.recomputed, only.result, only.unverified) == (Decimal(100), Result.PROVISIONAL, ("B3",))


def test_rules_tell_what_kind_a_unit_is(tmp_path: Path) -> None:
    (account,) = recomputed(tmp_path, row(None, M2=1), standard="national-2019").rows
    assert (account.is_vetoed, account.is_match) == (True, True)


def test_a_rule_the_standard_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="“某局”用到的细则“U2.home”在指标体系“national-2019”里没有"):
        recomputed(tmp_path, row("98", U2__home=2), chosen="national-2019")


def test_no_standard_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="--standard"):
        recomputed(tmp_path, row("98"), standard="")


@pytest.mark.skipif(not CASE.exists(), reason="the shared cases do not lie beside the repository")
def test_a_real_notice() -> None:
    found = recompute_scores(CASE, standard_id="national-2015")
    assert found.totals == {"rows": 35, "numeric": 34, "matching": 27, "not_matching": 7, "vetoed": 1}
    assert {r.unit: str(r.recomputed) for r in found.rows if not r.is_match} == {
        "市生态环境局": "99.9",
        "市统计局": "91",
        "市科技局": "84",
        "市经信局": "83",
        "嘉鱼县人民政府": "90",
        "咸安区人民政府": "88",
        "市交通运输局": "65",
    }

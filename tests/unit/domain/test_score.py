from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.score import Result, Score, shown_number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (None, ""),
        ("92", "92"),
        ("92.0", "92"),
        ("92.50", "92.5"),
        ("92.005", "92.01"),
        ("92.004999", "92"),
        ("59.995", "60"),
        ("100", "100"),
        ("0", "0"),
        ("0.004", "0"),
        ("-0.004", "0"),
        ("-0.005", "-0.01"),
        ("-3.50", "-3.5"),
        ("1E+2", "100"),
        ("1E-7", "0"),
    ],
)
def test_a_number_is_shown_half_up_with_two_places_at_most(number: str | None, shown: str) -> None:
    assert shown_number(Decimal(number) if number is not None else None) == shown


@given(number=st.decimals(min_value=-1000, max_value=1000, allow_nan=False, places=4))
def test_what_is_shown_is_within_half_a_hundredth(number: Decimal) -> None:
    text = shown_number(number)
    assert abs(Decimal(text) - number) <= Decimal("0.005")
    assert text == "0" or not text.endswith(".")
    assert "." not in text or not text.endswith("0")
    assert text != "-0"


def score(result: Result, number: str | None) -> Score:
    return Score(subject_id=UUID(int=1), result=result, number=Decimal(number) if number else None)


def test_only_a_finished_number_is_ranked_and_only_a_finished_result_counts_in_rates() -> None:
    assert score(Result.PASS, "92").is_ranked
    assert score(Result.FAIL, "42").is_ranked
    assert not score(Result.FAIL, None).is_ranked
    assert not score(Result.INCOMPLETE, "100").is_ranked
    assert not score(Result.PROVISIONAL, "92").is_ranked
    assert [result for result in Result if score(result, None).counts_in_rates] == [Result.PASS, Result.FAIL]

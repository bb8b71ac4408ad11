"""What a campaign pins: the same standard gives the same text, nothing is lost, nothing foreign is taken."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from workbench.errors import ForeignFileError
from workbench.standards.pack_reader import load_standard
from workbench.standards.pack_text import digest_of, standard_from_json, standard_to_json

SHIPPED = ("national-2015", "national-2019")


@pytest.mark.parametrize("standard_id", SHIPPED)
def test_nothing_is_lost(standard_id: str) -> None:
    standard = load_standard(standard_id)
    text = standard_to_json(standard)
    assert standard_from_json(text) == standard
    assert standard_to_json(standard_from_json(text)) == text


def test_points_are_text() -> None:
    told = json.loads(standard_to_json(load_standard("national-2015")))
    prices = {rule["code"]: rule.get("price") for i in told["indicators"] for rule in i["rules"]}
    assert (prices["U2.other"], prices["N2b"], prices["B2"]) == ("0.1", "4", None)


def test_a_changed_cell_changes_the_digest() -> None:
    standard = load_standard("national-2015")
    other = replace(standard, scoring=replace(standard.scoring, fail_below=Decimal(80)))
    assert digest_of(standard) == digest_of(load_standard("national-2015"))
    assert digest_of(standard) != digest_of(other)
    assert len(digest_of(standard)) == 64


def damaged(**cells: object) -> str:
    told = json.loads(standard_to_json(load_standard("national-2015")))
    rule = next(i for i in told["indicators"] if i["code"] == "U2")["rules"][0]
    rule.update(cells)
    return json.dumps(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[" * 100_000,
        damaged(price="NaN"),
        damaged(price="sNaN"),
        damaged(price="-5"),
        damaged(price="1e999999"),
        damaged(price=None, certainty="certain"),
        damaged(window={"amount": 9999, "unit": "y"}),
        damaged(window={"amount": 1, "unit": "century"}),
        damaged(exclusive_with=["nothing"]),
    ],
)
def test_what_is_no_sound_standard_is_refused(text: str) -> None:
    with pytest.raises(ForeignFileError, match="指标体系.*重新要一份"):
        standard_from_json(text)


def test_a_pass_line_that_is_no_number_is_refused() -> None:
    told = json.loads(standard_to_json(load_standard("national-2015")))
    told["scoring"]["fail_below"] = "NaN"
    with pytest.raises(ForeignFileError):
        standard_from_json(json.dumps(told))

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.charge import Charge
from workbench.domain.finding import Finding, Source
from workbench.domain.person_record import RECORD_TYPES
from workbench.domain.record_version import RecordVersion
from workbench.domain.verdict import Outcome, Verdict
from workbench.storage.record_codec import (
    Record,
    check_version,
    content_of,
    field_texts,
    kind_of,
    record_of,
    subject_of,
    to_json,
    unset_texts,
)

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
NAMES = st.sampled_from(["李四", "O'Neil"])
st.register_type_strategy(str, TEXT)
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
RECORDS: st.SearchStrategy[Record] = st.one_of(*(st.from_type(kind) for kind in RECORD_TYPES.values()))


def version_of(record: Record) -> RecordVersion:
    return RecordVersion(
        kind=kind_of(record),
        record_id=record.id,
        subject_id=subject_of(record),
        inspector=getattr(record, "inspector", "") or "李四",
        device="pc-a",
        counter=1,
        at=datetime(2026, 1, 2, tzinfo=UTC),
        content=content_of(record),
    )


@settings(deadline=None)
@given(record=RECORDS, name=NAMES)
def test_any_record_reads_back_as_it_was(record: Record, name: str) -> None:
    version = replace(version_of(record), inspector=name)
    check_version(version)
    read = record_of(version)
    assert content_of(read) == version.content
    envelope = {"inspector": name, "device": "pc-a", "at": version.at}
    said = {cell: getattr(read, cell) for cell in envelope if hasattr(read, cell)}
    assert said == {cell: envelope[cell] for cell in said}


class Colour(StrEnum):
    RED = "red"


def test_the_text_is_canonical() -> None:
    value = {"b": Decimal("1.50"), "a": (date(2026, 1, 2), Colour.RED), "c": Charge("r", count=2)}
    assert (
        to_json(value)
        == '{"a":["2026-01-02","red"],"b":"1.50","c":{"count":2,"element":"","place":"","rule":"r"}}'
    )


VERDICT = Verdict(
    id=UUID(int=1),
    subject_id=UUID(int=2),
    indicator="U2",
    inspector="李四",
    outcome=Outcome.PASS,
)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        "{",
        '{"a":' * 5000 + "1" + "}" * 5000,
        content_of(VERDICT).replace('"pass"', '"perhaps"'),
        content_of(VERDICT).replace('"pass"', "1"),
        content_of(VERDICT).replace("U2", "U2 ").replace('"indicator"', ' "indicator"'),
        content_of(VERDICT).replace('{"id"', '{"extra":"x","id"'),
        content_of(VERDICT).replace('{"id"', '{"inspector":"别人","id"'),
        content_of(VERDICT).replace('"note":""', '"note":"","note":""'),
        content_of(VERDICT).replace(
            "00000000-0000-0000-0000-000000000001", "{00000000-0000-0000-0000-000000000001}"
        ),
        content_of(VERDICT).replace("000001", "000009"),
        content_of(VERDICT).replace("000002", "000009"),
        content_of(replace(VERDICT, note="x" * 2_000_000)),
    ],
)
def test_what_this_program_would_not_write_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        check_version(replace(version_of(VERDICT), content=content))


@pytest.mark.parametrize(
    "change",
    [
        {"counter": 0},
        {"counter": 2**50},
        {"inspector": ""},
        {"inspector": " 李四"},
        {"device": ""},
        {"device": "a\nb"},
        {"at": datetime(2026, 1, 2)},
        {"why": "x" * 100_000},
        {"subject_id": None},
    ],
)
def test_an_odd_envelope_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        check_version(replace(version_of(VERDICT), **change))  # type: ignore[arg-type]  # odd on purpose


def test_a_field_unknown_to_an_older_program_may_be_missing() -> None:
    version = version_of(VERDICT)
    older = replace(version, content=version.content.replace('"note":"",', ""))
    check_version(older)
    assert content_of(record_of(older)) == version.content


def test_fields_are_shown_as_texts() -> None:
    finding = Finding(
        id=VERDICT.id,
        subject_id=VERDICT.subject_id,
        rule="U2.home",
        source=Source.INSPECTOR,
        proof=(("a", "b"),),
    )
    texts = field_texts(content_of(finding))
    assert (texts["rule"], texts["count"], texts["proof"]) == ("U2.home", "1", '[["a","b"]]')
    assert unset_texts(kind_of(finding))["count"] == "1"
    assert "rule" not in unset_texts(kind_of(finding))

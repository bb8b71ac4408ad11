"""Merging is a join: idempotent, commutative, associative, and nothing is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.record_heads import OWNED_KINDS, heads, line_of, version_order
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.merge.version_join import join

MIDNIGHT = datetime(2026, 11, 20, tzinfo=UTC)
VERSION = st.builds(
    RecordVersion,
    kind=st.sampled_from(RecordKind),
    record_id=st.sampled_from([UUID(int=1), UUID(int=2)]),
    subject_id=st.just(UUID(int=9)),
    inspector=st.sampled_from(["李四", "张三"]),
    device=st.sampled_from(["a", "b"]),
    counter=st.integers(1, 3),
    at=st.integers(0, 3).map(lambda minutes: MIDNIGHT + timedelta(minutes=minutes)),
    content=st.sampled_from(["{}", '{"x":1}']),
    is_deleted=st.booleans(),
    why=st.sampled_from(["", "复查"]),
)
VERSIONS = st.frozensets(VERSION, max_size=8)
Versions = frozenset[RecordVersion]


@given(a=VERSIONS)
def test_merging_a_file_with_itself_changes_nothing(a: Versions) -> None:
    assert join(a, a) == a


@given(a=VERSIONS, b=VERSIONS)
def test_it_does_not_matter_which_file_is_merged_into_which(a: Versions, b: Versions) -> None:
    assert join(a, b) == join(b, a)
    assert heads(join(a, b)) == heads(join(b, a))


@given(a=VERSIONS, b=VERSIONS, c=VERSIONS)
def test_it_does_not_matter_in_which_order_files_come(a: Versions, b: Versions, c: Versions) -> None:
    assert join(join(a, b), c) == join(a, join(b, c))


@given(a=VERSIONS, b=VERSIONS)
def test_nothing_is_lost_and_nothing_invented(a: Versions, b: Versions) -> None:
    united = join(a, b)
    assert a <= united
    assert b <= united
    assert all(version in a or version in b for version in united)


@given(a=VERSIONS, b=VERSIONS)
def test_one_key_with_two_contents_stays_two(a: Versions, b: Versions) -> None:
    united = join(a, b)
    keys = {(version.key, version.content, version.is_deleted) for version in a | b}
    assert {(version.key, version.content, version.is_deleted) for version in united} == keys


@given(versions=st.lists(VERSION, max_size=8), shift=st.lists(st.integers(-9, 9), min_size=8, max_size=8))
def test_clocks_do_not_matter(versions: list[RecordVersion], shift: list[int]) -> None:
    distinct = list({(v.key, v.content, v.is_deleted, v.why): v for v in versions}.values())
    moved = [replace(v, at=v.at + timedelta(days=d)) for v, d in zip(distinct, shift, strict=False)]
    assert [without_time(head) for head in heads(distinct)] == [without_time(head) for head in heads(moved)]


def without_time(version: RecordVersion) -> RecordVersion:
    return replace(version, at=MIDNIGHT)


@given(versions=VERSIONS)
def test_the_highest_counter_wins_and_every_different_content_there_stands(versions: Versions) -> None:
    current = heads(versions)
    for line in {line_of(version) for version in versions}:
        held = [version for version in versions if line_of(version) == line]
        highest = max(version.counter for version in held)
        expected = {(v.content, v.is_deleted) for v in held if v.counter == highest}
        shown = [(head.content, head.is_deleted) for head in current if line_of(head) == line]
        assert set(shown) == expected
        assert len(shown) == len(expected)
    assert list(current) == sorted(current, key=version_order)


@given(versions=VERSIONS, newer=VERSION)
def test_a_deletion_wins_by_its_counter_like_any_version(versions: Versions, newer: RecordVersion) -> None:
    deletion = replace(newer, counter=4, is_deleted=True)
    current = heads(join(versions, [deletion]))
    assert [head for head in current if line_of(head) == line_of(deletion)] == [deletion]
    brought_back = replace(deletion, counter=5, is_deleted=False)
    current = heads(join(versions, [deletion, brought_back]))
    assert [head for head in current if line_of(head) == line_of(deletion)] == [brought_back]


@given(versions=VERSIONS)
def test_what_belongs_to_one_inspector_is_never_hidden_by_another(versions: Versions) -> None:
    owned = {(v.kind, v.record_id, v.inspector) for v in versions if v.kind in OWNED_KINDS}
    current = heads(versions)
    assert {(h.kind, h.record_id, h.inspector) for h in current if h.kind in OWNED_KINDS} == owned


Merge = Callable[[Versions, Versions], Versions]


@given(
    steps=st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from(["{}", '{"x":1}'])), max_size=12
    )
)
def test_pcs_that_exchange_everything_agree(steps: list[tuple[int, int, str]]) -> None:
    """Three PCs write the next version of what they know and now and then merge one of the others."""
    known: list[Versions] = [frozenset(), frozenset(), frozenset()]
    for writer, other, content in steps:
        counter = 1 + max((version.counter for version in known[writer]), default=0)
        written = RecordVersion(
            kind=RecordKind.SUBJECT,
            record_id=UUID(int=1),
            subject_id=UUID(int=9),
            inspector="王组长",
            device=str(writer),
            counter=counter,
            at=MIDNIGHT,
            content=content,
        )
        known[writer] = join(known[writer], [written])
        assert heads(known[writer]) == (written,)
        known[writer] = join(known[writer], known[other])
    everything = join(join(known[0], known[1]), known[2])
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        united: Versions = frozenset()
        for place in order:
            united = join(united, known[place])
        assert heads(united) == heads(everything)

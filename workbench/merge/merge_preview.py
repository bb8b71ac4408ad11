"""What a merge would bring, before anything is changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.campaign_fit import refuse_other_campaign
from workbench.domain.record_heads import RecordLine, heads, line_of
from workbench.domain.record_version import RecordVersion
from workbench.domain.standard import Standard
from workbench.merge.merge_side import Decode, MergeSide, Record
from workbench.merge.open_disputes import OpenDispute, open_disputes
from workbench.merge.version_join import join


class RowState(StrEnum):
    """What becomes of one record here: new, replaced by a later version, as it was, or two versions side by side."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    FORKED = "forked"


ROW_STATE_WORDS = {
    RowState.ADDED: "新增",
    RowState.CHANGED: "更新",
    RowState.SAME: "相同",
    RowState.FORKED: "两台电脑各改各的",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One record that the other file holds. `before` and `after` are what counts here; empty where it is deleted."""

    state: RowState
    head: RecordVersion
    before: tuple[Record, ...]
    after: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """`disputes` are those open after merging; `new_disputes` those of them that merging brings about."""

    rows: tuple[PreviewRow, ...]
    new_versions: int
    disputes: tuple[OpenDispute, ...]
    new_disputes: tuple[OpenDispute, ...]

    def count(self, state: RowState) -> int:
        return sum(row.state is state for row in self.rows)


def preview_merge(ours: MergeSide, theirs: MergeSide, *, standard: Standard, decode: Decode) -> MergePreview:
    """Hold the other side against ours. `decode` reads a version's content.

    Raises:
        WrongUseError: it belongs to another campaign, or to another standard.
    """
    refuse_other_campaign(ours.campaign, theirs.campaign, name=theirs.name)
    united = join(ours.versions, theirs.versions)
    proposals = {finding.id: finding for finding in (*theirs.proposals, *ours.proposals)}
    before = open_disputes(standard, map(decode, _standing(ours.versions)), ours.proposals)
    after = open_disputes(standard, map(decode, _standing(united)), proposals.values())
    known = {(dispute.subject_id, dispute.indicator, dispute.digests) for dispute in before}
    return MergePreview(
        rows=tuple(_rows(ours.versions, theirs.versions, united, decode)),
        new_versions=len(united) - len(ours.versions),
        disputes=after,
        new_disputes=tuple(d for d in after if (d.subject_id, d.indicator, d.digests) not in known),
    )


def _standing(versions: Iterable[RecordVersion]) -> list[RecordVersion]:
    return [head for head in heads(versions) if not head.is_deleted]


def _rows(
    ours: frozenset[RecordVersion],
    theirs: frozenset[RecordVersion],
    united: frozenset[RecordVersion],
    decode: Decode,
) -> Iterator[PreviewRow]:
    before, after = _heads_by_line(ours), _heads_by_line(united)
    for line in _heads_by_line(theirs):
        old, new = before.get(line, ()), after[line]
        yield PreviewRow(
            state=_state(old, new),
            head=new[0],
            before=tuple(decode(head) for head in old if not head.is_deleted),
            after=tuple(decode(head) for head in new if not head.is_deleted),
        )


def _state(old: tuple[RecordVersion, ...], new: tuple[RecordVersion, ...]) -> RowState:
    if not old:
        return RowState.ADDED
    if _says(old) == _says(new):
        return RowState.SAME
    return RowState.FORKED if len(new) > 1 else RowState.CHANGED


def _says(versions: tuple[RecordVersion, ...]) -> set[tuple[str, bool]]:
    return {(version.content, version.is_deleted) for version in versions}


def _heads_by_line(versions: Iterable[RecordVersion]) -> Mapping[RecordLine, tuple[RecordVersion, ...]]:
    lines: dict[RecordLine, list[RecordVersion]] = defaultdict(list)
    for head in heads(versions):
        lines[line_of(head)].append(head)
    return {line: tuple(held) for line, held in lines.items()}

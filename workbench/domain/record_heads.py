"""Which versions of a record count: the highest counter wins, and at one counter every different content stands."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from workbench.domain.record_version import RecordKind, RecordVersion

OWNED_KINDS = frozenset(
    {
        RecordKind.FINDING,
        RecordKind.DECISION,
        RecordKind.VERDICT,
        RecordKind.EVIDENCE,
        RecordKind.ACCOUNT_SHEET,
    }
)
"""What belongs to the inspector who made it; nobody else's version can take its place."""

RecordLine = tuple[RecordKind, UUID, str]


def line_of(version: RecordVersion) -> RecordLine:
    """The versions that follow one another: those of one record, and of one inspector where the record is his own."""
    owner = version.inspector if version.kind in OWNED_KINDS else ""
    return version.kind, version.record_id, owner


def version_order(version: RecordVersion) -> tuple[str, ...]:
    """An order that is the same on every PC; it says nothing about time."""
    return (
        version.kind,
        version.record_id.hex,
        f"{version.counter:020d}",
        version.inspector,
        version.device,
        version.content,
        str(version.is_deleted),
        version.why,
        version.at.isoformat(),
    )


def heads(versions: Iterable[RecordVersion]) -> tuple[RecordVersion, ...]:
    """The current versions; more than one of a line where two PCs, not knowing of each other, wrote different things.

    Equal content at the highest counter is one head, whoever wrote it. A deletion is a version like any other.
    """
    lines: dict[RecordLine, list[RecordVersion]] = defaultdict(list)
    for version in versions:
        lines[line_of(version)].append(version)
    current = [head for line in lines.values() for head in _heads_of(line)]
    return tuple(sorted(current, key=version_order))


def _heads_of(line: list[RecordVersion]) -> list[RecordVersion]:
    highest = max(version.counter for version in line)
    distinct: dict[tuple[str, bool], RecordVersion] = {}
    for version in sorted(line, key=version_order):
        if version.counter == highest:
            distinct.setdefault((version.content, version.is_deleted), version)
    return list(distinct.values())

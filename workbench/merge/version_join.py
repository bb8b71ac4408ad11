"""Two files' versions become one: a union, so that the order and the number of merges do not matter."""

from collections.abc import Iterable

from workbench.domain.record_version import RecordVersion


def join(ours: Iterable[RecordVersion], theirs: Iterable[RecordVersion]) -> frozenset[RecordVersion]:
    """Every version of either side.

    A version is told apart by all it says and not by its key alone: a copy of a file, or a backup brought back, makes
    one key twice with different content, and neither may be lost.
    """
    return frozenset(ours) | frozenset(theirs)

"""The seeded draw of the sample: anyone with the register and the seed gets the same list.

Each subject's lot is a hash of seed and code, so the draw does not hang on a random generator, on the order of the
register or on this program: it can be checked with any SHA-256 tool.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from workbench.domain.subject import Subject, SubjectKind, SubjectState


@dataclass(frozen=True, slots=True)
class Stratum:
    """Subjects of one kind and region."""

    kind: SubjectKind
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRow:
    subject: Subject
    stratum: Stratum
    lot: str
    is_drawn: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """`rows` holds every subject that could be drawn, by stratum and lot."""

    share: Decimal
    seed: int
    rows: tuple[DrawnRow, ...]

    @property
    def drawn(self) -> tuple[Subject, ...]:
        return tuple(row.subject for row in self.rows if row.is_drawn)


def draw(subjects: Iterable[Subject], *, share: Decimal, seed: int) -> Draw:
    """Draw at least `share` (0 < share <= 1) of the sites and, apart, of the accounts, rounded up.

    Those that failed last time are always in and count towards the share. The rest of the places go to the strata in
    proportion (largest remainder), within a stratum by the smallest lots; a kind that would have none gets one more.
    Subjects that are not running cannot be drawn.

    Raises:
        ValueError: `share` is not in (0, 1].
    """
    if not 0 < share <= 1:
        raise ValueError("抽查比例应大于 0、不超过 100%。")
    running = [subject for subject in subjects if subject.state is SubjectState.NORMAL]
    accounts = [subject for subject in running if subject.kind is SubjectKind.ACCOUNT]
    sites = [subject for subject in running if subject.kind is not SubjectKind.ACCOUNT]
    rows = [row for pool in (sites, accounts) for row in _draw_pool(pool, share=share, seed=seed)]
    return Draw(share=share, seed=seed, rows=tuple(rows))


def lot_of(code: str, *, seed: int) -> str:
    """The first 16 hex digits of SHA-256 over `seed:code`."""
    return hashlib.sha256(f"{seed}:{code}".encode()).hexdigest()[:16]


def _draw_pool(pool: Sequence[Subject], *, share: Decimal, seed: int) -> list[DrawnRow]:
    wanted = int((share * len(pool)).to_integral_value(ROUND_CEILING))
    strata: dict[Stratum, list[Subject]] = defaultdict(list)
    for subject in sorted(pool, key=lambda s: (lot_of(s.code, seed=seed), s.code)):
        strata[Stratum(subject.kind, subject.region)].append(subject)
    failed = {stratum: sum(s.failed_last_time for s in members) for stratum, members in strata.items()}
    places = max(0, wanted - sum(failed.values()))
    free = {stratum: len(members) - failed[stratum] for stratum, members in strata.items()}
    quota = _no_kind_left_out(_share_out(places, free), free, failed)
    rows: list[DrawnRow] = []
    for stratum in sorted(strata, key=lambda s: (s.kind, s.region)):
        left = quota[stratum]
        for subject in strata[stratum]:
            is_by_lot = not subject.failed_last_time and left > 0
            left -= is_by_lot
            reason = "上次不合格，必查" if subject.failed_last_time else "抽中" if is_by_lot else "未抽中"
            rows.append(
                DrawnRow(
                    subject=subject,
                    stratum=stratum,
                    lot=lot_of(subject.code, seed=seed),
                    is_drawn=subject.failed_last_time or is_by_lot,
                    reason=reason,
                )
            )
    return rows


def _no_kind_left_out(
    quota: dict[Stratum, int], free: dict[Stratum, int], failed: dict[Stratum, int]
) -> dict[Stratum, int]:
    """One more place for each kind that would have none, in its largest stratum: the share is a least one."""
    whole = dict(quota)
    for kind in sorted({stratum.kind for stratum in quota}):
        own = [stratum for stratum in quota if stratum.kind is kind]
        if not any(quota[stratum] or failed[stratum] for stratum in own):
            whole[max(own, key=lambda stratum: (free[stratum], stratum.region))] += 1
    return whole


def _share_out(places: int, sizes: dict[Stratum, int]) -> dict[Stratum, int]:
    """`places` over the strata in proportion to their sizes, by the largest remainder; never more than a stratum holds."""
    total = sum(sizes.values())
    if total == 0:
        return dict.fromkeys(sizes, 0)
    places = min(places, total)
    quota = {stratum: places * size // total for stratum, size in sizes.items()}
    by_remainder = sorted(sizes, key=lambda s: (-(places * sizes[s] % total), s.kind, s.region))
    for stratum in by_remainder[: places - sum(quota.values())]:
        quota[stratum] += 1
    return quota

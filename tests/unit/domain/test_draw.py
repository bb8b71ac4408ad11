"""The draw: enough, fair to every stratum, the same for everyone."""

import hashlib
import random
from decimal import Decimal
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.draw import draw, lot_of
from workbench.domain.subject import Subject, SubjectKind, SubjectState

CAMPAIGN = UUID(int=7)


def site(code: str, **changes: object) -> Subject:
    fields = {"kind": SubjectKind.DEPARTMENT_SITE, "region": "市直", **changes}
    return Subject(id=uuid5(CAMPAIGN, code), code=code, name=code, **fields)  # type: ignore[arg-type]  # built from a dict


registers = st.lists(
    st.builds(
        lambda code, kind, region, failed, state: site(
            f"{code:010d}", kind=kind, region=region, failed_last_time=failed, state=state
        ),
        st.integers(0, 10**9),
        st.sampled_from(SubjectKind),
        st.sampled_from(["东区", "西区", "市直"]),
        st.booleans(),
        st.sampled_from([SubjectState.NORMAL, SubjectState.NORMAL, SubjectState.REBUILD]),
    ),
    max_size=60,
    unique_by=lambda s: s.code,
)
shares = st.decimals(min_value="0.01", max_value="1", places=2)


def test_a_fifth_of_121_sites_is_25() -> None:
    drawn = draw([site(f"{n:010d}") for n in range(121)], share=Decimal("0.20"), seed=7)
    assert len(drawn.drawn) == 25


def test_strata_share_in_proportion() -> None:
    portals = [site(f"1{n:09d}", kind=SubjectKind.PORTAL) for n in range(10)]
    sites = [site(f"2{n:09d}") for n in range(40)]
    drawn = draw(portals + sites, share=Decimal("0.2"), seed=1).drawn
    assert sum(s.kind is SubjectKind.PORTAL for s in drawn) == 2
    assert len(drawn) == 10


def test_the_lot_can_be_checked_with_any_sha256_tool() -> None:
    assert lot_of("4601000012", seed=7) == hashlib.sha256(b"7:4601000012").hexdigest()[:16]


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="抽查比例"):
        draw([], share=Decimal(0), seed=1)


@given(registers, shares, st.integers(0, 99))
def test_every_draw_is_large_enough_and_holds_last_failures(
    register: list[Subject], share: Decimal, seed: int
) -> None:
    result = draw(register, share=share, seed=seed)
    running = [s for s in register if s.state is SubjectState.NORMAL]
    for is_account in (True, False):
        pool = [s for s in running if (s.kind is SubjectKind.ACCOUNT) is is_account]
        drawn = [s for s in result.drawn if (s.kind is SubjectKind.ACCOUNT) is is_account]
        assert len(drawn) >= share * len(pool)
        wanted = max(-(-int(share * 100) * len(pool) // 100), sum(s.failed_last_time for s in pool))
        kinds = {s.kind for s in pool}
        assert {s.kind for s in drawn} == kinds
        assert wanted <= len(drawn) <= wanted + max(0, len(kinds) - 1)
    assert {s.code for s in running if s.failed_last_time} <= {s.code for s in result.drawn}
    assert {row.subject.code for row in result.rows} == {s.code for s in running}


@given(registers, shares, st.integers(0, 99), st.randoms(use_true_random=False))
def test_the_order_of_the_register_does_not_matter(
    register: list[Subject], share: Decimal, seed: int, shuffler: random.Random
) -> None:
    shuffled = list(register)
    shuffler.shuffle(shuffled)
    assert draw(register, share=share, seed=seed) == draw(shuffled, share=share, seed=seed)

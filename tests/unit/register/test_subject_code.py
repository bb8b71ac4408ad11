"""Site codes and the numbers of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.subject import SubjectKind
from workbench.register.faulty_row import FaultyRowError
from workbench.register.subject_code import is_official, own_number, read_code, refuse_wrong_code


def test_codes_are_read_into_one_spelling() -> None:
    assert read_code(" ４６０１ ０００００１２") == "46010000012"
    assert read_code("BM29000002") == "bm29000002"


def test_official_codes() -> None:
    assert is_official("4601000012")
    assert is_official("bm29000002")
    assert not any(
        is_official(code) for code in ("460100001", "46010000123", "bm2900000", "٤٦٠١٠٠٠٠١٢", "4601000012\n")
    )


@pytest.mark.parametrize(
    ("code", "said"), [("460100001234", "有12位"), ("4601000", "有7位"), ("bm290000", "写法不对")]
)
@pytest.mark.parametrize("kind", list(SubjectKind))
def test_the_usual_slips_are_named(code: str, said: str, kind: SubjectKind) -> None:
    with pytest.raises(FaultyRowError, match=said):
        refuse_wrong_code(code, kind)


def test_parts_and_accounts_may_carry_the_offices_own_number() -> None:
    refuse_wrong_code("GZH-003", SubjectKind.ACCOUNT)
    refuse_wrong_code("P0001", SubjectKind.MODULE)
    with pytest.raises(FaultyRowError, match="写法不对"):
        refuse_wrong_code("P0001", SubjectKind.PORTAL)
    with pytest.raises(FaultyRowError, match="写法不对"):
        refuse_wrong_code("频道一", SubjectKind.CHANNEL)


@given(identity=st.text(min_size=1), attempt=st.integers(0, 3))
def test_our_own_numbers_are_accepted_again(identity: str, attempt: int) -> None:
    site = own_number(identity, attempt=attempt)
    refuse_wrong_code(read_code(site), SubjectKind.PORTAL)
    for parent in ("4601000012", "bm29000002", site):
        part = own_number(identity, parent_code=parent, attempt=attempt)
        assert part.startswith(parent + "-")
        assert read_code(part) == part
        refuse_wrong_code(part, SubjectKind.CHANNEL)


def test_our_own_numbers_never_change() -> None:
    assert own_number("a.cn/x/", parent_code="4601000012") == "4601000012-9E5PGJ"

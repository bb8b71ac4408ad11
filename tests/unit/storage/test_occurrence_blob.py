import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.link import Occurrence
from workbench.storage.occurrence_blob import pack_occurrences, unpack_occurrences, unsqueeze

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@given(places=st.lists(st.builds(Occurrence, TEXT, TEXT), max_size=20))
def test_they_read_back_as_they_were(places: list[Occurrence]) -> None:
    assert unpack_occurrences(pack_occurrences(places)) == tuple(places)


def test_twenty_alike_take_little_room() -> None:
    places = [Occurrence(f"http://www.haikou.gov.cn/xxgk/zcfg/{n}.html", "海口市人民政府") for n in range(20)]
    assert len(pack_occurrences(places)) < 250


@pytest.mark.parametrize("packed", [b"", b"\0", b"\0\xff", b"\1\xff", b"\1" + zlib.compress(b"x" * 2**25)])
def test_bytes_that_are_not_ours_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpack_occurrences(packed)


def test_a_bound_holds_whatever_the_bytes_promise() -> None:
    bomb = zlib.compress(b"\0" * 2**26)
    with pytest.raises(ValueError, match="too much"):
        unsqueeze(bomb, at_most=1000)
    with pytest.raises(ValueError, match="cut off"):
        unsqueeze(bomb[:50], at_most=2**27)
    assert unsqueeze(zlib.compress(b"ab"), at_most=3) == b"ab"

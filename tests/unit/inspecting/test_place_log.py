import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.inspecting.place_log import MOST_PLACES, PlaceLog

NOTES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2**32 - 1), st.text(max_size=6)), max_size=120)


@pytest.mark.parametrize("most_in_memory", [1, 60, 8_000_000])
@given(NOTES)
def test_the_first_places_of_each_link_come_back_in_order(
    most_in_memory: int, notes: list[tuple[int, int, str]]
) -> None:
    log = PlaceLog(most_in_memory=most_in_memory)
    for _ in range(4):
        log.add_link()
    for link, page, text in notes:
        log.note(page, [(link, text)])
    for link in range(4):
        expected = [(page, text) for owner, page, text in notes if owner == link]
        assert log.all(link) == tuple(expected[:MOST_PLACES])
        assert log.first(link) == tuple(expected[:1])
        assert log.counts[link] == len(expected)


def test_half_characters_and_long_words_are_borne() -> None:
    log = PlaceLog()
    log.add_link()
    log.note(1, [(0, "\ud83d" + "长" * 2_000)])
    [(page, text)] = log.all(0)
    assert (page, len(text)) == (1, 500)

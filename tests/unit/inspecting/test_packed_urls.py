import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.inspecting.hash_table import HashTable
from workbench.inspecting.packed_urls import PackedUrls, UrlNumbers

URLS = st.text(alphabet="ab/?.:中\udcff", max_size=12)


@given(st.lists(URLS))
def test_each_comes_back_by_its_number(urls: list[str]) -> None:
    packed = PackedUrls()
    assert [packed.add(url) for url in urls] == list(range(len(urls)))
    assert [packed[number] for number in range(len(packed))] == urls


@pytest.mark.parametrize("most_in_dict", [3, 1_000])
@given(st.lists(URLS, unique=True))
def test_the_number_of_an_address_is_found_again(most_in_dict: int, urls: list[str]) -> None:
    numbers = UrlNumbers(most_in_dict=most_in_dict)
    assert all(numbers.number_of(url) is None for url in urls)
    for url in urls:
        numbers.add(url)
    assert [numbers.number_of(url) for url in urls] == list(range(len(urls)))
    assert numbers.numbers_of([*urls, "http://new/"]) == [*range(len(urls)), None]


def test_the_table_grows_and_forgets_nothing() -> None:
    table = HashTable()
    keys = [hash(f"http://a.cn/{n}") for n in range(60_000)]
    for number, key in enumerate(keys):
        table.put(key, number)
    assert all(table.get(key) == number for number, key in enumerate(keys))
    assert table.get(hash("http://b.cn/")) is None

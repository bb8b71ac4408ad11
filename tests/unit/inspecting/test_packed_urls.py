from hypothesis import given
from hypothesis import strategies as st

from workbench.inspecting.packed_urls import PackedUrls, UrlNumbers

URLS = st.text(alphabet="ab/?.:中\udcff", max_size=12)


@given(st.lists(URLS))
def test_each_comes_back_by_its_number(urls: list[str]) -> None:
    packed = PackedUrls()
    assert [packed.add(url) for url in urls] == list(range(len(urls)))
    assert [packed[number] for number in range(len(packed))] == urls


@given(st.lists(URLS, unique=True))
def test_the_number_of_an_address_is_found_again(urls: list[str]) -> None:
    numbers = UrlNumbers()
    assert all(numbers.number_of(url) is None for url in urls)
    for url in urls:
        numbers.add(url)
    assert [numbers.number_of(url) for url in urls] == list(range(len(urls)))

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.place import normalise_place


@pytest.mark.parametrize(
    ("place", "normal"),
    [
        ("http://WWW.Haikou.GOV.cn", "http://www.haikou.gov.cn/"),
        ("HTTP://a.cn:80/x#top", "http://a.cn/x"),
        ("https://a.cn:443/", "https://a.cn/"),
        ("http://a.cn:8080/", "http://a.cn:8080/"),
        ("http://a.cn/Path?Q=A", "http://a.cn/Path?Q=A"),
        ("http://a.cn/?", "http://a.cn/"),
        ("http://[::1]:80/", "http://[::1]/"),
        (" 首页  右侧\n轮播 ", "首页 右侧 轮播"),
        ("e\u0301", "\u00e9"),
        ("", ""),
        ("http://", "http://"),
        ("http://a.cn:port/", "http://a.cn:port/"),
        ("http://[broken/", "http://[broken/"),
        ("mailto:a@b.cn", "mailto:a@b.cn"),
        ("http://用户.cn/路", "http://用户.cn/路"),
    ],
)
def test_what_does_not_tell_places_apart_goes(place: str, normal: str) -> None:
    assert normalise_place(place) == normal


def test_what_tells_places_apart_stays() -> None:
    places = [
        "http://a.cn/x",
        "http://a.cn/X",
        "https://a.cn/x",
        "http://a.cn/x?1",
        "http://a.cn/x/",
        "http://b.cn/x",
    ]
    assert len({normalise_place(place) for place in places}) == len(places)


ADDRESSES = st.from_regex(r"(?i)https?://[a-z0-9.\[\]:-]{0,12}(/[a-z#?%;: ]{0,8})?", fullmatch=True)


@given(place=st.text() | ADDRESSES)
def test_normal_is_normal(place: str) -> None:
    """Normalising once is enough, and never fails."""
    once = normalise_place(place)
    assert normalise_place(once) == once

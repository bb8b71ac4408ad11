from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.views.account_platforms import account_platforms
from workbench.views.post_days import read_post_days

AS_OF = date(2026, 1, 5)


def test_a_pasted_list_is_read_line_by_line() -> None:
    text = """
    2026年1月3日 关于做好防寒工作的通知　阅读 1203
    昨天 18:20
    12月31日
    2025-12-30 09:00\t2026-01-01 改
    20251229
    3天前
    没有日期的一行
    """
    found = read_post_days(text, as_of=AS_OF)
    assert found.days == (
        date(2026, 1, 4),
        date(2026, 1, 3),
        date(2026, 1, 2),
        date(2025, 12, 31),
        date(2025, 12, 30),
        date(2025, 12, 29),
    )
    assert found.unread == ("没有日期的一行",)


@given(text=st.text(max_size=200))
def test_whatever_is_pasted_is_read(text: str) -> None:
    found = read_post_days(text, as_of=AS_OF)
    assert list(found.days) == sorted(found.days, reverse=True)


def test_platforms_are_known_by_the_words_of_registers() -> None:
    platforms = account_platforms()
    assert [
        platforms.named(word).id
        for word in ("微信公众号", "微信视频号", "抖音号", "移动客户端", "微信小程序", "来信")
    ] == [
        "wechat",
        "channels",
        "douyin",
        "app",
        "miniprogram",
        "other",
    ]
    assert platforms.silent_days == (7, 10, 14)

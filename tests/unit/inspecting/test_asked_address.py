import pytest

from workbench.inspecting.asked_address import as_asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("www.a.gov.cn", "http://www.a.gov.cn/"),
        (
            " http://WWW.a.gov.cn:80/中文 页?x=1#top ",
            "http://www.a.gov.cn/%E4%B8%AD%E6%96%87%20%E9%A1%B5?x=1",
        ),
        ("localhost:8080/x", "http://localhost:8080/x"),
        ("127.0.0.1:9", "http://127.0.0.1:9/"),
        ("https://霁川.政务/", "https://xn--5rtw58j.xn--zfr164b/"),
        ("mailto:a@b.cn", "mailto:a@b.cn"),
    ],
)
def test_what_a_person_types_becomes_what_is_asked(typed: str, asked: str) -> None:
    assert as_asked(typed) == asked

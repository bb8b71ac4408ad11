import pytest

from workbench.domain.link import LinkOutcome
from workbench.inspecting.odd_scheme import is_mere_button, scheme_verdict


@pytest.mark.parametrize(
    "url",
    [
        "javascript:;",
        "javascript:void(0)",
        "JavaScript:void(0);",
        "javascript:",
        "javascript:#",
        "javascript:return false;",
    ],
)
def test_buttons_are_no_links(url: str) -> None:
    assert is_mere_button(url)


def test_a_script_that_does_something_is_no_mere_button() -> None:
    assert not is_mere_button("javascript:openWindow('a.html')")


@pytest.mark.parametrize(
    ("url", "outcome"),
    [
        ("javascript:go(1)", LinkOutcome.UNSAFE_SCHEME),
        ("file:///C:/a.doc", LinkOutcome.UNSAFE_SCHEME),
        ("mailto:a@b.cn", LinkOutcome.NOT_CHECKED),
        ("tel:12345", LinkOutcome.NOT_CHECKED),
        ("weixin://dl", LinkOutcome.NOT_CHECKED),
    ],
)
def test_other_schemes_are_told_apart_without_a_request(url: str, outcome: LinkOutcome) -> None:
    verdict = scheme_verdict(url)
    assert verdict.outcome is outcome
    assert verdict.reason

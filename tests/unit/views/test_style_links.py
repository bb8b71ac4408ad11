import pytest

from workbench.domain.link import LinkKind
from workbench.views.style_links import style_kind, style_references


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a{background:url(a.png)}", [("a.png", False)]),
        ("a{background:URL( 'b c.png' )}", [("b c.png", False)]),
        ('a{background:url("x(1).png")}', [("x(1).png", False)]),
        (r"a{background:url(x\(1\).png)}", [("x(1).png", False)]),
        (r"a{background:url('x\27 y.png')}", [("x'y.png", False)]),
        ("a{content:\"url(no.png)\"} b::after{content:'/* '} c{background:url(c.png)}", [("c.png", False)]),
        (
            'a{background:image-set("1x.png" 1x, url(2x.png) 2x, "v.avif" type("image/avif"))}',
            [("1x.png", False), ("2x.png", False), ("v.avif", False)],
        ),
        (
            "@import url('more.css') layer(x); a{background:URL( UP.png )}",
            [("more.css", True), ("UP.png", False)],
        ),
        ("/* url(gone.png) */ a{}", []),
        ("a{background:url(data:image/png;base64,AA)} b{fill:url(#g)}", []),
        ('@import "more.css";', [("more.css", True)]),
        ("@import url(more.css) screen; b{src:url(f.woff2)}", [("more.css", True), ("f.woff2", False)]),
    ],
)
def test_what_a_stylesheet_asks_for(css: str, found: list[tuple[str, bool]]) -> None:
    assert list(style_references(css)) == found


def test_kinds() -> None:
    assert style_kind("http://a.cn/x", is_import=True) is LinkKind.STYLE
    assert style_kind("http://a.cn/x.woff2?v=1", is_import=False) is LinkKind.OTHER
    assert style_kind("http://a.cn/bg.php", is_import=False) is LinkKind.IMAGE

"""What a link leads to, by tag and address."""

import pytest

from workbench.domain.link import LinkKind
from workbench.views.link_kind import is_attachment, link_kind, relation_kind


@pytest.mark.parametrize(
    ("tag", "url", "kind"),
    [
        ("a", "http://h/a.docx", LinkKind.ATTACHMENT),
        ("a", "http://h/a.html", LinkKind.PAGE),
        ("a", "http://h.zip/", LinkKind.PAGE),
        ("a", "http://h/down.jsp?file=a.pdf", LinkKind.PAGE),
        ("a", "http://h/a.PNG", LinkKind.IMAGE),
        ("source", "http://h/a.webp", LinkKind.IMAGE),
        ("source", "http://h/stream", LinkKind.MEDIA),
        ("td", "http://h/bg.gif", LinkKind.IMAGE),
        ("meta", "http://h/x/", LinkKind.PAGE),
        ("a", "javascript:void(0)", LinkKind.OTHER),
        ("a", "x/y:z.html", LinkKind.PAGE),
    ],
)
def test_by_tag_and_address(tag: str, url: str, kind: LinkKind) -> None:
    assert link_kind(tag, url) is kind


@pytest.mark.parametrize(
    ("relation", "preload", "kind"),
    [
        ("stylesheet", "", LinkKind.STYLE),
        ("Alternate StyleSheet", "", LinkKind.PAGE),
        ("icon", "", LinkKind.IMAGE),
        ("canonical", "", LinkKind.PAGE),
        ("preload", "style", LinkKind.STYLE),
        ("manifest", "", LinkKind.OTHER),
    ],
)
def test_by_relation(relation: str, preload: str, kind: LinkKind) -> None:
    assert relation_kind(relation, preload) is kind


def test_attachments() -> None:
    assert is_attachment("http://h/a.xls")
    assert not is_attachment("http://h/a.htm")

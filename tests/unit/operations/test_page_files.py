"""Pages kept as MHTML files: apart and whole again, flagged where they show numbers of persons, carried in packs."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import WANG, SmallCampaign
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.verdict import Outcome
from workbench.errors import WrongUseError
from workbench.operations import keep_page_file as keeping
from workbench.operations.export_results import export_results
from workbench.operations.keep_evidence import EvidencePlace, SeenPage
from workbench.operations.keep_page_file import keep_page_file
from workbench.operations.merge_results import merge_results
from workbench.operations.record_verdict import record_verdict
from workbench.operations.show_page_file import html_of, take_apart
from workbench.operations.undo_change import undo_last
from workbench.storage.workspace import Workspace

URL = "http://127.0.0.1:1/xw/"
AT = datetime(2026, 11, 20, 1, 2, tzinfo=UTC)
ID_NUMBER = "11010519491231002X"


def mhtml(words: str = "要闻") -> bytes:
    """As the engine writes it: a page, a style it carries, a frame, a picture, a stylesheet."""
    parts = [
        (
            "Content-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Location: " + URL,
            '<html><head><meta charset="UTF-8"><link rel="stylesheet" href="cid:css-1@mhtml.blink">'
            '<link rel="preconnect" href="http://evil.invalid/"></head>'
            f'<body><p>{words}</p><img src="http://127.0.0.1:1/i.svg"><iframe src="cid:frame-2@mhtml.blink"></iframe>'
            "</body></html>",
        ),
        ("Content-Type: image/svg+xml\nContent-Location: http://127.0.0.1:1/i.svg", "<svg/>"),
        (
            "Content-Type: text/css\nContent-Location: cid:css-1@mhtml.blink",
            "p { background: url(/p.png) }",
        ),
        (
            "Content-Type: text/html\nContent-ID: <frame-2@mhtml.blink>\nContent-Location: http://127.0.0.1:1/inner.html",
            '<html><head><meta charset="UTF-8"></head><body>里面</body></html>',
        ),
    ]
    head = 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="B"\n\n'
    body = "".join(f"--B\n{about}\nContent-Transfer-Encoding: 8bit\n\n{text}\n" for about, text in parts)
    return (head + body + "--B--\n").encode()


def keep(small: SmallCampaign, content: bytes) -> Evidence:
    return keep_page_file(
        small.workspace,
        place=EvidencePlace(subject=small.portal, indicator="U2"),
        content=content,
        by=WANG,
        seen=SeenPage(url=URL, title="要闻"),
    )


def test_every_part_is_found_where_the_page_asks_for_it() -> None:
    shown = take_apart(mhtml(), url=URL, saved_at=AT)
    copy = shown.copy
    assert (copy.url, copy.saved_at) == (URL, AT)
    page = shown.parts[copy.pages["127.0.0.1:1/xw/"]]
    assert "要闻".encode() in page.body
    assert b"cid:" not in page.body
    assert b"evil" not in page.body
    style = next(key for key in copy.parts if "cid-" in key)
    assert style.encode() in page.body
    # Beside the page, so that what it writes relatively is found as from the page itself.
    assert style.startswith("127.0.0.1:1/xw/cid-")
    assert shown.parts[copy.parts[style]].content_type == "text/css"
    assert shown.parts[copy.parts["127.0.0.1:1/i.svg"]].body.strip() == b"<svg/>"
    frame = next(key for key in copy.pages if "cid-" in key)
    assert "里面".encode() in shown.parts[copy.pages[frame]].body
    assert all(number < 0 for number in (*copy.pages.values(), *copy.parts.values()))


def test_a_part_whose_name_begins_as_another_does_is_its_own() -> None:
    styles = "".join(
        f"--B\nContent-Type: text/css\nContent-Location: cid:css-{n}\n\np {{ width: {n}px }}\n"
        for n in (1, 10)
    )
    links = '<link rel="stylesheet" href="cid:css-1"><link rel="stylesheet" href="cid:css-10">'
    page = f"--B\nContent-Type: text/html\nContent-Location: {URL}\n\n<html><head>{links}</head></html>\n"
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n'
    shown = take_apart((head + styles + page + "--B--\n").encode(), url=URL, saved_at=AT)
    body = shown.parts[-1].body.decode()
    asked = re.findall(r"cid-\d+", body)
    found = [shown.parts[shown.copy.parts[f"127.0.0.1:1/xw/{name}"]].body.strip() for name in asked]
    assert found == [b"p { width: 1px }", b"p { width: 10px }"]


NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000))
BAD = (b"", b"no page at all", b"\x89PNG\r\n\x1a\n", b"From: x\n\nplain", NESTED)


@pytest.mark.parametrize("content", BAD)
def test_what_is_no_page_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(WrongUseError, match="不是能识别的网页文件"):
        html_of(content)


def test_it_is_kept_beside_the_pictures_and_taken_back(small: SmallCampaign) -> None:
    content = mhtml()
    kept = keep(small, content)
    (held,) = small.workspace.evidence()
    assert (held.kind, held.media_type, held.url) == (EvidenceKind.SAVED_PAGE, "multipart/related", URL)
    assert small.workspace.evidence_content(held) == content
    assert not kept.has_personal_data
    undo_last(small.workspace, by=WANG)
    assert small.workspace.evidence() == ()


def test_one_that_is_too_large_is_refused_in_one_sentence(
    small: SmallCampaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_PAGE_FILE_BYTES", 100)
    with pytest.raises(WrongUseError, match="Shift\\+F2"):
        keep(small, mhtml())
    assert small.workspace.evidence() == ()


@pytest.mark.parametrize("with_personal_data", [False, True])
def test_one_with_personal_data_leaves_in_a_pack_only_on_request(
    small: SmallCampaign, tmp_path: Path, *, with_personal_data: bool
) -> None:
    flagged = keep(small, mhtml(f"联系人身份证 {ID_NUMBER}。"))
    plain = keep(small, mhtml())
    assert flagged.has_personal_data
    record_verdict(small.workspace, subject=small.portal, indicator="V1", outcome=Outcome.PASS, by=WANG)
    target = tmp_path / "结果.inspection"
    written = export_results(small.workspace, target, by=WANG, with_personal_data=with_personal_data)
    assert written.left_out == (0 if with_personal_data else 1)
    with Workspace.open_pack(target) as pack:
        assert {each.id for each in pack.evidence()} == {flagged.id, plain.id}
        assert pack.evidence_content(plain) == small.workspace.evidence_content(plain)
        assert (pack.evidence_content(flagged) is not None) is with_personal_data


def test_a_pack_without_such_a_page_is_merged_all_the_same(small: SmallCampaign, tmp_path: Path) -> None:
    small.workspace.checkpoint()
    lead = tmp_path / "组长.inspection"
    lead.write_bytes(small.workspace.path.read_bytes())
    flagged, plain = keep(small, mhtml(f"身份证 {ID_NUMBER}。")), keep(small, mhtml())
    target = tmp_path / "结果.inspection"
    export_results(small.workspace, target, by=WANG)
    with Workspace.open(lead) as campaign:
        merge_results(campaign, [target])
        assert {each.id for each in campaign.evidence()} == {flagged.id, plain.id}
        assert campaign.evidence_content(plain) is not None
        assert [each.id for each in campaign.evidence_without_bytes()] == [flagged.id]
        whole = tmp_path / "全部.inspection"
        export_results(small.workspace, whole, by=WANG, with_personal_data=True)
        merge_results(campaign, [whole])
        assert campaign.evidence_without_bytes() == ()

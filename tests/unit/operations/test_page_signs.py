"""What is worth marking in a page: known bad links, dates, suspected words, personal numbers, each with its finding."""

from datetime import date

from tests.campaigns.small_campaign import SmallCampaign
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import proposal_id
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult
from workbench.operations.page_signs import SignKind, link_signs, text_signs

PAGE = "http://127.0.0.1:1/xw/"
DAY = date(2026, 11, 20)
ITEMS = "".join(
    f"<li><a href='/a{n}.html'>霁川市召开第{n}次会议研究工作</a><span>2026-11-{n:02}</span></li>"
    for n in range(1, 9)
)
HTML = f"<html><head><title>要闻</title></head><body><ul>{ITEMS}</ul><p>已按排专人，身份证 11010519491231002X。</p></body></html>"


def proposal(small: SmallCampaign, *, check: str, aspect: str, element: str = "") -> Finding:
    return Finding(
        id=proposal_id(small.portal.id, check=check, aspect=aspect, place=PAGE, element=element),
        subject_id=small.portal.id,
        rule="",
        source=Source.CHECK,
        place=PAGE,
        check=check,
        aspect=aspect,
        element=element,
    )


def test_links_of_the_page_that_are_known_to_be_bad_are_marked_with_their_status(
    small: SmallCampaign,
) -> None:
    dead = small.propose("http://127.0.0.1:1/gone")
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    links = [
        LinkResult(url=url, kind=LinkKind.PAGE, outcome=outcome, status=status)
        for url, outcome, status in (
            ("http://127.0.0.1:1/gone", LinkOutcome.DEAD, 404),
            ("http://127.0.0.1:1/slow", LinkOutcome.TIMED_OUT, None),
            ("http://127.0.0.1:1/fine", LinkOutcome.OK, 200),
            ("http://127.0.0.1:1/elsewhere", LinkOutcome.DEAD, 404),
        )
    ]
    small.workspace.save_links(run, small.portal.id, links)
    small.workspace.end_subject(run, small.portal.id)
    addresses = [f"http://127.0.0.1:1/{name}" for name in ("gone#top", "slow", "fine", "unheard-of")]
    signs = link_signs(small.workspace, small.portal.id, addresses, [dead])
    assert [(sign.what, sign.label, sign.is_sure) for sign in signs] == [
        ("http://127.0.0.1:1/gone#top", "404 打不开", True),
        ("http://127.0.0.1:1/slow", "超时", False),
    ]
    assert [sign.finding_id for sign in signs] == [dead.id, None]


def test_words_numbers_and_dates_are_read_as_the_checks_read_them(small: SmallCampaign) -> None:
    word = proposal(small, check="protected-terms", aspect="ordinary", element="按排")
    signs = text_signs(HTML, url=PAGE, as_of=DAY, findings=[word])
    by_kind = {kind: [sign for sign in signs if sign.kind is kind] for kind in SignKind}
    (wrong,) = by_kind[SignKind.WORD]
    assert (wrong.what, wrong.label, wrong.finding_id) == ("按排", "应为 安排", word.id)
    (number,) = by_kind[SignKind.NUMBER]
    assert "11010519491231002X" not in repr(number)
    assert number.what.endswith("2X")
    assert number.finding_id is None
    assert [sign.what for sign in by_kind[SignKind.DATE]] == [f"2026-11-{n:02}" for n in range(1, 9)]
    assert [sign.label for sign in by_kind[SignKind.DATE] if sign.label] == ["最新"]


def test_a_finding_of_another_page_is_not_this_page_s(small: SmallCampaign) -> None:
    word = proposal(small, check="protected-terms", aspect="ordinary", element="按排")
    signs = text_signs(HTML, url="http://127.0.0.1:1/other/", as_of=DAY, findings=[word])
    assert [sign.finding_id for sign in signs if sign.kind is SignKind.WORD] == [None]

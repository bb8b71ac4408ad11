"""The same words on many pages are one finding, told again as it grows, and after a kill too."""

from uuid import UUID

from workbench.domain.finding import Finding, Source
from workbench.inspecting.spread_findings import SpreadFindings

SLIP = UUID(int=7)


def on_page(number: int, *, finding: UUID = SLIP) -> Finding:
    return Finding(
        id=finding,
        subject_id=UUID(int=1),
        rule="",
        source=Source.CHECK,
        check="protected-terms",
        place=f"http://a.gov.cn/{number}.html",
        excerpt="疑似错误",
    )


def test_four_hundred_pages_are_one_finding() -> None:
    spread = SpreadFindings()
    told = [spread.take(on_page(number)) for number in range(400)]
    assert [is_first for _, is_first in told].count(True) == 1
    assert len([finding for finding, _ in told if finding is not None]) == 9
    (last,) = spread.rest("protected-terms")
    assert last.place == "http://a.gov.cn/0.html"
    assert "共在400个页面" in last.excerpt
    assert last.proof.count(("出现页面", "400个")) == 1
    assert len([label for label, _ in last.proof if label == "页面"]) == 20
    assert list(spread.rest("protected-terms")) == []


def test_what_stands_on_one_page_stays_as_it_is() -> None:
    spread = SpreadFindings()
    assert spread.take(on_page(1)) == (on_page(1), True)
    assert list(spread.rest("protected-terms")) == []


def test_after_a_kill_the_pages_before_it_still_count() -> None:
    before, after = SpreadFindings(), SpreadFindings()
    before.take(on_page(1))
    pieces = before.take_piece()
    before.take(on_page(2))
    pieces += before.take_piece()
    assert before.take_piece() == []
    after.take_up(pieces)
    told, is_first = after.take(on_page(3))
    assert (told, is_first) == (None, False)
    (last,) = after.rest("protected-terms")
    assert (last.place, "共在3个页面" in last.excerpt) == ("http://a.gov.cn/1.html", True)

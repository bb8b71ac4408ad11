from workbench.domain.link import LinkKind, LinkOutcome
from workbench.inspecting.link_book import LinkBook
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_verdict import OK, LinkVerdict

DEAD = LinkVerdict(LinkOutcome.DEAD, "404，页面不存在")
PAGE = "http://a.cn/"


def noted(book: LinkBook, name: str, *, pages: int = 1) -> LinkEntry:
    entry, _ = book.enter(f"http://a.cn/{name}", LinkKind.PAGE, depth=1)
    for n in range(pages):
        page = book.turn_page(f"http://a.cn/{n}.html")
        book.note_places(page, [(entry.number, f"第{n}处")], is_home=n == 0)
    return entry


def test_what_is_done_with_an_entry_before_it_is_asked_for_is_kept() -> None:
    book = LinkBook()
    entry, is_new = book.enter("http://a.cn/x", LinkKind.STYLE, depth=3)
    entry.chain, entry.is_sheet = 7, True
    book.turn_page(PAGE)
    again = book[entry.number]
    assert is_new
    assert again is not entry
    assert (again.url, again.kind, again.depth, again.chain) == (entry.url, LinkKind.STYLE, 3, 7)
    assert (again.is_sheet, again.is_page, again.outcome) == (True, False, None)


def test_it_is_one_object_from_the_question_until_it_is_settled() -> None:
    book = LinkBook()
    number = noted(book, "x").number
    asked = book[number]
    book.turn_page(PAGE)
    assert book[number] is asked
    assert book.find("http://a.cn/x") is asked
    assert next(iter(book)) is asked
    book.settle(asked, DEAD, status=404, final_url="http://a.cn/y")
    after = book[number]
    assert after is not asked
    assert (after.outcome, after.reason, after.status, after.final_url) == (
        LinkOutcome.DEAD,
        "404，页面不存在",
        404,
        "http://a.cn/y",
    )


def test_one_that_opens_is_told_with_one_place_and_in_the_end_with_all() -> None:
    book = LinkBook()
    entry = noted(book, "x", pages=3)
    book.settle(entry, OK, status=200)
    soon = book.tell_shortly(entry)
    assert [place.text for place in soon.occurrences] == ["第0处"]
    assert (soon.occurrence_count, soon.is_on_home) == (3, True)
    assert book.has_untold_places(entry)
    assert [place.text for place in book.tell(entry).occurrences] == ["第0处", "第1处", "第2处"]
    assert not book.has_untold_places(entry)


def test_a_dead_one_is_told_with_all_places_at_once() -> None:
    book = LinkBook()
    entry = noted(book, "x", pages=3)
    book.settle(entry, DEAD, status=404)
    assert len(book.tell_shortly(entry).occurrences) == 3
    assert not book.has_untold_places(entry)


def test_pieces_put_together_are_the_book() -> None:
    book, again = LinkBook(is_kept=True), LinkBook()
    entry = noted(book, "x", pages=2)
    entry.chain = 5
    again.add_piece(book.take_piece())
    book.settle(book[entry.number], DEAD, status=404)
    noted(book, "y")
    again.add_piece(book.take_piece())
    for url in ("http://a.cn/x", "http://a.cn/y"):
        one, other = book.find(url), again.find(url)
        assert one is not None
        assert other is not None
        assert book.show(one) == again.show(other)
        assert one.chain == other.chain

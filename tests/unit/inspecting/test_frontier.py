from workbench.domain.link import LinkKind
from workbench.inspecting.frontier import Frontier
from workbench.inspecting.link_book import LinkBook
from workbench.inspecting.link_entry import LinkEntry


def make(*, max_depth: int | None = None, max_pages: int | None = None) -> tuple[LinkBook, Frontier]:
    book = LinkBook()
    return book, Frontier(book, max_depth=max_depth, max_pages=max_pages)


def entry(book: LinkBook, name: str, depth: int = 1) -> LinkEntry:
    return book.enter(f"http://a.cn/{name}", LinkKind.PAGE, depth=depth)[0]


def taken(frontier: Frontier) -> list[tuple[str, bool]]:
    out = []
    while (found := frontier.take()) is not None:
        out.append((found.url.rpartition("/")[2], found.is_page))
    return out


def test_pages_and_links_take_turns() -> None:
    book, frontier = make()
    for name in ("p1", "p2"):
        frontier.add_page(entry(book, name))
    for name in ("l1", "l2", "l3"):
        frontier.add_link(entry(book, name))
    names = [name for name, _ in taken(frontier)]
    assert sorted(names) == ["l1", "l2", "l3", "p1", "p2"]
    assert names[0][0] != names[1][0]


def test_a_level_is_read_before_the_next_begins() -> None:
    book, frontier = make(max_depth=2)
    first, second, third = entry(book, "a", 1), entry(book, "b", 2), entry(book, "c", 3)
    for each in (first, second, third):
        frontier.add_page(each)
    assert taken(frontier) == [("c", False), ("a", True)]
    frontier.did_end(first, was_read=True)
    assert taken(frontier) == [("b", True)]


def test_what_is_over_the_limit_of_pages_is_asked_for_and_not_read() -> None:
    book, frontier = make(max_pages=2)
    pages = [entry(book, name) for name in "abcd"]
    for each in pages:
        frontier.add_page(each)
    assert taken(frontier) == [("a", True), ("b", True)]
    frontier.did_end(pages[0], was_read=False)
    assert taken(frontier) == [("c", True)]
    frontier.did_end(pages[1], was_read=True)
    frontier.did_end(pages[2], was_read=True)
    assert taken(frontier) == [("d", False)]
    assert frontier.pages_read == 2

"""The walk over the tree: elements nest, runs lie inside them, links hold their words."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.views.page_outline import NONE, Outline, outline_of
from workbench.views.page_tree import PageTree


def outline(html: str) -> Outline:
    return outline_of(PageTree(html).parser)


def test_runs_are_what_a_reader_sees() -> None:
    found = outline(
        "<title>题</title><p>甲 \n 乙<b>丙</b></p><script>var a='丁'</script><style>戊</style><select><option>己</option></select>"
        "<!-- 庚 --><textarea>辛</textarea><noscript>壬</noscript><span>癸</span>"
    )
    assert found.texts == ["甲 乙", "丙", "癸"]


def test_words_after_a_link_are_not_the_link() -> None:
    found = outline("<p><a href='x'>链接</a> 2026-11-20</p>")
    (link,) = found.anchors
    assert found.texts[link.first : link.last] == ["链接"]
    assert found.run_anchors == [0, NONE]


def test_hidden_boxes_hide_what_they_hold() -> None:
    found = outline(
        "<div style='display: none'><p>甲</p></div><div hidden>乙</div><div style='color:red'>丙</div>"
    )
    assert [found.hidden[element] for element in found.run_elements] == [True, True, False]


def test_figures_know_where_they_stand() -> None:
    found = outline("<p>甲</p><img src='a.jpg'><a href='x'><img src='b.jpg'></a><input name='q'><p>乙</p>")
    assert [(figure.tag, figure.detail, figure.run, figure.is_linked) for figure in found.figures] == [
        ("img", "a.jpg", 1, False),
        ("img", "b.jpg", 1, True),
        ("input", "", 1, False),
    ]


TREES = st.recursive(
    st.sampled_from(["甲", "<a href='x'>乙</a>", "<img src='i'>", ""]),
    lambda inner: st.tuples(
        st.sampled_from(["div", "ul", "p", "span", "td", "a"]), st.lists(inner, max_size=4)
    ).map(lambda pair: f"<{pair[0]} class='c'>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=25,
)


@given(TREES)
def test_elements_nest(html: str) -> None:
    found = outline(html)
    for element, parent in enumerate(found.parents):
        assert element < found.ends[element] <= len(found.tags)
        if parent != NONE:
            assert parent < element < found.ends[parent]
            assert found.ends[element] <= found.ends[parent]
            assert found.first_runs[parent] <= found.first_runs[element]
            assert found.last_runs[element] <= max(found.last_runs[parent], found.first_runs[element])
    for run, element in enumerate(found.run_elements):
        assert found.first_runs[element] <= run < found.last_runs[element]


@given(TREES)
def test_links_are_found_where_they_stand(html: str) -> None:
    found = outline(html)
    for number, anchor in enumerate(found.anchors):
        assert number in found.anchors_in(anchor.element)
        assert number in found.anchors_in(0)

"""A guide is known by its headings, in whatever form a page gives them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.views.page_view import PageView
from workbench.views.page_words import words_of
from workbench.views.service_guide import ELEMENTS, ServiceGuide, service_guide

TITLE = "<title>公共场所卫生许可办事指南_某某局</title>"


def guide_of(html: str, *, head: str = TITLE) -> ServiceGuide | None:
    body = f"{head}<h1>公共场所卫生许可办事指南</h1>{html}"
    return service_guide(PageView(body.encode(), url="http://a.gov.cn/art/1.html", as_of=date(2026, 11, 20)))


@pytest.mark.parametrize("element", ELEMENTS[1:])
def test_every_word_of_a_class_is_a_heading_of_it(element: str) -> None:
    for word in words_of("guide_elements", element):
        found = guide_of(
            f"<p>一、{word}</p><p>见附件</p><p>二、事项名称</p><p>卫生许可</p><p>三、设定依据：条例</p>"
        )
        assert found is not None
        assert element in found.found, word


@pytest.mark.parametrize(
    "heading",
    [
        "受理条件",
        "一、受理条件",
        "（三）受理条件：",
        "3.受理条件",
        "【受理条件】",
        "● 受理条件",
        "第三 受理条件",
        "<b>三、</b><b>受理条件</b>",
        "受理条件（必读）：见下",
    ],
)
def test_headings_in_many_forms(heading: str) -> None:
    found = guide_of(f"<p>{heading}</p><p>年满十八周岁。</p><p>设定依据：条例</p>")
    assert found is not None
    assert "申请条件" in found.found


def test_words_in_a_sentence_are_no_heading() -> None:
    assert guide_of("<p>符合申请条件的，请携带申请材料到办理地点办理，办理流程见大厅。</p>") is None


def test_two_empty_headings_and_one_that_is_filled_elsewhere() -> None:
    found = guide_of(
        "<p>设定依据：</p><p>办理时间：</p><p>联系电话：</p><p>88001234</p><p>办理时间</p><p>工作日</p>"
    )
    assert found is not None
    assert found.empty == ("设定依据",)
    assert set(found.found) == {"事项名称", "办理时间", "联系电话"}
    assert "设定依据" in found.missing


def test_a_home_page_is_no_guide() -> None:
    page = PageView(TITLE.encode(), url="http://a.gov.cn/", as_of=date(2026, 11, 20))
    assert service_guide(page) is None


def test_a_page_without_words_is_no_guide() -> None:
    assert (
        service_guide(PageView(b"<p hidden>x</p>", url="http://a.gov.cn/1", as_of=date(2026, 11, 20))) is None
    )


@given(st.text(alphabet="一、（）【】：:办理流程地点设定依据\n <p>td/", max_size=120))
def test_whatever_the_page_is(html: str) -> None:
    found = guide_of(html)
    if found is not None:
        assert set(found.found) | set(found.missing) == set(ELEMENTS)

"""Scripts that fill an empty page at once, and scripts that do not."""

import pytest

from workbench.views.page_outline import outline_of
from workbench.views.page_tree import PageTree
from workbench.views.page_zones import zones_of
from workbench.views.script_filling import is_script_filled

ASKS = "$.ajax({url:'/api/news/list',success:function(r){$('#list').html(r)}})"


def filled(html: str, *, has_files: bool = False) -> bool:
    tree = PageTree(html)
    zones = zones_of(outline_of(tree.parser))
    return is_script_filled(zones, scripts=tree.inline_scripts, has_script_files=has_files, html=html)


@pytest.mark.parametrize(
    "html",
    [
        f"<ul id=list></ul><script>$(function(){{{ASKS}}})</script>",
        f"<ul id=list></ul><script>function load(){{{ASKS}}} load()</script>",
        f"<ul id=list></ul><script>function load(){{{ASKS}}}</script><script>window.onload=function(){{load();}}</script>",
        "<p>{{ item.title }}</p>",
        "<li ng-repeat='x in rows'></li>",
        "<script>axios.get('/search/page').then(r=>{document.getElementById('a').innerHTML=r.data})</script>",
    ],
)
def test_fills_at_once(html: str) -> None:
    assert filled(html)


@pytest.mark.parametrize(
    "html",
    [
        "<ul></ul>",
        f"<ul id=list></ul><a onclick='next()'></a><script>function next(){{{ASKS}}}</script>",
        "<script>$.get('/counter?id=3')</script>",
        "<script>$('#menu').html('<li></li>')</script>",
        "<script>var a=function(){ return 1 }</script>",
    ],
)
def test_does_not_fill(html: str) -> None:
    assert not filled(html)


def test_a_bare_shell_with_a_script_file() -> None:
    assert filled("<div id=app></div>", has_files=True)
    assert not filled("<div id=app></div>", has_files=False)
    assert not filled("<div id=app><p>文字</p></div>", has_files=True)

"""The check `blank-column`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.column_view import ColumnView

_ID = "blank-column"


@check(_ID, sees=ColumnView, title="空白栏目")
def blank_column(view: ColumnView) -> Iterator[Observation]:
    """Columns that hold nothing at all.

    What: a column page whose content has no item, no text, no picture, no form and no embedded page. Menus, page numbers,
    lists of other columns and the frame of the site are no content, however many links they hold.

    Why: every blank column costs points, and five of them are a veto.

    Limits: what a script puts into the page is not seen: where one seems to, a person must look. A list without dates is
    not blank; it is the matter of `stale-column`. Items dated later than the monitoring day are content. A column with a
    reason on record is not proposed as long as the reason holds. Where the recipe pointed out for the column no longer fits,
    a person must look, and the general rules judge.
    """
    page = view.page
    if view.recipe_doubt:
        yield view.observe(_ID, view.recipe_doubt, is_unsure=True)
    if page.is_script_filled:
        words = "栏目内容由脚本加载，无法自动判断是否空白，请打开页面查看。"
        yield view.observe(_ID, words, is_unsure=True)
    elif page.is_blank and view.silence is not None:
        words = view.silence_in_words
        yield view.observe(_ID, words, proof=[("无更新说明", words)], is_measure=True)
    elif page.is_blank:
        says = page.content.says_nothing_here
        excerpt = f"栏目“{view.column.name}”没有任何内容" + ("（页面自称暂无内容）" if says else "")
        proof = (
            ("页面标题", page.title),
            ("页面链接数", f"{len(page.links)}，均为导航、翻页或其他栏目的链接"),
            ("把握", f"{page.kind_confidence:.0%}"),
            ("监测日", str(view.as_of)),
        )
        yield view.observe(_ID, excerpt, proof=proof)

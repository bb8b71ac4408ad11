"""The check `policy-reprint`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.subject import SubjectKind
from workbench.views.list_items import ListItem
from workbench.views.reprint_columns import ReprintColumns
from workbench.views.site_view import SiteView

# Less than so much of the text is no reprint of it; shorter papers say nothing by their length.
_SHARE, _LONG_ENOUGH = 0.5, 200


@check("policy-reprint", sees=SiteView, title="政策转载")
def policy_reprint(site: SiteView) -> Iterator[Observation]:
    """Papers that a site has to reprint, as an imported list names them.

    What: of each title whose last day is not after the monitoring day, whether a column of reprints lists it: `missing` where
    none does, `late` where it stands there with a later day, `incomplete` where the list gives the length of the text and
    the page behind it holds less than half. Titles are compared without marks; one that is cut off is found by its beginning.

    Why: key policy information of the State Council is to be reprinted within 24 hours.

    Limits: only columns of the register in the class of reprints are looked at, and the pages of them that were read; of a
    paper older than all that was read nothing is said. Only days are seen, not hours. Without a list nothing is asked.
    """
    due = [title for title in site.reprints if title.last_day <= site.as_of]
    if not due:
        return
    reprinted = ReprintColumns(site)
    if not reprinted.columns:
        if site.subject.kind is SubjectKind.PORTAL:
            yield _unsure(site.home_url, "台账里没有转载类栏目，无法核对应转载的文件，请人工查看。")
        return
    if not reprinted.lists:
        yield _unsure(reprinted.columns[0].url, "转载类栏目没有读到，或认不出条目，无法核对应转载的文件。")
        return
    for title in due:
        yield from _judged(site, reprinted, title)


def _judged(site: SiteView, reprinted: ReprintColumns, title: ReprintTitle) -> Iterator[Observation]:
    item = reprinted.find(title)
    column = reprinted.columns[0].url
    if item is None:
        oldest = reprinted.oldest
        if oldest is None or oldest > title.last_day:
            yield _unsure(
                column, f"读到的转载条目没有早到{title.last_day}的，“{title.title}”是否转载请人工查看。"
            )
        else:
            yield _found("missing", column, title, f"没有转载“{title.title}”")
        return
    place = item.url or column
    if item.date is not None and item.date > title.last_day:
        days = (item.date - title.last_day).days
        yield _found("late", place, title, f"转载“{title.title}”晚了{days}天", ("转载日期", str(item.date)))
    yield from _incomplete(site, title, item)


def _incomplete(site: SiteView, title: ReprintTitle, item: ListItem) -> Iterator[Observation]:
    page = site.page(item.url) if item.url else None
    if page is None or title.length < _LONG_ENOUGH or page.is_filled_later:
        return
    if page.prose < title.length * _SHARE:
        words = f"转载“{title.title}”不完整：原文{title.length}字，页面上只有{page.prose}字"
        yield _found("incomplete", page.url, title, words, ("页面字数", str(page.prose)))


def _found(aspect: str, place: str, title: ReprintTitle, words: str, *more: tuple[str, str]) -> Observation:
    proof = [
        ("文件标题", title.title),
        ("发文机关", title.issuer),
        ("原文发布", str(title.published)),
        ("转载期限", str(title.last_day)),
        *more,
    ]
    return Observation(
        check="policy-reprint",
        aspect=aspect,
        place=place,
        element=title.title,
        excerpt=words,
        proof=tuple((label, text) for label, text in proof if text),
    )


def _unsure(place: str, words: str) -> Observation:
    return Observation(check="policy-reprint", aspect="missing", place=place, excerpt=words, is_unsure=True)

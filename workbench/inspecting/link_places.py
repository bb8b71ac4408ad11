"""Where a link stands after one of its pages has been read again: pure."""

from collections.abc import Collection
from dataclasses import replace

from workbench.domain.link import LinkOutcome, LinkResult
from workbench.inspecting.place_log import MOST_PLACES


def place_again(
    now: LinkResult, known: LinkResult | None, *, pages: Collection[str], is_home: bool
) -> LinkResult:
    """The link as it was found on the page (known under the addresses `pages`), with the other places it was known in."""
    if known is None:
        return replace(now, is_on_home=is_home)
    others = gone_from(known, pages=pages, is_home=is_home)
    return replace(
        now,
        is_on_home=is_home or others.is_on_home,
        occurrences=(*others.occurrences, *now.occurrences)[:MOST_PLACES],
        occurrence_count=others.occurrence_count + now.occurrence_count,
    )


def gone_from(known: LinkResult, *, pages: Collection[str], is_home: bool) -> LinkResult:
    """The link without its places on the page; not to be found anywhere any more where those were the last."""
    kept = tuple(place for place in known.occurrences if place.page not in pages)
    count = known.occurrence_count - (len(known.occurrences) - len(kept))
    if count > 0:
        return replace(
            known,
            occurrences=kept,
            occurrence_count=count,
            is_on_home=known.is_on_home and not is_home,
        )
    return replace(
        known,
        outcome=LinkOutcome.NOT_CHECKED,
        status=None,
        reason="页面上已没有这个链接",
        final_url="",
        is_on_home=False,
        occurrences=(),
        occurrence_count=0,
        attempts=(),
    )

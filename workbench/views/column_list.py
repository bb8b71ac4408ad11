"""Which of the lists of a page is the column's own."""

from collections.abc import Callable, Sequence

from workbench.views.list_groups import Group
from workbench.views.title_links import bare

_MOST_WEIGHT = 15
# Few dated lines outweigh many links: dates make a list of links a list of articles.
_DATED_WEIGHT = 4.0
_NAMED_WEIGHT, _SIDE_WEIGHT, _FOREIGN_WEIGHT = 2.5, 0.06, 0.1
_OWN_WEIGHT = 2.0
_MOSTLY = 0.5


def column_list(
    groups: Sequence[Group], *, names: Sequence[str], is_own: Callable[[str], bool]
) -> list[Group]:
    """The list the page is there for, first, with the others that also hold the column's own articles.

    `names` are what the column is called; `is_own` says of a reference whether it lies in the column's own folder.
    """
    if not groups:
        return []
    shares = [sum(is_own(entry.link.raw) for entry in group.entries) / len(group.entries) for group in groups]
    rated = [(_weight(group, names, share), group) for group, share in zip(groups, shares, strict=True)]
    best = _heaviest(rated)
    if not best.is_dated:
        # Articles of the column's own folder with their dates: no list of bare links is a better sign.
        own = zip(rated, shares, strict=True)
        best = _heaviest([pair for pair, share in own if share > _MOSTLY and _is_dated_list(pair[1])], best)
    others = (
        group
        for group, share in zip(groups, shares, strict=True)
        if group is not best
        and _is_peer(best, group)
        and (share > _MOSTLY or (group.is_foreign and best.is_foreign))
    )
    return [best, *others]


def _heaviest(rated: Sequence[tuple[float, Group]], default: Group | None = None) -> Group:
    if not rated and default is not None:
        return default
    return max(rated, key=lambda pair: pair[0])[1]


def _is_dated_list(group: Group) -> bool:
    return group.is_dated and not group.is_side


def _is_peer(best: Group, group: Group) -> bool:
    return group.is_dated == best.is_dated and not group.is_side


def _weight(group: Group, names: Sequence[str], own_share: float) -> float:
    weight = float(min(len(group.entries), _MOST_WEIGHT)) * (_DATED_WEIGHT if group.is_dated else 1.0)
    if is_name_of(group.heading, names):
        weight *= _NAMED_WEIGHT
    elif group.is_side or group.is_foreign:
        weight *= _SIDE_WEIGHT if group.is_side else _FOREIGN_WEIGHT
    return weight * (1.0 + _OWN_WEIGHT * own_share)


def is_name_of(heading: str, names: Sequence[str]) -> bool:
    """Whether the heading is what the column is called, or says the same in more or fewer words."""
    words = bare(heading)
    return len(words) >= 2 and any(
        words in bare(name) or (len(bare(name)) >= 2 and bare(name) in words) for name in names
    )

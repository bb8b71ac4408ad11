"""Which cells of a standard a score rests on although nobody has verified them."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.domain.score import TraceLine
from workbench.domain.standard import Certainty, Indicator, Standard
from workbench.standards.pricing import total_of


def unverified_cells(
    standard: Standard, indicators: Iterable[Indicator], lines: Sequence[TraceLine]
) -> tuple[str, ...]:
    """Codes of rules charged at an unverified price, and of indicators charged beyond points nobody has verified."""
    return tuple(code for indicator in indicators for code in _cells_of(standard, indicator, lines))


def _cells_of(standard: Standard, indicator: Indicator, lines: Iterable[TraceLine]) -> Iterator[str]:
    own = [line for line in lines if line.indicator == indicator.code]
    for line in own:
        if line.charged and (line.unit_price is None or line.certainty is Certainty.UNVERIFIED):
            yield line.rule
    is_doubtful_cap = standard.scoring.is_capped and indicator.points_certainty is Certainty.UNVERIFIED
    if is_doubtful_cap and indicator.points is not None and total_of(own) > indicator.points:
        yield indicator.code

"""Writes a standard as a pack's file: whole, or as an overlay with only what differs from the standard below it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from workbench.domain.standard import (
    CountBasis,
    Indicator,
    Observes,
    Part,
    Rule,
    Scoring,
    Standard,
    WithoutService,
)

PRICED = (Part.DEDUCT, Part.BONUS)
Cells = dict[str, str]
Remark = Callable[[str, str, str], str]
_NO_CELLS: Cells = {}


def _no_remark(_owner: str, _code: str, _cell: str) -> str:
    return ""


def standard_to_toml(standard: Standard, *, base: Standard | None = None, remark: Remark = _no_remark) -> str:
    """The text of the pack; over `base` it holds only the changed cells, which a reader lays over it by code.

    `remark` gives what is noted beside a cell of `scoring`, `indicator` or `rule`. What the standard leaves empty and the
    base does not cannot be said in an overlay: who needs the same standard back reads the text and compares.
    """
    return "\n".join(_lines(standard, base, remark)) + "\n"


def _lines(standard: Standard, base: Standard | None, remark: Remark) -> Iterator[str]:
    head = {"id": standard.id, "title": standard.title, "document": standard.document}
    if base is not None:
        head["extends"] = base.id
    yield from (f"{name} = {_text(cell)}" for name, cell in head.items() if cell)
    scoring = _news(_scoring(standard.scoring), _scoring(base.scoring) if base else _NO_CELLS)
    if scoring or base is None:
        yield from ("", "[scoring]", *_cells(scoring, "", remark, owner="scoring", code=""))
    for indicator in standard.indicators:
        yield from _indicator_lines(indicator, base, remark)


def _indicator_lines(indicator: Indicator, base: Standard | None, remark: Remark) -> Iterator[str]:
    below = base.indicator(indicator.code) if base else None
    own = _news(_indicator(indicator), _indicator(below) if below else _NO_CELLS)
    rules: list[str] = []
    for rule in indicator.rules:
        known = next((held for held in below.rules if held.code == rule.code), None) if below else None
        cells = _news(_rule(rule, indicator.part), _rule(known, indicator.part) if known else _NO_CELLS)
        if cells:
            rules += ["  [[indicator.rule]]", f"  code = {_text(rule.code)}"]
            rules += _cells(cells, "  ", remark, owner="rule", code=rule.code)
    if own or rules:
        yield from ("", "[[indicator]]", f"code = {_text(indicator.code)}")
        yield from _cells(own, "", remark, owner="indicator", code=indicator.code)
        yield from rules


def _cells(cells: Mapping[str, str], indent: str, remark: Remark, *, owner: str, code: str) -> Iterator[str]:
    for name, cell in cells.items():
        noted = " ".join(remark(owner, code, name).split())
        yield f"{indent}{name} = {cell}" + (f"  # {_printable(noted)}" if noted else "")


def _news(cells: Cells, known: Cells) -> Cells:
    return {name: cell for name, cell in cells.items() if known.get(name) != cell}


def _scoring(scoring: Scoring) -> Cells:
    return _filled(
        start=_number(scoring.start),
        fail_below=_number(scoring.fail_below),
        capped=str(scoring.is_capped).lower(),
        bonus_above=_number(scoring.bonus_above),
        bonus_cap=_number(scoring.bonus_cap),
        scored_kinds=_list(scoring.scored_kinds) or "[]",
        without_service=_without_service(scoring.without_service),
    )


def _indicator(indicator: Indicator) -> Cells:
    return _filled(
        name=_text(indicator.name),
        group=_text(indicator.group),
        part=_text(indicator.part),
        applies_to=_list(indicator.applies_to) or "[]",
        points=_number(indicator.points),
        points_certainty=_text(indicator.points_certainty),
        how_to_test=_text(indicator.how_to_test),
    )


def _rule(rule: Rule, part: Part) -> Cells:
    unknown = _text("?") if part in PRICED else ""
    return _filled(
        when=_text(rule.when),
        price=_number(rule.price) or unknown,
        per=_text(rule.per),
        certainty=_text(rule.certainty),
        clause=_text(rule.clause),
        observes=_observes(rule.observes),
        window=_text(str(rule.window or "")),
        cap=_number(rule.cap),
        distinct_by=_text(rule.distinct_by),
        count_basis="" if rule.count_basis is CountBasis.LINK else _text(rule.count_basis),
        exclusive_with=_list(rule.exclusive_with),
        not_if_charged=_list(rule.not_if_charged),
        at_least="" if rule.at_least is None else str(rule.at_least),
        sum_of=_list(rule.sum_of),
        label=_text(rule.label),
    )


def _filled(**cells: str) -> Cells:
    return {name: cell for name, cell in cells.items() if cell}


def _number(number: Decimal | None) -> str:
    return "" if number is None else _text(f"{number:f}")


def _list(items: tuple[str, ...]) -> str:
    return f"[{', '.join(_text(item) for item in items)}]" if items else ""


def _observes(observes: Observes | None) -> str:
    return (
        f"{{check = {_text(observes.check)}, aspect = {_list(observes.aspects) or '[]'}}}" if observes else ""
    )


def _without_service(stretch: WithoutService | None) -> str:
    if stretch is None:
        return ""
    return f"{{skip = {_text(stretch.group)}, times = {stretch.times}, over = {stretch.over}}}"


def _text(text: str) -> str:
    """A basic string; JSON escapes all that TOML wants escaped but the delete sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f") if text else ""


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def same_rules(one: Standard, other: Standard) -> bool:
    """Whether two standards judge alike, whatever they are called."""
    return _nameless(one) == _nameless(other)


def _nameless(standard: Standard) -> Standard:
    return replace(standard, id="", title="", document="", extends="")

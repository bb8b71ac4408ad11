"""How a pack that extends another becomes a whole one: cells laid over cells, indicators and rules matched by code."""

import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from typing import TypeGuard

from workbench.standards.pack_problems import PackFaultError, ProblemCode

FindPack = Callable[[str], str | None]
Table = dict[str, object]
_LISTED = ("indicator", "rule")
_PLACE = re.compile(r"at line (\d+), column (\d+)")


def whole_pack(text: str, *, find: FindPack) -> Table:
    """The tables of the pack with everything it extends below them.

    Raises:
        PackFaultError: this pack or one it extends is not TOML, is not to be found, or extends itself.
    """
    return _above_its_base(_parse(text), find, trail=())


def _above_its_base(raw: Table, find: FindPack, *, trail: tuple[str, ...]) -> Table:
    base_id = raw.get("extends")
    if not isinstance(base_id, str):
        return raw
    own_trail = (*trail, str(raw.get("id", "")))
    if base_id in own_trail:
        raise PackFaultError(
            ProblemCode.EXTENDS_CIRCLE,
            f"“{base_id}”绕回来继承自己，请把 extends 改成另一个指标体系。",
            where="extends",
        )
    text = find(base_id)
    if text is None:
        raise PackFaultError(
            ProblemCode.EXTENDS_UNKNOWN,
            f"找不到被继承的指标体系“{base_id}”，请核对 extends 或先放入该文件。",
            where="extends",
        )
    base = _above_its_base(_parse(text, name=base_id), find, trail=own_trail)
    return _laid_over(_without_identity(base), raw)


def _without_identity(base: Table) -> Table:
    """A pack must say itself who it is."""
    return {name: cell for name, cell in base.items() if name not in ("id", "extends")}


def _laid_over(base: Table, changes: Table) -> Table:
    return base | {name: _cell_over(base.get(name), cell, name=name) for name, cell in changes.items()}


def _cell_over(base: object, change: object, *, name: str) -> object:
    if isinstance(base, dict) and isinstance(change, dict):
        return _laid_over(base, change)
    if name in _LISTED and _is_tables(base) and _is_tables(change):
        return _list_over(base, change)
    return change


def _list_over(base: list[Table], changes: list[Table]) -> list[Table]:
    """Matched by code; what the base does not have comes after it."""
    merged = list(base)
    places = {str(item.get("code")): place for place, item in enumerate(base)}
    for change in changes:
        # Taken out, so that a code named twice stays twice and is reported as a duplicate.
        place = places.pop(str(change.get("code")), None)
        if place is None:
            merged.append(change)
        else:
            merged[place] = _laid_over(merged[place], change)
    return merged


def _is_tables(value: object) -> TypeGuard[list[Table]]:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _parse(text: str, *, name: str = "") -> Table:
    try:
        # Decimal keeps 0.1 exact where the quotes were forgotten.
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        place = _PLACE.search(str(error))
        where = f"第{place[1]}行第{place[2]}列附近" if place else "文件里"
        owner = f"被继承的“{name}”" if name else ""
        raise PackFaultError(
            ProblemCode.NOT_TOML, f"{owner}{where}不合 TOML 写法，请检查引号、等号、方括号和重复的行。"
        ) from error

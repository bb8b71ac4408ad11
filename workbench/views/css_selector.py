"""Reads a CSS selector: the part of the language that points at things in lists, so that matching it is always quick."""

import re
from dataclasses import dataclass

from workbench.errors import WrongUseError

# The place of an element in a page, as a browser tells it, is the longest.
LONGEST_SELECTOR = 2_000
_MOST_STEPS, _MOST_ALTERNATIVES = 80, 8

_NAME = r"(?:[\w\u00a0-\uffff-]|\\.)+"
_TAG = re.compile(rf"\*|{_NAME}")
_MARK = re.compile(rf"([.#])({_NAME})")
_ATTRIBUTE = re.compile(rf"\[\s*({_NAME})\s*(?:([~^$*|]?=)\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\]\"']+))\s*)?\]")
_PLACE = re.compile(r":([a-z-]+)(?:\(\s*([^()]*?)\s*\))?", re.IGNORECASE)
_JOINT = re.compile(r"\s*([>+~,])\s*|\s+")
_STEP = re.compile(r"^([+-]?\d{0,6})n(?:\s*([+-])\s*(\d{1,6}))?$")
_COUNTED = {
    "nth-child": (False, False),
    "nth-of-type": (True, False),
    "nth-last-child": (False, True),
    "nth-last-of-type": (True, True),
}
_FIXED = {
    "first-child": "nth-child",
    "first-of-type": "nth-of-type",
    "last-child": "nth-last-child",
    "last-of-type": "nth-last-of-type",
}
_EXAMPLE = "请改成 ul.list > li、span.date 这样的写法"


@dataclass(frozen=True, slots=True)
class Place:
    """The `step` × n + `start` -th among its siblings, or among those of its tag, counted from the front or the end."""

    step: int
    start: int
    is_of_type: bool
    is_from_end: bool

    def holds(self, number: int) -> bool:
        """`number` counts from 1."""
        off = number - self.start
        return off == 0 if self.step == 0 else off % self.step == 0 and off // self.step >= 0


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be; `tag` is empty for any, `attributes` are name, operator (empty: it is there) and value."""

    tag: str = ""
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """`joint` says where to look, seen from the step before: below (blank), `>`, `+` or `~`."""

    joint: str
    compound: Compound


Selector = tuple[tuple[Step, ...], ...]
"""Any of the alternatives."""


def parse_selector(text: str, *, is_relative: bool = False) -> Selector:
    """`is_relative` allows `> a` and `+ dd`, which begin at an element that is given.

    Raises:
        WrongUseError: it is no selector, or one of a kind that pointing at a list does not need.
    """
    if len(text) > LONGEST_SELECTOR:
        raise WrongUseError(f"选择器超过{LONGEST_SELECTOR}个字符，请写短一些。")
    reader = _Reader(text.strip())
    found = [reader.alternative(is_relative=is_relative)]
    while not reader.is_at_end:
        found.append(reader.alternative(is_relative=is_relative))
    if len(found) > _MOST_ALTERNATIVES:
        raise reader.refusal("并列的写法太多")
    return tuple(found)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        return self._at >= len(self._text)

    def refusal(self, why: str) -> WrongUseError:
        return WrongUseError(f"选择器“{self._text}”写法不对：{why}，{_EXAMPLE}。")

    def alternative(self, *, is_relative: bool) -> tuple[Step, ...]:
        joint = self._leading() if is_relative else " "
        steps = [Step(joint, self._compound())]
        while not self.is_at_end:
            found = self._take(_JOINT)
            if found is None:
                raise self.refusal(f"“{self._text[self._at :][:12]}”认不出来")
            if found[1] == ",":
                if self.is_at_end:
                    raise self.refusal("逗号后面没有内容")
                break
            steps.append(Step(found[1] or " ", self._compound()))
        if len(steps) > _MOST_STEPS:
            raise self.refusal("层数太多")
        return tuple(steps)

    def _leading(self) -> str:
        found = self._take(_JOINT)
        if found is not None and found[1] == ",":
            raise self.refusal("逗号前面没有内容")
        return (found[1] or " ") if found is not None else " "

    def _compound(self) -> Compound:
        start = self._at
        tag = self._take(_TAG)
        ids: list[str] = []
        classes: list[str] = []
        attributes: list[tuple[str, str, str]] = []
        places: list[Place] = []
        while True:
            if found := self._take(_MARK):
                (ids if found[1] == "#" else classes).append(_plain(found[2]))
            elif found := self._take(_ATTRIBUTE):
                value = next((part for part in found.groups()[2:] if part is not None), "")
                attributes.append((_plain(found[1]).lower(), found[2] or "", value))
            elif found := self._take(_PLACE):
                places.append(self._place(found[1].lower(), found[2]))
            else:
                break
        if self._at == start:
            said = self._text[self._at :][:12]
            raise self.refusal(f"“{said}”认不出来" if said else "没有写完")
        name = "" if tag is None or tag[0] == "*" else _plain(tag[0]).lower()
        return Compound(name, tuple(ids), tuple(classes), tuple(attributes), tuple(places))

    def _place(self, name: str, counted: str | None) -> Place:
        if name in _FIXED and counted is None:
            name, counted = _FIXED[name], "1"
        if name not in _COUNTED or counted is None:
            raise self.refusal(f"不能用“:{name}”")
        is_of_type, is_from_end = _COUNTED[name]
        words = {"odd": "2n+1", "even": "2n"}.get(counted.lower(), counted.lower())
        if re.fullmatch(r"\+?\d{1,6}", words):
            return Place(0, int(words), is_of_type, is_from_end)
        step = _STEP.match(words)
        if step is None:
            raise self.refusal(f"“:{name}({counted})”里的序号认不出来")
        size = int(f"{step[1]}1") if step[1] in ("", "+", "-") else int(step[1])
        start = int(f"{step[2]}{step[3]}") if step[2] else 0
        return Place(size, start, is_of_type, is_from_end)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self._text, self._at)
        if found is not None:
            self._at = found.end()
        return found


def _plain(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name)

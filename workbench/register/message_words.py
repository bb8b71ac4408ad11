"""The words exports of message platforms write in their cells: states, satisfaction, days."""

import re
from datetime import date, timedelta

from workbench.domain.message import MESSAGE_STATE_WORDS, SATISFACTION_WORDS, MessageState, Satisfaction
from workbench.register.plain_text import half_width
from workbench.register.register_headers import plain_heading
from workbench.views.date_words import find_full_dates

# The first that occurs decides: “未回复” before “回复”, “不属实已办结” is not true before it is closed.
_STATE_PARTS = (
    ("不属实", MessageState.UNTRUE),
    ("不实", MessageState.UNTRUE),
    ("无效", MessageState.INVALID),
    ("重复", MessageState.INVALID),
    ("不予受理", MessageState.INVALID),
    ("不受理", MessageState.INVALID),
    ("不公开", MessageState.NOT_PUBLIC),
    ("未公开", MessageState.NOT_PUBLIC),
    ("仅本人可见", MessageState.NOT_PUBLIC),
    ("未", MessageState.IN_WORK),
    ("在办", MessageState.IN_WORK),
    ("办理中", MessageState.IN_WORK),
    ("处理中", MessageState.IN_WORK),
    ("待", MessageState.IN_WORK),
    ("受理中", MessageState.IN_WORK),
    ("转办", MessageState.IN_WORK),
    ("交办", MessageState.IN_WORK),
    ("已受理", MessageState.IN_WORK),
    ("回复", MessageState.ANSWERED),
    ("答复", MessageState.ANSWERED),
    ("办结", MessageState.ANSWERED),
    ("办毕", MessageState.ANSWERED),
    ("处理", MessageState.ANSWERED),
    ("完成", MessageState.ANSWERED),
    ("反馈", MessageState.ANSWERED),
    ("公开", MessageState.ANSWERED),
    ("属实", MessageState.ANSWERED),
)
_YES_OR_NO = {"是": MessageState.ANSWERED, "否": MessageState.IN_WORK, "有": MessageState.ANSWERED}
_STATES = (
    {word: state for state, word in MESSAGE_STATE_WORDS.items()}
    | {state.value: state for state in MessageState}
    | _YES_OR_NO
)
_SATISFACTION_PARTS = (
    ("未评", Satisfaction.NONE),
    ("不满", Satisfaction.DISSATISFIED),
    ("差", Satisfaction.DISSATISFIED),
    ("基本", Satisfaction.FAIR),
    ("一般", Satisfaction.FAIR),
    ("较满意", Satisfaction.SATISFIED),
    ("满意", Satisfaction.SATISFIED),
    ("好", Satisfaction.SATISFIED),
)
_SATISFACTIONS = (
    {word: each for each, word in SATISFACTION_WORDS.items()}
    | {each.value: each for each in Satisfaction if each.value}
    | {"是": Satisfaction.SATISFIED, "否": Satisfaction.DISSATISFIED}
)
# What spreadsheet programs call day 0, their 1900 not being a leap year included; days offices had messages on.
_SHEET_EPOCH = date(1899, 12, 30)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|\d{6}$|$)")
_FIRST_SHEET_DAY, _LAST_SHEET_DAY = 36_526, 73_050


def message_state_of(text: str) -> MessageState | None:
    word = plain_heading(text)
    return _STATES.get(word) or next((state for part, state in _STATE_PARTS if part in word), None)


def satisfaction_of(text: str) -> Satisfaction | None:
    word = plain_heading(text)
    if word in _SATISFACTIONS:
        return _SATISFACTIONS[word]
    return next((each for part, each in _SATISFACTION_PARTS if part in word), None)


def day_of_text(text: str) -> date | None:
    """The day of a cell: 2026-11-2, 2026/11/02 09:31, 2026年11月2日, 20261102, or a spreadsheet's number of days."""
    plain = half_width(text).strip()
    compact = _COMPACT.match(plain)
    if compact:
        plain = "-".join(compact.groups())
    found = next(iter(find_full_dates(plain)), None)
    if found is not None:
        return found.day
    try:
        number = float(plain)
    except ValueError:
        return None
    if not _FIRST_SHEET_DAY <= number <= _LAST_SHEET_DAY:
        return None
    return _SHEET_EPOCH + timedelta(days=int(number))

"""Numbers that belong to persons: ID numbers, mobile numbers and bank cards; what leaves this file is masked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.views.attachment_view import AttachmentView
from workbench.views.line_texts import line_texts
from workbench.views.page_view import PageView
from workbench.views.page_words import pattern_of, words_of

# Full-width digits are digits; the positions stay.
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ－　", "0123456789XX- ")
_CANDIDATE = re.compile(
    r"(?<![0-9])(?:\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?|\d{6} \d{8} \d{3}[\dXx]|"
    r"1\d\d[ -]\d{4}[ -]\d{4}|\d{11,19}[Xx]?)(?![0-9])"
)
# As short as the shortest of them. Most texts have none, and this tells so in no time.
_LONG_ENOUGH = re.compile(r"\d[\d 　－-]{10}")
_TOKEN = re.compile(r"[A-Za-z0-9:/._?=&%#@+-]*")
# What may be glued to a number and still leaves it one.
_GLUED = re.compile(r"(?:tel|mob|mobile|phone|no|id|\+?86|[:./+-])+", re.IGNORECASE)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_DIGITS = "10X98765432"
_OLDEST = 1900
_NEAR, _NEAR_PHONE, _AROUND = 16, 30, 60
# So many mobile numbers beside a column of names are a list of persons.
_LIST_OF_PERSONS = 3


class PersonalKind(StrEnum):
    ID_NUMBER = "id-number"
    MOBILE = "mobile"
    BANK_CARD = "bank-card"


PERSONAL_WORDS = {
    PersonalKind.ID_NUMBER: "身份证号码",
    PersonalKind.MOBILE: "手机号码",
    PersonalKind.BANK_CARD: "银行卡号",
}


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """`masked` is all that is ever kept of it. `is_doubtful`: its owner may have published it himself."""

    kind: PersonalKind
    masked: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    stop: int
    kind: PersonalKind
    digits: str


def personal_numbers(text: str, *, foot: str = "", as_of: date) -> tuple[PersonalNumber, ...]:
    """Every number once, in the order of the text; a mobile number in the `foot` of a page is the office's own."""
    found = {spot.digits: _judged(text, spot) for spot in reversed(_spots(text, as_of))}
    numbers = [number for number in reversed(found.values()) if number is not None]
    numbers += [
        PersonalNumber(spot.kind, _masked(spot))
        for spot in _spots(foot, as_of)
        if spot.kind is not PersonalKind.MOBILE and spot.digits not in found
    ]
    return tuple(_as_list_of_persons(numbers) if _names_persons(text) else numbers)


def numbers_of_page(page: PageView) -> tuple[PersonalNumber, ...]:
    """Numbers of persons in the title and the words of a page."""
    outline, stop = page.outline, page.zones.stop
    text = "\n".join([page.title, *line_texts(outline, range(stop))])
    foot = "\n".join(line_texts(outline, range(stop, len(outline.texts))))
    return personal_numbers(text, foot=foot, as_of=page.as_of)


def numbers_of_attachment(attachment: AttachmentView) -> tuple[PersonalNumber, ...]:
    return personal_numbers("\n".join([attachment.name, *attachment.lines]), as_of=attachment.as_of)


def mask_personal(text: str, *, as_of: date) -> str:
    """The text with every such number masked, whoever published it."""
    parts, done = [], 0
    for spot in _spots(text, as_of):
        parts += [text[done : spot.start], _masked(spot)]
        done = spot.stop
    return "".join([*parts, text[done:]])


def is_id_number(digits: str, *, as_of: date) -> bool:
    """Whether area, birth date and check digit (ISO 7064) are those of an ID number of 18 digits."""
    if len(digits) != 18 or digits[:2] not in words_of("personal_data", "id_areas"):
        return False
    if not _is_birth_date(digits[6:14], as_of):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], _ID_WEIGHTS, strict=True))
    return _ID_DIGITS[total % 11] == digits[17]


def is_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of a card number."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(each // 10 + each % 10 for each in doubled)) % 10 == 0


def _spots(text: str, as_of: date) -> list[_Spot]:
    return list(_find_spots(text.translate(_NARROW), as_of)) if _LONG_ENOUGH.search(text) else []


def _find_spots(text: str, as_of: date) -> Iterator[_Spot]:
    for match in _CANDIDATE.finditer(text):
        if _is_part_of_a_code(text, match):
            continue
        digits = re.sub(r"[ -]", "", match[0]).upper()
        before = text[max(0, match.start() - _NEAR) : match.start()]
        kind = _kind_of(digits, before, as_of)
        if kind is not None:
            yield _Spot(match.start(), match.end(), kind, digits)


def _kind_of(digits: str, before: str, as_of: date) -> PersonalKind | None:
    if pattern_of("personal_data", "not_personal").search(before):
        return None
    if is_id_number(digits, as_of=as_of) or _is_old_id_number(digits, before, as_of):
        return PersonalKind.ID_NUMBER
    if len(digits) == 11 and digits.startswith(words_of("personal_data", "mobile_prefixes")):
        return PersonalKind.MOBILE
    return PersonalKind.BANK_CARD if _is_card(digits, before, as_of) else None


def _is_old_id_number(digits: str, before: str, as_of: date) -> bool:
    """15 digits without a check digit: only the words before tell."""
    return (
        len(digits) == 15
        and digits.isdigit()
        and digits[:2] in words_of("personal_data", "id_areas")
        and pattern_of("personal_data", "id_words").search(before) is not None
        and _is_birth_date(f"19{digits[6:12]}", as_of)
    )


def _is_birth_date(digits: str, as_of: date) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return day.year >= _OLDEST and day <= as_of


def _is_card(digits: str, before: str, as_of: date) -> bool:
    if not digits.isdigit() or not is_luhn(digits):
        return False
    # A mistyped ID number is no card, whatever its digits sum up to.
    is_like_id = len(digits) == 18 and _is_birth_date(digits[6:14], as_of)
    is_labelled = pattern_of("personal_data", "card_words").search(before) is not None
    ranges = words_of("personal_data", "labelled_cards" if is_labelled else "cards")
    return not is_like_id and any(_is_in_range(digits, each) for each in ranges)


def _is_in_range(digits: str, card_range: str) -> bool:
    prefix, _, lengths = card_range.partition(":")
    return digits.startswith(prefix) and str(len(digits)) in lengths.split(",")


def _is_part_of_a_code(text: str, match: re.Match[str]) -> bool:
    """An address, a file name or a mixed code: letters are glued to the digits."""
    first = match.start()
    while first > 0 and first > match.start() - 80 and _TOKEN.fullmatch(text[first - 1]):
        first -= 1
    glued_before = text[first : match.start()]
    glued_after = _TOKEN.match(text, match.end())
    is_clean = not re.search(r"[A-Za-z]", _GLUED.sub("", glued_before)) and not glued_before.endswith(
        ("%", "=", "_", "#", "@")
    )
    return not is_clean or re.match(r"[.@_%-]*[A-Za-z@]", glued_after[0] if glued_after else "") is not None


def _judged(text: str, spot: _Spot) -> PersonalNumber | None:
    if spot.kind is not PersonalKind.MOBILE:
        return PersonalNumber(spot.kind, _masked(spot))
    before = text[max(0, spot.start - _NEAR_PHONE) : spot.start]
    around = text[max(0, spot.start - _AROUND) : spot.stop]
    if pattern_of("personal_data", "person_words").search(around):
        return PersonalNumber(spot.kind, _masked(spot))
    if pattern_of("personal_data", "office_phone").search(before):
        return None
    is_doubtful = pattern_of("personal_data", "contact_phone").search(before) is not None
    return PersonalNumber(spot.kind, _masked(spot), is_doubtful)


def _names_persons(text: str) -> bool:
    return "姓名" in text


def _as_list_of_persons(numbers: list[PersonalNumber]) -> list[PersonalNumber]:
    if sum(number.kind is PersonalKind.MOBILE for number in numbers) < _LIST_OF_PERSONS:
        return numbers
    return [PersonalNumber(number.kind, number.masked) for number in numbers]


def _masked(spot: _Spot) -> str:
    shown_first, shown_last = (3, 4) if spot.kind is PersonalKind.MOBILE else (4, 2)
    hidden = len(spot.digits) - shown_first - shown_last
    return f"{spot.digits[:shown_first]}{'*' * hidden}{spot.digits[-shown_last:]}"

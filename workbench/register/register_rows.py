"""One row of a register of subjects, read field by field; what other rows and the campaign say comes later."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.subject import SubjectKind, SubjectState
from workbench.register.faulty_row import quoted
from workbench.register.plain_text import (
    half_width,
    plain_text,
    refuse_formula,
    refuse_long,
    says_nothing,
)
from workbench.register.register_address import read_address, split_addresses
from workbench.register.register_field import FIELD_WORDS
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_table import RegisterLine
from workbench.register.register_words import has_failed, kind_of, platform_of, state_of, yes_or_no
from workbench.register.subject_code import read_code

Carried = str | bool | SubjectKind | SubjectState | tuple[str, ...]

_TEXT_FIELDS = (
    Field.ORGANISER,
    Field.SUPERVISOR,
    Field.REGION,
    Field.ICP,
    Field.POLICE_RECORD,
    Field.CONTACT,
    Field.PHONE,
    Field.STATE_REASON,
)
_WORD_READERS = {Field.STATE: state_of, Field.HAS_SERVICE: yes_or_no, Field.FAILED_LAST_TIME: has_failed}
_ICP = re.compile(r"^[\u4e00-\u9fff]ICP备\d{8}号(?:-\d+)?$", re.IGNORECASE)
_POLICE_RECORD = re.compile(r"^[\u4e00-\u9fff]?公网安备\d{14}号?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectDraft:
    """`kind` is None and texts are empty where the row does not say. `carried` holds the remaining fields by name.

    `prefixes` may be paths under the parent site. `parent` is as written; `has_no_parent` where the row says “none”.
    """

    line: RegisterLine
    code: str
    name: str
    kind: SubjectKind | None
    home_url: str
    prefixes: tuple[str, ...]
    parent: str
    has_no_parent: bool
    platform: str
    carried: Mapping[str, Carried]
    remarks: tuple[str, ...]


def read_subject_row(line: RegisterLine) -> SubjectDraft:
    """Raises FaultyRowError for a formula without a value and for an address that is none."""
    for field, text in line.texts.items():
        refuse_formula(text, word=FIELD_WORDS[field])
        refuse_long(text, word=FIELD_WORDS[field])
    remarks: list[str] = []
    home_url = given_text(line, Field.HOME_URL)
    kind, platform = _kind_and_platform(line, has_address=bool(home_url), remarks=remarks)
    parent = given_text(line, Field.PARENT)
    return SubjectDraft(
        line=line,
        code=read_code(given_text(line, Field.CODE)),
        name=given_text(line, Field.NAME),
        kind=kind,
        home_url=read_address(line.text(Field.HOME_URL), word=FIELD_WORDS[Field.HOME_URL])
        if home_url
        else "",
        prefixes=_prefixes(line),
        parent=parent,
        has_no_parent=not parent and says_nothing(line.text(Field.PARENT)),
        platform=platform,
        carried=_carried(line, remarks),
        remarks=tuple(remarks),
    )


def given_text(line: RegisterLine, field: Field) -> str:
    """What the cell says, on one line; empty also where it says “none”."""
    text = plain_text(line.text(field))
    return "" if says_nothing(text) else text


def _kind_and_platform(
    line: RegisterLine, *, has_address: bool, remarks: list[str]
) -> tuple[SubjectKind | None, str]:
    word, platform = given_text(line, Field.KIND), given_text(line, Field.PLATFORM)
    known = kind_of(word) if word else None
    if known is not None:
        kind, named_platform = known
        return kind, platform or named_platform
    # Some registers name the hosting platform of websites in this column: only a medium's name makes an account.
    if platform and (platform_of(platform) or not has_address):
        return SubjectKind.ACCOUNT, platform
    if word:
        remarks.append(f"网站类型{quoted(word)}认不出来，新的对象按部门网站登记，请核对。")
    return None, platform


def _prefixes(line: RegisterLine) -> tuple[str, ...]:
    if not given_text(line, Field.PREFIXES):
        return ()
    word = FIELD_WORDS[Field.PREFIXES]
    pieces = (half_width(piece) for piece in split_addresses(line.text(Field.PREFIXES)))
    return tuple(
        piece if piece.startswith("/") and not piece.startswith("//") else read_address(piece, word=word)
        for piece in pieces
    )


def _carried(line: RegisterLine, remarks: list[str]) -> dict[str, Carried]:
    """The fields the row says something of: a blank cell leaves what is stored, “无” or “-” empties it."""
    carried: dict[str, Carried] = {}
    for field in _TEXT_FIELDS:
        text = plain_text(line.text(field))
        if text:
            carried[field.value] = "" if says_nothing(text) else text
    for field, read in _WORD_READERS.items():
        text = plain_text(line.text(field))
        value = read(text) if text else None
        if value is not None:
            carried[field.value] = value
        elif text and not says_nothing(text):
            remarks.append(f"“{FIELD_WORDS[field]}”的{quoted(text)}认不出来，未采用，请核对。")
    _remark_on_records(carried, remarks)
    return carried


def _remark_on_records(carried: Mapping[str, Carried], remarks: list[str]) -> None:
    for field, form, example in (
        (Field.ICP, _ICP, "琼ICP备05000041号-1"),
        (Field.POLICE_RECORD, _POLICE_RECORD, "琼公网安备46010002000001号"),
    ):
        text = str(carried.get(field.value, ""))
        if text and not form.match("".join(half_width(text).split())):
            remarks.append(f"{FIELD_WORDS[field]}{quoted(text)}与通常写法（如“{example}”）不同，请核对。")

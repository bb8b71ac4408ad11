"""The standard as text for a campaign to pin: canonical JSON, lossless, and its digest."""

import hashlib
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal

import msgspec

from workbench.domain.standard import Standard
from workbench.errors import ForeignFileError
from workbench.standards.pack_consistency import inconsistencies


def standard_to_json(standard: Standard) -> str:
    """Cells at their default are left out, so that a later version with more cells writes the same text."""
    return msgspec.json.encode(_plain(standard), order="sorted").decode()


def standard_from_json(text: str) -> Standard:
    """The inverse; the text may come from a file of anyone's.

    Raises:
        ForeignFileError: this is no standard, or one that makes no sense.
    """
    try:
        standard = msgspec.json.decode(text, type=Standard)
        problems = inconsistencies(standard)
    except (msgspec.DecodeError, ArithmeticError, RecursionError) as error:
        raise ForeignFileError("文件里的指标体系已损坏，请向交来文件的人重新要一份。") from error
    if problems:
        raise ForeignFileError(
            f"文件里的指标体系有误（{problems[0].where}：{problems[0].message}），请向交来文件的人重新要一份。"
        )
    return standard


def digest_of(standard: Standard) -> str:
    return hashlib.sha256(standard_to_json(standard).encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value):
        held = ((field, getattr(value, field.name)) for field in fields(value))
        return {
            field.name: _plain(cell)
            for field, cell in held
            if field.default is MISSING or cell != field.default
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value

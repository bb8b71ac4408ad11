"""Records as canonical JSON text and back; what does not read back to exactly the same text is refused."""

import dataclasses
import re
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

import msgspec

from workbench.domain.ids import inspector_name
from workbench.domain.person_record import RECORD_TYPES, PersonRecord
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.domain.subject import Subject

Record = PersonRecord

AnyRecord = TypeVar("AnyRecord", bound=Record)

_KINDS: dict[type, RecordKind] = {record_type: kind for kind, record_type in RECORD_TYPES.items()}

# Who, where and when belong to the version; whether a proposal is still seen is the runs' to say.
_ENVELOPE = ("inspector", "device", "at")
_NOT_CONTENT = frozenset({*_ENVELOPE, "is_seen"})

_ENVELOPES = {
    kind: tuple(field.name for field in dataclasses.fields(record_type) if field.name in _ENVELOPE)
    for kind, record_type in RECORD_TYPES.items()
}

_MAX_CONTENT = 1_000_000
_MAX_TEXT = 10_000
_MAX_COUNTER = 2**40
_DEVICE = re.compile(r"[\w.-]{1,64}")


def kind_of(record: Record) -> RecordKind:
    return _KINDS[type(record)]


def kind_of_type(record_type: type[AnyRecord]) -> RecordKind:
    return _KINDS[record_type]


def subject_of(record: Record) -> UUID | None:
    """The subject a record is about; None for what holds in the whole campaign."""
    return record.id if isinstance(record, Subject) else record.subject_id


def to_json(value: object) -> str:
    """Canonical: sorted keys, no blanks, Decimal, UUID and dates as text."""
    return msgspec.json.encode(value, order="sorted").decode()


def content_of(record: Record) -> str:
    """The record as text, without what its version carries."""
    plain = {
        field.name: getattr(record, field.name)
        for field in dataclasses.fields(record)
        if field.name not in _NOT_CONTENT
    }
    return to_json(plain)


def record_of(version: RecordVersion) -> Record:
    """The record a version holds, with the inspector, device and time of the version.

    Raises:
        ValueError: the content is no such record.
    """
    record_type = RECORD_TYPES[version.kind]
    envelope = {name: getattr(version, name) for name in _ENVELOPES[version.kind]}
    return msgspec.convert({**_read(version.content), **envelope}, record_type)


def check_version(version: RecordVersion) -> None:
    """Hold a version from outside against what this program itself would have written.

    A field that an older program did not know may be missing; nothing may be there that is not understood.

    Raises:
        ValueError: the version could not have come from this program.
    """
    if len(version.content) > _MAX_CONTENT or len(version.why) + len(version.inspector) > _MAX_TEXT:
        raise ValueError("a text is too long")
    if not 1 <= version.counter <= _MAX_COUNTER or version.at.tzinfo is None:
        raise ValueError("the counter or the time is out of bounds")
    if inspector_name(version.inspector) != version.inspector or not _DEVICE.fullmatch(version.device):
        raise ValueError("the inspector or the device is not a name")
    record = record_of(version)
    known = _read(content_of(record))
    understood = {name: known[name] for name in _read(version.content) if name in known}
    if to_json(understood) != version.content:
        raise ValueError("the content is not in this program's form")
    if record.id != version.record_id or subject_of(record) != version.subject_id:
        raise ValueError("the content is another record's")


def field_texts(content: str) -> dict[str, str]:
    """The fields of a record as a journal shows them: text as it is, anything else as JSON."""
    return {
        name: value if isinstance(value, str) else to_json(value) for name, value in _read(content).items()
    }


def unset_texts(kind: RecordKind) -> dict[str, str]:
    """What the fields of such a record say while nobody has said anything."""
    fields = dataclasses.fields(RECORD_TYPES[kind])
    unset = {field.name: field.default for field in fields if field.default is not dataclasses.MISSING}
    return field_texts(to_json(unset))


def at_text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _read(content: str) -> dict[str, object]:
    try:
        return msgspec.json.decode(content, type=dict[str, object])
    except RecursionError as error:
        raise ValueError("the content is nested too deeply") from error

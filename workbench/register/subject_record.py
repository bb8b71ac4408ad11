"""The subject a row would store, and what that changes."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from workbench.domain.ids import subject_id
from workbench.domain.place import normalise_place
from workbench.domain.subject import KIND_WORDS, STATE_WORDS, Subject, SubjectKind, SubjectState
from workbench.register.preview_row import FieldChange
from workbench.register.register_field import FIELD_WORDS
from workbench.register.subject_entry import Group, SubjectEntry


def subject_of(entry: SubjectEntry, *, campaign: UUID) -> Subject:
    """What is stored, with what the row says put over it; a new spelling of the same address changes nothing."""
    base = entry.existing or Subject(id=subject_id(campaign, entry.code), code=entry.code, name=entry.name)
    said: dict[str, object] = dict(entry.draft.carried)
    said |= {"code": entry.code, "name": entry.name, "kind": entry.kind, "parent_code": entry.parent_code}
    said["url_prefixes"] = tuple(_kept_spelling(prefix, base.url_prefixes) for prefix in entry.prefixes)
    said["home_url"] = _kept_spelling(entry.home_url or next(iter(entry.prefixes), ""), (base.home_url,))
    if entry.group is Group.ACCOUNT:
        said["platform"] = entry.platform
    return replace(base, **said)  # type: ignore[arg-type]  # names and types are those of `Carried`


def changes_between(old: Subject, new: Subject) -> tuple[FieldChange, ...]:
    return tuple(_changes(old, new))


def _changes(old: Subject, new: Subject) -> Iterator[FieldChange]:
    for field, word in FIELD_WORDS.items():
        before, after = getattr(old, field.value, None), getattr(new, field.value, None)
        if before != after:
            yield FieldChange(word, _shown(before), _shown(after))


def _shown(value: object) -> str:
    if isinstance(value, SubjectKind):
        return KIND_WORDS[value]
    if isinstance(value, SubjectState):
        return STATE_WORDS[value]
    if isinstance(value, bool):
        return "是" if value else "否"
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _kept_spelling(url: str, stored: tuple[str, ...]) -> str:
    return next((old for old in stored if old and normalise_place(old) == normalise_place(url)), url)

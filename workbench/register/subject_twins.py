"""Rows of one file that say they are the same subject."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from workbench.domain.subject import Subject
from workbench.register.faulty_row import quoted
from workbench.register.register_field import RegisterField
from workbench.register.register_rows import given_text
from workbench.register.register_table import RegisterLine
from workbench.register.subject_code import read_code
from workbench.register.subject_entry import Group, SubjectEntry, group_of, identity_of

_NAMED_PLACES = 3


def code_twins(lines: Sequence[RegisterLine]) -> dict[int, str]:
    """By index the fault of each line whose code another line has too; neither can be taken."""
    written = ((index, given_text(line, RegisterField.CODE)) for index, line in enumerate(lines))
    codes = {index: read_code(text) for index, text in written if text and not text.startswith("=")}
    return {
        index: f"标识码{quoted(codes[index])}与{places_in_words(lines, twins)}重复，请只保留一行，或改正其中的标识码。"
        for index, twins in twins_of(codes).items()
    }


def mark_address_twins(entries: Sequence[SubjectEntry]) -> None:
    """Rows at one address are refused where they have no code to tell them apart, and remarked upon where they have."""
    lines = [entry.draft.line for entry in entries]
    keys = {
        index: f"{entry.group.value}\n{entry.identity}"
        for index, entry in enumerate(entries)
        if entry.identity and not entry.fault
    }
    for index, twins in twins_of(keys).items():
        entry = entries[index]
        what = "平台和账号名称" if entry.group is Group.ACCOUNT else "网址"
        if not entry.draft.code:
            entry.fault = f"{what}与{places_in_words(lines, twins)}相同，请只保留一行，或填写各自的标识码。"
        else:
            entry.remarks.append(f"{what}与{places_in_words(lines, twins)}相同，请核对。")


def mark_stored_twins(entries: Iterable[SubjectEntry], existing: Iterable[Subject]) -> None:
    """A new row that looks like a stored subject with another code is taken, and remarked upon."""
    stored = {f"{group_of(s.kind).value}\n{identity_of(s)}": s for s in existing if identity_of(s)}
    for entry in entries:
        twin = stored.get(f"{entry.group.value}\n{entry.identity}")
        if twin is not None and entry.existing is None and not entry.fault:
            entry.remarks.append(
                f"与台账里的{quoted(twin.name)}（{twin.code}）相同，只是标识码不同，请核对。"
            )


def twins_of(keys: Mapping[int, str]) -> dict[int, list[int]]:
    """For each index whose key others have too: those others."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, key in keys.items():
        holders[key].append(index)
    return {
        index: [other for other in same[: _NAMED_PLACES + 2] if other != index]
        for same in holders.values()
        if len(same) > 1
        for index in same
    }


def places_in_words(lines: Sequence[RegisterLine], indexes: Sequence[int]) -> str:
    named = "、".join(lines[index].place for index in indexes[:_NAMED_PLACES])
    return f"{named}等" if len(indexes) > _NAMED_PLACES else named

"""Which stored subject a row without a known code means: the one at its address, else the only one of its name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from workbench.domain.subject import Subject
from workbench.register.faulty_row import quoted
from workbench.register.register_address import address_key
from workbench.register.register_rows import SubjectDraft
from workbench.register.subject_code import is_official
from workbench.register.subject_entry import Group, SubjectEntry, group_of, identity_of

Thing = TypeVar("Thing")


class SubjectMatching:
    """Gives each entry at most one stored subject, and each subject to at most one entry."""

    def __init__(self, entries: Sequence[SubjectEntry], existing: Sequence[Subject]) -> None:
        self._entries = entries
        self._existing = existing

    def by_code(self) -> None:
        stored = {subject.code: subject for subject in self._existing}
        for entry in self._entries:
            entry.existing = stored.get(entry.draft.code)

    def by_home_page(self) -> None:
        """A row that names no kind means a site, or failing that a part.

        Parts may share a home page and differ in their prefixes: a part is known by its home page only where the row
        names no prefixes and no other row of the file names that page.
        """
        self._pair(Group.SITE, entry_key=_home_key, subject_key=lambda subject: address_key(subject.home_url))
        named = Counter(key for entry in self._entries for key in _address_keys(entry.draft))

        def part_key(entry: SubjectEntry) -> str:
            key = _home_key(entry)
            return key if named[key] == 1 and not entry.draft.prefixes else ""

        self._pair(
            Group.PART,
            entry_key=part_key,
            subject_key=lambda subject: address_key(subject.home_url),
            takes_kindless=True,
            refuses_vague=False,
        )

    def parts_by_prefix(self) -> None:
        self._pair(
            Group.PART,
            entry_key=lambda entry: address_key(next(iter(entry.prefixes), "")),
            subject_key=lambda subject: address_key(next(iter(subject.url_prefixes), "")),
        )

    def by_name(self, group: Group) -> None:
        """A name counts only where the whole file and all that is stored have it once.

        Names of parts repeat from site to site, so that a part's parent counts too.
        """
        entries = _by_key(
            (entry for entry in self._entries if entry.group is group),
            lambda entry: _named(entry.name, entry.parent_code, group),
        )
        subjects = _by_key(
            (subject for subject in self._existing if group_of(subject.kind) is group),
            lambda subject: _named(subject.name, subject.parent_code, group),
        )
        taken = self._taken()
        for key, (entry, *others) in entries.items():
            found = subjects.get(key, [])
            is_vague = others or len(found) != 1 or found[0].id in taken
            if not is_vague and not entry.draft.code and _is_waiting(entry):
                entry.existing = found[0]

    def accounts_by_name(self) -> None:
        self._pair(
            Group.ACCOUNT,
            entry_key=lambda entry: entry.identity,
            subject_key=identity_of,
        )

    def _pair(
        self,
        group: Group,
        *,
        entry_key: Callable[[SubjectEntry], str],
        subject_key: Callable[[Subject], str],
        takes_kindless: bool = False,
        refuses_vague: bool = True,
    ) -> None:
        """Pair the entry and the subject that alone have a key; refuse an entry without code that may be several."""
        taken = self._taken()
        free = [s for s in self._existing if s.id not in taken and group_of(s.kind) is group]
        waiting = [e for e in self._entries if _is_waiting(e) and _may_be(e, group, takes_kindless)]
        subjects = _by_key(free, subject_key)
        for key, (entry, *others) in _by_key(waiting, entry_key).items():
            found = [subject for subject in subjects.get(key, ()) if _may_replace(entry, subject)]
            if others or not found:
                continue
            if len(found) == 1:
                entry.existing = found[0]
            elif refuses_vague and not entry.draft.code:
                first = quoted(found[0].name)
                entry.fault = f"台账里有{len(found)}个对象和它相同（如{first}），请填写标识码。"

    def _taken(self) -> set[UUID]:
        return {entry.existing.id for entry in self._entries if entry.existing}


def _is_waiting(entry: SubjectEntry) -> bool:
    is_findable = not entry.draft.code or is_official(entry.draft.code)
    return entry.existing is None and not entry.fault and is_findable


def _may_be(entry: SubjectEntry, group: Group, takes_kindless: bool) -> bool:
    return entry.group is group or (takes_kindless and entry.draft.kind is None)


def _may_replace(entry: SubjectEntry, subject: Subject) -> bool:
    """A new official code may take the place of a number of our own, never of another official code."""
    return not entry.draft.code or not is_official(subject.code)


def _by_key(things: Iterable[Thing], key_of: Callable[[Thing], str]) -> dict[str, list[Thing]]:
    grouped: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        key = key_of(thing)
        if key:
            grouped[key].append(thing)
    return grouped


def _home_key(entry: SubjectEntry) -> str:
    return address_key(entry.draft.home_url)


def _address_keys(draft: SubjectDraft) -> set[str]:
    return {address_key(url) for url in (draft.home_url, *draft.prefixes) if url}


def _named(name: str, parent_code: str, group: Group) -> str:
    plain = "".join(name.split()).casefold()
    if not plain:
        return ""
    return f"{parent_code}\n{plain}" if group is Group.PART else plain

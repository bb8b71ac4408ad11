"""Gives every row its code: the one it names, the stored one, or a number of our own."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from workbench.domain.ids import subject_id
from workbench.domain.subject import Subject
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.subject_code import own_number, refuse_wrong_code
from workbench.register.subject_entry import Group, SubjectEntry

_ATTEMPTS = 100


class SubjectNumbering:
    """Hands out numbers that nothing stored and nothing in the file has."""

    def __init__(
        self, entries: Iterable[SubjectEntry], existing: Sequence[Subject], *, campaign: UUID
    ) -> None:
        self._campaign = campaign
        self._codes = {subject.code for subject in existing} | {entry.draft.code for entry in entries}
        self._ids = {subject.id for subject in existing}

    def number(self, entry: SubjectEntry) -> None:
        """Raises FaultyRowError for a code of the wrong form and for a row that lacks what it would be known by."""
        stored = entry.existing.code if entry.existing else ""
        if entry.draft.code and entry.draft.code != stored:
            refuse_wrong_code(entry.draft.code, entry.kind)
        _refuse_incomplete(entry)
        entry.code = entry.draft.code or stored or self._new_number(entry)
        self._codes.add(entry.code)

    def _new_number(self, entry: SubjectEntry) -> str:
        for attempt in range(_ATTEMPTS):
            code = own_number(entry.identity, parent_code=entry.parent_code, attempt=attempt)
            if code not in self._codes and subject_id(self._campaign, code) not in self._ids:
                return code
        raise FaultyRowError("无法为它编号，请自行填写标识码。")


def _refuse_incomplete(entry: SubjectEntry) -> None:
    if not entry.name:
        raise FaultyRowError("没有填写网站名称，请补上。")
    if entry.group is Group.ACCOUNT and not entry.platform:
        raise FaultyRowError(f"账号{quoted(entry.name)}没有填写平台，请补上，如“微信公众号”“微博”。")
    if entry.group is not Group.ACCOUNT and not entry.identity:
        raise FaultyRowError(
            f"{quoted(entry.name)}没有填写首页网址，请补上以 http:// 或 https:// 开头的地址。"
        )

"""Which stored subject a message is about: the one its row names, the one whose unit deals with it, or the one given."""

from collections import defaultdict
from collections.abc import Iterable

from workbench.domain.subject import Subject
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_rows import given_text
from workbench.register.register_table import RegisterLine
from workbench.register.site_lookup import SiteEntry, SiteLookup
from workbench.register.subject_entry import Group, group_of

_NAMING_FIELDS = (Field.CODE, Field.PARENT, Field.NAME, Field.HOME_URL)


class MessageOwners:
    """`given` is whose messages they all are where no row says."""

    def __init__(self, subjects: Iterable[Subject], *, given: Subject | None = None) -> None:
        held = tuple(subjects)
        self._given = given
        self._by_code = {subject.code: subject for subject in held}
        self._named = SiteLookup(SiteEntry(s.code, s.name, s.home_url) for s in held)
        self._by_unit: dict[str, list[Subject]] = defaultdict(list)
        for subject in held:
            if group_of(subject.kind) is Group.SITE:
                for unit in {_plain(subject.organiser), _plain(subject.name)} - {""}:
                    self._by_unit[unit].append(subject)

    def owner_of(self, line: RegisterLine) -> Subject:
        """Raises FaultyRowError where nobody, or nobody alone, is meant."""
        for field in _NAMING_FIELDS:
            named = given_text(line, field)
            if named:
                return self._named_as(named)
        if self._given is not None:
            return self._given
        unit = given_text(line, Field.UNIT)
        run = self._by_unit.get(_plain(unit), []) if unit else []
        if len(run) == 1:
            return run[0]
        if not unit:
            raise FaultyRowError("没有写是哪个网站的留言，请补上网站标识码，或在导入时选定网站。")
        why = "在台账里有几个网站" if run else "不是台账里某个网站的主办单位"
        raise FaultyRowError(f"承办单位{quoted(unit)}{why}，请补上网站标识码，或在导入时选定网站。")

    def _named_as(self, text: str) -> Subject:
        found = self._named.find(text)
        if found is None:
            raise FaultyRowError(
                f"网站{quoted(text)}不在台账里，或有几个同名，请先导入网站台账，或改填标识码。"
            )
        return self._by_code[found.code]


def _plain(name: str) -> str:
    return "".join(name.split())

"""Which stored subject a column belongs to: the one its row names, else the one its address lies in."""

from collections.abc import Iterable

from workbench.domain.subject import Subject
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.register_address import address_key
from workbench.register.register_field import RegisterField as Field
from workbench.register.register_rows import given_text
from workbench.register.register_table import RegisterLine
from workbench.register.site_lookup import SiteEntry, SiteLookup
from workbench.register.subject_entry import Group, group_of

_NAMING_FIELDS = (Field.CODE, Field.PARENT, Field.NAME, Field.HOME_URL)


class ColumnOwners:
    """Websites, channels and modules; accounts have no columns."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        owners = [subject for subject in subjects if group_of(subject.kind) is not Group.ACCOUNT]
        self._by_code = {subject.code: subject for subject in owners}
        self._named = SiteLookup(_entry(subject) for subject in owners)
        self._sites = SiteLookup(_entry(s) for s in owners if group_of(s.kind) is Group.SITE)
        self._prefixes = {address_key(prefix): s for s in owners for prefix in s.url_prefixes}

    def owner_of(self, line: RegisterLine, *, url: str) -> Subject:
        """Raises FaultyRowError where nobody, or nobody alone, is meant."""
        for field in _NAMING_FIELDS:
            named = given_text(line, field)
            if named:
                return self._owner_named(named)
        owner = self._part_around(url) or self._sites.around(url)
        if owner is None:
            raise FaultyRowError("没有写网站标识码，按网址也找不到它所属的网站，请填写网站标识码。")
        return self._by_code[owner.code]

    def _owner_named(self, text: str) -> Subject:
        found = self._named.find(text)
        if found is None:
            raise FaultyRowError(
                f"网站{quoted(text)}不在台账里，或有几个同名，请先导入网站台账，或改填标识码。"
            )
        return self._by_code[found.code]

    def _part_around(self, url: str) -> Subject | None:
        """The channel or module with the longest prefix of the address."""
        path = address_key(url).partition("?")[0]
        while "/" in path:
            path = path.rstrip("/").rpartition("/")[0]
            found = self._prefixes.get(path + "/")
            if found is not None:
                return found
        return None


def _entry(subject: Subject) -> SiteEntry:
    return SiteEntry(subject.code, subject.name, subject.home_url)

"""Where a channel, module or account belongs: its parent site and the addresses that are its own."""

from collections.abc import Iterable

from workbench.domain.subject import Subject
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.part_address import prefixes_under
from workbench.register.register_address import address_key
from workbench.register.site_lookup import SiteEntry, SiteLookup
from workbench.register.subject_entry import Group, SubjectEntry, group_of


def lookup_of(entries: Iterable[SubjectEntry], existing: Iterable[Subject]) -> SiteLookup:
    """The websites of the file, and those stored that the file does not name."""
    sound = [entry for entry in entries if not entry.fault]
    named = {entry.existing.id for entry in sound if entry.existing}
    sites = [entry for entry in sound if entry.group is Group.SITE]
    of_file = [
        SiteEntry(entry.code, entry.name, entry.home_url, entry.existing.code if entry.existing else "")
        for entry in sites
    ]
    stored = [
        SiteEntry(subject.code, subject.name, subject.home_url)
        for subject in existing
        if group_of(subject.kind) is Group.SITE and subject.id not in named
    ]
    return SiteLookup([*of_file, *stored])


def place_loosely(entry: SubjectEntry, lookup: SiteLookup) -> None:
    """The parent of a website or account, which may have none."""
    if entry.draft.parent:
        parent = lookup.find(entry.draft.parent)
        if parent is None:
            entry.remarks.append(f"上级网站{quoted(entry.draft.parent)}不在台账里，未采用，请核对。")
        elif parent.code != entry.code:
            entry.parent_code = parent.code
            return
    if entry.existing and not entry.draft.has_no_parent:
        stored = lookup.find(entry.existing.parent_code)
        entry.parent_code = stored.code if stored else entry.existing.parent_code


def place_part(entry: SubjectEntry, lookup: SiteLookup) -> None:
    """The parent of a channel or module and its prefixes.

    Raises:
        FaultyRowError: no parent site can be found, or the addresses lie outside it.
    """
    parent = _named_parent(entry, lookup) if entry.draft.parent else _implied_parent(entry, lookup)
    if not parent.home_url:
        raise FaultyRowError(f"上级网站“{parent.name}”没有首页网址，请先补上。")
    entry.parent_code = parent.code
    prefixes = entry.draft.prefixes or _kept_prefixes(entry)
    if prefixes or entry.home_url:
        entry.prefixes = prefixes_under(parent, prefixes=prefixes, home_url=entry.home_url)


def _named_parent(entry: SubjectEntry, lookup: SiteLookup) -> SiteEntry:
    parent = lookup.find(entry.draft.parent)
    if parent is None:
        raise FaultyRowError(
            f"上级网站{quoted(entry.draft.parent)}不是文件或台账里可用的网站，请先导入它，或改填它的标识码。"
        )
    return parent


def _implied_parent(entry: SubjectEntry, lookup: SiteLookup) -> SiteEntry:
    stored = lookup.find(entry.existing.parent_code) if entry.existing else None
    address = next((url for url in (entry.draft.home_url, *entry.draft.prefixes) if "://" in url), "")
    parent = stored or (lookup.around(address) if address else None)
    if parent is None:
        raise FaultyRowError("没有写上级网站，按网址也找不到唯一的上级网站，请填写上级网站的标识码。")
    return parent


def _kept_prefixes(entry: SubjectEntry) -> tuple[str, ...]:
    """The stored prefixes, while the home page has not moved away from them."""
    stored = entry.existing
    if stored is None:
        return ()
    has_moved = address_key(entry.home_url) != address_key(stored.home_url)
    lies_under = any(
        address_key(entry.home_url).startswith(address_key(prefix)) for prefix in stored.url_prefixes
    )
    return () if has_moved and not lies_under else stored.url_prefixes

"""The subjects a row may name as its parent or owner: those stored and those in the same file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.register.faulty_row import FaultyRowError
from workbench.register.register_address import Site, address_key, read_address
from workbench.register.subject_code import read_code


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """What a subject is known by; `former_code` where this very import gives it another."""

    code: str
    name: str
    home_url: str
    former_code: str = ""


class SiteLookup:
    """Finds the one entry that is meant; None for none and for several."""

    def __init__(self, entries: Iterable[SiteEntry]) -> None:
        self._by_code: dict[str, SiteEntry] = {}
        self._by_name: dict[str, list[SiteEntry]] = defaultdict(list)
        self._by_address: dict[str, list[SiteEntry]] = defaultdict(list)
        self._by_site: dict[Site, list[SiteEntry]] = defaultdict(list)
        self._by_domain: dict[str, list[SiteEntry]] = defaultdict(list)
        for entry in entries:
            self._add(entry)

    def _add(self, entry: SiteEntry) -> None:
        self._by_code[entry.code] = entry
        if entry.former_code:
            self._by_code.setdefault(entry.former_code, entry)
        self._by_name[_plain_name(entry.name)].append(entry)
        if entry.home_url:
            site = Site.of(entry.home_url)
            self._by_address[address_key(entry.home_url)].append(entry)
            self._by_site[site].append(entry)
            if not site.is_number:
                self._by_domain[site.domain].append(entry)

    def find(self, text: str) -> SiteEntry | None:
        """By what people write: a code, a name or the address of the home page."""
        by_code = self._by_code.get(read_code(text))
        if by_code is not None:
            return by_code
        named = self._by_name.get(_plain_name(text))
        return _only(named) if named else self._at(text)

    def _at(self, text: str) -> SiteEntry | None:
        try:
            return _only(self._by_address.get(address_key(read_address(text, word=""))))
        except FaultyRowError:
            return None

    def around(self, address: str) -> SiteEntry | None:
        """The entry on the host of the address, or failing that the one whose domain it lies under most closely."""
        site = Site.of(address)
        if site in self._by_site:
            return _only(self._by_site[site])
        labels = site.domain.split(".")
        domains = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return _only(next((self._by_domain[domain] for domain in domains if domain in self._by_domain), None))


def _plain_name(name: str) -> str:
    return "".join(name.split())


def _only(entries: list[SiteEntry] | None) -> SiteEntry | None:
    return entries[0] if entries and len(entries) == 1 else None

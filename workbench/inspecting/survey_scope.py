"""Whose page and whose link it is: what a survey reads, and what it answers for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.domain.subject import Subject, SubjectKind
from workbench.inspecting.site_of import host_key

_PARTS_OF_A_SITE = (SubjectKind.CHANNEL, SubjectKind.MODULE)


@dataclass(slots=True, kw_only=True)
class SurveyScope:
    """The pages of `hosts` or below `prefixes` are its own. Where it `is_part` of a site, so are only the links below them.

    `left_to_children` are the prefixes of the parts of this site: a link inside one that stands on a page inside the same
    one is the part's affair.
    """

    hosts: set[str] = field(default_factory=set)
    prefixes: tuple[str, ...] = ()
    is_part: bool = False
    left_to_children: tuple[str, ...] = ()

    def is_own(self, url: str) -> bool:
        return (bool(self.hosts) and host_key(url) in self.hosts) or any(
            _is_below(url, p) for p in self.prefixes
        )

    @property
    def counts_all(self) -> bool:
        """Whether the survey answers for every link on its pages."""
        return not self.is_part and not self.left_to_children

    def is_counted(self, url: str, *, page: str) -> bool:
        """Whether this survey answers for a link to `url` that stands on `page`."""
        if self.is_part:
            return self.is_own(url)
        return not any(_is_below(url, prefix) and _is_below(page, prefix) for prefix in self.left_to_children)

    def did_arrive(self, url: str) -> None:
        """The start page is at `url` in the end: a site that moves its visitors to another host of its own lives there."""
        if self.hosts:
            self.hosts.add(host_key(url))


def scope_of_site(start: str) -> SurveyScope:
    return SurveyScope(hosts={host_key(start)})


def scope_of_subject(subject: Subject, *, left_to_children: Iterable[str] = ()) -> SurveyScope:
    prefixes = tuple(_stem(prefix) for prefix in subject.url_prefixes)
    if subject.kind in _PARTS_OF_A_SITE:
        return SurveyScope(prefixes=prefixes or (_folder(subject.home_url),), is_part=True)
    children = tuple(_stem(prefix) for prefix in left_to_children)
    return SurveyScope(hosts={host_key(subject.home_url)}, prefixes=prefixes, left_to_children=children)


def _is_below(url: str, stem: str) -> bool:
    rest = _stem(url)
    if not rest.startswith(stem):
        return False
    return stem.endswith(("/", "?", "&", "=")) or rest[len(stem) : len(stem) + 1] in ("", "/", "?")


def _stem(url: str) -> str:
    """Without scheme: a site that serves the same pages over http and https is one site."""
    text = url.strip()
    for scheme in ("https://", "http://"):
        if text[: len(scheme)].lower() == scheme:
            text = text[len(scheme) :]
    host, slash, path = text.partition("/")
    return f"{host.lower()}{slash}{path}"


def _folder(url: str) -> str:
    stem = _stem(url)
    return stem[: stem.rfind("/") + 1] or stem

"""A row on its way to a subject: what it says, what is stored of it, and what has been found out so far."""

from dataclasses import dataclass, field
from enum import Enum

from workbench.domain.subject import Subject, SubjectKind
from workbench.register.register_address import address_key
from workbench.register.register_rows import SubjectDraft
from workbench.register.subject_code import PART_KINDS, SITE_KINDS


class Group(Enum):
    """Kinds that are told apart in the same way."""

    SITE = "site"
    PART = "part"
    ACCOUNT = "account"


def group_of(kind: SubjectKind) -> Group:
    if kind in SITE_KINDS:
        return Group.SITE
    return Group.PART if kind in PART_KINDS else Group.ACCOUNT


@dataclass(slots=True)
class SubjectEntry:
    """What the row says goes before what is stored. `fault` ends the row's way."""

    draft: SubjectDraft
    existing: Subject | None = None
    code: str = ""
    parent_code: str = ""
    prefixes: tuple[str, ...] = ()
    fault: str = ""
    remarks: list[str] = field(default_factory=list)

    @property
    def kind(self) -> SubjectKind:
        stored = self.existing.kind if self.existing else SubjectKind.DEPARTMENT_SITE
        return self.draft.kind or stored

    @property
    def group(self) -> Group:
        return group_of(self.kind)

    @property
    def name(self) -> str:
        return self.draft.name or (self.existing.name if self.existing else "")

    @property
    def home_url(self) -> str:
        return self.draft.home_url or (self.existing.home_url if self.existing else "")

    @property
    def platform(self) -> str:
        return self.draft.platform or (self.existing.platform if self.existing else "")

    @property
    def identity(self) -> str:
        """What tells it from others of its group when there is no code; empty where the row does not say."""
        if self.group is Group.ACCOUNT:
            return _account_identity(self.platform, self.name)
        return address_key(self.prefixes[0] if self.prefixes else self.home_url)


def identity_of(subject: Subject) -> str:
    """The same of a stored subject."""
    if subject.kind is SubjectKind.ACCOUNT:
        return _account_identity(subject.platform, subject.name)
    return address_key(subject.url_prefixes[0] if subject.url_prefixes else subject.home_url)


def _account_identity(platform: str, name: str) -> str:
    return f"{platform.casefold()}\n{name.casefold()}"

"""The new-media accounts of the practice city: rows of the register without an address to open."""

from dataclasses import dataclass

from workbench.practice.practice_file import read_practice_file


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPlan:
    code: str
    name: str
    platform: str
    organiser: str
    supervisor: str
    region: str
    contact: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _AccountFile:
    accounts: tuple[AccountPlan, ...]


def load_accounts() -> tuple[AccountPlan, ...]:
    return read_practice_file("accounts.toml", _AccountFile).accounts

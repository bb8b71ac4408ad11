"""A register as read from a file: its lines by field, before anything is judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.register.register_field import RegisterField


class TableKind(StrEnum):
    SUBJECTS = "subjects"
    COLUMNS = "columns"
    MESSAGES = "messages"
    REPRINTS = "reprints"


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One row. `texts` has a key for each field the file carries, blank cells included.

    `source` names the file inside a zip, and is empty where there is only one.
    """

    number: int
    texts: Mapping[RegisterField, str]
    source: str = ""

    @property
    def place(self) -> str:
        return f"“{self.source}”第{self.number}行" if self.source else f"第{self.number}行"

    def text(self, field: RegisterField) -> str:
        return self.texts.get(field, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTable:
    """`remarks` are whole sentences on what was left unread, such as a second sheet."""

    kind: TableKind
    lines: tuple[RegisterLine, ...]
    remarks: tuple[str, ...] = ()

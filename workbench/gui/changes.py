"""What the session announces after something was stored: enough for a page to see whether it is concerned."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """`subjects` are those whose records or score changed, `results` those with new machine results."""

    is_other_file: bool = False
    is_register: bool = False
    subjects: frozenset[UUID] = frozenset()
    results: frozenset[UUID] = frozenset()

    def touches(self, subject_id: UUID | None) -> bool:
        return self.is_other_file or self.is_register or subject_id in self.subjects

"""How many visits failed of those that count, exactly: a void visit is neither above nor below the line."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.home_visit import HomeVisit, VisitState


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitShare:
    opened: int = 0
    failed: int = 0
    void: int = 0

    @property
    def counted(self) -> int:
        return self.opened + self.failed

    @property
    def whole_percents(self) -> int:
        """Rounded down: nothing below one percent."""
        return 100 * self.failed // self.counted if self.counted else 0

    def reaches(self, percents: int) -> bool:
        """Whether the failed share is at least so many percents, without rounding."""
        return bool(self.counted) and 100 * self.failed >= percents * self.counted

    def in_words(self) -> str:
        """`5.0%（7/140）`; cut to a tenth and never rounded up, so that what is shown does not reach a line the share does not."""
        if not self.counted:
            return "—"
        tenths = 1000 * self.failed // self.counted
        return f"{tenths // 10}.{tenths % 10}%（{self.failed}/{self.counted}）"


def share_of(visits: Iterable[HomeVisit]) -> VisitShare:
    states = [visit.state for visit in visits]
    return VisitShare(
        opened=states.count(VisitState.OK),
        failed=states.count(VisitState.FAILED),
        void=states.count(VisitState.VOID),
    )

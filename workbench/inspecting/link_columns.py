"""What is known of each link, as columns of small numbers: an object for each would take ten times the room."""

from array import array

from workbench.domain.link import Attempt, LinkKind, LinkOutcome
from workbench.inspecting.survey_journal import SettledNote

_KINDS = tuple(LinkKind)
_OUTCOMES = tuple(LinkOutcome)
_KIND_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
# 0 stands for a link that is still open.
_OUTCOME_NUMBERS = {outcome: number + 1 for number, outcome in enumerate(_OUTCOMES)}
_NO_STATUS = -1


class LinkColumns:
    """Rows are the numbers of links. `flags` are the caller's own; `told` is how many places were known when it was told."""

    def __init__(self) -> None:
        self._kinds, self._outcomes = array("B"), array("B")
        self._statuses, self._reasons = array("h"), array("I")
        self.depths, self.chains, self.told = array("I"), array("I"), array("I")
        self.flags = array("B")
        self._words: list[str] = [""]
        self._word_numbers = {"": 0}
        self.final_urls: dict[int, str] = {}
        self.attempts: dict[int, tuple[Attempt, ...]] = {}

    def __len__(self) -> int:
        return len(self._kinds)

    def add(self, kind: LinkKind, *, depth: int) -> None:
        self._kinds.append(_KIND_NUMBERS[kind])
        self._outcomes.append(0)
        self._statuses.append(_NO_STATUS)
        self._reasons.append(0)
        self.depths.append(depth)
        for column in (self.chains, self.told):
            column.append(0)
        self.flags.append(0)

    def kind(self, number: int) -> LinkKind:
        return _KINDS[self._kinds[number]]

    def outcome(self, number: int) -> LinkOutcome | None:
        held = self._outcomes[number]
        return _OUTCOMES[held - 1] if held else None

    def status(self, number: int) -> int | None:
        held = self._statuses[number]
        return None if held == _NO_STATUS else held

    def reason(self, number: int) -> str:
        return self._words[self._reasons[number]]

    def settle(
        self, number: int, outcome: LinkOutcome, *, reason: str, status: int | None, final_url: str
    ) -> None:
        self._outcomes[number] = _OUTCOME_NUMBERS[outcome]
        self._statuses[number] = _NO_STATUS if status is None else min(status, 32_767)
        if reason not in self._word_numbers:
            self._word_numbers[reason] = len(self._words)
            self._words.append(reason)
        self._reasons[number] = self._word_numbers[reason]
        if final_url:
            self.final_urls[number] = final_url
        else:
            self.final_urls.pop(number, None)

    def settled_note(self, number: int) -> SettledNote:
        """What became of the link, as a piece of a survey keeps it."""
        return SettledNote(
            number=number,
            outcome=self.outcome(number) or LinkOutcome.NOT_CHECKED,
            reason=self.reason(number),
            status=self.status(number),
            final_url=self.final_urls.get(number, ""),
            attempts=self.attempts.get(number, ()),
        )

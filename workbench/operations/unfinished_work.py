"""What an inspector has not done yet of what is his: told when he hands in, and no reason to stop him."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.ids import inspector_name
from workbench.operations.score_campaign import SubjectStanding

MAY_HAND_IN_AGAIN = "做完可以再导出，合并时不会重复。"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedWork:
    """`own` subjects are his in all; he has put nothing on record about the `untouched`; of the others some have proposals
    nobody has decided about, and some indicators without an answer.
    """

    own: int
    untouched: tuple[SubjectStanding, ...]
    proposed: tuple[SubjectStanding, ...]
    unanswered: tuple[SubjectStanding, ...]

    @property
    def standings(self) -> tuple[SubjectStanding, ...]:
        """Each once, the untouched first."""
        held = (*self.untouched, *self.proposed, *self.unanswered)
        return tuple({standing.subject.id: standing for standing in held}.values())

    def in_words(self) -> str:
        """One sentence; empty where everything is done."""
        parts = (
            (self.untouched, "个还没有动过"),
            (self.proposed, "个有疑似问题待确认"),
            (self.unanswered, "个有指标未判定"),
        )
        told = [f"{len(found)} {words}" for found, words in parts if found]
        return f"分到的 {self.own} 个对象中，{'，'.join(told)}。" if told else ""


def unfinished_work(standings: Iterable[SubjectStanding], *, by: str, is_pack: bool) -> UnfinishedWork:
    """In a task pack that names nobody beside its subjects all of them are his."""
    who = inspector_name(by)
    assessed = [each for each in standings if each.is_assessed]
    own = [each for each in assessed if who in each.subject.assigned_to]
    if not own and is_pack:
        own = assessed
    touched = [each for each in own if _has_touched(each, who)]
    return UnfinishedWork(
        own=len(own),
        untouched=tuple(each for each in own if not _has_touched(each, who)),
        proposed=tuple(each for each in touched if each.score.open_proposals),
        unanswered=tuple(each for each in touched if each.score.unanswered),
    )


def _has_touched(standing: SubjectStanding, who: str) -> bool:
    names = (
        *(each.inspector for each in standing.verdicts),
        *(each.inspector for each in standing.decisions),
        *(each.inspector for each in standing.findings),
    )
    return who in names

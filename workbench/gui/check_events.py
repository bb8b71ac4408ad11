"""What a running check says of itself: one JSON line each, read into frozen records."""

import json
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckState:
    """Where the checks stand. `done` of `known` pages of the subject in hand, `finished` of `subjects` in all.

    It `is_paused` where it was stopped and can be gone on with. `missed` counts the subjects that could not be looked at in
    this run, `reason` says why of the first.
    """

    is_running: bool = False
    is_stopping: bool = False
    subject: str = ""
    name: str = ""
    done: int = 0
    known: int = 0
    finished: int = 0
    subjects: int = 0
    rate: float = 0.0
    missed: int = 0
    reason: str = ""
    ended_subject: str = ""
    ending: str = ""
    problem: str = ""

    @property
    def is_paused(self) -> bool:
        return self.ending == "stopped" and not self.is_running

    @property
    def remaining_s(self) -> float | None:
        """A rough guess from the rate so far; None while there is nothing to guess from: before the first of several is through."""
        is_too_early = self.subjects > 1 and not self.finished
        if self.rate <= 0 or self.known <= 0 or is_too_early:
            return None
        here = max(0, self.known - self.done)
        later = max(0, self.subjects - self.finished - 1) * self.known
        return (here + later) / self.rate


def advance(state: CheckState, line: str) -> CheckState:
    """The state after one line; a line that is no event of ours changes nothing."""
    try:
        event = json.loads(line)
        kind = event["event"]
    except (ValueError, KeyError, TypeError):
        return state
    state = replace(state, ended_subject="")
    if kind == "started":
        return replace(state, subjects=int(event.get("subjects", 0)), finished=int(event.get("resumed", 0)))
    if kind == "progress":
        return _progress(state, event)
    if kind == "subject-done":
        return _ended(state, event)
    if kind in ("finished", "stopped"):
        return replace(state, ending=kind)
    return state


def _ended(state: CheckState, event: dict[str, object]) -> CheckState:
    why = str(event.get("problem") or "")
    told = f"{event.get('name', '')}：{why}" if why else ""
    return replace(
        state,
        ended_subject=str(event.get("subject", "")),
        finished=int(str(event.get("finished", state.finished + 1))),
        missed=state.missed + bool(why),
        reason=state.reason or told,
    )


def _progress(state: CheckState, event: dict[str, object]) -> CheckState:
    def number(key: str, otherwise: float) -> float:
        value = event.get(key, otherwise)
        return float(value) if isinstance(value, int | float) else otherwise

    return replace(
        state,
        subject=str(event.get("subject", "")),
        name=str(event.get("name", "")),
        done=int(number("done", 0)),
        known=int(number("known", 0)),
        finished=int(number("finished", state.finished)),
        subjects=int(number("subjects", state.subjects)),
        rate=number("rate", 0.0),
    )

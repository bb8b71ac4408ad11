"""How far an inspection has come, in pieces that are kept beside its events, so that a killed one goes on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from workbench.inspecting.spread_findings import SpreadNote
from workbench.inspecting.survey_journal import SurveyPiece


@dataclass(slots=True, kw_only=True)
class CheckTally:
    """How one check has fared on one target so far."""

    check: str
    target: str
    found: int
    doubts: list[str]
    crashes: list[str]


@dataclass(slots=True, kw_only=True)
class InspectionState:
    """`piece` is what is new since the state before, and so are `spread`, `saving` and what was `gathered`, by the name of the
    view; the rest is as of now. Where it `is_told`, all checks have ended and only pages are still being kept.
    """

    piece: SurveyPiece
    tallies: list[CheckTally]
    last_at: datetime | None
    gathered: dict[str, bytes] = field(default_factory=dict)
    spread: list[SpreadNote] = field(default_factory=list)
    saving: bytes = b""
    is_told: bool = False


def encode_state(state: InspectionState) -> bytes:
    return msgspec.msgpack.encode(state)


def decode_pieces(bodies: Iterable[bytes], *, states: list[InspectionState]) -> Iterator[SurveyPiece]:
    """The pieces one after the other; the states they came in are gathered in `states`, without them.

    Raises:
        msgspec.ValidationError: the bytes are none of ours.
    """
    for body in bodies:
        state = msgspec.msgpack.decode(body, type=InspectionState)
        states.append(state)
        yield state.piece
        # Who puts the pieces together knows it now: the links of a large site would lie in memory twice.
        state.piece = SurveyPiece()

"""Batches of inspection events as bytes: what an engine process spools and the writer drains."""

from collections.abc import Sequence

import msgspec

from workbench.inspecting.inspection_event import (
    CheckEnded,
    InspectionEvent,
    LinkFound,
    PageCaptured,
    Progress,
    ProposalFound,
)

_TYPES: dict[str, type[InspectionEvent]] = {
    event.__name__: event for event in (Progress, LinkFound, ProposalFound, CheckEnded, PageCaptured)
}


def encode_batch(events: Sequence[InspectionEvent]) -> bytes:
    return msgspec.msgpack.encode([(type(event).__name__, event) for event in events])


def decode_batch(batch: bytes) -> tuple[InspectionEvent, ...]:
    """Raises msgspec.ValidationError where the bytes are none of ours."""
    named = msgspec.msgpack.decode(batch, type=list[tuple[str, msgspec.Raw]])
    return tuple(msgspec.msgpack.decode(raw, type=_TYPES[name]) for name, raw in named)

"""Batches of inspection events as bytes: what an engine process spools and the writer drains."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from workbench.inspecting.inspection_event import (
    AssetCaptured,
    CheckEnded,
    InspectionEvent,
    LinkFound,
    PageCaptured,
    Progress,
    ProposalFound,
)


@dataclass(frozen=True, slots=True)
class SubjectOver:
    """Told last: the inspection of the subject has come to its end. `mark` is that of the engine's task."""

    mark: str


_EVENTS: tuple[type[InspectionEvent | SubjectOver], ...] = (
    Progress,
    LinkFound,
    ProposalFound,
    CheckEnded,
    PageCaptured,
    AssetCaptured,
    SubjectOver,
)
_DECODERS = {event.__name__: msgspec.msgpack.Decoder(event) for event in _EVENTS}
_NAMED = msgspec.msgpack.Decoder(list[tuple[str, msgspec.Raw]])


def encode_batch(events: Sequence[InspectionEvent | SubjectOver]) -> bytes:
    named = [(type(event).__name__, event) for event in events]
    try:
        return msgspec.msgpack.encode(named)
    except UnicodeEncodeError:
        return msgspec.msgpack.encode(
            _without_half_characters(msgspec.to_builtins(named, builtin_types=(bytes,)))
        )


def decode_batch(batch: bytes) -> tuple[InspectionEvent | SubjectOver, ...]:
    """Raises msgspec.ValidationError where the bytes are none of ours."""
    return tuple(_DECODERS[name].decode(raw) for name, raw in _NAMED.decode(batch))


def _without_half_characters(value: object) -> object:
    """Scripts in pages can spell half a character, which no file can hold; it becomes a question mark."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _without_half_characters(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_half_characters(inner) for inner in value]
    return value

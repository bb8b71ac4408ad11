"""Reads the head of an answer: status line and headers, as they came over the wire."""

from collections.abc import Iterable

MOST_HEADERS = 100
# Not any other: bytes above ASCII are signs here, and two of them pass for space.
_SPACE = " \t\r\n"


def head_fields(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The headers by lower-case name; repeated ones are joined, cookies line by line."""
    fields: dict[str, str] = {}
    for name, value in pairs:
        key = name.strip().lower()
        if key not in fields:
            fields[key] = value.strip(_SPACE)
        elif key == "set-cookie":
            fields[key] += "\n" + value.strip(_SPACE)
        elif key not in ("location", "content-type", "content-length"):
            fields[key] += ", " + value.strip(_SPACE)
    return fields


def parse_head(lines: Iterable[bytes]) -> dict[str, str]:
    """Of several heads one after another, as interim answers come, the last one's."""
    pairs: list[tuple[str, str]] = []
    for line in b"".join(lines).decode("latin-1").split("\n"):
        if line.startswith("HTTP/"):
            pairs.clear()
            continue
        name, colon, value = line.partition(":")
        if colon:
            pairs.append((name, value))
    return head_fields(pairs)

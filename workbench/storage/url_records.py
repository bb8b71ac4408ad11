"""Addresses as numbers: a link row holds eight bytes instead of the text."""

import hashlib
from collections.abc import Iterable

from workbench.storage.workspace_database import WorkspaceDatabase

_INSERT = "INSERT INTO url (hash, text) VALUES (?, ?)"


def hash_of_url(url: str) -> int:
    """64 bits, signed as SQLite's integers are."""
    return int.from_bytes(hashlib.blake2b(url.encode(), digest_size=8).digest(), "big", signed=True)


def number_urls(database: WorkspaceDatabase, urls: Iterable[str]) -> dict[str, int]:
    """The number of each address, with new ones added; at most a batch of them at once."""
    hashes = {url: hash_of_url(url) for url in urls}
    with database.writing(is_durable=False):
        known = _known(database, hashes)
        missing = [(value, url) for url, value in hashes.items() if url not in known]
        if missing:
            database.bulk(_INSERT, missing)
            known = _known(database, hashes)
        return known


def _known(database: WorkspaceDatabase, hashes: dict[str, int]) -> dict[str, int]:
    wanted = sorted(set(hashes.values()))
    query = f"SELECT text, id FROM url WHERE hash IN ({','.join('?' * len(wanted))})"
    return {text: number for text, number in database.sql_rows(query, wanted) if text in hashes}

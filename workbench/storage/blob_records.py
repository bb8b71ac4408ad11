"""What saved pages are made of: bytes named by their SHA-256, compressed, kept once and never changed."""

import hashlib
import zlib

from workbench.errors import ForeignFileError
from workbench.storage.occurrence_blob import unsqueeze
from workbench.storage.tables import BlobRow
from workbench.storage.workspace_database import WorkspaceDatabase

MAX_BLOB_BYTES = 256 * 2**20


def digest_of_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class BlobRecords:
    def __init__(self, database: WorkspaceDatabase) -> None:
        self._database = database

    def keep(self, content: bytes) -> str:
        """Keep the bytes, unless they are there already, and return their name.

        Raises:
            ValueError: more than any page is; whoever fetches has a bound far below.
        """
        if len(content) > MAX_BLOB_BYTES:
            raise ValueError("too much to be a saved page")
        digest = digest_of_bytes(content)
        if not self._has(digest):
            row = {"digest": digest, "size": len(content), "content": zlib.compress(content, 6)}
            with self._database.writing(is_durable=False):
                self._database.run(BlobRow.insert(row).on_conflict_ignore())
        return digest

    def read(self, digest: str) -> bytes | None:
        """The bytes of that name, or None in a backup, which holds none.

        Raises:
            ForeignFileError: what lies under the name is something else.
        """
        query = BlobRow.select(BlobRow.size, BlobRow.content).where(BlobRow.digest == digest)
        rows = self._database.rows(query)
        if not rows:
            return None
        size, packed = rows[0]
        try:
            return open_blob(digest, size, bytes(packed))
        except ValueError as error:
            name = self._database.path.name
            raise ForeignFileError(f"文件“{name}”里保存的一个网页已损坏，请重新检查该网站。") from error

    def _has(self, digest: str) -> bool:
        return bool(self._database.rows(BlobRow.select(BlobRow.size).where(BlobRow.digest == digest)))


def open_blob(digest: str, size: int, packed: bytes) -> bytes:
    """The bytes behind a row.

    Raises:
        ValueError: they are not what their name and size say.
    """
    if not 0 <= size <= MAX_BLOB_BYTES:
        raise ValueError("the size is out of bounds")
    # One byte more than promised, so that an end beyond the promise is seen.
    content = unsqueeze(packed, at_most=size + 1)
    if len(content) != size or digest_of_bytes(content) != digest:
        raise ValueError("the bytes are not those their name says")
    return content

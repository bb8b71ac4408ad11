"""Show what was saved while checking: the saved copy of an address, and its parts one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workbench.inspecting.asked_address import as_asked
from workbench.storage.capture_records import SavedPage
from workbench.storage.workspace import Workspace
from workbench.views.offline_html import offline_html


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedCopy:
    """A saved page. `parts` and `pages` give the numbers of what it asks for and of the other pages saved of its subject, by
    `address_key`.
    """

    id: int
    url: str
    final_url: str
    saved_at: datetime | None
    parts: Mapping[str, int]
    pages: Mapping[str, int]

    def number(self, key: str, *, is_page: bool) -> int | None:
        return self.pages.get(key) if is_page else self.parts.get(key)


@dataclass(frozen=True, slots=True)
class SavedPart:
    """Bytes as a browser takes them."""

    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """`copy` is None where that page was not saved; `pages` tells how many were, of this subject."""

    copy: SavedCopy | None
    pages: int


def address_key(url: str) -> str:
    """What tells saved pages apart: the address as it is asked for, whether by http or by https."""
    return as_asked(url).partition("://")[2]


def find_saved_page(workspace: Workspace, *, subject_id: UUID | None, url: str) -> SavedSearch:
    """The copy of the address saved last: for this subject, else for any other."""
    own = workspace.captures(subject_id) if subject_id is not None else ()
    pages = _by_key(own)
    key = address_key(url)
    saved = {page.id: page for page in own}.get(pages.get(key, 0))
    saved = saved or workspace.capture_at({f"http://{key}", f"https://{key}"})
    if saved is None:
        return SavedSearch(None, len(own))
    parts = {address_key(address): number for address, number in workspace.page_assets(saved.id).items()}
    shown = {**pages, address_key(saved.final_url): saved.id}
    copy = SavedCopy(
        id=saved.id,
        url=saved.url,
        final_url=saved.final_url,
        saved_at=saved.at,
        parts=parts,
        pages=shown,
    )
    return SavedSearch(copy, len(own))


def read_saved_part(workspace: Workspace, number: int, *, is_page: bool) -> SavedPart | None:
    """A saved page made ready to be shown, or a stylesheet or picture as it came; None where the file holds no bytes.

    Raises:
        ForeignFileError: its bytes are not what they were.
    """
    capture = workspace.capture(number)
    if capture is None:
        return None
    content_type = dict(capture.headers).get("content-type", "")
    if is_page and ("html" in content_type or not content_type):
        body, charset = offline_html(capture.body, url=capture.final_url, content_type=content_type)
        return SavedPart(f"text/html; charset={charset}", body)
    if is_page:
        return SavedPart("text/plain; charset=utf-8", capture.body)
    return SavedPart(content_type or "application/octet-stream", capture.body)


def _by_key(pages: tuple[SavedPage, ...]) -> dict[str, int]:
    """The latest page of each address, by where it was asked for and by where it was found."""
    ordered = sorted(pages, key=lambda page: page.id)
    found = {address_key(page.final_url): page.id for page in ordered}
    return found | {address_key(page.url): page.id for page in ordered}

"""Knows which servers may be asked with HEAD: many refuse it, and some lie."""

from collections import Counter, deque

from workbench.domain.link import LinkKind
from workbench.inspecting.site_of import host_key
from workbench.inspecting.survey_journal import HeadNote

# Files that a server hands out without making them; everything else may be made on the spot and answer HEAD differently.
_FILES = frozenset(
    {LinkKind.IMAGE, LinkKind.SCRIPT, LinkKind.STYLE, LinkKind.MEDIA, LinkKind.ATTACHMENT, LinkKind.OTHER}
)
_MOST_ATTEMPTS = 3
_Key = tuple[str, LinkKind]


class HeadTrust:
    """A good answer to HEAD counts for a host and kind once GET has said the same of one link; a contradiction ends HEAD.

    While that one is being asked both ways, the others of its host and kind wait; `released` are those that may go on.
    """

    def __init__(self) -> None:
        self._refusing: set[str] = set()
        self._proven: set[_Key] = set()
        self._failed: Counter[_Key] = Counter()
        self._waiting: dict[_Key, list[int]] = {}
        self.released: deque[int] = deque()

    def known(self) -> HeadNote:
        return HeadNote(proven=sorted(self._proven), refusing=sorted(self._refusing))

    def take_up(self, known: HeadNote) -> None:
        """What an earlier survey has found out."""
        self._proven.update(known.proven)
        self._refusing.update(known.refusing)

    def may_ask(self, url: str, kind: LinkKind) -> bool:
        key = (host_key(url), kind)
        return kind in _FILES and key[0] not in self._refusing and self._failed[key] < _MOST_ATTEMPTS

    def is_proven(self, url: str, kind: LinkKind) -> bool:
        return (host_key(url), kind) in self._proven

    def must_wait(self, url: str, kind: LinkKind, number: int) -> bool:
        """Whether a link that may be asked with HEAD has to wait for another's proof; if not, it may begin one."""
        key = (host_key(url), kind)
        if key in self._proven:
            return False
        if key in self._waiting:
            self._waiting[key].append(number)
            return True
        self._waiting[key] = []
        return False

    def did_compare(self, url: str, kind: LinkKind, *, head_ok: bool, get_ok: bool) -> None:
        key = (host_key(url), kind)
        if head_ok and get_ok:
            self._proven.add(key)
        elif head_ok or get_ok:
            self._refusing.add(key[0])
        elif key not in self._proven:
            self._failed[key] += 1
        self.released.extend(self._waiting.pop(key, ()))

"""What the content checks see of an attachment: its words, and the page that links it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentView:
    """`name` is what the link is called, `page` the first page that carries it; `why_not` says why nothing was read."""

    url: str
    name: str
    page: str
    as_of: date
    lines: tuple[str, ...] = ()
    why_not: str = ""
    is_cut: bool = False

    @property
    def proof(self) -> tuple[tuple[str, str], ...]:
        """Where it is found, for whatever is said of it."""
        held = [("附件", self.name), ("所在页面", self.page)]
        return (*held, ("读取范围", "文件很长，只读了开头")) if self.is_cut else tuple(held)

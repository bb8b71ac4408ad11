"""The one link that is to be outlined on the page it stands on, found among the addresses that page writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.domain.place import normalise_place
from workbench.gui.bench.link_place import LinkPlace
from workbench.operations.page_signs import PageSign, SignKind

GONE = "网页里没有找到这个链接，可能已经改掉，或在脚本里；请刷新（Ctrl+R）后再看一次。"
HIDDEN = "这个链接在网页里没有显示出来，可能收在菜单或轮播里，展开后才看得见。"


@dataclass(frozen=True, slots=True)
class PointedLink:
    """`written` is the address as the page writes it; empty where that page does not hold the link."""

    written: str
    label: str

    def among(self, signs: Sequence[PageSign]) -> tuple[PageSign, ...]:
        """With a sign for the link where the checks know nothing of it."""
        is_known = any(sign.kind is SignKind.LINK and sign.what == self.written for sign in signs)
        if is_known or not self.written:
            return tuple(signs)
        return (*signs, PageSign(kind=SignKind.LINK, what=self.written, label=self.label))

    def is_at(self, sign: PageSign) -> bool:
        return bool(self.written) and sign.kind is SignKind.LINK and sign.what == self.written


def point_out(link: LinkPlace | None, *, page: str, addresses: Iterable[str]) -> PointedLink | None:
    """What to outline on `page`; None where the link does not stand on that page at all."""
    if link is None or _key(link.page) != _key(page):
        return None
    written = next((each for each in addresses if _key(each) == _key(link.target)), "")
    return PointedLink(written, link.label)


def _key(address: str) -> str:
    """Whether by http or by https, it is the same page."""
    return normalise_place(address).partition("://")[2]

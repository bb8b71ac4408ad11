"""That an address did not open, as it is kept for evidence: plain values and plain words, no Qt."""

from dataclasses import dataclass
from datetime import datetime

from workbench.gui.bench.link_place import LinkPlace

HEADING = "打开失败记录"
ORIGIN = "由巡检工作台记录：网址没有打开，没有网页可截；这不是网页截图。"


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedOpening:
    """`reason` is a sentence, `status` 0 where no server answered, `link` the page it stands on where that is known."""

    url: str
    reason: str
    at: datetime
    status: int = 0
    link: LinkPlace | None = None

    def facts(self, *, subject: str, inspector: str) -> tuple[tuple[str, str], ...]:
        """What the record says, label and text, in the order in which it is read."""
        link = self.link
        told = (
            ("网址", self.url),
            ("打开时间", f"{self.at:%Y-%m-%d %H:%M:%S}（UTC{self.at:%z}）"),
            ("结果", f"没有打开：{self.reason}"),
            ("服务器回应", str(self.status) if self.status else "没有回应"),
            ("链接所在页面", link.page if link else ""),
            ("链接文字", link.words if link else ""),
            ("检查对象", subject),
            ("检查员", inspector),
        )
        return tuple((label, text) for label, text in told if text)

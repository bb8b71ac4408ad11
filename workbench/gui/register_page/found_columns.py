"""What the search for columns has found, as the window shows it: rows, progress and a summary; no Qt."""

import json
from dataclasses import dataclass

from workbench.domain.column import COLUMN_CLASS_WORDS, ColumnClass
from workbench.operations.confirm_columns import SubjectColumns
from workbench.views.column_proposals import ColumnProposal


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundColumns:
    """`new` can be registered, `known` counts those that are; to the addresses in `gone`, which are registered, nothing leads
    any more.
    """

    new: tuple[ColumnProposal, ...] = ()
    known: int = 0
    gone: tuple[str, ...] = ()
    pages_read: int = 0
    error: str = ""

    def in_words(self, *, is_saved: bool) -> str:
        """What was read and found; of saved pages nothing is said to be gone: not all are saved."""
        if self.error:
            return f"{self.error}按“联网查找”从网站上读。" if is_saved else self.error
        source = "最近保存的网页" if is_saved else "网站"
        told = f"读了{source} {self.pages_read} 页：新栏目 {len(self.new)} 个，已登记 {self.known} 个。"
        if self.gone and not is_saved:
            told += f"另有已登记的 {len(self.gone)} 个在菜单和网站地图里没有找到：{'、'.join(self.gone)}。"
        return told


@dataclass(frozen=True, slots=True)
class SearchProgress:
    asked: int
    waiting: int

    def in_words(self) -> str:
        return f"已读 {self.asked} 页，还有 {self.waiting} 页待读"


def found_of(columns: SubjectColumns) -> FoundColumns:
    return FoundColumns(
        new=columns.new,
        known=len(columns.known),
        gone=tuple(column.url for column in columns.gone),
        pages_read=columns.discovery.pages_read,
        error=columns.discovery.error,
    )


def read_event(line: str) -> SearchProgress | FoundColumns | None:
    """A line of `workbench columns --events`; None for any other."""
    try:
        said = json.loads(line)
    except ValueError:
        return None
    if not isinstance(said, dict):
        return None
    if "asked" in said:
        return SearchProgress(int(said["asked"]), int(said["waiting"]))
    return _found_in(said["found"]) if "found" in said else None


def class_word(proposal: ColumnProposal) -> str:
    return COLUMN_CLASS_WORDS[proposal.column_class]


def _found_in(document: dict[str, list[dict[str, str]]]) -> FoundColumns:
    new = tuple(
        ColumnProposal(
            name=each["name"],
            url=each["url"],
            column_class=ColumnClass(each["class"]),
            level=int(each["level"]),
            reason=each["reason"],
        )
        for each in document["new"]
    )
    return FoundColumns(
        new=new,
        known=len(document["known"]),
        gone=tuple(str(url) for url in document["gone"]),
        pages_read=int(str(document["pages_read"])),
        error=str(document["error"]),
    )

"""A list page that must be kept up to date."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workbench.domain.column_recipe import ColumnRecipe


class ColumnClass(StrEnum):
    NEWS = "news"
    NOTICE = "notice"
    POLICY = "policy"
    INTERPRETATION = "interpretation"
    OVERVIEW = "overview"
    LEADERS = "leaders"
    PERSONNEL_PLAN = "personnel_plan"
    STATISTICS = "statistics"
    CONSULTATION = "consultation"
    MESSAGE_BOARD = "message_board"
    SURVEY = "survey"
    INTERVIEW = "interview"
    SERVICE = "service"
    TOPIC = "topic"
    REPRINT = "reprint"
    OTHER = "other"


COLUMN_CLASS_WORDS = {
    ColumnClass.NEWS: "动态要闻",
    ColumnClass.NOTICE: "通知公告",
    ColumnClass.POLICY: "政策文件",
    ColumnClass.INTERPRETATION: "政策解读",
    ColumnClass.OVERVIEW: "概况信息",
    ColumnClass.LEADERS: "领导信息",
    ColumnClass.PERSONNEL_PLAN: "人事规划",
    ColumnClass.STATISTICS: "统计数据",
    ColumnClass.CONSULTATION: "政务咨询",
    ColumnClass.MESSAGE_BOARD: "留言公开",
    ColumnClass.SURVEY: "调查征集",
    ColumnClass.INTERVIEW: "在线访谈",
    ColumnClass.SERVICE: "办事服务",
    ColumnClass.TOPIC: "专题专栏",
    ColumnClass.REPRINT: "转载",
    ColumnClass.OTHER: "其他",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`level` 1 is a first-level column; a historic topic need not be updated."""

    id: UUID
    subject_id: UUID
    name: str
    url: str
    column_class: ColumnClass = ColumnClass.OTHER
    level: int = 1
    is_historic: bool = False
    recipe: ColumnRecipe | None = None

    @property
    def aspect(self) -> str:
        """How checks and standards name this sort of column: `policy`, or `policy.lower` below the first level."""
        return self.column_class.value if self.level <= 1 else f"{self.column_class.value}.lower"

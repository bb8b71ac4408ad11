"""The words offices write in the cells: kinds, states, yes and no, classes and levels of columns."""

import re

from workbench.domain.column import COLUMN_CLASS_WORDS, ColumnClass
from workbench.domain.subject import KIND_WORDS, STATE_WORDS, SubjectKind, SubjectState
from workbench.register.register_headers import plain_heading

_KINDS = {plain_heading(word): kind for kind, word in KIND_WORDS.items()} | {
    plain_heading(kind.value): kind for kind in SubjectKind
}
# The first that occurs in the text decides: “门户网站频道” is a channel, “部门门户网站” a department's site.
_KIND_PARTS = (
    ("频道", SubjectKind.CHANNEL),
    ("模块", SubjectKind.MODULE),
    ("信息公开目录", SubjectKind.MODULE),
    ("信息公开平台", SubjectKind.MODULE),
    ("部门", SubjectKind.DEPARTMENT_SITE),
    ("独立站点", SubjectKind.DEPARTMENT_SITE),
    ("门户", SubjectKind.PORTAL),
    ("网站", SubjectKind.DEPARTMENT_SITE),
    ("新媒体", SubjectKind.ACCOUNT),
    ("账号", SubjectKind.ACCOUNT),
    ("帐号", SubjectKind.ACCOUNT),
)
_PLATFORM_PARTS = (
    ("微博", "微博"),
    ("视频号", "微信视频号"),
    ("微信", "微信公众号"),
    ("公众号", "微信公众号"),
    ("订阅号", "微信公众号"),
    ("服务号", "微信公众号"),
    ("小程序", "小程序"),
    ("抖音", "抖音"),
    ("快手", "快手"),
    ("头条", "今日头条"),
    ("客户端", "移动客户端"),
    ("app", "移动客户端"),
)
_STATES = {plain_heading(word): state for state, word in STATE_WORDS.items()} | {
    "正常运行": SubjectState.NORMAL,
    "运行": SubjectState.NORMAL,
    "运行中": SubjectState.NORMAL,
    "在运行": SubjectState.NORMAL,
    "在用": SubjectState.NORMAL,
    "改版中": SubjectState.REBUILD,
    "升级改版": SubjectState.REBUILD,
    "改版升级": SubjectState.REBUILD,
    "临时下线": SubjectState.REBUILD,
    "关停中": SubjectState.CLOSING,
    "已关停": SubjectState.CLOSING,
    "关闭": SubjectState.CLOSING,
    "已关闭": SubjectState.CLOSING,
    "永久下线": SubjectState.CLOSING,
    "注销": SubjectState.CLOSING,
    "已注销": SubjectState.CLOSING,
    "迁移中": SubjectState.MOVED,
    "已迁移": SubjectState.MOVED,
    "不检查": SubjectState.NOT_CHECKED,
    "不纳入检查": SubjectState.NOT_CHECKED,
    "免检": SubjectState.NOT_CHECKED,
}
_YES = frozenset({"有", "是", "具有", "具备", "√", "✓", "y", "yes", "true", "1", "对"})
_NO = frozenset({"无", "否", "没有", "不具有", "不具备", "×", "✗", "n", "no", "false", "0", "错"})
_FAILED = _YES | {"不合格", "不达标", "未达标"}
_NOT_FAILED = _NO | {"合格", "达标"}
_CLASSES = {plain_heading(word): each for each, word in COLUMN_CLASS_WORDS.items()} | {
    plain_heading(each.value): each for each in ColumnClass
}
_CLASS_SYNONYMS = {
    ColumnClass.NEWS: "动态 要闻 新闻 政务动态 工作动态 新闻动态 时政要闻 政务要闻 本地要闻 部门动态 新闻资讯 新闻中心 "
    "信息动态 基层动态 图片新闻",
    ColumnClass.NOTICE: "公告 通知 通告 公示 公示公告 公告公示 公告通知 公告栏 通知公示",
    ColumnClass.POLICY: "政策 文件 法规 政策法规 法规文件 规范性文件 行政规范性文件 政府文件 政务文件 法律法规 文件公开",
    ColumnClass.INTERPRETATION: "解读 文件解读 解读回应 政策图解 图解政策",
    ColumnClass.OVERVIEW: "概况 机构概况 机构职能 机构信息 机构设置 单位概况 单位简介 部门概况 组织机构 基本概况",
    ColumnClass.LEADERS: "领导 领导之窗 领导介绍 领导简介 领导分工 领导成员 领导班子",
    ColumnClass.PERSONNEL_PLAN: "人事 规划 人事信息 人事任免 规划计划 计划规划 计划总结 发展规划 人事招考",
    ColumnClass.STATISTICS: "统计 数据 统计信息 统计公报 数据发布 数据开放 统计分析",
    ColumnClass.CONSULTATION: "咨询 咨询投诉 在线咨询 网上咨询 我要咨询 互动交流",
    ColumnClass.MESSAGE_BOARD: "留言 留言板 留言选登 来信选登 信件公开 信件选登 领导信箱 市长信箱 县长信箱 局长信箱",
    ColumnClass.SURVEY: "调查 征集 民意征集 意见征集 征集调查 网上调查 在线调查 问卷调查 民意调查",
    ColumnClass.INTERVIEW: "访谈 网上访谈 访谈直播 嘉宾访谈",
    ColumnClass.SERVICE: "服务 办事 办事指南 网上办事 政务服务 公共服务 服务指南",
    ColumnClass.TOPIC: "专题 专栏 热点专题 专题聚焦 专题集锦",
    ColumnClass.REPRINT: "转载信息 上级转载 转载栏目 国务院信息 国务院要闻",
    ColumnClass.OTHER: "其它",
}
_CLASSES |= {synonym: each for each, synonyms in _CLASS_SYNONYMS.items() for synonym in synonyms.split()}
_CHINESE_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)} | {"首": 1}
_LEVEL = re.compile(r"^第?([一二三四五六七八九首1-9])级?(?:栏目|页面)?$")


def kind_of(text: str) -> tuple[SubjectKind, str] | None:
    """The kind, and the platform where the word names one; None for a word nobody knows."""
    word = plain_heading(text)
    if word in _KINDS:
        return _KINDS[word], ""
    platform = platform_of(text)
    if platform:
        return SubjectKind.ACCOUNT, platform
    return next(((kind, "") for part, kind in _KIND_PARTS if part in word), None)


def platform_of(text: str) -> str:
    """The medium the text names; empty for a word nobody knows."""
    word = plain_heading(text)
    return next((name for part, name in _PLATFORM_PARTS if part in word), "")


def state_of(text: str) -> SubjectState | None:
    word = plain_heading(text)
    return _STATES.get(word) or next((state for state in SubjectState if state.value == text.strip()), None)


def yes_or_no(text: str) -> bool | None:
    return _answer(text, yes=_YES, no=_NO)


def has_failed(text: str) -> bool | None:
    return _answer(text, yes=_FAILED, no=_NOT_FAILED)


def _answer(text: str, *, yes: frozenset[str], no: frozenset[str]) -> bool | None:
    word = plain_heading(text)
    return True if word in yes else False if word in no else None


def column_class_of(text: str) -> ColumnClass | None:
    word = plain_heading(text)
    return _CLASSES.get(word) or _CLASSES.get(word.removesuffix("类").removesuffix("栏目"))


def level_of(text: str) -> int | None:
    found = _LEVEL.match(plain_heading(text))
    if found is None:
        return None
    return _CHINESE_DIGITS.get(found[1]) or int(found[1])

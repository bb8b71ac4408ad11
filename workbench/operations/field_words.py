"""The fields of records in the words of the window: what a journal prints."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

import msgspec

from workbench.clocks.message_platforms import message_platforms
from workbench.domain.account_sheet import TRIED_WORDS
from workbench.domain.column import COLUMN_CLASS_WORDS
from workbench.domain.decision import DECISION_WORDS
from workbench.domain.evidence import EVIDENCE_KIND_WORDS
from workbench.domain.finding import CATEGORY_WORDS, SOURCE_WORDS
from workbench.domain.ignore import IGNORE_SCOPE_WORDS
from workbench.domain.inspection_round import ROUND_KIND_WORDS
from workbench.domain.link import LINK_OUTCOME_WORDS
from workbench.domain.message import MESSAGE_STATE_WORDS, SATISFACTION_WORDS
from workbench.domain.person_record import RECORD_TYPES
from workbench.domain.record_version import RecordKind
from workbench.domain.subject import KIND_WORDS, STATE_WORDS
from workbench.domain.verdict import OUTCOME_WORDS
from workbench.views.account_platforms import account_platforms

_LABELS = {
    "code": "编号", "name": "名称", "kind": "类型", "home_url": "首页网址", "url_prefixes": "网址前缀", "parent_code": "上级网站",
    "organiser": "主办单位", "supervisor": "主管单位", "region": "地区", "icp": "ICP备案号", "police_record": "公安备案号",
    "contact": "负责人", "phone": "联系电话", "platform": "平台", "has_service": "有办事服务", "state": "状态",
    "state_reason": "状态说明", "failed_last_time": "上次不合格", "is_drawn": "抽中", "assigned_to": "检查员", "level": "层级",
    "predecessor_code": "前身", "successor_code": "后继", "closing": "关停", "url": "网址", "column_class": "栏目类别",
    "is_historic": "历史专题", "recipe": "识别规则", "rule": "细则", "source": "来源", "place": "位置", "count": "数量",
    "excerpt": "摘录", "note": "说明", "element": "要素", "category": "类别", "check": "检查", "aspect": "方面", "proof": "依据",
    "page_saved_at": "所看网页的保存时间", "outcome": "结论", "reason": "理由", "indicator": "指标", "charges": "保留的问题",
    "scope": "范围", "until": "有效至", "target": "对象", "title": "标题", "selected_words": "选中的文字",
    "has_personal_data": "含个人信息", "number": "编号", "received": "收到", "answered": "回复日期", "unit": "办理单位",
    "is_perfunctory": "敷衍", "satisfaction": "满意度", "first_day": "第一天", "last_day": "最后一天", "in_time": "按期办结",
    "late": "逾期办结", "in_work": "在办", "overdue": "逾期未办结", "satisfied": "满意", "rated": "评价", "others": "其他各项",
    "posts": "发布日期", "menus": "菜单", "interaction": "互动", "interaction_note": "互动说明", "can_be_opened": "下载和使用",
    "cell": "单元格", "value": "新值", "codes": "对象编号", "published": "发布日期", "issuer": "发文单位", "due": "最迟转载",
    "length": "字数", "applied": "申请", "approved": "核准", "announced": "公告", "offline": "下线", "last_upkeep": "停止更新",
    "item": "条目", "date": "日期",
}  # fmt: skip

# Names of other records, and what only machines compare.
_UNTOLD = frozenset(
    {
        "id", "subject_id", "finding_id", "column_id", "original_id", "qr_evidence_id", "digests", "digest", "size",
        "media_type", "scroll_y", "is_seen", "inspector", "device", "at",
    }
)  # fmt: skip

Word = TypeVar("Word", bound=StrEnum)


def _by_value(words: Mapping[Word, str]) -> dict[str, str]:
    return {key.value: word for key, word in words.items()}


_TRIED = _by_value(TRIED_WORDS)
_VALUES: dict[tuple[RecordKind, str], dict[str, str]] = {
    (RecordKind.SUBJECT, "kind"): _by_value(KIND_WORDS),
    (RecordKind.SUBJECT, "state"): _by_value(STATE_WORDS),
    (RecordKind.COLUMN, "column_class"): _by_value(COLUMN_CLASS_WORDS),
    (RecordKind.FINDING, "source"): _by_value(SOURCE_WORDS),
    (RecordKind.FINDING, "category"): _by_value(CATEGORY_WORDS),
    (RecordKind.DECISION, "outcome"): _by_value(DECISION_WORDS),
    (RecordKind.VERDICT, "outcome"): _by_value(OUTCOME_WORDS),
    (RecordKind.SETTLEMENT, "outcome"): _by_value(OUTCOME_WORDS),
    (RecordKind.IGNORE, "outcome"): _by_value(LINK_OUTCOME_WORDS),
    (RecordKind.IGNORE, "scope"): _by_value(IGNORE_SCOPE_WORDS),
    (RecordKind.EVIDENCE, "kind"): _by_value(EVIDENCE_KIND_WORDS),
    (RecordKind.MESSAGE, "state"): _by_value(MESSAGE_STATE_WORDS),
    (RecordKind.MESSAGE, "satisfaction"): _by_value(SATISFACTION_WORDS),
    (RecordKind.ROUND, "kind"): _by_value(ROUND_KIND_WORDS),
    (RecordKind.ACCOUNT_SHEET, "interaction"): _TRIED,
    (RecordKind.ACCOUNT_SHEET, "can_be_opened"): _TRIED,
}
_NOTHING = "空"


def label_of(field: str) -> str:
    """The name of a field; empty where a reader is not told of it."""
    return "" if field in _UNTOLD else _LABELS[field]


def value_in_words(kind: RecordKind, field: str, stored: str) -> str:
    """What a field says, from the text a journal entry has of it."""
    word = _VALUES.get((kind, field), {}).get(stored)
    if word is not None:
        return word
    if field == "page_saved_at" and stored != "null":
        return f"{datetime.fromisoformat(stored).astimezone():%Y-%m-%d %H:%M}"
    if field == "platform":
        return _platform_in_words(kind, stored)
    if stored[:1] in ("[", "{") or stored in ("true", "false", "null"):
        return _plain(_decoded(stored)) or _NOTHING
    return stored or _NOTHING


def order_of(kind: RecordKind) -> tuple[str, ...]:
    """The fields of a record as a reader meets them."""
    return tuple(field.name for field in dataclasses.fields(RECORD_TYPES[kind]))


def _platform_in_words(kind: RecordKind, stored: str) -> str:
    if kind in (RecordKind.MESSAGE, RecordKind.MESSAGE_TOTALS):
        platform = message_platforms().get(stored)
        return platform.name if platform else stored
    account = account_platforms().by_id.get(stored)
    return account.name if account else stored or _NOTHING


def _decoded(stored: str) -> object:
    try:
        return msgspec.json.decode(stored)
    except msgspec.DecodeError:
        return stored


def _plain(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else "是" if value else "否"
    if isinstance(value, dict):
        told = ((_LABELS.get(name, name), _named(each)) for name, each in value.items())
        return "，".join(f"{label} {said}" for label, said in told if said)
    if isinstance(value, list):
        is_pair = len(value) == 2 and isinstance(value[0], str) and not isinstance(value[1], str)
        return (" " if is_pair else "、").join(_plain(each) for each in value)
    return str(value)


def _named(value: object) -> str:
    return _TRIED.get(value, value) if isinstance(value, str) else _plain(value)

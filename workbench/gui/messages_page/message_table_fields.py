"""The columns of the table of messages."""

from workbench.clocks.message_clock import TIMING_WORDS, Timing
from workbench.domain.message import MESSAGE_STATE_WORDS, SATISFACTION_WORDS, Satisfaction
from workbench.gui.messages_page.message_list_rows import TIMING_SIGNS, MessageRow
from workbench.gui.widgets.row_model import Field

_TIMINGS = tuple(Timing)
_SATISFACTION_TONES = {Satisfaction.DISSATISFIED: "fail", Satisfaction.NONE: "faint"}


def _why(found: MessageRow) -> str:
    """Limit and last day, or why neither can be told."""
    reading = found.reading
    if reading.reason:
        return reading.reason
    limit = f"时限{reading.platform.limit_in_words()}" if reading.platform else ""
    due = f"到期日 {reading.due}" if reading.due else "到期日所在年份的放假安排未知"
    inner = "，已超过内部时限" if reading.is_past_inner else ""
    return f"{TIMING_WORDS[found.timing]}：{limit}，{due}{inner}"


MESSAGE_FIELDS: tuple[Field[MessageRow], ...] = (
    Field(
        title="办理",
        text=lambda found: TIMING_WORDS[found.timing],
        sign=lambda found: TIMING_SIGNS[found.timing],
        order=lambda found: (_TIMINGS.index(found.timing), found.message.received),
        hint=_why,
    ),
    Field(title="平台", text=lambda found: found.reading.platform_name),
    Field(title="编号", text=lambda found: found.message.number),
    Field(title="标题", text=lambda found: found.message.title),
    Field(title="网站", text=lambda found: found.site),
    Field(title="承办单位", text=lambda found: found.unit),
    Field(title="留言时间", text=lambda found: str(found.message.received)),
    Field(
        title="到期日",
        text=lambda found: str(found.reading.due or "不详"),
        sign=lambda found: ("", "fail" if found.reading.is_past_inner else ""),
        hint=_why,
    ),
    Field(title="答复时间", text=lambda found: str(found.message.answered or "")),
    Field(title="状态", text=lambda found: MESSAGE_STATE_WORDS[found.state]),
    Field(
        title="满意度",
        text=lambda found: SATISFACTION_WORDS[found.message.satisfaction],
        sign=lambda found: ("", _SATISFACTION_TONES.get(found.message.satisfaction, "")),
    ),
    Field(
        title="敷衍",
        text=lambda found: "敷衍" if found.message.is_perfunctory else "",
        sign=lambda found: ("perfunctory", "doubtful") if found.message.is_perfunctory else ("", ""),
    ),
)
MESSAGE_WIDTHS = (146, 128, 100, 150, 130, 126, 88, 88, 88, 64, 72, 64)
TITLE_COLUMN = 3

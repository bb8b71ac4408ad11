"""Lists of messages: alias headings, dates in many forms, owners and platforms, faulty rows, and importing twice."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from workbench.clocks.message_clock import read_messages
from workbench.clocks.message_platforms import message_platforms, platform_named
from workbench.domain.ids import subject_id
from workbench.domain.message import Message, MessageState, Satisfaction
from workbench.domain.subject import Subject, SubjectKind
from workbench.register.message_sheet import write_message_sheet
from workbench.register.message_words import day_of_text, message_state_of, satisfaction_of
from workbench.register.register_file import read_register
from workbench.register.register_preview import RegisterPreview, RowState, preview
from workbench.register.register_table import TableKind

CAMPAIGN = UUID(int=7)
Take = Callable[..., RegisterPreview]


def subject(code: str, name: str, organiser: str = "") -> Subject:
    return Subject(
        id=subject_id(CAMPAIGN, code),
        code=code,
        name=name,
        kind=SubjectKind.DEPARTMENT_SITE,
        home_url=f"http://w{code[-2:]}.jichuan.example/",
        organiser=organiser,
    )


PORTAL = subject("9901000001", "霁川市人民政府门户网站", "霁川市人民政府办公室")
SCHOOL = subject("9901000002", "霁川市教育局网站", "霁川市教育局")
HEAD = (
    "网站标识码",
    "留言平台",
    "留言编号",
    "标题",
    "留言时间",
    "答复时间",
    "办理状态",
    "满意度",
    "是否敷衍",
)


@pytest.fixture
def take(write_csv: Callable[..., Path]) -> Take:
    def take(
        *rows: Sequence[object],
        held: Sequence[Message] = (),
        platform: str = "",
        owner: Subject | None = None,
    ) -> RegisterPreview:
        return preview(
            read_register(write_csv(rows, name="留言.csv")),
            campaign=CAMPAIGN,
            existing=(PORTAL, SCHOOL),
            existing_messages=held,
            platform=platform_named(platform) if platform else None,
            owner=owner,
        )

    return take


def test_a_list_of_messages_is_recognised(take: Take) -> None:
    found = take(
        HEAD,
        ("9901000001", "找错", "A-1", "页面打不开", "2026-11-02 09:30", "2026/11/4", "已回复", "满意", "否"),
        ("9901000002", "市长信箱", "B-7", "学区划分", "2026年10月9日", "", "办理中", "", "是"),
    )
    assert found.kind is TableKind.MESSAGES
    assert [row.state for row in found.rows] == [RowState.NEW, RowState.NEW]
    first, second = found.messages_to_save
    assert (first.subject_id, first.platform, first.number) == (PORTAL.id, "jiucuo", "A-1")
    assert (first.received, first.answered) == (date(2026, 11, 2), date(2026, 11, 4))
    assert (first.state, first.satisfaction) == (MessageState.ANSWERED, Satisfaction.SATISFIED)
    assert (second.platform, second.state, second.is_perfunctory) == (
        "lingdao",
        MessageState.IN_WORK,
        True,
    )


def test_a_notices_own_annex_comes_in(take: Take) -> None:
    found = take(
        ("序号", "所属部门", "ID", "留言时间", "办理情况"),
        ("1", "霁川市教育局", "20190816", "2019-08-16", "已逾期未办理"),
        platform="百姓信箱",
    )
    [message] = found.messages_to_save
    assert (message.subject_id, message.state) == (SCHOOL.id, MessageState.IN_WORK)
    assert message.unit == "霁川市教育局"


def test_importing_twice_changes_nothing_and_hand_edits_stay(take: Take) -> None:
    rows = (HEAD, ("9901000001", "找错", "A-1", "打不开", "2026-11-02", "", "在办", "", ""))
    [first] = take(*rows).messages_to_save
    assert take(*rows, held=[first]).count(RowState.SAME) == 1
    by_hand = replace(first, is_perfunctory=True, note="电话核实")
    assert take(*rows, held=[by_hand]).count(RowState.SAME) == 1
    later = (HEAD, ("9901000001", "找错", "A-1", "打不开", "2026-11-02", "2026-11-05", "", "", ""))
    [row] = take(*later, held=[by_hand]).rows
    assert row.state is RowState.CHANGED
    assert row.message is not None
    assert (row.message.state, row.message.is_perfunctory) == (MessageState.ANSWERED, True)
    assert [(change.label, change.new) for change in row.changes] == [
        ("答复时间", "2026-11-05"),
        ("办理状态", "已回复"),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("9901000001", "找错", "A", "", "", "", "", "", ""), "没有填写留言时间"),
        (("9901000001", "找错", "A", "", "11月2日", "", "", "", ""), "不是带年份的日期"),
        (("9901000001", "漂流瓶", "A", "", "2026-11-02", "", "", "", ""), "留言平台“漂流瓶”认不出来"),
        (("9901000001", "", "A", "", "2026-11-02", "", "", "", ""), "没有写留言平台"),
        (("9901999999", "找错", "A", "", "2026-11-02", "", "", "", ""), "不在台账里"),
        (("", "找错", "A", "", "2026-11-02", "", "", "", ""), "没有写是哪个网站的留言"),
        (("9901000001", "找错", "A", "", "2026-11-02", "2026-11-01", "", "", ""), "早于留言时间"),
        (("9901000001", "找错", "", "", "2026-11-02", "", "", "", ""), "没有留言编号，也没有标题"),
    ],
)
def test_a_faulty_row_says_what_to_do(take: Take, row: Sequence[str], reason: str) -> None:
    good = ("9901000001", "找错", "B", "", "2026-11-03", "", "", "", "")
    found = take(HEAD, row, good)
    assert [each.state for each in found.rows] == [RowState.FAULTY, RowState.NEW]
    assert reason in found.rows[0].reason
    assert found.rows[0].reason.startswith("第2行：")
    assert found.rows[0].reason.endswith("。")


def test_the_same_message_twice_is_faulty_both_times(take: Take) -> None:
    row = ("9901000001", "找错", "A", "", "2026-11-02", "", "", "", "")
    found = take(HEAD, row, row)
    assert found.count(RowState.FAULTY) == 2
    assert "第3行" in found.rows[0].reason


def test_rows_without_number_site_or_platform_take_what_is_given(take: Take) -> None:
    rows = (("主题", "来信日期", "回复日期"), ("噪声扰民", 46000, ""), ("合计", "", ""))
    found = take(*rows, platform="网络问政", owner=PORTAL)
    [message] = found.messages_to_save
    assert (message.subject_id, message.platform) == (PORTAL.id, "wenzheng")
    assert message.received == date(2025, 12, 9)
    assert message.number.startswith("20251209-")
    assert take(*rows, held=[message], platform="网络问政", owner=PORTAL).count(RowState.SAME) == 1


def test_what_goes_out_comes_back_the_same(take: Take, tmp_path: Path) -> None:
    held = take(
        HEAD,
        ("9901000001", "找错", "A-1", "=SUM(1)页面", "2026-11-02", "2026-11-04", "不属实", "基本满意", "否"),
        ("9901000002", "领导信箱", "B-7", "学区", "2026-10-09", "", "不公开", "", "是"),
    ).messages_to_save
    out = io.BytesIO()
    readings = read_messages(held, message_platforms(), date(2026, 11, 20))
    write_message_sheet(readings, {PORTAL.id: PORTAL, SCHOOL.id: SCHOOL}, out)
    file = tmp_path / "留言.xlsx"
    file.write_bytes(out.getvalue())
    again = preview(read_register(file), campaign=CAMPAIGN, existing=(PORTAL, SCHOOL), existing_messages=held)
    faulty = [row.reason for row in again.rows if row.state is not RowState.SAME]
    assert len(again.rows) == len(held)
    assert faulty == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-02", date(2026, 11, 2)),
        ("2026/11/2 8:05:01", date(2026, 11, 2)),
        ("2026年11月2日", date(2026, 11, 2)),
        ("2026.11.2", date(2026, 11, 2)),
        ("20261102", date(2026, 11, 2)),
        ("20261102093015", date(2026, 11, 2)),
        ("20261302", None),
        ("２０２６－１１－０２", date(2026, 11, 2)),
        ("46328", date(2026, 11, 2)),
        ("46328.5", date(2026, 11, 2)),
        ("11月2日", None),
        ("2026-13-40", None),
        ("三天前", None),
        ("12", None),
    ],
)
def test_days_in_many_forms(text: str, day: date | None) -> None:
    assert day_of_text(text) == day


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("已回复", MessageState.ANSWERED),
        ("已办结", MessageState.ANSWERED),
        ("未回复", MessageState.IN_WORK),
        ("已逾期未办理", MessageState.IN_WORK),
        ("办理中", MessageState.IN_WORK),
        ("待受理", MessageState.IN_WORK),
        ("不公开", MessageState.NOT_PUBLIC),
        ("无效留言", MessageState.INVALID),
        ("经核不属实", MessageState.UNTRUE),
        ("属实", MessageState.ANSWERED),
        ("否", MessageState.IN_WORK),
        ("星期三", None),
    ],
)
def test_states_in_the_words_of_exports(text: str, state: MessageState | None) -> None:
    assert message_state_of(text) is state


def test_satisfaction_in_the_words_of_exports() -> None:
    said = {text: satisfaction_of(text) for text in ("非常满意", "基本满意", "不满意", "未评价", "7")}
    assert said == {
        "非常满意": Satisfaction.SATISFIED,
        "基本满意": Satisfaction.FAIR,
        "不满意": Satisfaction.DISSATISFIED,
        "未评价": Satisfaction.NONE,
        "7": None,
    }

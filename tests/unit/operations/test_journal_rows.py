"""The journal says everything in the words of the window, whatever kind of record it is about."""

import dataclasses
import re
from dataclasses import replace
from enum import StrEnum

import pytest

from tests.campaigns.every_record import inspectors_records, keep_evidence_of, leads_records
from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.domain.account_sheet import AccountSheet
from workbench.domain.message import Message, MessageState
from workbench.domain.person_record import RECORD_TYPES
from workbench.domain.record_version import RECORD_KIND_WORDS, RecordKind
from workbench.domain.verdict import Outcome
from workbench.operations.field_words import label_of, value_in_words
from workbench.operations.journal_rows import JournalRow, journal_rows
from workbench.operations.record_verdict import record_verdict


@pytest.fixture
def rows(small: SmallCampaign) -> tuple[JournalRow, ...]:
    small.workspace.save(*leads_records(small.workspace.campaign.id), inspector=LEAD)
    small.workspace.save(*inspectors_records(small.portal, by=WANG), inspector=WANG)
    keep_evidence_of(small.workspace, small.portal, by=WANG, content=b"picture")
    return journal_rows(small.workspace)


@pytest.mark.parametrize("kind", RecordKind)
def test_every_field_has_a_name_or_is_left_out_on_purpose(kind: RecordKind) -> None:
    for field in dataclasses.fields(RECORD_TYPES[kind]):
        label = label_of(field.name)
        assert label == "" or re.search(r"[\u4e00-\u9fff]", label)
        if isinstance(field.type, type) and issubclass(field.type, StrEnum):
            for member in field.type:
                assert not re.search(r"[a-z]", value_in_words(kind, field.name, member.value))


def test_every_kind_is_told_in_its_words(rows: tuple[JournalRow, ...]) -> None:
    assert {row.kind for row in rows} == set(RECORD_KIND_WORDS.values())
    told = " ".join(row.in_words() for row in rows)
    left = re.sub(r"https?://\S+|\d{4}-\d\d-\d\d[T\d:+Z.-]*", "", told)
    assert not re.search(r"[{}\[\]]|true|false|null|[a-z]+_[a-z]+ ", left)


def test_a_sheet_and_a_round_read_well(rows: tuple[JournalRow, ...]) -> None:
    said = {row.kind: row.told for row in rows}
    assert said["新媒体检查表"] == "发布日期 2026-11-09、2026-11-01；菜单 名称 办事，说明 甲，状态 不可用"
    assert said["检查轮次"].startswith("类型 抽查；名称 抽查甲；第一天 2026-11-01；最后一天 2026-11-05")
    assert said["指标修改"].startswith("单元格 评分规则 ")
    assert "其他各项 不公开 90、无效 31" in said["留言汇总数"]


def test_a_change_says_what_stood_there_before(small: SmallCampaign) -> None:
    small.workspace.save(*inspectors_records(small.portal, by=WANG), inspector=WANG)
    message = small.workspace.records(Message)[0]
    small.workspace.save(replace(message, state=MessageState.UNTRUE), inspector=WANG, why="核实")
    row = journal_rows(small.workspace, limit=1)[0]
    assert (row.change, row.told, row.why) == ("修改", "状态 在办 → 不属实", "核实")
    assert row.in_words().endswith("王敏 霁川市人民政府　修改留言：状态 在办 → 不属实（核实）")


def test_deleting_and_another_subject(small: SmallCampaign) -> None:
    record_verdict(small.workspace, subject=small.bureau, indicator="V4", outcome=Outcome.PASS, by=WANG)
    small.workspace.save(*inspectors_records(small.portal, by=WANG), inspector=WANG)
    sheet = small.workspace.records(AccountSheet)[0]
    small.workspace.delete(sheet, inspector=WANG)
    assert journal_rows(small.workspace, limit=1)[0].change == "删除"
    of_bureau = journal_rows(small.workspace, subject_id=small.bureau.id)
    assert [(row.kind, row.told) for row in of_bureau][0] == ("判定", "指标 V4；结论 通过")

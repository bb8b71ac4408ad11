import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.campaigns.small_campaign import LI, WANG, SmallCampaign
from workbench.domain.account_sheet import MenuTrial, Tried
from workbench.domain.evidence import Evidence
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.account_sheets import (
    QR_NOTE,
    import_picture_folder,
    keep_qr_picture,
    read_post_file,
    save_sheet,
    sheet_for,
    sheets_of,
)


def picture(shade: int) -> bytes:
    """A PNG of one grey pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes([0, shade]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def test_every_inspector_has_a_sheet_of_his_own(small: SmallCampaign) -> None:
    mine = sheet_for(small.workspace, small.account, by=WANG)
    saved = save_sheet(
        small.workspace,
        replace(
            mine,
            posts=(date(2026, 10, 1), date(2026, 11, 4)),
            menus=(MenuTrial(name="办事大厅", state=Tried.FAILS), MenuTrial(name=" ")),
        ),
        by=WANG,
    )
    assert saved.posts == (date(2026, 11, 4), date(2026, 10, 1))
    assert [menu.name for menu in saved.menus] == ["办事大厅"]
    assert sheet_for(small.workspace, small.account, by=WANG).posts == saved.posts
    assert sheet_for(small.workspace, small.account, by=LI).posts == ()
    with pytest.raises(NotAllowedError):
        save_sheet(small.workspace, sheets_of(small.workspace)[0], by=LI)


def test_a_site_has_no_sheet(small: SmallCampaign) -> None:
    with pytest.raises(WrongUseError, match="不是新媒体账号"):
        sheet_for(small.workspace, small.portal, by=WANG)


def test_post_days_come_from_text_and_tables(small: SmallCampaign, tmp_path: Path) -> None:
    text = tmp_path / "发布.csv"
    text.write_text("标题,日期\n甲,2026-11-01\n乙,2026/11/03\n", encoding="gb18030")
    assert read_post_file(small.workspace, text).days == (date(2026, 11, 3), date(2026, 11, 1))
    book = openpyxl.Workbook()
    sheet = book.create_sheet("发布", 0)
    sheet.append(["标题", "日期"])
    sheet.append(["甲", date(2026, 11, 2)])
    book.save(tmp_path / "发布.xlsx")
    assert read_post_file(small.workspace, tmp_path / "发布.xlsx").days == (date(2026, 11, 2),)
    text.write_text("没有\n", encoding="utf-8")
    with pytest.raises(WrongUseError, match="没有找到日期"):
        read_post_file(small.workspace, text)


def test_a_folder_of_phone_pictures_comes_in_once(small: SmallCampaign, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"IMG_{number}.png").write_bytes(picture(number))
    (tmp_path / "说明.txt").write_text("x", encoding="utf-8")
    assert import_picture_folder(small.workspace, subject=small.account, folder=tmp_path, by=WANG) == 3
    assert import_picture_folder(small.workspace, subject=small.account, folder=tmp_path, by=WANG) == 0
    assert len(small.workspace.records(Evidence, small.account.id)) == 3
    (tmp_path / "坏的.jpg").write_bytes(b"not a picture")
    with pytest.raises(WrongUseError, match="不是能识别的图片"):
        import_picture_folder(small.workspace, subject=small.account, folder=tmp_path, by=WANG)
    empty = tmp_path / "空"
    empty.mkdir()
    with pytest.raises(WrongUseError, match="没有 PNG"):
        import_picture_folder(small.workspace, subject=small.account, folder=empty, by=WANG)


def test_the_accounts_own_code_is_kept_as_a_picture(small: SmallCampaign) -> None:
    sheet = sheet_for(small.workspace, small.account, by=WANG)
    kept = keep_qr_picture(small.workspace, sheet=sheet, content=picture(9), by=WANG)
    found = small.workspace.records(Evidence, small.account.id)
    assert [(each.id, each.note) for each in found] == [(kept.qr_evidence_id, QR_NOTE)]

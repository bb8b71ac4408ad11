"""The register comes in by preview, and the sample is drawn with a seed in view."""

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.campaigns.small_campaign import SmallCampaign
from tests.gui.conftest import settle
from tests.gui.window_driver import shown_dialog
from workbench.domain.draw import draw
from workbench.gui.bench.bench_page import BenchPage
from workbench.gui.main_window import Window
from workbench.gui.register_page.draw_dialog import DrawDialog
from workbench.gui.register_page.draw_protocol import save_protocol
from workbench.gui.register_page.import_dialog import ImportDialog
from workbench.gui.register_page.register_page import RegisterPage

HALF = Decimal("0.5")
REGISTER = """网站标识码,网站名称,首页网址,主办单位
9901000001,霁川市人民政府,http://127.0.0.1:1/,市政府办公室
9901000008,霁川市水利局,http://127.0.0.1:8/,市水利局
9901000009,霁川市粮食局,javascript:alert(1),市粮食局
"""


@pytest.fixture
def register(opened: Window) -> RegisterPage:
    opened.go("register")
    assert isinstance(opened.page, RegisterPage)
    return opened.page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "台账.csv"
    written.write_text(REGISTER, encoding="gb18030")
    return written


def test_the_preview_says_what_happens_to_each_row(
    opened: Window, register: RegisterPage, small: SmallCampaign, file: Path, qtbot: QtBot
) -> None:
    register.preview(file)
    dialog = shown_dialog(ImportDialog, qtbot)
    assert [row.state.value for row in dialog.model.rows] == ["faulty", "changed", "new"]
    assert dialog.accept_button is not None
    assert dialog.accept_button.text() == "导入 2 行"
    dialog.filter.setCurrentIndex(dialog.filter.findData("faulty"))
    assert [row.name for row in dialog.model.rows] == ["霁川市粮食局"]
    said = dialog.model.index(0, 4).data()
    assert said.startswith("首页网址")
    dialog.take()
    settle(opened, qtbot)
    assert "已导入 2 行，可以撤销（Ctrl+Z）；有误的 1 行没有导入。" in opened.told()
    assert "霁川市水利局" in {subject.name for subject in small.workspace.subjects()}
    assert len(register.model.rows) == 4


def test_only_the_lead_imports(opened: Window, register: RegisterPage, file: Path, qtbot: QtBot) -> None:
    opened.change_person("王敏")
    register.preview(file)
    dialog = shown_dialog(ImportDialog, qtbot)
    assert dialog.accept_button is not None
    assert not dialog.accept_button.isEnabled()
    assert "组长" in dialog.complaint()
    dialog.reject()


def test_a_file_that_is_no_register_is_told_in_a_sentence(
    opened: Window, register: RegisterPage, tmp_path: Path, qtbot: QtBot
) -> None:
    stranger = tmp_path / "菜单.csv"
    stranger.write_text("早餐,午餐\n粥,面\n", encoding="utf-8")
    register.preview(stranger)
    settle(opened, qtbot)
    assert opened.told().endswith("。")


def test_the_list_follows_share_and_seed_and_is_stored_only_when_taken(
    opened: Window, register: RegisterPage, small: SmallCampaign, qtbot: QtBot
) -> None:
    register.ask_draw()
    dialog = shown_dialog(DrawDialog, qtbot)
    assert dialog.focusWidget() is dialog.share
    dialog.share.setText("一半")
    assert "看不懂" in dialog.complaint()
    dialog.share.setText("50%")
    dialog.seed.setValue(7)
    expected = draw(small.workspace.subjects(), share=HALF, seed=7)
    assert {row.subject.id for row in dialog.model.rows if row.is_drawn} == {s.id for s in expected.drawn}
    assert all(subject.is_drawn for subject in small.workspace.subjects())
    dialog.take()
    settle(opened, qtbot)
    stored = {subject.id for subject in small.workspace.subjects() if subject.is_drawn}
    assert stored == {subject.id for subject in expected.drawn}


def test_the_protocol_is_kept_as_pdf_and_as_text(small: SmallCampaign, tmp_path: Path, qtbot: QtBot) -> None:
    drawn = draw(small.workspace.subjects(), share=HALF, seed=7)
    save_protocol(tmp_path / "抽样记录.pdf", drawn, title="2026年第四季度")
    save_protocol(tmp_path / "抽样记录.txt", drawn, title="2026年第四季度")
    assert (tmp_path / "抽样记录.pdf").read_bytes().startswith(b"%PDF")
    assert "种子：7" in (tmp_path / "抽样记录.txt").read_text(encoding="utf-8-sig")


def test_a_row_of_the_register_leads_to_the_bench(
    opened: Window, register: RegisterPage, small: SmallCampaign
) -> None:
    names = [row.subject.id for row in register.model.rows]
    register.table.activated.emit(register.model.index(names.index(small.bureau.id), 0))
    bench = opened.page
    assert isinstance(bench, BenchPage)
    assert bench.hand.subject_id == small.bureau.id

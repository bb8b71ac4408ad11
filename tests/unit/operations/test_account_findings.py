"""The sheets of accounts are judged by a run, without asking anybody."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.campaigns.small_campaign import WANG, make_small_campaign
from workbench.domain.account_sheet import Tried
from workbench.domain.check_outcome import CheckEnd
from workbench.errors import WrongUseError
from workbench.operations.account_sheets import save_sheet, sheet_for
from workbench.operations.run_checks import CheckRequest, run_checks
from workbench.settings.options import Options


def test_a_run_judges_the_sheets_of_accounts_and_forgets_what_has_been_put_right(tmp_path: Path) -> None:
    small = make_small_campaign(tmp_path / "批次.inspection", standard_id="national-2019")
    request = CheckRequest(only=("accounts",), subjects=(small.account.code,))

    def run() -> int:
        summary = run_checks(small.workspace, request, options=Options(), announce=lambda _event: None)
        assert summary.is_finished
        return summary.found

    with small.workspace as workspace:
        assert run() == 0
        assert [each.state for each in workspace.outcomes(small.account.id)] == [CheckEnd.UNSURE]
        sheet = replace(
            sheet_for(workspace, small.account, by=WANG),
            posts=(date(2026, 11, 1),),
            interaction=Tried.FAILS,
        )
        save_sheet(workspace, sheet, by=WANG)
        assert run() == 2
        assert {found.rule for found in workspace.findings(small.account.id)} == {"M2", "M3"}
        save_sheet(workspace, replace(sheet, posts=(date(2026, 11, 18),)), by=WANG)
        assert run() == 1
        seen = {found.rule for found in workspace.findings(small.account.id) if found.is_seen}
        assert seen == {"M3"}


def test_an_office_with_accounts_alone_has_them_judged(tmp_path: Path) -> None:
    small = make_small_campaign(tmp_path / "批次.inspection", standard_id="national-2019")
    with small.workspace as workspace:
        workspace.delete(*workspace.columns(), small.portal, small.bureau, inspector=workspace.campaign.lead)
        sheet = replace(sheet_for(workspace, small.account, by=WANG), posts=(date(2026, 11, 1),))
        save_sheet(workspace, sheet, by=WANG)
        request = CheckRequest(only=("accounts",))
        assert run_checks(workspace, request, options=Options(), announce=lambda _event: None).found == 1
        with pytest.raises(WrongUseError, match="没有可检查的网站"):
            run_checks(workspace, CheckRequest(), options=Options(), announce=lambda _event: None)

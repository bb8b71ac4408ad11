"""Warnings of a campaign come from what the last check measured."""

import json

import pytest

from tests.campaigns.small_campaign import SmallCampaign
from workbench.__main__ import main
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.operations.warn_early import campaign_warnings, subject_warnings


def test_a_silent_column_is_told_of(small: SmallCampaign, capsys: pytest.CaptureFixture[str]) -> None:
    url = small.workspace.columns()[0].url
    outcome = CheckOutcome(
        subject_id=small.portal.id,
        check="stale-column",
        target=url,
        state=CheckEnd.FINE,
        proof=(("未更新天数", "11"), ("更新时限", "2周"), ("时限天数", "14")),
    )
    run = small.workspace.begin_run()
    small.workspace.begin_subject(run, small.portal.id)
    small.workspace.save_outcomes(run, small.portal.id, [outcome])
    small.workspace.end_subject(run, small.portal.id)
    [(subject, warning)] = campaign_warnings(small.workspace)
    assert (subject, warning.reached, warning.limit) == (small.portal, 11, 14)
    assert subject_warnings(small.workspace, small.portal) == (warning,)
    assert subject_warnings(small.workspace, small.bureau) == ()
    assert main(["warnings", str(small.workspace.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["words"] == warning.words
    assert main(["warnings", str(small.workspace.path), "--subject", "9901000002"]) == 0
    assert "没有接近" in capsys.readouterr().out

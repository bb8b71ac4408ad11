"""A recipe is tried on the column's saved page before it is kept, and the next check reads the column by it."""

from datetime import UTC, datetime

import pytest

from tests.campaigns.small_campaign import LEAD, WANG, SmallCampaign
from workbench.domain.capture import Capture
from workbench.domain.column import Column
from workbench.domain.column_recipe import ColumnRecipe
from workbench.errors import NotAllowedError, WrongUseError
from workbench.operations.find_column import find_column
from workbench.operations.save_recipe import (
    NO_PAGE,
    drop_recipe,
    propose_by_pointing,
    save_recipe,
    try_recipe,
)

URL = "http://127.0.0.1:1/xw/"
ROW = "<p><a href={n}.html>关于第{n}号事项的通知</a><i>2026-11-0{n}</i></p>"
BODY = "<div class=menu>" + "".join(ROW.format(n=n) for n in (1, 2, 3)) + "</div>"
FITTING = ColumnRecipe(item=".menu > p", title="a", date="i")


def column_of(small: SmallCampaign) -> Column:
    return find_column(small.workspace, small.portal, URL)


def save_page(small: SmallCampaign, body: str = BODY) -> None:
    at = datetime(2026, 11, 20, 8, tzinfo=UTC)
    capture = Capture(url=URL, final_url=URL, status=200, headers=(), body=body.encode(), at=at)
    small.workspace.save_capture(None, small.portal.id, capture)


def test_it_says_what_it_finds_on_the_saved_page(small: SmallCampaign) -> None:
    save_page(small)
    trial = try_recipe(small.workspace, column_of(small), FITTING)
    assert trial.words == "找到3条，最新一条是2026-11-03。"
    assert [item.title for item in trial.items][0] == "关于第1号事项的通知"


def test_it_is_kept_and_taken_back_by_the_lead(small: SmallCampaign) -> None:
    save_page(small)
    with pytest.raises(NotAllowedError):
        save_recipe(small.workspace, column_of(small), FITTING, by=WANG)
    assert save_recipe(small.workspace, column_of(small), FITTING, by=LEAD).is_fit
    assert column_of(small).recipe == FITTING
    drop_recipe(small.workspace, column_of(small), by=LEAD)
    assert column_of(small).recipe is None


def test_what_does_not_fit_is_refused_in_one_sentence(small: SmallCampaign) -> None:
    save_page(small)
    for recipe in (ColumnRecipe(item="ul > li"), ColumnRecipe(item="p["), ColumnRecipe(item="p", date=".no")):
        with pytest.raises(WrongUseError) as refusal:
            save_recipe(small.workspace, column_of(small), recipe, by=LEAD)
        assert str(refusal.value).count("。") == 1
    assert column_of(small).recipe is None


def test_without_a_saved_page_it_is_kept_untried_and_says_so(small: SmallCampaign) -> None:
    trial = save_recipe(small.workspace, column_of(small), FITTING, by=LEAD)
    assert (trial.is_fit, trial.words) == (False, NO_PAGE)
    assert column_of(small).recipe == FITTING


def test_two_places_make_one(small: SmallCampaign) -> None:
    save_page(small)
    row = "html>body>div>p:nth-of-type(2)"
    trial = propose_by_pointing(
        small.workspace, column_of(small), title_place=f"{row}>a", date_place=f"{row}>i"
    )
    assert (trial.is_fit, len(trial.items)) == (True, 3)


def test_a_column_is_found_by_name_or_address(small: SmallCampaign) -> None:
    assert find_column(small.workspace, small.portal, "要闻") == column_of(small)
    with pytest.raises(WrongUseError, match="是不是“要闻”？"):
        find_column(small.workspace, small.portal, "要闻栏")

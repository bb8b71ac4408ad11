"""The plans of the sites: different looks, sound codes, nothing misspelt."""

import re
import tomllib
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from workbench.practice import site_plan
from workbench.practice.look import has_template
from workbench.practice.practice_file import practice_dir
from workbench.practice.site_plan import ColumnPlan, LeaderPlan, RegisterFacts, SitePlan, load_plans


def names_of(shape: type) -> set[str]:
    return {field.name for field in fields(shape)}


def test_site_codes_have_the_form_and_an_area_that_does_not_exist() -> None:
    for plan in load_plans():
        assert re.fullmatch(r"99\d{8}", plan.site_code)
        assert plan.parent or plan.code == plan.site_code


def test_no_two_sites_look_alike() -> None:
    looks = Counter(plan.look for plan in load_plans() if not plan.parent)
    assert set(looks.values()) == {1}
    for look in looks:
        assert all(has_template(look, template) for template in ("frame", "home", "box", "row", "byline"))


def test_sites_write_and_date_differently() -> None:
    plans = load_plans()
    assert {plan.codec for plan in plans} == {"utf-8", "gb18030"}
    assert {plan.href for plan in plans} == {"root", "relative", "absolute"}
    assert any(plan.has_bom for plan in plans)


def test_every_line_of_the_files_is_understood() -> None:
    for file in (practice_dir() / "sites").glob("*.toml"):
        source = tomllib.loads(file.read_text(encoding="utf-8"))
        assert set(source) <= names_of(SitePlan), file.name
        assert set(source["facts"]) <= names_of(RegisterFacts)
        assert all(set(column) <= names_of(ColumnPlan) for column in source["columns"]), file.name
        assert all(set(leader) <= names_of(LeaderPlan) for leader in source.get("leaders", [])), file.name


def test_columns_of_a_channel_or_module_lie_under_its_prefix() -> None:
    for plan in load_plans():
        assert plan.home.startswith(plan.prefix)
        assert all(column.path.startswith(plan.prefix) for column in plan.columns)


def test_the_columns_of_a_site_have_addresses_of_their_own() -> None:
    for plan in load_plans():
        paths = [column.path for column in plan.columns]
        assert len(paths) == len(set(paths))


def test_the_navigation_leads_to_every_column() -> None:
    for plan in load_plans():
        reached = [column for columns in plan.groups.values() for column in columns]
        assert sorted(column.path for column in reached) == sorted(column.path for column in plan.columns)


def test_a_program_without_its_sites_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_plan, "practice_dir", lambda: tmp_path)
    with pytest.raises(LookupError, match="incomplete"):
        load_plans()

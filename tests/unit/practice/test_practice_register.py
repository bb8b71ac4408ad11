"""The register of the practice city is read by the program's own import without a single complaint."""

from pathlib import Path
from uuid import UUID

from workbench.domain.subject import Subject, SubjectKind
from workbench.practice.city import City
from workbench.practice.practice_register import write_columns, write_register
from workbench.practice.server import CityServer
from workbench.register.preview_row import RowState
from workbench.register.register_file import read_register
from workbench.register.register_preview import RegisterPreview, preview

CAMPAIGN = UUID(int=11)


def import_both(city: City, served: CityServer, folder: Path) -> tuple[RegisterPreview, RegisterPreview]:
    write_register(city, folder / "台账.csv", served.addresses)
    write_columns(city, folder / "栏目.csv", served.addresses)
    sites = preview(read_register(folder / "台账.csv"), campaign=CAMPAIGN, existing=())
    subjects = subjects_of(sites)
    return sites, preview(read_register(folder / "栏目.csv"), campaign=CAMPAIGN, existing=subjects)


def subjects_of(read: RegisterPreview) -> tuple[Subject, ...]:
    return tuple(row.subject for row in read.rows if row.subject is not None)


def test_every_row_is_new_and_none_is_faulty(city: City, served: CityServer, tmp_path: Path) -> None:
    sites, columns = import_both(city, served, tmp_path)
    assert [(row.state, row.reason) for row in sites.rows] == [(RowState.NEW, "")] * 12
    assert {row.state for row in columns.rows} == {RowState.NEW}
    assert {row.reason for row in columns.rows} == {""}


def test_the_subjects_are_those_of_the_city(city: City, served: CityServer, tmp_path: Path) -> None:
    subjects = {subject.code: subject for subject in subjects_of(import_both(city, served, tmp_path)[0])}
    for site in city.sites:
        subject = subjects[site.plan.code]
        assert (subject.name, subject.kind) == (site.plan.name, site.plan.kind)
        assert subject.home_url == served.url(site.plan.code, site.plan.home)
        assert subject.parent_code == site.plan.parent
    assert subjects["JC-PD-01"].url_prefixes == (served.url("JC-PD-01", "/whly/"),)
    accounts = [subject for subject in subjects.values() if subject.kind is SubjectKind.ACCOUNT]
    assert [account.home_url for account in accounts] == ["", ""]


def test_the_columns_are_those_of_the_city(city: City, served: CityServer, tmp_path: Path) -> None:
    sites, columns = import_both(city, served, tmp_path)
    codes = {subject.id: subject.code for subject in subjects_of(sites)}
    read = {
        (codes[row.column.subject_id], row.column.url): row.column
        for row in columns.rows
        if row.column is not None
    }
    for site in city.sites:
        for plan in site.plan.columns:
            column = read.pop((site.plan.code, served.url(site.plan.code, plan.path)))
            assert (column.name, column.aspect, column.is_historic) == (
                plan.name,
                plan.aspect,
                plan.is_historic,
            )
    assert read == {}

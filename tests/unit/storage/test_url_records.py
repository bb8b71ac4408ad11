from pathlib import Path

import pytest

from workbench.storage.tables import UrlRow
from workbench.storage.url_records import hash_of_url, number_urls
from workbench.storage.workspace_database import WorkspaceDatabase
from workbench.storage.workspace_file import make_empty


@pytest.fixture
def database(tmp_path: Path) -> WorkspaceDatabase:
    make_empty(tmp_path / "a.inspection")
    return WorkspaceDatabase(tmp_path / "a.inspection")


def test_an_address_keeps_its_number(database: WorkspaceDatabase) -> None:
    first = number_urls(database, ["http://a.cn/1", "http://a.cn/2", "http://a.cn/1"])
    second = number_urls(database, ["http://a.cn/2", "http://a.cn/路"])
    assert len(set(first.values())) == 2
    assert second["http://a.cn/2"] == first["http://a.cn/2"]
    assert number_urls(database, []) == {}
    database.close()


def test_addresses_with_one_hash_stay_two(
    database: WorkspaceDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.storage.url_records.hash_of_url", lambda url: 7)
    first = number_urls(database, ["http://a.cn/1"])
    numbers = number_urls(database, ["http://a.cn/1", "http://a.cn/2"])
    assert len(set(numbers.values())) == 2
    assert numbers["http://a.cn/1"] == first["http://a.cn/1"]
    assert len(database.rows(UrlRow.select(UrlRow.id))) == 2
    database.close()


def test_the_hash_fits_into_an_integer_of_sqlite() -> None:
    hashes = {hash_of_url(f"http://a.cn/{number}") for number in range(1000)}
    assert len(hashes) == 1000
    assert all(-(2**63) <= value < 2**63 for value in hashes)
    assert min(hashes) < 0

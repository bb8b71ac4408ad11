from pathlib import Path, PurePosixPath

import pytest

from workbench.storage.database_address import address_of


def test_a_closed_file_is_read_as_it_lies_and_an_open_one_with_its_changes(tmp_path: Path) -> None:
    path = tmp_path / "第四季度 100%?#.inspection"
    path.touch()
    assert address_of(path).endswith("%20100%25%3F%23.inspection?mode=rw")
    assert address_of(path, is_read_only=True).endswith("?mode=ro&immutable=1")
    path.with_name(path.name + "-wal").touch()
    assert address_of(path, is_read_only=True).endswith("?mode=ro")


def test_a_file_on_a_network_share_has_no_authority() -> None:
    class Share(PurePosixPath):
        def resolve(self) -> "Share":
            return self

        def as_uri(self) -> str:
            return "file://server/share/a.inspection"

    share = Share("a.inspection")
    assert address_of(share) == "file:////server/share/a.inspection?mode=rw"  # type: ignore[arg-type]  # stands for a path of Windows


@pytest.mark.parametrize("name", ["a b", "百分%20号", "问?号", "井#号", "引'号"])
def test_any_name_will_do(name: str, tmp_path: Path) -> None:
    from workbench.storage.spool import Spool

    with Spool.create(tmp_path / f"{name}.spool") as spool:
        spool.append(b"x")
    assert [file.name for file in tmp_path.iterdir()] == [f"{name}.spool"]

"""The standard in force: the pinned one with the lead's changes, the same object until somebody changes something."""

from decimal import Decimal

from tests.unit.storage.conftest import CAMPAIGN_ID, Make
from workbench.domain.ids import standard_change_id
from workbench.domain.standard import Standard
from workbench.domain.standard_change import StandardChange
from workbench.storage.workspace import Workspace

LEAD = "王组长"
PRICE = "rule:U2.home/price"


def change(value: str, cell: str = PRICE) -> StandardChange:
    return StandardChange(
        id=standard_change_id(CAMPAIGN_ID, cell=cell),
        subject_id=None,
        cell=cell,
        value=value,
        source="原件",
    )


def price_in(workspace: Workspace) -> Decimal | None:
    rule = workspace.standard.rule("U2.home")
    return rule.price if rule else None


def test_a_change_is_laid_over_what_is_pinned(workspace: Workspace, standard: Standard) -> None:
    workspace.save(change("2"), inspector=LEAD)
    assert price_in(workspace) == 2
    assert workspace.pinned_standard == standard
    workspace.check_content()


def test_undo_and_deletion_take_it_back(workspace: Workspace, standard: Standard) -> None:
    versions = workspace.save(change("2"), inspector=LEAD)
    workspace.undo(*versions, inspector=LEAD)
    assert workspace.standard == standard
    workspace.save(change("3"), inspector=LEAD)
    workspace.delete(change("3"), inspector=LEAD)
    assert workspace.standard == standard


def test_it_is_the_same_object_while_nothing_changes(workspace: Workspace) -> None:
    workspace.save(change("2"), inspector=LEAD)
    before = workspace.standard
    assert workspace.standard is before
    workspace.save(change("2"), inspector=LEAD)
    assert workspace.standard is before


def test_what_another_process_writes_is_seen(workspace: Workspace) -> None:
    assert price_in(workspace) == Decimal("1.5")
    with Workspace.open(workspace.path, device="pc-b") as beside:
        beside.save(change("2"), inspector=LEAD)
    assert price_in(workspace) == 2


def test_two_pcs_that_did_not_know_of_each_other(make: Make) -> None:
    here, there = make("a"), make("b")
    here.save(change("2"), inspector=LEAD)
    there.save(change("3"), inspector=LEAD)
    here.adopt(there.versions())
    assert price_in(here) == Decimal("1.5")
    assert [str(cell) for cell in here.amended_standard.disputed] == [PRICE]
    here.save(change("3"), inspector=LEAD)
    assert price_in(here) == 3


def test_one_pc_takes_back_what_the_other_changes(make: Make) -> None:
    here, there = make("a"), make("b")
    here.save(change("2"), inspector=LEAD)
    there.adopt(here.versions())
    here.delete(change("2"), inspector=LEAD)
    there.save(change("3"), inspector=LEAD)
    here.adopt(there.versions())
    assert price_in(here) == Decimal("1.5")
    assert [str(cell) for cell in here.amended_standard.disputed] == [PRICE]
    here.delete(change("3"), inspector=LEAD)
    assert not here.amended_standard.disputed

"""Every cell of every shipped standard has a name and says what stands in it."""

from workbench.standards.cell_address import parse_address
from workbench.standards.cell_values import read_value, written
from workbench.standards.cell_words import cell_in_words, cell_owner_in_words, cell_title, certainty_in_words
from workbench.standards.pack_reader import load_standard
from workbench.standards.standard_cells import cell_at, cells_of

PACKS = [load_standard(name) for name in ("national-2015", "national-2019")]


def test_every_cell_is_named_and_found_again() -> None:
    for each in PACKS:
        for cell in cells_of(each):
            assert cell_title(cell)
            assert cell_in_words(cell)
            assert cell_owner_in_words(cell)
            assert cell_at(each, parse_address(str(cell.address))) == cell


def test_what_is_written_reads_back() -> None:
    for standard in PACKS:
        for cell in cells_of(standard):
            is_stated = cell.value is not None and cell.address.name != "certainty"
            if is_stated:
                assert read_value(cell.address, written(cell.value)) == cell.value


def test_a_price_nobody_knows_is_unverified_however_sure_the_rule_is() -> None:
    told = {str(cell.address): certainty_in_words(cell) for cell in cells_of(PACKS[0])}
    assert told["rule:B2/price"] == "未核实"
    assert told["rule:U2.home/price"] == "推算"
    assert told["scoring/fail_below"] == ""

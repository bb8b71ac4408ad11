"""Site codes are ten signs of one form."""

import pytest

from workbench.views.site_code import is_site_code, same_code


@pytest.mark.parametrize("code", ["4601000012", "bm29000002", "BM64130001"])
def test_codes(code: str) -> None:
    assert is_site_code(code)


@pytest.mark.parametrize("code", ["", "460100001", "46010000123", "bm2900002", "JC-PD-01", "4601000012 "])
def test_no_codes(code: str) -> None:
    assert not is_site_code(code)


def test_case_and_blanks_do_not_make_a_code_another() -> None:
    assert same_code("BM29000002 ", "bm29000002")
    assert not same_code("4601000012", "4601000013")

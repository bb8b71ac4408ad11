"""A check is declared once, by a decorator, under an id nobody else has."""

from collections.abc import Iterator

import pytest

from workbench.checks.catalogue import Look, check, checks
from workbench.domain.observation import Observation
from workbench.views.page_view import PageView


def test_finds_the_checks_of_the_folder() -> None:
    assert {"blank-column", "dead-links", "stale-column"} <= set(checks.all())
    assert checks["stale-column"].topic == "updates"


def test_an_id_is_given_once() -> None:
    checks.all()

    def another(page: PageView) -> Iterator[Observation]:
        yield from ()

    look: Look = another
    with pytest.raises(ValueError, match="stale-column"):
        check("stale-column", sees=PageView, title="又一个")(look)

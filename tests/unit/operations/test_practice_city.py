"""Practice campaigns side by side: each city has ports of its own and finds them again."""

from datetime import date
from pathlib import Path

from workbench.operations.play_practice_round import start_practice
from workbench.operations.practice_city import city_of, port_of, serve_city

DAY = date(2026, 11, 20)


def test_two_cities_stand_side_by_side_and_find_their_ports_again(tmp_path: Path) -> None:
    with serve_city(DAY) as first, serve_city(DAY) as second:
        assert first.first_port != second.first_port
        assert len(first.city.hosts) + len(first.city.closed) <= 40
        with start_practice(tmp_path / "二", as_of=DAY, server=second) as campaign:
            assert city_of(campaign) == DAY
            kept = port_of(campaign)
            assert kept == second.first_port
    with serve_city(DAY, first_port=kept) as again:
        assert again.first_port == kept

"""Writes the citizens' messages of the practice city as CSV, the way its platforms would export them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from workbench.practice.city import City
from workbench.practice.city_addresses import CityAddresses
from workbench.practice.practice_file import read_practice_file

_HEADINGS = (
    "网站标识码", "留言平台", "留言编号", "留言标题", "承办单位", "留言时间", "答复时间", "办理状态", "满意度评价",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedMessage:
    """`days_ago` from the monitoring day; `answered_after` days from receipt, -1 where nobody has answered."""

    subject: str
    platform: str
    number: str
    title: str
    days_ago: int
    answered_after: int
    state: str
    unit: str = ""
    satisfaction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedMessages:
    messages: tuple[PlantedMessage, ...]


def load_messages() -> tuple[PlantedMessage, ...]:
    return read_practice_file("messages.toml", PlantedMessages).messages


def write_messages(city: City, path: Path, _addresses: CityAddresses) -> None:
    """One row per message, with a byte order mark, which the spreadsheet program needs to read UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADINGS)
        writer.writerows(_rows(city.as_of))


def _rows(as_of: date) -> Iterator[tuple[str, ...]]:
    for each in load_messages():
        received = as_of - timedelta(days=each.days_ago)
        answered = received + timedelta(days=each.answered_after) if each.answered_after >= 0 else None
        yield (
            each.subject,
            each.platform,
            each.number,
            each.title,
            each.unit,
            f"{received:%Y-%m-%d} 09:12",
            f"{answered:%Y-%m-%d} 16:40" if answered else "",
            each.state,
            each.satisfaction,
        )

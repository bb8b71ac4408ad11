"""Writes the list of papers that the sites of the practice city have to reprint, as an office above would send it."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from workbench.domain.column import ColumnClass
from workbench.practice.city import City
from workbench.practice.city_addresses import CityAddresses

_HEADINGS = ("标题", "发布日期", "发布机构", "转载截止日期")
# Published while the oldest reprint of the city was already there, so that it is surely missing.
_MISSING_TITLE, _DAYS_AGO = "省政府办公厅关于做好岁末年初民生保障工作的通知", 20
_ISSUER = "省政府门户网站"


def write_reprints(city: City, path: Path, _addresses: CityAddresses) -> None:
    """What the columns of reprints hold, and the one paper that none of them has."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADINGS)
        writer.writerows(_rows(city))


def _rows(city: City) -> Iterator[tuple[str, ...]]:
    for site in city.sites:
        for section in site.sections:
            if section.column.column_class is ColumnClass.REPRINT:
                for article in section.articles:
                    yield (article.title, f"{article.day}", _ISSUER, f"{article.day + timedelta(days=1)}")
    yield (_MISSING_TITLE, f"{city.as_of - timedelta(days=_DAYS_AGO)}", _ISSUER, "")

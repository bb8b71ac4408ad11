"""The list of papers to be reprinted names what the city has reprinted in time, and one that it has not."""

import csv
from datetime import date, timedelta
from pathlib import Path

from workbench.practice.city import City
from workbench.practice.city_addresses import CityAddresses
from workbench.practice.planted_reprints import write_reprints


def test_one_paper_is_missing_and_the_rest_is_there(city: City, tmp_path: Path) -> None:
    write_reprints(city, tmp_path / "list.csv", CityAddresses({}))
    with (tmp_path / "list.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    titles = {
        article.title for site in city.sites for section in site.sections for article in section.articles
    }
    missing = [row for row in rows if row["标题"] not in titles]
    assert (len(rows), len(missing)) == (4, 1)
    place = next(d.place for d in city.truth.defects if d.check == "policy-reprint")
    section = next(found for site in city.sites if (found := site.section_at(place)))
    oldest = min(article.day for article in section.articles)
    # Older papers than what the column shows would be for a person.
    assert oldest <= date.fromisoformat(missing[0]["发布日期"]) + timedelta(days=1)

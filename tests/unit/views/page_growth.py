"""Prints by how many megabytes a process grows that sees everything on one hostile page; run with the piece it is made of."""

import resource
import sys
from datetime import date
from pathlib import Path

PAGE_BYTES = 10_000_000


def grown_mb(piece: bytes) -> int:
    from workbench.domain.column_recipe import ColumnRecipe
    from workbench.views.column_proposals import propose_columns
    from workbench.views.page_facts import page_facts
    from workbench.views.page_view import PageView

    day = date(2026, 11, 20)
    body = piece * (PAGE_BYTES // len(piece))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    page = PageView(body, url="http://www.some.gov.cn/a/", as_of=day)
    seen = [
        page_facts(page, url=page.url, seen_on=day, is_start=True, is_column=True),
        propose_columns([page]),
        page.by_recipe(ColumnRecipe(item="li, div, span", title="a", date="span")).items,
    ]
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024 if seen else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    sys.stdout.write(str(grown_mb(sys.argv[1].encode())))

"""How well saved real pages are read: every figure of the table in this folder's README, with the pages that went wrong.

Run with `.venv/bin/python tests/benchmarks/pages_evaluation.py`. The pages lie beside the repository (`../shared/pages`); where
they are absent that is said, and the exit status is 2.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.unit.views.shared_pages import PAGES, labels, last_day, view  # noqa: E402 - needs the path above
from workbench.checks.catalogue import checks  # noqa: E402
from workbench.domain.subject import Subject, SubjectKind  # noqa: E402
from workbench.views.link_hiding import styled_links  # noqa: E402
from workbench.views.page_facts import page_facts  # noqa: E402
from workbench.views.page_view import PageView  # noqa: E402
from workbench.views.site_view import SiteView  # noqa: E402
from workbench.views.styled_site import StyledPage  # noqa: E402
from workbench.views.suspect_terms import suspect_terms  # noqa: E402

Label = dict[str, Any]
# Reported in notices, each with a sentence of ours around it; that of the leader's name needs the office's own list.
REPORTED = (
    "各县（市、区）人民攻府，市政府各部门：",
    "中华人民共合国宪法宣传周活动启动",
    "中共人民共和国交通运输部令",
    "根据中华人民大和国招标投标法",
    "黑龙江省齐齐哈市代表团来访",
    "全面禁止露天焚烧秸杆",
    "成立防汛抗旱工作领导小姐",
)
TYPICAL_BYTES = (25_000, 60_000)
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """`wrong` are the ids of the pages that were read otherwise than their labels say."""

    name: str
    reach: str
    right: int
    of: int
    wrong: tuple[str, ...] = ()

    def line(self) -> str:
        share = f"{self.right / self.of:.1%}" if self.of else "–"
        return f"| {self.name} | {self.right} of {self.of} ({share}) | {self.reach} | {' '.join(self.wrong[:12])} |"


def figures() -> Iterator[Figure]:
    pages, articles = labels("pages.json", "pages"), labels("articles.json", "articles")
    dated = [label for label in pages if label["newest_date"]]
    undated = [label for label in pages if not label["newest_date"]]
    blank = [label for label in pages if label["is_blank"]]
    others = [label for label in pages if not label["is_blank"]]
    told = [label for label in articles if view(label).publish_date]
    backwards = [label for label in articles if label["published_before_signature"]]
    forwards = [label for label in articles if not label["published_before_signature"]]
    yield counted(
        "newest date of a dated list", "≥ 98 %", dated, lambda each: newest(each) == each["newest_date"]
    )
    yield counted("no date claimed where none is shown", "≥ 95 %", undated, lambda each: newest(each) is None)
    yield counted("blank columns found", "≥ 95 %", blank, lambda each: view(each).is_blank)
    yield counted("other pages not called blank", "≥ 98 %", others, lambda each: not view(each).is_blank)
    yield counted("kind of page", "–", pages, lambda each: view(each).kind == each["page_kind"])
    yield counted(
        "publish date of an article", "≥ 97 %", articles, lambda each: published(each) == each["publish_date"]
    )
    yield counted(
        "… not wrong where one is told", "≥ 99 %", told, lambda each: published(each) == each["publish_date"]
    )
    yield counted("published before signed, found", "all", backwards, is_called_backwards)
    yield counted("… and not called so", "≥ 99 %", forwards, lambda each: not is_called_backwards(each))
    yield counted(
        "pages without a severe wrong word",
        "≥ 99 %",
        [*pages, *articles],
        lambda each: not severe(view(each)),
    )


def counted(name: str, reach: str, wanted: Sequence[Label], is_right: Callable[[Label], bool]) -> Figure:
    wrong = tuple(str(label["id"]) for label in wanted if not is_right(label))
    return Figure(name, reach, len(wanted) - len(wrong), len(wanted), wrong)


def reported_errors() -> Figure:
    missed = tuple(sentence for sentence in REPORTED if not is_suspected(sentence))
    return Figure(
        "reported keyword errors (7 without a name)", "≥ 7 of 8", len(REPORTED) - len(missed), 7, missed
    )


def newest(label: Label) -> str | None:
    day = view(label).newest_date
    return day.isoformat() if day else None


def published(label: Label) -> str:
    return str(view(label).publish_date)


def is_called_backwards(label: Label) -> bool:
    page = view(label)
    facts = page_facts(page, url=page.url, seen_on=last_day(label["capture"]))
    subject = Subject(id=UUID(int=0), code="1", name="某局", kind=SubjectKind.DEPARTMENT_SITE)
    site = SiteView(subject=subject, pages=(facts,), as_of=page.as_of)
    return any(seen.aspect == "before-signed" for seen in checks["date-honesty"].run(site))


def severe(page: PageView) -> bool:
    return any(term.grade == "severe" for term in suspect_terms(page))


def is_suspected(sentence: str) -> bool:
    page = PageView(
        f"<p>{sentence}</p>".encode(), url="http://www.example.gov.cn/", as_of=last_day("2026-11")
    )
    return bool(suspect_terms(page))


def cpu_ms(label: Label) -> float:
    """Of everything that is done with a page in an inspection, from its bytes: all page checks, and what is kept for the site."""
    fresh = view(label)
    body, url, as_of = fresh.body, fresh.url, fresh.as_of
    took = []
    for _ in range(ROUNDS):
        started = time.process_time()
        page = PageView(body, url=url, as_of=as_of)
        for check in checks:
            if check.sees is PageView:
                list(check.run(page))
        page_facts(page, url=url, seen_on=as_of)
        StyledPage(url, (), tuple(styled_links(page)))
        took.append((time.process_time() - started) * 1000)
    return min(took)


def main() -> int:
    if not PAGES.is_dir():
        say("the saved real pages are not here: they belong into ../shared/pages beside the repository")
        return 2
    say("| what | reached | to reach | wrong |\n|---|---|---|---|")
    for figure in (*figures(), reported_errors()):
        say(figure.line())
    every = [*labels("pages.json", "pages"), *labels("articles.json", "articles")]
    typical = [label for label in every if TYPICAL_BYTES[0] <= label["bytes"] <= TYPICAL_BYTES[1]]
    costs = sorted(cpu_ms(label) for label in typical)
    say(
        f"| CPU of a page of 25 to 60 kB, {len(costs)} pages | median {statistics.median(costs):.1f} ms, "
        f"dearest {costs[-1]:.1f} ms | ≤ 10 ms | |"
    )
    return 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

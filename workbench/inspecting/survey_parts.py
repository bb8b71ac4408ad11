"""What one survey works with: made from its plan, shared by whoever asks, judges, reads and remembers."""

from dataclasses import dataclass, field
from typing import Self

from workbench.inspecting.browser_look import BrowserLook
from workbench.inspecting.crawl_brake import CrawlBrake
from workbench.inspecting.crawl_trap import CrawlTrap
from workbench.inspecting.frontier import Frontier
from workbench.inspecting.head_trust import HeadTrust
from workbench.inspecting.link_book import LinkBook
from workbench.inspecting.link_harvest import LinkHarvest
from workbench.inspecting.link_probe import LinkProbe
from workbench.inspecting.missing_references import MissingReferences
from workbench.inspecting.network_witness import NetworkWitness
from workbench.inspecting.robots_rules import RobotsRules
from workbench.inspecting.survey_plan import SurveyPlan

# Attachments of one site whose words are read.
MOST_DOCUMENTS = 60


@dataclass(slots=True, eq=False, kw_only=True)
class SurveyParts:
    """`home` is where the start page ended, `second_level` what counts as home behind a bare front page; `done` links are
    settled.
    """

    plan: SurveyPlan
    book: LinkBook
    frontier: Frontier
    trap: CrawlTrap
    harvest: LinkHarvest
    probe: LinkProbe
    brake: CrawlBrake
    robots: RobotsRules
    witness: NetworkWitness
    references: MissingReferences = field(default_factory=MissingReferences)
    home: str = ""
    second_level: frozenset[str] = frozenset()
    done: int = 0

    @classmethod
    def made_for(cls, plan: SurveyPlan, *, is_kept: bool) -> Self:
        book = LinkBook(is_kept=is_kept)
        frontier = Frontier(book, max_depth=plan.max_depth, max_pages=plan.max_pages)
        trap = CrawlTrap(most_alike=plan.policy.most_alike)
        most = MOST_DOCUMENTS if plan.reads_attachments else 0
        return cls(
            plan=plan,
            book=book,
            frontier=frontier,
            trap=trap,
            harvest=LinkHarvest(book, frontier, plan.scope, trap, most_documents=most),
            probe=LinkProbe(plan.policy, HeadTrust(), BrowserLook(plan.policy)),
            brake=CrawlBrake(plan.policy),
            robots=RobotsRules(plan.policy),
            witness=NetworkWitness(plan.policy),
            home=plan.start,
        )

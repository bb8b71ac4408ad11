"""A small campaign for tests: two sites and an account, judged by the 2015 table."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.domain.column import Column, ColumnClass
from workbench.domain.finding import Category, Finding, Source
from workbench.domain.ids import column_id, proposal_id, subject_id
from workbench.domain.subject import Subject, SubjectKind
from workbench.operations.create_campaign import create_campaign
from workbench.storage.workspace import Workspace

LEAD = "苏组长"
WANG = "王敏"
LI = "李强"


@dataclass(frozen=True, slots=True)
class SmallCampaign:
    workspace: Workspace
    portal: Subject
    bureau: Subject
    account: Subject

    def propose(self, place: str, *, subject: Subject | None = None, rule: str = "U2.home") -> Finding:
        """A proposal as a run of the checks would leave it."""
        whose = subject or self.portal
        finding = Finding(
            id=proposal_id(whose.id, check="dead-links", aspect="home", place=place),
            subject_id=whose.id,
            rule=rule,
            source=Source.CHECK,
            place=place,
            excerpt=f"首页的链接打不开：{place}",
            category=Category.LINK,
            check="dead-links",
            aspect="home",
        )
        run = self.workspace.begin_run()
        self.workspace.begin_subject(run, whose.id)
        self.workspace.save_proposals(run, whose.id, [finding])
        self.workspace.end_subject(run, whose.id)
        self.workspace.end_run(run)
        return finding


def make_small_campaign(path: Path, *, standard_id: str = "national-2015") -> SmallCampaign:
    workspace = create_campaign(
        path, standard_id=standard_id, period="2026Q4", as_of=date(2026, 11, 20), lead=LEAD
    )
    campaign = workspace.campaign.id
    portal, bureau, account = (
        Subject(id=subject_id(campaign, code), code=code, name=name, kind=kind, home_url=url)
        for code, name, kind, url in (
            ("9901000001", "霁川市人民政府", SubjectKind.PORTAL, "http://127.0.0.1:1/"),
            ("9901000002", "霁川市教育局", SubjectKind.DEPARTMENT_SITE, "http://127.0.0.1:2/"),
            ("JC-XM-01", "霁川发布", SubjectKind.ACCOUNT, ""),
        )
    )
    news = Column(
        id=column_id(portal.id, "http://127.0.0.1:1/xw/"),
        subject_id=portal.id,
        name="要闻",
        url="http://127.0.0.1:1/xw/",
        column_class=ColumnClass.NEWS,
    )
    workspace.save(portal, bureau, account, news, inspector=LEAD)
    return SmallCampaign(workspace, portal, bureau, account)

"""Makes the small file of the present schema version that all later versions must be able to open."""

import json
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from tests.campaigns.every_record import inspectors_records, keep_evidence_of, leads_records
from workbench.domain.campaign import Campaign
from workbench.domain.capture import Capture
from workbench.domain.charge import Charge
from workbench.domain.check_outcome import CheckEnd, CheckOutcome
from workbench.domain.column import Column, ColumnClass
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Category, Finding, Source
from workbench.domain.home_visit import HomeVisit, VisitState
from workbench.domain.ids import (
    column_id,
    decision_id,
    proposal_id,
    settlement_id,
    subject_id,
    verdict_id,
)
from workbench.domain.ignore import Ignore, IgnoreScope
from workbench.domain.link import Attempt, LinkKind, LinkOutcome, LinkResult, Occurrence
from workbench.domain.record_heads import heads
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Certainty, Indicator, Part, Rule, Scoring, Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.domain.verdict import Outcome, Verdict
from workbench.standards.pack_text import digest_of
from workbench.storage.migration_catalogue import newest_version
from workbench.storage.recheck_records import Recheck
from workbench.storage.record_codec import record_of
from workbench.storage.workspace import Workspace

HERE = Path(__file__).resolve().parent
LEAD, LI, ZHANG = "王组长", "李四", "张三"
HOME = "http://www.example.gov.cn/"

RULE = Rule(code="U2.home", when="首页上的链接打不开", price=Decimal("1.5"), certainty=Certainty.CONFIRMED)
INDICATOR = Indicator(
    code="U2",
    name="链接可用性",
    group="网站可用性",
    part=Part.DEDUCT,
    applies_to=(SubjectKind.PORTAL,),
    rules=(RULE,),
)
STANDARD = Standard(
    id="old",
    title="旧文件所钉的指标",
    document="测试",
    scoring=Scoring(start=Decimal(100), fail_below=Decimal(60)),
    indicators=(INDICATOR,),
)
CAMPAIGN = Campaign(
    id=UUID("0c0ffee0-0000-4000-8000-000000000001"),
    name="2026年第四季度",
    period="2026Q4",
    as_of=date(2026, 11, 20),
    standard_id=STANDARD.id,
    standard_digest=digest_of(STANDARD),
    lead=LEAD,
)
SUBJECT = Subject(
    id=subject_id(CAMPAIGN.id, "4601000001"),
    code="4601000001",
    name="某市人民政府",
    kind=SubjectKind.PORTAL,
    home_url=HOME,
    assigned_to=(LI, ZHANG),
)
PROPOSAL = Finding(
    id=proposal_id(SUBJECT.id, check="dead-links", aspect="home", place=HOME + "gone"),
    subject_id=SUBJECT.id,
    rule="U2.home",
    source=Source.CHECK,
    place=HOME + "gone",
    category=Category.LINK,
    check="dead-links",
    aspect="home",
    proof=(("状态", "404"),),
)


def keep(suffix: str = "") -> Path:
    """`suffix` names a further file of a version of which one is kept already."""
    path = HERE / f"v{newest_version()}{'' if not suffix else '-' + suffix}.inspection"
    with Workspace.create(path, campaign=CAMPAIGN, standard=STANDARD, device="pc-1") as workspace:
        fill_people(workspace)
        fill_every_kind(workspace)
        fill_machine(workspace)
        facts = facts_of(workspace)
    path.with_suffix(".json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path


def fill_people(workspace: Workspace) -> None:
    column = Column(
        id=column_id(SUBJECT.id, HOME + "news/"),
        subject_id=SUBJECT.id,
        name="要闻",
        url=HOME + "news/",
        column_class=ColumnClass.NEWS,
    )
    workspace.save(SUBJECT, column, inspector=LEAD, why="导入台账")
    own = Finding(
        id=UUID("0c0ffee0-0000-4000-8000-000000000002"),
        subject_id=SUBJECT.id,
        rule="U2.home",
        source=Source.INSPECTOR,
        place=HOME + "broken",
        count=2,
        inspector=LI,
    )
    decision = Decision(
        id=decision_id(PROPOSAL.id, inspector=LI),
        finding_id=PROPOSAL.id,
        subject_id=SUBJECT.id,
        inspector=LI,
        outcome=DecisionOutcome.CONFIRMED,
    )
    workspace.save(own, decision, inspector=LI)
    verdicts = {by: verdict(by, outcome) for by, outcome in ((LI, Outcome.FAIL), (ZHANG, Outcome.PASS))}
    for by, answer in verdicts.items():
        workspace.save(answer, inspector=by)
    workspace.save(replace(verdicts[ZHANG], outcome=Outcome.DOUBTFUL, note="打开很慢"), inspector=ZHANG)
    workspace.delete(verdicts[LI], inspector=LI, why="以问题为准")
    settlement = Settlement(
        id=settlement_id(SUBJECT.id, indicator="U2"),
        subject_id=SUBJECT.id,
        indicator="U2",
        digests=("a", "b"),
        outcome=Outcome.FAIL,
        charges=(Charge("U2.home", HOME + "gone"),),
        reason="现场看过",
    )
    ignore = Ignore(
        id=UUID("0c0ffee0-0000-4000-8000-000000000003"),
        subject_id=None,
        scope=IgnoreScope.HOST,
        target="weibo.com",
        check="dead-links",
        reason="境外站",
        until=date(2026, 12, 31),
    )
    workspace.save(settlement, ignore, inspector=LEAD)
    workspace.remember("draw", "0.2 7")


def fill_every_kind(workspace: Workspace) -> None:
    """What came into the records since, and whatever comes: one of each, evidence with its bytes."""
    workspace.save(*leads_records(CAMPAIGN.id), inspector=LEAD)
    workspace.save(*inspectors_records(SUBJECT, by=ZHANG), inspector=ZHANG)
    keep_evidence_of(workspace, SUBJECT, by=ZHANG, content=b"\x89PNG\r\n\x1a\n kept")


def verdict(by: str, outcome: Outcome) -> Verdict:
    return Verdict(
        id=verdict_id(SUBJECT.id, indicator="U2", inspector=by),
        subject_id=SUBJECT.id,
        indicator="U2",
        inspector=by,
        outcome=outcome,
    )


def fill_machine(workspace: Workspace) -> None:
    run = workspace.begin_run(checks=["dead-links"])
    workspace.begin_subject(run, SUBJECT.id)
    link = LinkResult(
        url=HOME + "gone",
        kind=LinkKind.PAGE,
        outcome=LinkOutcome.DEAD,
        status=404,
        is_on_home=True,
        occurrences=(Occurrence(HOME, "通知公告"),) * 9,
        occurrence_count=9,
        attempts=(
            Attempt(
                at=datetime(2026, 11, 20, 8, tzinfo=UTC),
                how="GET",
                took_s=0.25,
                status=404,
                said="404，页面不存在",
            ),
        ),
    )
    workspace.save_links(run, SUBJECT.id, [link])
    workspace.save_proposals(run, SUBJECT.id, [PROPOSAL])
    ended = CheckOutcome(
        subject_id=SUBJECT.id,
        check="dead-links",
        target="",
        state=CheckEnd.FOUND,
        proof=(("未更新天数", "11"),),
    )
    workspace.save_outcomes(run, SUBJECT.id, [ended])
    page = Capture(
        url=HOME,
        final_url=HOME,
        status=200,
        headers=(("content-type", "text/html; charset=gb18030"),),
        body="<title>某市人民政府</title>".encode("gb18030"),
        at=datetime(2026, 11, 20, 8, tzinfo=UTC),
        has_personal_data=True,
    )
    workspace.save_capture(run, SUBJECT.id, page)
    sheet = replace(page, url=HOME + "a.css", final_url=HOME + "a.css", body=b"p { color: red }")
    workspace.save_page_asset(run, SUBJECT.id, sheet, pages=[HOME])
    workspace.end_subject(run, SUBJECT.id)
    workspace.end_run(run)
    again = replace(ended, target=link.url)
    workspace.save_recheck(
        SUBJECT.id,
        Recheck(links=[replace(link, status=410)], findings=[PROPOSAL], outcomes=[again]),
    )
    workspace.save_home_visits(
        HomeVisit(
            subject_id=SUBJECT.id,
            url=HOME,
            at=datetime(2026, 11, 20, 8, tzinfo=UTC),
            state=VisitState.FAILED,
            total_s=15.0,
            reason="限时内没有应答",
        )
    )


def facts_of(workspace: Workspace) -> dict[str, object]:
    """What any later version must still read out of the file; a fact that came later is missing in the older twins."""
    subject = next(each for each in workspace.subjects() if each.id == SUBJECT.id)
    page = workspace.captures(subject.id)[0]
    body = workspace.capture(page.id)
    return {
        "campaign": [
            str(workspace.campaign.id),
            workspace.campaign.name,
            workspace.campaign.as_of.isoformat(),
        ],
        "standard": [workspace.standard.id, workspace.standard.indicators[0].rules[0].code],
        "subject": [str(subject.id), subject.code, subject.name, subject.kind, *subject.assigned_to],
        "columns": [[column.name, column.aspect] for column in workspace.columns()],
        "findings": sorted([f.rule, f.place, f.count, f.source, f.inspector] for f in workspace.findings()),
        "decisions": [[str(d.finding_id), d.outcome, d.inspector] for d in workspace.decisions()],
        "verdicts": [[v.indicator, v.outcome, v.inspector, v.note, v.device] for v in workspace.verdicts()],
        "settlements": [[s.outcome, s.reason, list(s.digests)] for s in workspace.settlements()],
        "versions": sorted(
            [v.kind, v.counter, v.inspector, v.is_deleted, v.why] for v in workspace.versions()
        ),
        "links": [[r.url, r.outcome, r.status, len(r.occurrences)] for r in workspace.links(subject.id)],
        "outcomes": [[o.check, o.state] for o in workspace.outcomes(subject.id)],
        "ignores": [[i.scope, i.target, i.until.isoformat(), i.inspector] for i in workspace.ignores()],
        "home_visits": [
            [v.url, v.at.isoformat(), v.state, v.total_s, v.reason, v.device]
            for v in workspace.home_visits(subject.id)
        ],
        "rechecks": [run.is_recheck for run in workspace.runs()],
        "page": [page.url, page.status, body.body.decode("gb18030") if body else ""],
        "measured": [[list(pair) for pair in o.proof] for o in workspace.outcomes(subject.id)],
        "flagged": page.has_personal_data,
        "assets": sorted(workspace.page_assets(page.id)),
        "remembered": workspace.recall("draw"),
        # As written: what came later is missing in it. Reading it as a record is part of the question.
        "records": sorted(
            [version.kind, version.content]
            for version in heads(workspace.versions())
            if not version.is_deleted and record_of(version).id == version.record_id
        ),
        "evidence": [
            [each.indicator, each.inspector, (workspace.evidence_content(each) or b"").decode("latin-1")]
            for each in workspace.evidence()
        ],
    }


if __name__ == "__main__":
    keep(*sys.argv[1:2])

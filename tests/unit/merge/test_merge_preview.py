from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.campaign import Campaign
from workbench.domain.decision import Decision, DecisionOutcome
from workbench.domain.finding import Finding, Source
from workbench.domain.ids import decision_id, proposal_id, settlement_id, verdict_id
from workbench.domain.record_version import RecordVersion
from workbench.domain.settlement import Settlement
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.domain.verdict import Outcome, Verdict
from workbench.errors import WrongUseError
from workbench.merge.merge_preview import MergePreview, RowState, preview_merge
from workbench.merge.merge_side import MergeSide, Record
from workbench.storage.record_codec import content_of, kind_of, record_of, subject_of

SUBJECT = Subject(id=UUID(int=9), code="4601000001", name="海口市政府")
LI, ZHANG, LEAD = "李四", "张三", "王组长"
GIVEN = [Outcome.PASS, Outcome.FAIL, Outcome.NOT_APPLICABLE, Outcome.DOUBTFUL]


def version(
    record: Record, *, by: str, counter: int = 1, device: str = "a", is_deleted: bool = False
) -> RecordVersion:
    return RecordVersion(
        kind=kind_of(record),
        record_id=record.id,
        subject_id=subject_of(record),
        inspector=by,
        device=device,
        counter=counter,
        at=datetime(2026, 11, 20, tzinfo=UTC),
        content=content_of(record),
        is_deleted=is_deleted,
    )


def verdict(by: str, outcome: Outcome = Outcome.PASS, indicator: str = "U2", note: str = "") -> Verdict:
    return Verdict(
        id=verdict_id(SUBJECT.id, indicator=indicator, inspector=by),
        subject_id=SUBJECT.id,
        indicator=indicator,
        inspector=by,
        outcome=outcome,
        note=note,
    )


@pytest.fixture
def previewed(campaign: Campaign, standard: Standard) -> "Previewer":
    return Previewer(campaign, standard)


class Previewer:
    def __init__(self, campaign: Campaign, standard: Standard) -> None:
        self.campaign = campaign
        self.standard = standard

    def side(self, name: str, *versions: RecordVersion, proposals: tuple[Finding, ...] = ()) -> MergeSide:
        return MergeSide(name=name, campaign=self.campaign, versions=frozenset(versions), proposals=proposals)

    def show(self, ours: MergeSide, theirs: MergeSide) -> MergePreview:
        return preview_merge(ours, theirs, standard=self.standard, decode=record_of)


def states(preview: MergePreview) -> list[RowState]:
    return [row.state for row in preview.rows]


def test_each_record_is_told_as_new_changed_same_or_forked(previewed: Previewer) -> None:
    ours = previewed.side(
        "ours",
        version(SUBJECT, by=LEAD),
        version(verdict(LI), by=LI),
        version(verdict(LI, indicator="U1"), by=LI),
    )
    theirs = previewed.side(
        "theirs",
        version(SUBJECT, by=LEAD),
        version(verdict(LI), by=LI),
        version(verdict(LI, Outcome.FAIL), by=LI, counter=2),
        version(verdict(LI, Outcome.FAIL, "U1"), by=LI, device="b"),
        version(verdict(ZHANG), by=ZHANG),
    )
    preview = previewed.show(ours, theirs)
    assert sorted(states(preview)) == [RowState.ADDED, RowState.CHANGED, RowState.FORKED, RowState.SAME]
    assert preview.new_versions == 3
    (changed,) = (row for row in preview.rows if row.state is RowState.CHANGED)
    assert [r.outcome for r in (*changed.before, *changed.after) if isinstance(r, Verdict)] == [
        Outcome.PASS,
        Outcome.FAIL,
    ]
    (forked,) = (row for row in preview.rows if row.state is RowState.FORKED)
    assert len(forked.after) == 2


def test_what_is_older_than_ours_changes_nothing(previewed: Previewer) -> None:
    ours = previewed.side("ours", version(verdict(LI, Outcome.FAIL), by=LI, counter=2))
    theirs = previewed.side("theirs", version(verdict(LI), by=LI))
    preview = previewed.show(ours, theirs)
    assert states(preview) == [RowState.SAME]
    assert preview.new_versions == 1


def test_a_deletion_is_told_as_a_change(previewed: Previewer) -> None:
    ours = previewed.side("ours", version(verdict(LI), by=LI))
    theirs = previewed.side("theirs", version(verdict(LI), by=LI, counter=2, is_deleted=True))
    (row,) = previewed.show(ours, theirs).rows
    assert row.state is RowState.CHANGED
    assert (len(row.before), row.after) == (1, ())


@given(ours=st.sampled_from(GIVEN), theirs=st.sampled_from(GIVEN))
def test_every_differing_verdict_is_a_dispute_and_no_equal_one_is(
    campaign: Campaign, standard: Standard, ours: Outcome, theirs: Outcome
) -> None:
    previewed = Previewer(campaign, standard)
    preview = previewed.show(
        previewed.side("ours", version(verdict(LI, ours), by=LI)),
        previewed.side("theirs", version(verdict(ZHANG, theirs), by=ZHANG)),
    )
    assert bool(preview.disputes) == bool(preview.new_disputes) == (ours is not theirs)


@given(ours=st.sampled_from(GIVEN), theirs=st.sampled_from(GIVEN), devices=st.permutations(["a", "b"]))
def test_one_inspector_who_differs_from_himself_on_two_pcs_is_a_dispute(
    campaign: Campaign, standard: Standard, ours: Outcome, theirs: Outcome, devices: list[str]
) -> None:
    previewed = Previewer(campaign, standard)
    preview = previewed.show(
        previewed.side("ours", version(verdict(LI, ours), by=LI, device=devices[0])),
        previewed.side("theirs", version(verdict(LI, theirs), by=LI, device=devices[1])),
    )
    assert bool(preview.new_disputes) == (ours is not theirs)


def test_one_pc_with_two_copies_of_the_file_is_a_dispute_too(previewed: Previewer) -> None:
    preview = previewed.show(
        previewed.side("ours", version(verdict(LI, Outcome.PASS), by=LI)),
        previewed.side("theirs", version(verdict(LI, Outcome.FAIL), by=LI)),
    )
    assert [dispute.indicator for dispute in preview.new_disputes] == ["U2"]


def test_decisions_are_held_against_proposals_of_either_side(previewed: Previewer) -> None:
    proposal = Finding(
        id=proposal_id(SUBJECT.id, check="c", aspect="a", place="http://a.cn/"),
        subject_id=SUBJECT.id,
        rule="U2.a",
        source=Source.CHECK,
        place="http://a.cn/",
    )

    def decision(by: str, outcome: DecisionOutcome) -> RecordVersion:
        made = Decision(
            id=decision_id(proposal.id, inspector=by),
            finding_id=proposal.id,
            subject_id=SUBJECT.id,
            inspector=by,
            outcome=outcome,
        )
        return version(made, by=by)

    ours = previewed.side("ours", decision(LI, DecisionOutcome.CONFIRMED))
    theirs = previewed.side("theirs", decision(ZHANG, DecisionOutcome.DISMISSED), proposals=(proposal,))
    preview = previewed.show(ours, theirs)
    assert [dispute.indicator for dispute in preview.new_disputes] == ["U2"]


def test_a_dispute_that_was_open_before_is_not_new_and_a_settled_one_is_none(previewed: Previewer) -> None:
    both = (version(verdict(LI), by=LI), version(verdict(ZHANG, Outcome.FAIL), by=ZHANG))
    ours = previewed.side("ours", *both)
    preview = previewed.show(ours, previewed.side("theirs", version(SUBJECT, by=LEAD)))
    assert (len(preview.disputes), preview.new_disputes) == (1, ())
    (dispute,) = preview.disputes
    settlement = Settlement(
        id=settlement_id(SUBJECT.id, indicator="U2"),
        subject_id=SUBJECT.id,
        indicator="U2",
        digests=dispute.digests,
        outcome=Outcome.PASS,
    )
    settled = previewed.show(ours, previewed.side("theirs", version(settlement, by=LEAD)))
    assert settled.disputes == ()
    reopened = previewed.side("later", version(verdict(LI, Outcome.DOUBTFUL), by=LI, counter=2))
    again = previewed.show(previewed.side("ours", *both, version(settlement, by=LEAD)), reopened)
    assert len(again.new_disputes) == 1


def test_two_leads_pcs_that_settled_differently_leave_the_dispute_open(previewed: Previewer) -> None:
    both = (version(verdict(LI), by=LI), version(verdict(ZHANG, Outcome.FAIL), by=ZHANG))
    (dispute,) = previewed.show(previewed.side("ours"), previewed.side("theirs", *both)).disputes
    settlement = Settlement(
        id=settlement_id(SUBJECT.id, indicator="U2"),
        subject_id=SUBJECT.id,
        indicator="U2",
        digests=dispute.digests,
        outcome=Outcome.PASS,
    )
    here = version(settlement, by=LEAD, device="a")
    there = version(replace(settlement, outcome=Outcome.FAIL), by=LEAD, device="b")
    preview = previewed.show(previewed.side("ours", *both, here), previewed.side("theirs", there))
    assert len(preview.disputes) == 1


@pytest.mark.parametrize("change", [{"id": UUID(int=2)}, {"standard_digest": "other"}])
def test_another_campaign_or_standard_is_refused(previewed: Previewer, change: dict[str, object]) -> None:
    ours = previewed.side("ours")
    foreign = replace(previewed.campaign, **change)  # type: ignore[arg-type]  # one field a case
    theirs = replace(previewed.side("外来.inspection"), campaign=foreign)
    with pytest.raises(WrongUseError, match=r"外来.inspection.*不能合并.*。$"):
        previewed.show(ours, theirs)

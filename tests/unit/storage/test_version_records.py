from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.campaign import Campaign
from workbench.domain.ids import subject_id, verdict_id
from workbench.domain.record_heads import heads, version_order
from workbench.domain.record_version import RecordKind, RecordVersion
from workbench.domain.standard import Standard
from workbench.storage.record_codec import to_json
from workbench.storage.workspace import Workspace


def version(
    *,
    who: str,
    device: str,
    counter: int,
    outcome: str,
    minute: int = 0,
    is_deleted: bool = False,
    record: int = 0,
) -> RecordVersion:
    subject = subject_id(UUID(int=7), "x")
    record_id = verdict_id(subject, indicator=f"U{record}", inspector=who)
    content = {
        "id": record_id,
        "subject_id": subject,
        "indicator": f"U{record}",
        "outcome": outcome,
        "note": "",
    }
    return RecordVersion(
        kind=RecordKind.VERDICT,
        record_id=record_id,
        subject_id=subject,
        inspector=who,
        device=device,
        counter=counter,
        at=datetime(2026, 11, 20, 8, minute, tzinfo=UTC),
        content=to_json(content),
        is_deleted=is_deleted,
    )


VERSIONS = st.builds(
    version,
    who=st.sampled_from(["李四", "张三"]),
    device=st.sampled_from(["a", "b"]),
    counter=st.integers(1, 3),
    outcome=st.sampled_from(["pass", "fail"]),
    minute=st.integers(0, 2),
    is_deleted=st.booleans(),
    record=st.integers(0, 1),
)


@settings(max_examples=40, deadline=None)
@given(batches=st.lists(st.lists(VERSIONS, max_size=6), max_size=4))
def test_the_file_holds_the_union_and_its_heads_in_whatever_portions_they_come(
    campaign: Campaign, standard: Standard, batches: list[list[RecordVersion]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.inspection"
        with Workspace.create(path, campaign=campaign, standard=standard, device="a") as workspace:
            hold_against_the_union(workspace, batches)


def hold_against_the_union(workspace: Workspace, batches: list[list[RecordVersion]]) -> None:
    for batch in batches:
        known = set(workspace.versions())
        assert workspace.adopt(batch) == len(set(batch) - known)
        assert workspace.adopt(batch) == 0
    everything = {version for batch in batches for version in batch}
    assert set(workspace.versions()) == everything
    current = [(v.record_id, v.inspector, v.device, v.at) for v in heads(everything) if not v.is_deleted]
    assert [(v.id, v.inspector, v.device, v.at) for v in workspace.verdicts()] == current


def test_one_key_with_two_contents_keeps_both(workspace: Workspace) -> None:
    """A copy of the file on the same PC, or a backup brought back, makes the same counter twice."""
    one = version(who="李四", device="a", counter=1, outcome="pass")
    other = replace(one, content=one.content.replace("pass", "fail"))
    assert workspace.adopt([one]) == 1
    assert workspace.adopt([other, one]) == 1
    assert set(workspace.versions()) == {one, other}
    assert len(workspace.verdicts()) == 2


def test_the_time_is_kept_to_the_microsecond_and_as_one_moment(workspace: Workspace) -> None:
    one = replace(
        version(who="李四", device="a", counter=1, outcome="pass"),
        at=datetime.fromisoformat("2026-11-20T16:00:00.000001+08:00"),
    )
    workspace.adopt([one])
    assert workspace.versions() == (one,)
    assert sorted(workspace.versions(), key=version_order) == list(workspace.versions())

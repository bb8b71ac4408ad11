"""Messages known beforehand are judged without asking for anything, by the window of the pinned standard."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from lone_inspection import inspect_subject
from workbench.domain.check_outcome import CheckEnd
from workbench.domain.message import Message, MessageState
from workbench.domain.subject import Subject
from workbench.inspecting.inspection_event import CheckEnded, ProposalFound
from workbench.inspecting.subject_job import SubjectJob
from workbench.standards.pack_reader import load_standard

SITE = Subject(id=UUID(int=1), code="9901000001", name="某局", home_url="http://127.0.0.1:9/")
LETTER = Message(
    id=UUID(int=2), subject_id=SITE.id, platform="lingdao", number="L-1", received=date(2026, 6, 1)
)


def job(*messages: Message, standard: str = "national-2019") -> SubjectJob:
    return SubjectJob(
        subject=SITE,
        columns=(),
        standard=load_standard(standard),
        as_of=date(2026, 11, 20),
        only=("messages",),
        messages=messages,
    )


def test_an_old_letter_is_proposed_to_the_veto_of_either_standard() -> None:
    for standard, rule in (("national-2019", "W5b"), ("national-2015", "V5")):
        found, ended = inspect_subject(job(LETTER, standard=standard))
        assert isinstance(found, ProposalFound)
        assert (found.finding.rule, found.finding.place) == (rule, "领导信箱 L-1")
        assert isinstance(ended, CheckEnded)
        assert ended.outcome.state is CheckEnd.FOUND


def test_a_letter_older_than_the_year_the_standard_looks_at_is_only_overdue() -> None:
    found, _ended = inspect_subject(job(replace(LETTER, received=date(2025, 6, 3))))
    assert isinstance(found, ProposalFound)
    assert (found.finding.aspect, found.finding.rule) == ("past-limit", "")


def test_an_evasive_answer_is_proposed_and_numbers_of_persons_stay_out() -> None:
    answered = replace(
        LETTER,
        answered=date(2026, 6, 2),
        state=MessageState.ANSWERED,
        is_perfunctory=True,
        title="我的电话13812345678请回电",
    )
    found, _ended = inspect_subject(job(answered))
    assert isinstance(found, ProposalFound)
    assert found.finding.rule == "I4.evasive"
    assert "13812345678" not in str(found.finding.proof)


def test_nothing_known_is_left_to_a_person() -> None:
    [ended] = inspect_subject(job())
    assert isinstance(ended, CheckEnded)
    assert ended.outcome.state is CheckEnd.UNSURE

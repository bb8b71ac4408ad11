"""Puts together what the inspection of one subject needs from the campaign and the options of this PC."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from workbench.domain.column import Column
from workbench.domain.inspection_round import InspectionRound
from workbench.domain.message import Message
from workbench.domain.message_totals import MessageTotals
from workbench.domain.monitoring_day import monitoring_day
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.silence import Silence
from workbench.domain.subject import Subject
from workbench.inspecting.subject_job import SubjectJob
from workbench.operations.checking_policy import networks_of, policy_from
from workbench.operations.silent_columns import in_force, silences_of
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace

Owned = TypeVar("Owned", Column, Silence, Message, MessageTotals)


def job_of(
    workspace: Workspace, subject: Subject, *, options: Options, only: tuple[str, ...] = ()
) -> SubjectJob:
    """The job of the checks named by `only`, or of all."""
    return next(jobs_of(workspace, [subject], options=options, only=only))


def jobs_of(
    workspace: Workspace, subjects: Iterable[Subject], *, options: Options, only: tuple[str, ...] = ()
) -> Iterator[SubjectJob]:
    """The jobs of many; what they have in common is read and held once."""
    subjects = tuple(subjects)
    policy, standard, today = policy_from(options), workspace.standard, date.today()
    rounds = workspace.records(InspectionRound)
    prefixes = _prefixes_below(workspace)
    reprints = tuple({title.id: title for title in workspace.records(ReprintTitle)}.values())
    # Read once for all: a question for each of five hundred subjects keeps the engines waiting.
    whose = subjects[0].id if len(subjects) == 1 else None
    columns = _by_subject(workspace.columns(whose))
    silences = _by_subject(silences_of(workspace, whose))
    messages = _by_subject(workspace.records(Message, whose))
    totals = _by_subject(workspace.records(MessageTotals, whose))
    for subject in subjects:
        yield SubjectJob(
            subject=subject,
            columns=tuple(columns[subject.id]),
            standard=standard,
            as_of=monitoring_day(workspace.campaign, rounds, code=subject.code, today=today),
            policy=replace(policy, allowed_networks=(*policy.allowed_networks, *networks_of(subject))),
            only=only,
            left_to_children=tuple(prefixes[subject.code]),
            silences=in_force(silences[subject.id], today),
            visits=workspace.home_visits(subject.id),
            messages=tuple({m.id: m for m in messages[subject.id]}.values()),
            message_totals=tuple({t.id: t for t in totals[subject.id]}.values()),
            reprints=reprints,
        )


def _by_subject(records: Iterable[Owned]) -> defaultdict[UUID, list[Owned]]:
    grouped: defaultdict[UUID, list[Owned]] = defaultdict(list)
    for record in records:
        grouped[record.subject_id].append(record)
    return grouped


def _prefixes_below(workspace: Workspace) -> defaultdict[str, list[str]]:
    """What belongs to the channels and modules inside each subject, by its code."""
    prefixes: defaultdict[str, list[str]] = defaultdict(list)
    for child in workspace.subjects():
        if child.parent_code and child.is_inspected:
            prefixes[child.parent_code] += child.url_prefixes
    return prefixes

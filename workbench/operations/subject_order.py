"""Puts together what the inspection of one subject needs from the campaign and the options of this PC."""

from dataclasses import replace

from workbench.domain.subject import Subject
from workbench.inspecting.subject_job import SubjectJob
from workbench.operations.checking_policy import networks_of, policy_from
from workbench.settings.options import Options
from workbench.storage.workspace import Workspace


def job_of(
    workspace: Workspace, subject: Subject, *, options: Options, only: tuple[str, ...] = ()
) -> SubjectJob:
    """The job of the checks named by `only`, or of all."""
    policy = policy_from(options)
    return SubjectJob(
        subject=subject,
        columns=workspace.columns(subject.id),
        standard=workspace.standard,
        as_of=workspace.campaign.as_of,
        policy=replace(policy, allowed_networks=(*policy.allowed_networks, *networks_of(subject))),
        only=only,
        left_to_children=_prefixes_below(workspace, subject),
        visits=workspace.home_visits(subject.id),
    )


def _prefixes_below(workspace: Workspace, subject: Subject) -> tuple[str, ...]:
    """What belongs to the channels and modules inside this subject."""
    return tuple(
        prefix
        for child in workspace.subjects()
        if child.parent_code == subject.code and child.is_inspected
        for prefix in child.url_prefixes
    )

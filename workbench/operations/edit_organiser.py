"""Change what the register says of an organiser at all of its subjects: its name, its supervisor, whom to reach."""

from collections.abc import Iterable, Mapping

from workbench.domain.subject import Subject
from workbench.errors import WrongUseError
from workbench.operations.edit_subject import change_subjects
from workbench.operations.lead_only import require_lead
from workbench.storage.workspace import Workspace

ORGANISER_CELLS = ("organiser", "supervisor", "contact", "phone")
"""What all subjects of an organiser say alike: its name first."""


def to_be_changed(
    subjects: Iterable[Subject], organiser: str, cells: Mapping[str, str]
) -> tuple[Subject, ...]:
    """Its subjects that say anything else than these cells."""
    return tuple(
        subject
        for subject in subjects
        if subject.organiser == organiser
        and any(getattr(subject, name) != value for name, value in cells.items())
    )


def change_organiser(workspace: Workspace, organiser: str, cells: Mapping[str, str], *, by: str) -> int:
    """Give all subjects of this organiser these cells, in one act; how many were changed.

    A name that another organiser has makes the two one.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: subjects without an organiser are no organiser's, or the new name is empty.
    """
    require_lead(workspace, by)
    if not organiser:
        raise WrongUseError("没有填写主办单位的对象不能一起修改，请在台账里选中后批量修改。")
    tidy = {name: " ".join(value.split()) for name, value in cells.items()}
    if not tidy.get("organiser", organiser):
        raise WrongUseError("主办单位的名称不能为空。")
    ids = {subject.id for subject in to_be_changed(workspace.subjects(), organiser, tidy)}
    return change_subjects(workspace, ids, tidy, by=by) if ids else 0

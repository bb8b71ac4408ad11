"""Take back one's last act on this PC, step by step."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from workbench.domain.ids import inspector_name
from workbench.domain.record_version import RECORD_KIND_WORDS, RecordVersion
from workbench.storage.workspace import Workspace

UNDO_WORD = "撤销"
FARTHEST_BACK = 2000


def undo_last(workspace: Workspace, *, by: str) -> str | None:
    """What was undone, in words; None where there is nothing to undo. The journal keeps the act and its undoing.

    Raises:
        WrongUseError: another PC's newer version has come in on top of it.
    """
    who = inspector_name(by)
    act = next(_undoable(workspace, who), None)
    if act is None:
        return None
    workspace.undo(*act, inspector=who, why=UNDO_WORD)
    counts = Counter(version.kind for version in act)
    told = [(RECORD_KIND_WORDS[kind], counts[kind]) for kind in RECORD_KIND_WORDS if counts[kind]]
    return "、".join(f"{word}{count}项" if count > 1 else word for word, count in told)


def undo_last_of_whom(workspace: Workspace, *, by: str) -> str | None:
    """As `undo_last`, with the subject it was about: that may be another than the one on screen."""
    act = next(_undoable(workspace, inspector_name(by)), ())
    concerned = {version.subject_id for version in act if version.subject_id is not None}
    names = [subject.name for subject in workspace.subjects() if subject.id in concerned]
    words = undo_last(workspace, by=by)
    about = f"{names[0]}等{len(names)}个对象" if len(names) > 1 else "".join(names)
    return f"{words}（{about}）" if words and about else words


def _undoable(workspace: Workspace, who: str) -> Iterator[tuple[RecordVersion, ...]]:
    """This person's acts on this PC, the latest first, without those already undone."""
    own = (
        version
        for version in workspace.recent_versions(limit=FARTHEST_BACK)
        if version.inspector == who and version.device == workspace.device
    )
    already_undone = 0
    for _, versions in groupby(own, key=lambda version: version.at):
        act = tuple(versions)
        if act[0].why == UNDO_WORD:
            already_undone += 1
        elif already_undone:
            already_undone -= 1
        else:
            yield act

"""The sheet of a new-media account: what one inspector saw of it, with the pictures that show it."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

from workbench.domain.account_sheet import AccountSheet
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.ids import account_sheet_id, inspector_name
from workbench.domain.subject import Subject, SubjectKind
from workbench.errors import EnvironmentFaultError, WrongUseError, fault_in_words
from workbench.operations.keep_evidence import WHY, picture_type
from workbench.register.table_text import read_table_text
from workbench.storage.workspace import Workspace
from workbench.views.account_platforms import account_platforms
from workbench.views.post_days import PostDays, read_post_days

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg")
QR_NOTE = "账号二维码"
_MOST_PICTURES = 200


def sheets_of(workspace: Workspace, subject_id: UUID | None = None) -> tuple[AccountSheet, ...]:
    """Every inspector's sheets, of one account or of all."""
    return workspace.records(AccountSheet, subject_id)


def sheet_for(workspace: Workspace, subject: Subject, *, by: str) -> AccountSheet:
    """The inspector's own sheet of this account; an empty one, not saved, where he has none yet.

    Raises:
        WrongUseError: the subject is no account.
    """
    if subject.kind is not SubjectKind.ACCOUNT:
        raise WrongUseError(f"“{subject.name}”不是新媒体账号，没有账号检查表。")
    who = inspector_name(by)
    own = [sheet for sheet in sheets_of(workspace, subject.id) if sheet.inspector == who]
    empty = AccountSheet(
        id=account_sheet_id(subject.id, inspector=who),
        subject_id=subject.id,
        inspector=who,
        platform=account_platforms().named(subject.platform).id,
    )
    return own[0] if own else empty


def save_sheet(workspace: Workspace, sheet: AccountSheet, *, by: str) -> AccountSheet:
    """The sheet as saved: posts newest first, menus without a name left out.

    Raises:
        NotAllowedError: it is another inspector's.
    """
    tidy = replace(
        sheet,
        posts=tuple(sorted(sheet.posts, reverse=True)),
        menus=tuple(menu for menu in sheet.menus if menu.name.strip()),
        note=sheet.note.strip(),
        interaction_note=sheet.interaction_note.strip(),
    )
    workspace.save(tidy, inspector=inspector_name(by), why="填写账号检查表")
    return tidy


def read_post_file(workspace: Workspace, file: Path) -> PostDays:
    """The days of posts in a file: text or a table with one post a row.

    Raises:
        WrongUseError: the file cannot be read as a table, or holds no date at all.
    """
    days = read_post_days(read_table_text(file), as_of=workspace.campaign.as_of)
    if not days.days:
        raise WrongUseError(f"“{file.name}”里没有找到日期，请确认每行有一条发布日期。")
    return days


def keep_account_picture(
    workspace: Workspace, *, subject: Subject, content: bytes, by: str, title: str = "", note: str = ""
) -> Evidence:
    """A picture that shows the account: pasted, or from a phone.

    Raises:
        WrongUseError: neither PNG nor JPEG, or too large.
    """
    evidence = _picture(subject, content, by=by, title=title, note=note)
    workspace.save_evidence(evidence, content, inspector=evidence.inspector, why=WHY)
    return evidence


def keep_qr_picture(workspace: Workspace, *, sheet: AccountSheet, content: bytes, by: str) -> AccountSheet:
    """Keep the account's own QR code as a picture and name it on the sheet."""
    subject = next(each for each in workspace.subjects() if each.id == sheet.subject_id)
    kept = keep_account_picture(workspace, subject=subject, content=content, by=by, note=QR_NOTE)
    return save_sheet(workspace, replace(sheet, qr_evidence_id=kept.id), by=by)


def import_picture_folder(workspace: Workspace, *, subject: Subject, folder: Path, by: str) -> int:
    """Keep every PNG and JPEG of a folder of phone pictures that is not kept yet, in one act; how many were new.

    Raises:
        WrongUseError: there are none, too many to be meant, or one is no picture; nothing has been kept.
        EnvironmentFaultError: one cannot be read; nothing has been kept.
    """
    files = sorted(file for file in folder.iterdir() if file.suffix.casefold() in PICTURE_ENDINGS)
    if not files:
        raise WrongUseError(f"文件夹“{folder.name}”里没有 PNG 或 JPG 图片，请换一个文件夹。")
    if len(files) > _MOST_PICTURES:
        raise WrongUseError(f"文件夹“{folder.name}”里有 {len(files)} 张图片，请只放这个账号的图片后重试。")
    held = {evidence.digest for evidence in workspace.records(Evidence, subject.id)}
    new = [(file, content) for file, content in _read(files) if _digest(content) not in held]
    for file, content in new:
        _refuse_no_picture(file, content)
    pieces = [(_picture(subject, content, by=by, title=file.name), content) for file, content in new]
    workspace.save_evidence_together(pieces, inspector=inspector_name(by), why=WHY)
    return len(new)


def _picture(subject: Subject, content: bytes, *, by: str, title: str = "", note: str = "") -> Evidence:
    return Evidence(
        id=uuid4(),
        subject_id=subject.id,
        kind=EvidenceKind.GIVEN_PICTURE,
        digest=_digest(content),
        size=len(content),
        media_type=picture_type(content),
        title=title,
        note=note,
        inspector=inspector_name(by),
    )


def _read(files: Sequence[Path]) -> list[tuple[Path, bytes]]:
    try:
        return [(file, file.read_bytes()) for file in files]
    except OSError as error:
        raise EnvironmentFaultError(f"读不了图片（{fault_in_words(error)}），请检查文件夹后重试。") from error


def _refuse_no_picture(file: Path, content: bytes) -> None:
    try:
        picture_type(content)
    except WrongUseError as error:
        raise WrongUseError(f"“{file.name}”：{error}") from error


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

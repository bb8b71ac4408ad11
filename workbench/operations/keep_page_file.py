"""Keep a page as one MHTML file for evidence: what stood there after its scripts had run, with its styles and pictures."""

from datetime import date

from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.errors import WrongUseError
from workbench.inspecting.page_capture import shows_personal_data
from workbench.operations.keep_evidence import WHY, EvidencePlace, SeenPage, evidence_of
from workbench.operations.show_page_file import html_of
from workbench.storage.workspace import Workspace
from workbench.views.page_view import PageView

MEDIA_TYPE = "multipart/related"
MOST_PAGE_FILE_BYTES = 30 * 2**20


def keep_page_file(
    workspace: Workspace, *, place: EvidencePlace, content: bytes, by: str, seen: SeenPage
) -> Evidence:
    """The saved evidence, flagged where the page shows numbers of persons, as a saved page of the checks is.

    Raises:
        WrongUseError: there is nothing in it, or it is too large.
    """
    if len(content) > MOST_PAGE_FILE_BYTES:
        most = MOST_PAGE_FILE_BYTES // 2**20
        raise WrongUseError(f"网页连同图片超过 {most} MB，没有保存；请按 Shift+F2 截取整页代替。")
    page = PageView(html_of(content), url=seen.url, content_type="text/html", as_of=date.max)
    evidence = evidence_of(
        workspace,
        place=place,
        kind=EvidenceKind.SAVED_PAGE,
        content=content,
        media_type=MEDIA_TYPE,
        by=by,
        seen=seen,
        has_personal_data=shows_personal_data(page),
    )
    workspace.save_evidence(evidence, content, inspector=evidence.inspector, why=WHY)
    return evidence

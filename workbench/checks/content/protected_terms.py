"""The check `protected-terms`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.attachment_view import AttachmentView
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import mask_personal
from workbench.views.suspect_terms import SuspectTerm, suspect_terms, suspect_terms_in_attachment

_GRADE_WORDS = {"severe": "严重", "ordinary": "一般", "style": "规范用字"}


@check("protected-terms", sees=PageView, also=(AttachmentView,), title="疑似错别字", is_of_words=True)
def protected_terms(view: PageView | AttachmentView) -> Iterator[Observation]:
    """Wording that is probably wrong, with the sentence it stands in.

    What: words of the graded table of wrong words, and names of state, organs, places and titles that differ from the
    protected list by one character: exchanged, missing, too many or in the wrong order. Grades are `severe`, `ordinary`
    and `style`. Each wording is told once a page, and once an attachment (docx, xlsx, xls, pdf on the site's own host).

    Why: a serious wrong wording is a veto; nearly all that notices name are one character away from a fixed term.

    Limits: a suspicion, never more: a person decides. No leaders' names are shipped; an office adds its own, and what
    it has found to be right, with a reason and a last day. Pictures, scans and old doc files are not read, and
    of an attachment no more than 200,000 signs.
    """
    if isinstance(view, PageView):
        where = _titled("页面标题", mask_personal(view.title, as_of=view.as_of))
        yield from (_suspected(view.url, term, where) for term in suspect_terms(view))
        return
    where = (*_titled("附件", mask_personal(view.name, as_of=view.as_of)), *view.proof[1:])
    if view.why_not:
        yield _unread(view)
    yield from (_suspected(view.url, term, where) for term in suspect_terms_in_attachment(view))


def _titled(label: str, words: str) -> tuple[tuple[str, str], ...]:
    return ((label, words),) if words else ()


def _suspected(place: str, term: SuspectTerm, where: tuple[tuple[str, str], ...]) -> Observation:
    proof = (
        ("原文", term.wrong),
        ("应为", term.right),
        ("所在句子", term.sentence),
        ("出现次数", str(term.count)),
        *where,
    )
    return Observation(
        check="protected-terms",
        aspect=term.grade,
        place=place,
        element=term.wrong,
        excerpt=f"疑似{_GRADE_WORDS[term.grade]}错误：“{term.wrong}”应为“{term.right}”——{term.sentence}",
        proof=proof,
    )


def _unread(attachment: AttachmentView) -> Observation:
    name = mask_personal(attachment.name, as_of=attachment.as_of)
    return Observation(
        check="protected-terms",
        aspect="severe",
        place=attachment.url,
        excerpt=f"附件“{name}”没有读：{attachment.why_not}（所在页面 {attachment.page}）。",
        is_unsure=True,
    )

"""The check `protected-terms`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import mask_personal
from workbench.views.suspect_terms import SuspectTerm, suspect_terms

_GRADE_WORDS = {"severe": "严重", "ordinary": "一般", "style": "规范用字"}


@check("protected-terms", sees=PageView, title="疑似错别字")
def protected_terms(page: PageView) -> Iterator[Observation]:
    """Wording that is probably wrong, with the sentence it stands in.

    What: words of the graded table of wrong words, and names of state, organs, places and titles that differ from the
    protected list by one character: exchanged, missing, too many or in the wrong order. Grades are `severe`, `ordinary`
    and `style`. Each wording is told once a page.

    Why: a serious wrong wording is a veto; nearly all that notices name are one character away from a fixed term.

    Limits: a suspicion, never more: a person decides. No leaders' names are shipped; an office adds its own, and what
    it has found to be right, with a reason and a last day. Pictures and attachments are not read.
    """
    for term in suspect_terms(page):
        yield Observation(
            check="protected-terms",
            aspect=term.grade,
            place=page.url,
            element=term.wrong,
            excerpt=f"疑似{_GRADE_WORDS[term.grade]}错误：“{term.wrong}”应为“{term.right}”——{term.sentence}",
            proof=tuple(_proof(page, term)),
        )


def _proof(page: PageView, term: SuspectTerm) -> Iterator[tuple[str, str]]:
    yield "原文", term.wrong
    yield "应为", term.right
    yield "所在句子", term.sentence
    yield "出现次数", str(term.count)
    if page.title:
        yield "页面标题", mask_personal(page.title, as_of=page.as_of)

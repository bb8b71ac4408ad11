"""The check `personal-data`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.attachment_view import AttachmentView
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import (
    PERSONAL_WORDS,
    PersonalKind,
    PersonalNumber,
    mask_personal,
    numbers_of_attachment,
    numbers_of_page,
)

_MOST_TOLD = 20


@check("personal-data", sees=PageView, also=(AttachmentView,), title="个人信息", is_of_words=True)
def personal_data(view: PageView | AttachmentView) -> Iterator[Observation]:
    """Numbers of persons that a page or an attachment shows in full.

    What: ID numbers (check digit, area and birth date must all be right), bank cards (known first digits, length and check
    digit) and mobile numbers in the words of the page, and of the attachments (docx, xlsx, xls, pdf) that the site's pages
    link on its own host. What is kept of a number is masked: nowhere is it written in full.

    Why: published personal data is a standing fault in the notices and a breach of the law.

    Limits: numbers in pictures, scans and old doc files are not seen. Land lines, hotlines and mobile numbers given as an
    office's contact do not count; where a mobile number only stands behind "联系电话", a person must look.
    """
    if isinstance(view, PageView):
        titles = (("页面标题", mask_personal(view.title, as_of=view.as_of)),)
        place = _Place(view.url, "页面", titles)
        yield from _judged(place, numbers_of_page(view))
    else:
        name = mask_personal(view.name, as_of=view.as_of)
        yield from _unread(view, name)
        yield from _judged(_Place(view.url, f"附件“{name}”", view.proof), numbers_of_attachment(view))


@dataclass(frozen=True, slots=True)
class _Place:
    url: str
    words: str
    proof: tuple[tuple[str, str], ...]


def _judged(place: _Place, found: Sequence[PersonalNumber]) -> Iterator[Observation]:
    for kind in PersonalKind:
        numbers = [number for number in found if number.kind is kind]
        sure = [number for number in numbers if not number.is_doubtful]
        if sure:
            yield _found(place, kind, sure)
        elif numbers:
            yield _doubtful(place, kind, numbers)


def _unread(attachment: AttachmentView, name: str) -> Iterator[Observation]:
    if attachment.why_not:
        yield Observation(
            check="personal-data",
            aspect=PersonalKind.ID_NUMBER.value,
            place=attachment.url,
            excerpt=f"附件“{name}”没有读：{attachment.why_not}（所在页面 {attachment.page}）。",
            is_unsure=True,
        )


def _found(place: _Place, kind: PersonalKind, numbers: Sequence[PersonalNumber]) -> Observation:
    shown = "、".join(number.masked for number in numbers[:3])
    more = "等" if len(numbers) > 3 else ""
    proof = [*place.proof, *((PERSONAL_WORDS[kind], number.masked) for number in numbers[:_MOST_TOLD])]
    return Observation(
        check="personal-data",
        aspect=kind.value,
        place=place.url,
        count=len(numbers),
        excerpt=f"{place.words}公开了{len(numbers)}个{PERSONAL_WORDS[kind]}：{shown}{more}",
        proof=tuple((label, words) for label, words in proof if words),
    )


def _doubtful(place: _Place, kind: PersonalKind, numbers: Sequence[PersonalNumber]) -> Observation:
    shown = "、".join(number.masked for number in numbers[:3])
    return Observation(
        check="personal-data",
        aspect=kind.value,
        place=place.url,
        excerpt=f"{place.words}有作为联系方式的{PERSONAL_WORDS[kind]}（{shown}），无法自动判断是否本人公开，请打开查看。",
        is_unsure=True,
    )

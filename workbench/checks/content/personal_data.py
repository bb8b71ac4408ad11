"""The check `personal-data`."""

from collections.abc import Iterator, Sequence

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import (
    PERSONAL_WORDS,
    PersonalKind,
    PersonalNumber,
    mask_personal,
    numbers_of_page,
)

_MOST_TOLD = 20


@check("personal-data", sees=PageView, title="个人信息")
def personal_data(page: PageView) -> Iterator[Observation]:
    """Numbers of persons that a page shows in full.

    What: ID numbers (check digit, area and birth date must all be right), bank cards (known first digits, length and check
    digit) and mobile numbers in the words of the page. What is kept of a number is masked: nowhere is it written in full.

    Why: published personal data is a standing fault in the notices and a breach of the law.

    Limits: numbers in pictures and attachments are not seen. Land lines, hotlines and mobile numbers given as an office's
    contact do not count; where a mobile number only stands behind "联系电话", a person must look.
    """
    found = numbers_of_page(page)
    for kind in PersonalKind:
        numbers = [number for number in found if number.kind is kind]
        sure = [number for number in numbers if not number.is_doubtful]
        if sure:
            yield _found(page, kind, sure)
        elif numbers:
            yield _doubtful(page, kind, numbers)


def _found(page: PageView, kind: PersonalKind, numbers: Sequence[PersonalNumber]) -> Observation:
    shown = "、".join(number.masked for number in numbers[:3])
    more = "等" if len(numbers) > 3 else ""
    proof = [
        ("页面标题", mask_personal(page.title, as_of=page.as_of)),
        *((PERSONAL_WORDS[kind], number.masked) for number in numbers[:_MOST_TOLD]),
    ]
    return Observation(
        check="personal-data",
        aspect=kind.value,
        place=page.url,
        count=len(numbers),
        excerpt=f"页面公开了{len(numbers)}个{PERSONAL_WORDS[kind]}：{shown}{more}",
        proof=tuple((label, words) for label, words in proof if words),
    )


def _doubtful(page: PageView, kind: PersonalKind, numbers: Sequence[PersonalNumber]) -> Observation:
    shown = "、".join(number.masked for number in numbers[:3])
    return Observation(
        check="personal-data",
        aspect=kind.value,
        place=page.url,
        excerpt=f"页面有作为联系方式的{PERSONAL_WORDS[kind]}（{shown}），无法自动判断是否本人公开，请打开页面查看。",
        is_unsure=True,
    )

from uuid import UUID

from workbench.domain.subject import Subject, SubjectKind, SubjectState
from workbench.views.register_view import RegisterView


def subject(number: int, organiser: str, **more: object) -> Subject:
    return Subject(id=UUID(int=number), code=str(number), name=f"第{number}", organiser=organiser, **more)  # type: ignore[arg-type]  # any field


def test_what_leaves_and_what_is_part_of_a_site_is_no_site() -> None:
    view = RegisterView(
        (
            subject(1, "甲", kind=SubjectKind.PORTAL),
            subject(2, "甲"),
            subject(3, "甲", state=SubjectState.CLOSING),
            subject(4, "甲", state=SubjectState.MOVED),
            subject(5, "甲", kind=SubjectKind.CHANNEL),
            subject(6, ""),
            subject(7, "甲", kind=SubjectKind.ACCOUNT, platform="微博"),
            subject(8, "甲", kind=SubjectKind.ACCOUNT),
        )
    )
    assert [each.code for each in view.sites] == ["1", "2", "6"]
    assert {unit: len(held) for unit, held in view.sites_by_unit.items()} == {"甲": 2}
    assert list(view.accounts_by_unit_and_platform) == [("甲", "微博")]

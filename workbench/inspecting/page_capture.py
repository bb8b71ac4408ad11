"""Makes the saved page of an answer, flagged where it shows numbers of persons."""

from workbench.domain.capture import Capture
from workbench.fetch.fetched import Fetched
from workbench.views.page_view import PageView
from workbench.views.personal_numbers import numbers_of_page


def capture_of(url: str, fetched: Fetched, page: PageView | None) -> Capture:
    """`page` is None where nobody could read the answer as one; doubtful numbers raise no flag."""
    return Capture(
        url=url,
        final_url=fetched.final_url,
        status=fetched.status,
        headers=tuple(fetched.headers.items()),
        body=fetched.body,
        at=fetched.at,
        has_personal_data=page is not None and shows_personal_data(page),
    )


def shows_personal_data(page: PageView) -> bool:
    return any(not number.is_doubtful for number in numbers_of_page(page))

"""What the sheet of an account asks of the page it is on."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.account_sheet import AccountSheet
from workbench.views.post_days import PostDays


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetActs:
    """What the sheet asks of the page: `save` tells when it is stored, `read` makes days of pasted text, `problem` records
    an aspect as a problem.
    """

    save: Callable[[AccountSheet, Callable[[], None]], None]
    read: Callable[[str], PostDays]
    problem: Callable[[str, str], None]
    import_posts: Callable[[], None]
    import_folder: Callable[[], None]
    paste_picture: Callable[[], None]
    paste_qr: Callable[[], None]

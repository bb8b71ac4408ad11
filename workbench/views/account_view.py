"""What is known of one new-media account: the sheets its inspectors have filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.domain.account_sheet import AccountSheet, Tried
from workbench.domain.post_rhythm import PostRhythm, post_rhythm
from workbench.domain.subject import Subject
from workbench.domain.window import Window
from workbench.views.account_platforms import AccountPlatform, account_platforms

_BROKEN = (Tried.FAILS, Tried.ABSENT)


@dataclass(frozen=True)
class AccountView:
    """`windows` are those the pinned standard gives the aspects of the check that looks."""

    subject: Subject
    sheets: tuple[AccountSheet, ...]
    as_of: date
    windows: Mapping[str, Window]

    @cached_property
    def rhythm(self) -> PostRhythm:
        """Of all posts anybody has seen."""
        return post_rhythm((day for sheet in self.sheets for day in sheet.posts), as_of=self.as_of)

    @cached_property
    def platform(self) -> AccountPlatform:
        platforms = account_platforms()
        said = [platforms.by_id[sheet.platform] for sheet in self.sheets if sheet.platform in platforms.by_id]
        return said[0] if said else platforms.named(self.subject.platform)

    @property
    def unusable(self) -> AccountSheet | None:
        """The sheet on which it could not be downloaded or used."""
        return next((sheet for sheet in self.sheets if sheet.can_be_opened in _BROKEN), None)

    @property
    def without_interaction(self) -> AccountSheet | None:
        """The sheet on which asking something brought nothing."""
        return next((sheet for sheet in self.sheets if sheet.interaction in _BROKEN), None)

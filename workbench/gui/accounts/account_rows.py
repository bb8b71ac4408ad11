"""The accounts as the list at the left shows them; plain values, no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from workbench.domain.account_sheet import AccountSheet
from workbench.domain.post_rhythm import PostRhythm, post_rhythm
from workbench.domain.standard import Rule, Standard
from workbench.domain.subject import Subject, SubjectKind
from workbench.gui.outcome_look import Look
from workbench.operations.score_campaign import SubjectStanding
from workbench.views.account_platforms import AccountPlatform, AccountPlatforms

CHECK, SILENT, UNUSABLE, NO_INTERACTION = "accounts", "silent", "app-unusable", "no-interaction"
USUAL_LIMIT_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """`sheet` is the inspector's own, None where he has not begun one."""

    subject: Subject
    platform: AccountPlatform
    sheet: AccountSheet | None
    rhythm: PostRhythm
    limit_days: int
    as_of: date

    @property
    def look(self) -> Look:
        if self.rhythm.days_silent is None:
            return Look("not_checked", "未填写", "na")
        if self.rhythm.is_silent(self.limit_days):
            return Look("fail", f"{self.rhythm.days_silent} 天未更新", "fail")
        return Look("pass", f"{self.rhythm.days_silent} 天前更新", "passed")

    def in_words(self) -> str:
        """For screen readers: everything the row shows."""
        return f"{self.subject.name}，{self.platform.name}，{self.look.word}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitMark:
    """Whether an account keeps within a number of days; None where no post is known."""

    days: int
    is_kept: bool | None

    @property
    def look(self) -> Look:
        if self.is_kept is None:
            return Look("not_checked", f"{self.days}天", "na")
        return (
            Look("pass", f"{self.days}天内", "passed")
            if self.is_kept
            else Look("fail", f"超{self.days}天", "fail")
        )


def account_rows(
    standings: Iterable[SubjectStanding],
    sheets: Mapping[UUID, AccountSheet],
    *,
    platforms: AccountPlatforms,
    standard: Standard,
    as_of: date,
) -> tuple[AccountRow, ...]:
    """`sheets` are the inspector's own, by account; the limit is the standard's where it gives one."""
    limit = limit_of(standard)
    rows = []
    for each in standings:
        if each.subject.kind is SubjectKind.ACCOUNT:
            sheet = sheets.get(each.subject.id)
            known = platforms.by_id.get(sheet.platform) if sheet is not None else None
            rows.append(
                AccountRow(
                    subject=each.subject,
                    platform=known or platforms.named(each.subject.platform),
                    sheet=sheet,
                    rhythm=post_rhythm(sheet.posts if sheet else (), as_of=as_of),
                    limit_days=limit,
                    as_of=as_of,
                )
            )
    return tuple(rows)


def limit_marks(rhythm: PostRhythm, limits: Iterable[int]) -> tuple[LimitMark, ...]:
    is_known = rhythm.days_silent is not None
    return tuple(
        LimitMark(days=days, is_kept=not rhythm.is_silent(days) if is_known else None)
        for days in sorted(set(limits))
    )


def limit_of(standard: Standard) -> int:
    """The days an account may be silent under this standard; two weeks where it does not say."""
    rule = rule_for(standard, SILENT)
    window = rule.window if rule is not None else None
    return window.amount if window is not None and window.unit == "d" else USUAL_LIMIT_DAYS


def rule_for(standard: Standard, aspect: str) -> Rule | None:
    """The rule that cites this aspect of the check of accounts."""
    return next(
        (
            rule
            for indicator in standard.indicators
            for rule in indicator.rules
            if rule.observes is not None and rule.observes.check == CHECK and aspect in rule.observes.aspects
        ),
        None,
    )


def rhythm_in_words(rhythm: PostRhythm, last_minute: tuple[date, ...], *, limit_days: int) -> str:
    """What a list of posts shows and a single date does not: the longest gap, and posts just before the limit."""
    if rhythm.newest is None:
        return "还没有发布日期：把账号里各条的日期粘贴到下面，一行一条；只知道最近一条也可以。"
    parts = [f"最近一条 {rhythm.newest}，到监测日 {rhythm.days_silent} 天"]
    if rhythm.count > 1:
        parts.append(
            f"共 {rhythm.count} 条，最长间隔 {rhythm.longest_gap} 天（{rhythm.gap_first} 至 {rhythm.gap_last}）"
        )
    if last_minute:
        listed = "、".join(str(day) for day in last_minute[-5:])
        parts.append(f"有 {len(last_minute)} 次临到 {limit_days} 天期限才更新：{listed}")
    return "；".join(parts) + "。"

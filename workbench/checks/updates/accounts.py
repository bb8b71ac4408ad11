"""The check `accounts`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.account_sheet import TRIED_WORDS, AccountSheet
from workbench.domain.observation import Observation
from workbench.views.account_view import AccountView


@check("accounts", sees=AccountView, title="新媒体账号")
def accounts(view: AccountView) -> Iterator[Observation]:
    """New-media accounts that have gone silent, cannot be used, or do not answer.

    What: the newest post anybody has written on the account's sheet against the days of the standard (`silent`); an app
    that could not be downloaded or used (`app-unusable`); no way to ask, or no reaction to asking (`no-interaction`).

    Why: two weeks of silence are a veto for new media; so is an app that does not work, and no effective interaction.

    Limits: nothing is fetched: it knows what inspectors have typed and tried, and is unsure where nobody has.
    """
    window, rhythm = view.windows.get("silent"), view.rhythm
    if rhythm.newest is None:
        yield _unsure(view)
    elif window is not None and not window.contains(rhythm.newest, as_of=view.as_of):
        words = f"最近一条发布于 {rhythm.newest}，到监测日 {view.as_of} 已 {rhythm.days_silent} 天未更新"
        proof = (
            ("最近发布", str(rhythm.newest)),
            ("监测日", str(view.as_of)),
            ("未更新天数", str(rhythm.days_silent)),
            ("更新时限", window.in_words()),
            ("最长间隔", f"{rhythm.longest_gap}天（{rhythm.gap_first} 至 {rhythm.gap_last}）"),
        )
        yield _found(view, "silent", f"{words}（时限{window.in_words()}）", proof)
    if view.platform.is_app and view.unusable is not None:
        state = TRIED_WORDS[view.unusable.can_be_opened]
        yield _found(
            view, "app-unusable", f"{view.platform.name}下载和使用：{state}", _seen_by(view.unusable)
        )
    if view.without_interaction is not None:
        sheet = view.without_interaction
        words = f"互动：{TRIED_WORDS[sheet.interaction]}"
        note = f"，{sheet.interaction_note}" if sheet.interaction_note else ""
        yield _found(view, "no-interaction", words + note, _seen_by(sheet))


def _seen_by(sheet: AccountSheet) -> tuple[tuple[str, str], ...]:
    return (("检查员", sheet.inspector), *((("说明", sheet.note),) if sheet.note else ()))


def _found(view: AccountView, aspect: str, excerpt: str, proof: tuple[tuple[str, str], ...]) -> Observation:
    return Observation(
        check="accounts",
        aspect=aspect,
        place=_place(view),
        excerpt=excerpt,
        proof=(("账号", view.subject.name), ("平台", view.platform.name), *proof),
    )


def _unsure(view: AccountView) -> Observation:
    return Observation(
        check="accounts",
        aspect="silent",
        place=_place(view),
        excerpt="还没有填写这个账号的发布日期，请在“新媒体”页填写检查表。",
        is_unsure=True,
    )


def _place(view: AccountView) -> str:
    return view.subject.home_url or view.subject.code

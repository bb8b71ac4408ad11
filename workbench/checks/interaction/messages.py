"""The check `messages`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.clocks.message_clock import CLOSED_TIMINGS, OVERDUE_TIMINGS, MessageReading, Timing
from workbench.clocks.message_log import MessageLog
from workbench.domain.message_totals import MessageTotals
from workbench.domain.observation import Observation

_VETO = "over-three-months"


@check("messages", sees=MessageLog, title="留言办理")
def messages(log: MessageLog) -> Iterator[Observation]:
    """Citizens' messages that were not answered in time.

    What: valid messages nobody has answered for more than three months, inside the year the standard asks about, on
    platforms that are columns of consultation (`over-three-months`); every other unanswered message past its limit
    (`past-limit`), also as a typed total; answers that a person has marked as going through the motions (`perfunctory`).

    Why: the first is a veto, and notices print the second by unit and number.

    Limits: it knows what was imported or typed, and is unsure where nothing was. Limits are those of the list of
    platforms; unverified ones are named so. 网上信访 and 纪检举报 are no platforms here. A year whose holidays are not known
    is not judged by working days; three months run by the calendar.
    """
    if log.is_empty:
        yield _unsure(
            log, "没有导入这个对象的留言，也没有填写汇总数，无法判断办理情况，请在“留言”页导入或填写。"
        )
        return
    for reading in log.readings:
        if reading.timing in OVERDUE_TIMINGS and reading.platform is not None:
            yield _overdue(reading, log)
        if reading.message.is_perfunctory and reading.timing in CLOSED_TIMINGS:
            yield _found(reading, log, "perfunctory", "答复推诿、敷衍")
    for totals in log.totals:
        if totals.overdue:
            yield _overdue_total(totals, log)
    yield from _doubts(log)


def _doubts(log: MessageLog) -> Iterator[Observation]:
    """One for each reason why some message cannot be told."""
    doubts = [reading.reason for reading in log.readings if reading.timing is Timing.UNTOLD]
    doubts += [
        reading.reason
        for reading in log.readings
        if reading.timing in OVERDUE_TIMINGS and reading.platform is None
    ]
    doubts += [
        "只有留言汇总数，看不出有没有超过3个月未回应的，请查看平台。"
        for totals in log.totals
        if totals.overdue
    ]
    for doubt in dict.fromkeys(doubts):
        yield _unsure(log, doubt)


def _overdue(reading: MessageReading, log: MessageLog) -> Observation:
    platform, message = reading.platform, reading.message
    assert platform is not None
    window = log.windows.get(_VETO)
    is_in_window = window is None or window.contains(message.received, as_of=log.as_of)
    if reading.timing is Timing.OVER_THREE_MONTHS and platform.is_consultation and is_in_window:
        return _found(reading, log, _VETO, "超过3个月未回应")
    return _found(reading, log, "past-limit", f"逾期未办结（时限{platform.limit_in_words()}）")


def _found(reading: MessageReading, log: MessageLog, aspect: str, words: str) -> Observation:
    message = reading.message
    days = (log.as_of - message.received).days
    age = "" if message.answered is not None else f"，已{days}天"
    proof = [
        ("平台", reading.platform_name),
        ("编号", message.number),
        ("标题", message.title),
        ("承办单位", message.unit or log.subject.organiser),
        ("留言时间", str(message.received)),
        ("到期日", str(reading.due or "")),
        ("答复时间", str(message.answered or "")),
        ("截止日", str(log.as_of)),
    ]
    return Observation(
        check="messages",
        aspect=aspect,
        place=f"{reading.platform_name} {message.number}",
        excerpt=f"{reading.platform_name}留言 {message.number}（{message.received}）{words}{age}",
        proof=tuple((label, value) for label, value in proof if value),
    )


def _overdue_total(totals: MessageTotals, log: MessageLog) -> Observation:
    name = log.platform_names.get(totals.platform, totals.platform)
    return Observation(
        check="messages",
        aspect="past-limit",
        place=f"{name} {totals.first_day} 至 {totals.last_day}",
        count=totals.overdue,
        excerpt=f"{name}收到 {totals.received} 条留言，其中 {totals.overdue} 条逾期未办结（汇总数）",
        proof=(("期间", f"{totals.first_day} 至 {totals.last_day}"), ("收到", str(totals.received))),
    )


def _unsure(log: MessageLog, doubt: str) -> Observation:
    return Observation(
        check="messages",
        aspect="past-limit",
        place=log.subject.home_url or log.subject.code,
        excerpt=doubt,
        is_unsure=True,
    )

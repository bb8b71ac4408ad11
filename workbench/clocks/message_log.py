"""The messages of one subject as they stand on the monitoring day: the view of the check that judges them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.clocks.message_clock import MessageReading, read_messages
from workbench.clocks.message_platforms import message_platforms
from workbench.domain.message import Message
from workbench.domain.message_totals import MessageTotals
from workbench.domain.subject import Subject
from workbench.domain.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLog:
    """`windows` are those the pinned standard gives the aspects of the check that is shown the log.

    `platform_names` are those of the typed totals, by id.
    """

    subject: Subject
    as_of: date
    readings: tuple[MessageReading, ...] = ()
    totals: tuple[MessageTotals, ...] = ()
    windows: Mapping[str, Window] = field(default_factory=dict)
    platform_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.readings and not self.totals


def message_log(
    subject: Subject,
    *,
    messages: Iterable[Message],
    totals: Iterable[MessageTotals] = (),
    as_of: date,
    windows: Mapping[str, Window] | None = None,
) -> MessageLog:
    """The log in the order of receipt; totals beside a list of the same platform and days are not counted again.

    Raises:
        EnvironmentFaultError: the office's own list of platforms cannot be read.
    """
    platforms = message_platforms()
    listed = tuple(sorted(messages, key=lambda each: (each.received, each.platform, each.number)))
    alone = (
        each
        for each in totals
        if not any(
            message.platform == each.platform and each.first_day <= message.received <= each.last_day
            for message in listed
        )
    )
    return MessageLog(
        subject=subject,
        as_of=as_of,
        readings=tuple(read_messages(listed, platforms, as_of)),
        totals=tuple(alone),
        windows=windows or {},
        platform_names={identity: platform.name for identity, platform in platforms.items()},
    )

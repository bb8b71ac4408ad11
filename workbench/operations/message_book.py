"""The messages of a campaign as they stand on a day, with their figures and the overdue list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from workbench.clocks.message_clock import OVERDUE_TIMINGS, MessageReading, read_message, read_messages
from workbench.clocks.message_figures import MessageFigures, MessageSpan, figures_of, why_not_counted
from workbench.clocks.message_platforms import message_platforms
from workbench.domain.message import Message
from workbench.domain.message_totals import MessageTotals
from workbench.domain.subject import Subject
from workbench.domain.window import Window
from workbench.errors import WrongUseError
from workbench.operations.whole_file import written_whole
from workbench.register.message_sheet import write_message_sheet
from workbench.storage.workspace import Workspace

_A_YEAR = Window(1, "y")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageBook:
    """`readings` by day of receipt, the oldest first."""

    as_of: date
    subjects: Mapping[UUID, Subject]
    readings: tuple[MessageReading, ...] = ()
    totals: tuple[MessageTotals, ...] = ()

    def narrowed(self, *, subject_id: UUID | None = None, platform: str = "") -> "MessageBook":
        """The same with one subject's or one platform's alone."""
        return MessageBook(
            as_of=self.as_of,
            subjects=self.subjects,
            readings=tuple(
                reading
                for reading in self.readings
                if subject_id in (None, reading.message.subject_id)
                and platform in ("", reading.message.platform)
            ),
            totals=tuple(
                each
                for each in self.totals
                if subject_id in (None, each.subject_id) and platform in ("", each.platform)
            ),
        )

    def with_messages(self, changed: Iterable[Message]) -> "MessageBook":
        """The same with these as they are now: an edit of one among thousands reads no file again."""
        fresh = {each.id: each for each in changed}
        platforms = message_platforms()
        readings = (
            read_message(fresh[reading.message.id], platforms, self.as_of)
            if reading.message.id in fresh
            else reading
            for reading in self.readings
        )
        return MessageBook(
            as_of=self.as_of, subjects=self.subjects, readings=tuple(readings), totals=self.totals
        )

    def figures(self, span: MessageSpan) -> MessageFigures:
        return figures_of(
            self.readings,
            self.totals,
            listed=[reading.message for reading in self.readings],
            span=span,
            as_of=self.as_of,
        )

    def counted_totals(self, span: MessageSpan) -> tuple[MessageTotals, ...]:
        """The typed totals that are in the figures of the span."""
        listed = [reading.message for reading in self.readings]
        return tuple(each for each in self.totals if why_not_counted(each, listed, span) is None)

    def unit_of(self, reading: MessageReading) -> str:
        """Who answers for it: the unit the message names, else who runs the site."""
        subject = self.subjects.get(reading.message.subject_id)
        return reading.message.unit or (subject.organiser or subject.name if subject else "")

    def overdue(self, span: MessageSpan) -> tuple[MessageReading, ...]:
        """The overdue list by unit and number, as notices print it."""
        found = [
            reading
            for reading in self.readings
            if reading.timing in OVERDUE_TIMINGS and span.holds(reading.message.received)
        ]
        return tuple(sorted(found, key=lambda reading: (self.unit_of(reading), reading.message.number)))


def read_message_book(workspace: Workspace, *, as_of: date | None = None) -> MessageBook:
    """As of `as_of`, by default the campaign's monitoring day.

    Raises:
        EnvironmentFaultError: the office's own list of platforms cannot be read.
    """
    day = as_of or workspace.campaign.as_of
    messages = {message.id: message for message in workspace.records(Message)}
    ordered = sorted(messages.values(), key=lambda each: (each.received, each.platform, each.number))
    totals = {each.id: each for each in workspace.records(MessageTotals)}
    return MessageBook(
        as_of=day,
        subjects={subject.id: subject for subject in workspace.subjects()},
        readings=tuple(read_messages(ordered, message_platforms(), day)),
        totals=tuple(sorted(totals.values(), key=lambda each: (each.first_day, each.platform))),
    )


def year_before(day: date) -> MessageSpan:
    """The span looked at where nobody chooses one: a year, as the veto does."""
    return MessageSpan(_A_YEAR.first_day(day), day)


def span_of(first: date | None, last: date | None, *, as_of: date) -> MessageSpan:
    """Raises WrongUseError where the last day comes before the first."""
    usual = year_before(as_of)
    span = MessageSpan(first or usual.first, last or usual.last)
    if span.last < span.first:
        raise WrongUseError(f"统计期 {span.in_words()} 的最后一天早于第一天，请改正。")
    return span


def export_messages(book: MessageBook, readings: Sequence[MessageReading], target: Path) -> Path:
    """Write the readings as a workbook that can be imported again.

    Raises:
        WrongUseError: the name does not end in .xlsx, or the target holds a campaign.
        EnvironmentFaultError: the file cannot be written.
    """
    if target.suffix.lower() != ".xlsx":
        raise WrongUseError(f"“{target.name}”请用 .xlsx 结尾的文件名。")
    with written_whole(target) as draft, draft.open("wb") as out:
        write_message_sheet(readings, book.subjects, out)
    return target

"""All that the inspection of one subject needs, as plain data that travels to another process."""

from dataclasses import dataclass, field
from datetime import date

from workbench.domain.column import Column
from workbench.domain.home_visit import HomeVisit
from workbench.domain.message import Message
from workbench.domain.message_totals import MessageTotals
from workbench.domain.reprint_title import ReprintTitle
from workbench.domain.silence import Silence
from workbench.domain.standard import Standard
from workbench.domain.subject import Subject
from workbench.fetch.fetch_policy import FetchPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectJob:
    """`max_depth` and `max_pages` None: no limit. `only` names the checks to run, empty for all.

    `silences` are the reasons, in force, why columns had nothing to publish.
    `left_to_children` are the URL prefixes of the channels and modules inside this subject: what is broken inside them is
    theirs. `visits` are the recorded visits to its home page, `messages` and `message_totals` what is known of its
    citizens' messages, `reprints` what sites have to reprint.
    """

    subject: Subject
    columns: tuple[Column, ...]
    standard: Standard
    as_of: date
    policy: FetchPolicy = field(default_factory=FetchPolicy)
    max_depth: int | None = None
    max_pages: int | None = None
    only: tuple[str, ...] = ()
    left_to_children: tuple[str, ...] = ()
    silences: tuple[Silence, ...] = ()
    visits: tuple[HomeVisit, ...] = ()
    messages: tuple[Message, ...] = ()
    message_totals: tuple[MessageTotals, ...] = ()
    reprints: tuple[ReprintTitle, ...] = ()

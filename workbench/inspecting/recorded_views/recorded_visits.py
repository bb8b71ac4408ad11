"""The log of visits that a check of a subject is shown: what was recorded before, so that nothing is asked for."""

from workbench.domain.standard import Standard
from workbench.inspecting.asked_address import as_asked
from workbench.inspecting.recording import RecordedView, records
from workbench.inspecting.subject_job import SubjectJob
from workbench.views.visit_log import VisitLog

_WEEK = 7


@records(VisitLog)
def visit_log_of(job: SubjectJob, check: str) -> RecordedView:
    log = VisitLog(
        job.visits, home_url=as_asked(job.subject.home_url), days=_days_asked_for(job.standard, check)
    )
    return RecordedView(log, max((visit.at for visit in job.visits), default=None))


def _days_asked_for(standard: Standard, check: str) -> int:
    """The days that the rules which cite the check ask for, the most of them; a week where none says."""
    windows = [
        rule.window
        for indicator in standard.indicators
        for rule in indicator.rules
        if rule.observes is not None and rule.observes.check == check and rule.window is not None
    ]
    return max((window.amount for window in windows if window.unit == "d"), default=_WEEK)

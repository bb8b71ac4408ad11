"""The messages a check of a subject is shown: what was imported or typed before, so that nothing is asked for."""

from workbench.clocks.message_log import MessageLog, message_log
from workbench.inspecting.gathering import windows_for
from workbench.inspecting.recording import RecordedView, records
from workbench.inspecting.subject_job import SubjectJob


@records(MessageLog)
def message_log_of(job: SubjectJob, check: str) -> RecordedView:
    log = message_log(
        job.subject,
        messages=job.messages,
        totals=job.message_totals,
        as_of=job.as_of,
        windows=windows_for(check, standard=job.standard, subject=job.subject),
    )
    return RecordedView(log)

"""What is killed: a process that ticks verdicts, writes machine rows, or drains a side file until it is shot."""

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from uuid import UUID

from workbench.domain.finding import Finding, Source
from workbench.domain.ids import proposal_id, verdict_id
from workbench.domain.link import LinkKind, LinkOutcome, LinkResult
from workbench.domain.verdict import Outcome, Verdict
from workbench.storage.link_window import LinkQuery
from workbench.storage.spool import Spool
from workbench.storage.workspace import Workspace

SUBJECT = UUID(int=7)
OUTCOMES = (Outcome.PASS, Outcome.FAIL, Outcome.DOUBTFUL)
INDICATORS = 12


def tick(path: Path, start: int) -> None:
    """Say "saved indicator number" each time the workspace has said that it is."""
    with Workspace.open(path, device="pc-a") as workspace:
        for number in count(start):
            indicator = f"U{number % INDICATORS}"
            verdict = Verdict(
                id=verdict_id(SUBJECT, indicator=indicator, inspector="李四"),
                subject_id=SUBJECT,
                indicator=indicator,
                inspector="李四",
                outcome=OUTCOMES[number % len(OUTCOMES)],
                note=str(number),
            )
            workspace.save(verdict, inspector="李四")
            say("saved", indicator, number)


def run_checks(path: Path, start: int) -> None:
    with Workspace.open(path, device="pc-a") as workspace:
        run = workspace.begin_run()
        for number in count(start):
            subject = UUID(int=number)
            workspace.begin_subject(run, subject)
            workspace.save_links(run, subject, [link(f"http://a.cn/{number}/{n}") for n in range(700)])
            place = f"http://a.cn/{number}"
            proposal = Finding(
                id=proposal_id(subject, check="dead-links", aspect="home", place=place),
                subject_id=subject,
                rule="U2.home",
                source=Source.CHECK,
                place=place,
                check="dead-links",
                aspect="home",
            )
            workspace.save_proposals(run, subject, [proposal])
            workspace.end_subject(run, subject)
            say("done", number)


def append(path: Path, start: int) -> None:
    with Spool.open(path) as spool:
        for number in count(start):
            spool.append(str(number).encode())
            say("appended", number)


def drain(path: Path, run: int) -> None:
    with Workspace.open(path, device="pc-a") as workspace, Spool.open(path.with_suffix(".spool")) as spool:

        def take(number: str) -> None:
            # The address says how many were there before: taking one in twice or leaving one out would show.
            before = workspace.link_count(SUBJECT, LinkQuery())
            workspace.save_links(run, SUBJECT, [link(f"http://a.cn/{number}?after={before}")])

        while True:
            workspace.drain(spool, read=bytes.decode, take=take)


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def link(url: str) -> LinkResult:
    return LinkResult(url=url, kind=LinkKind.PAGE, outcome=LinkOutcome.OK)


WORK: dict[str, Callable[[Path, int], None]] = {
    "tick": tick,
    "run_checks": run_checks,
    "append": append,
    "drain": drain,
}

if __name__ == "__main__":
    WORK[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))

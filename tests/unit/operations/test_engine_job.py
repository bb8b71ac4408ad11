"""Many subjects in one engine process: all under way together, each with its own spool, none able to end the others."""

import threading
import time
from collections import Counter
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from trap_server import Answer, TrapRequest, TrapServer, page, status
from workbench.domain.standard import Scoring, Standard
from workbench.domain.subject import Subject
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.inspecting.inspection_event import InspectionEvent, LinkFound
from workbench.inspecting.subject_job import SubjectJob
from workbench.operations.engine_job import EngineTask, run_engine_tasks
from workbench.operations.engine_room import share_out
from workbench.operations.event_batch import SubjectOver, decode_batch
from workbench.storage.spool import Spool

POLICY = FetchPolicy(allowed_networks=("127.0.0.0/8",), retries=0, retry_delay_s=0.0, per_host=2)
STANDARD = Standard(
    id="s",
    title="s",
    document="",
    scoring=Scoring(start=Decimal(100), fail_below=Decimal(60)),
    indicators=(),
)


class SlowSites:
    """A server whose every answer takes a while, and which counts how many it is at, by host."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.open: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.most_hosts = 0

    def slowly(self, answer: Answer) -> Answer:
        def answer_slowly(request: TrapRequest) -> None:
            host = request.headers["Host"]
            with self.lock:
                self.open[host] += 1
                self.most[host] = max(self.most[host], self.open[host])
                self.most_hosts = max(self.most_hosts, sum(count > 0 for count in self.open.values()))
            time.sleep(0.02)
            with self.lock:
                self.open[host] -= 1
            answer(request)

        return answer_slowly


def routes(sites: SlowSites) -> dict[str, Answer]:
    links = "".join(f'<a href="/{n}.html">{n}</a>' for n in range(6))
    pages = {f"/{n}.html": sites.slowly(page(f"<title>{n}</title>")) for n in range(5)}
    return {
        "/": sites.slowly(page(f"<title>home</title>{links}")),
        "/5.html": sites.slowly(status(404)),
        **pages,
    }


def task(folder: Path, home: str) -> EngineTask:
    subject = Subject(id=uuid4(), code=home, name="某局", home_url=home)
    job = SubjectJob(
        subject=subject,
        columns=(),
        standard=STANDARD,
        as_of=date(2026, 11, 20),
        policy=POLICY,
        only=("dead-links",),
    )
    return EngineTask(job=job, spool_file=folder / f"{subject.id}.spool", mark=uuid4().hex)


def told(each: EngineTask) -> list[InspectionEvent | SubjectOver]:
    with Spool.open(each.spool_file) as spool:
        return [event for _, batch in spool.read_after(0) for event in decode_batch(batch)]


def found(each: EngineTask) -> Counter[str]:
    links = {event.link.url: event.link.outcome for event in told(each) if isinstance(event, LinkFound)}
    return Counter(outcome.value for outcome in links.values())


def test_many_subjects_are_under_way_together_and_no_host_is_asked_too_often(tmp_path: Path) -> None:
    sites = SlowSites()
    with ExitStack() as opened:
        homes = [opened.enter_context(TrapServer(routes(sites))).home for _ in range(4)]
        # Two subjects on one host share its limit.
        tasks = [task(tmp_path, home) for home in (*homes, homes[0])]
        assert run_engine_tasks(tasks, tmp_path / "stop") == {}
    assert [found(each) for each in tasks] == [{"ok": 5, "dead": 1}] * 5
    assert all(told(each)[-1] == SubjectOver(each.mark) for each in tasks)
    assert max(sites.most.values()) == POLICY.per_host
    assert sites.most_hosts > 2


def test_what_goes_wrong_with_one_subject_does_not_end_the_others(tmp_path: Path) -> None:
    with TrapServer(routes(SlowSites())) as server:
        broken, whole = (task(tmp_path, server.home) for _ in range(2))
        broken.spool_file.write_bytes(b"this is no spool" * 100)
        problems = run_engine_tasks([broken, whole], tmp_path / "stop")
    assert list(problems) == [broken.job.subject.id]
    assert found(whole) == {"ok": 5, "dead": 1}


def test_stopped_it_says_of_no_subject_that_it_is_over_and_goes_on_from_there(tmp_path: Path) -> None:
    stop = tmp_path / "stop"
    stop.touch()
    with TrapServer(routes(SlowSites())) as server:
        each = task(tmp_path, server.home)
        assert run_engine_tasks([each], stop) == {}
        assert not any(isinstance(event, SubjectOver) for event in told(each))
        stop.unlink()
        run_engine_tasks([each], stop)
        assert found(each) == {"ok": 5, "dead": 1}


def test_subjects_of_one_host_go_to_one_engine() -> None:
    homes = ("http://a.cn/", "http://b.cn/", "http://a.cn/x/", "a.cn", "http://c.cn/", "")
    subjects = [Subject(id=uuid4(), code=home, name=home, home_url=home) for home in homes]
    shares = share_out(subjects, wanted=2)
    assert sorted(len(share) for share in shares) == [3, 3]
    assert {"http://a.cn/", "http://a.cn/x/", "a.cn"} in [
        {each.home_url for each in share} for share in shares
    ]

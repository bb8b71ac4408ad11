"""Takes over what machines found elsewhere; everything is read into records first, for the file is a stranger's."""

from workbench.errors import ForeignFileError
from workbench.storage.machine_records import MachineRecords


def adopt_machine_results(ours: MachineRecords, theirs: MachineRecords) -> None:
    """Add what the other file holds and this one does not: runs, visits, outcomes, links, proposals, saved pages, and
    the log of visits to home pages.

    Taking over the same file twice changes nothing. To be called inside a transaction.

    Raises:
        ForeignFileError: something in the other file is not what it should be.
    """
    try:
        visits = _adopt_visits(ours, theirs)
        _adopt_proposals(ours, theirs, visits)
        ours.rechecks.apply()
        _adopt_captures(ours, theirs, visits)
        ours.home_visits.adopt(theirs.home_visits.all())
    except (ValueError, KeyError) as error:
        name = theirs.database.path.name
        raise ForeignFileError(
            f"文件“{name}”里的检查结果读不懂，可能被改动过，请重新导出后再合并。"
        ) from error


def _adopt_visits(ours: MachineRecords, theirs: MachineRecords) -> dict[int, int]:
    """The number here of each of their visits, with what the new ones found."""
    runs = {run.id: ours.runs.adopt_run(run) for run in theirs.runs.runs()}
    visits: dict[int, int] = {}
    for visit in theirs.runs.visits():
        here, is_news = ours.runs.adopt_visit(visit, run=runs[visit.run])
        visits[visit.id] = here
        if is_news:
            ours.outcomes.save_at(here, theirs.outcomes.of_visit(visit))
            ours.links.save_at(here, theirs.links.of_visit(visit.id))
    return visits


def _adopt_proposals(ours: MachineRecords, theirs: MachineRecords, visits: dict[int, int]) -> None:
    worded = [(finding, visits[visit]) for finding, visit in theirs.proposals.worded_at().values()]
    sightings = [(proposal, visits[visit]) for proposal, visit in theirs.proposals.sightings()]
    ours.proposals.adopt(worded, sightings)


def _adopt_captures(ours: MachineRecords, theirs: MachineRecords, visits: dict[int, int]) -> None:
    known = ours.captures.marks()
    here: dict[int, int] = {}
    for mark, (number, visit) in theirs.captures.marks().items():
        if mark in known:
            here[number] = known[mark][0]
            continue
        capture = theirs.captures.read(number)
        if capture is not None:
            own_visit = None if visit is None else visits[visit]
            here[number] = ours.captures.save_at(own_visit, mark[0], capture, is_asset=bool(mark[4]))
    ours.assets.adopt(theirs.assets.all(), here)

"""The check `site-reachability`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.home_visit import HomeVisit
from workbench.domain.observation import Observation
from workbench.views.visit_log import VISITS_A_DAY, VisitDays, VisitLog, clock_of

VETO_PERCENTS = 5
WARNING_PERCENTS = 3
_MOST_TOLD = 20


@check("site-reachability", sees=VisitLog, title="首页能否访问")
def site_reachability(log: VisitLog) -> Iterator[Observation]:
    """Home pages that too often cannot be opened.

    What: the recorded visits of the latest seven days in a row with at least 20 visits each, ten minutes or more apart.
    A visit has failed when the home page is still not open after 15 seconds. From 5 % failed visits on the site is
    `unreachable`; below, every whole percent is one of `failed-share`, with a warning from 3 % on.

    Why: 5 % is a veto in both standards; the standard of 2015 charges every percent below it.

    Limits: fewer visits prove nothing, and a person must not conclude from them. Void visits, when the office's own
    network was down or a firewall kept us out, count neither as visits nor as failures. Visits are dated by themselves,
    so the monitoring day does not bound them; those to an address that is no longer in the register are left out.
    """
    week = log.whole
    if week is None:
        yield _too_few(log)
    elif week.share.reaches(VETO_PERCENTS):
        words = f"达到单项否决线{VETO_PERCENTS}%"
        yield _observation(log, week, aspect="unreachable", count=1, words=words)
    elif week.share.whole_percents:
        is_near = week.share.reaches(WARNING_PERCENTS)
        words = f"超过预警线{WARNING_PERCENTS}%，" if is_near else ""
        yield _observation(
            log,
            week,
            aspect="failed-share",
            count=week.share.whole_percents,
            words=f"{words}未到单项否决线{VETO_PERCENTS}%",
        )


def _too_few(log: VisitLog) -> Observation:
    latest = log.latest
    had = (
        f"截至{latest.last}的{log.days}天里有{latest.enough_days}天够数，共{latest.share.counted}次"
        if latest
        else "还没有访问记录"
    )
    return Observation(
        check="site-reachability",
        aspect="unreachable",
        place=log.home_url,
        excerpt=f"访问次数不足，不能下结论：需连续{log.days}天每天间隔访问{VISITS_A_DAY}次以上，{had}。",
        is_unsure=True,
    )


def _observation(log: VisitLog, week: VisitDays, *, aspect: str, count: int, words: str) -> Observation:
    share = week.share
    proof = [
        ("首页", log.home_url),
        ("期间", week.in_words()),
        ("计入的访问", f"{share.counted}次"),
        ("打不开", f"{share.failed}次"),
        ("作废", f"{share.void}次，不计入"),
        ("失败比例", share.in_words()),
        *(("打不开的时间", _told(visit)) for visit in week.failures[:_MOST_TOLD]),
    ]
    return Observation(
        check="site-reachability",
        aspect=aspect,
        place=log.home_url,
        count=count,
        excerpt=f"{week.in_words()}访问首页{share.counted}次，打不开{share.failed}次，占{share.in_words()}，{words}",
        proof=tuple(proof),
    )


def _told(visit: HomeVisit) -> str:
    return f"{clock_of(visit.at)}　{visit.reason}（{visit.total_s:.1f} 秒）"

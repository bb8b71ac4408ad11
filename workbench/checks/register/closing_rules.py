"""The check `closing-rules`."""

from collections.abc import Iterator
from datetime import timedelta

from workbench.checks.catalogue import check
from workbench.domain.closing import Closing
from workbench.domain.observation import Observation
from workbench.domain.subject import Subject
from workbench.views.register_view import RegisterView

NOTICE_DAYS = 30


@check("closing-rules", sees=RegisterView, title="关停程序")
def closing_rules(register: RegisterView) -> Iterator[Observation]:
    """Closings that went past the steps they have to take, by the days in the register alone.

    What: taken offline without having been applied for and approved (`unapproved`), without a notice of 30 days before
    (`no-notice`, `short-notice`), and upkeep that ended before the site did (`upkeep-stopped`).

    Why: a site is to be applied for, approved, announced for 30 days and kept up until it goes offline; one that simply
    vanishes is a closing against the rules (违规关停).

    Limits: a day that is not filled in is taken as a step not taken, but only once the site is offline. No standard
    prices these.
    """
    for subject in register.subjects:
        if subject.closing is not None:
            yield from _faults(subject, subject.closing)


def _faults(subject: Subject, closing: Closing) -> Iterator[Observation]:
    offline, announced = closing.offline, closing.announced
    if closing.last_upkeep is not None and (offline is None or closing.last_upkeep < offline - timedelta(1)):
        end = f"{offline} 下线" if offline else "尚未下线"
        yield _fault(
            subject, closing, "upkeep-stopped", f"{subject.name}{end}，但 {closing.last_upkeep} 后就不再维护"
        )
    if offline is None:
        return
    missing = [word for word, day in (("申请", closing.applied), ("核准", closing.approved)) if day is None]
    if missing:
        yield _fault(
            subject, closing, "unapproved", f"{subject.name}已于 {offline} 下线，没有{'、'.join(missing)}记录"
        )
    if announced is None:
        yield _fault(subject, closing, "no-notice", f"{subject.name}已于 {offline} 下线，没有关停公告")
    elif (offline - announced).days < NOTICE_DAYS:
        days = (offline - announced).days
        yield _fault(
            subject,
            closing,
            "short-notice",
            f"{subject.name}的关停公告只挂了 {days} 天（{announced} 至 {offline}），应满 {NOTICE_DAYS} 天",
        )


def _fault(subject: Subject, closing: Closing, aspect: str, words: str) -> Observation:
    days = (
        ("申请", closing.applied),
        ("核准", closing.approved),
        ("公告", closing.announced),
        ("下线", closing.offline),
        ("最后维护", closing.last_upkeep),
    )
    return Observation(
        check="closing-rules",
        aspect=aspect,
        place=subject.home_url or subject.code,
        element=subject.code,
        excerpt=words,
        proof=tuple((word, str(day)) for word, day in days if day is not None),
    )

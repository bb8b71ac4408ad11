"""The check `register-rules`."""

import re
from collections.abc import Iterator, Sequence

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.domain.subject import Subject, SubjectKind
from workbench.views.page_words import pattern_of, table_of
from workbench.views.register_view import RegisterView

_TOWNSHIP = re.compile(r"(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|党工委)?(?:门户网站|网站|网)?$")
_COUNTY_UNIT = re.compile(r"[县旗][^县旗]{1,20}(?:局|委员会|办公室|委|办)$")
_SITE_CODE = re.compile(r"\d{10}")
# What may follow the name of a unit in the name of its site or account.
_AFTER_NAME = (
    r"(?:官方)?(?:政务)?(?:门户)?(?:信息)?(?:公开)?(?:网站|网|发布|在线|微博|微信|公众号|订阅号|服务号)?$"
)


@check("register-rules", sees=RegisterView, title="开办规范")
def register_rules(register: RegisterView) -> Iterator[Observation]:
    """What ought not to be run, by the register alone.

    What: several independent sites of one unit (`several-sites`), several accounts of one unit on one platform
    (`several-accounts`), sites of county departments (`county-department`) and of townships and streets (`township`),
    and names of units that the reforms of 2018 and after have abolished (`abolished-name`).

    Why: such sites and accounts are to be joined or closed, and notices name those that still bear an old name.

    Limits: the register is believed: a unit is its name as it is written there. A county department is known by the area
    in its site code or by its name. What is about to close or has moved is left out. No standard prices
    these: they are advice.
    """
    for unit, sites in register.sites_by_unit.items():
        if len(sites) > 1:
            yield _several(unit, sites, aspect="several-sites", words="开办了{}个网站")
    for (unit, platform), accounts in register.accounts_by_unit_and_platform.items():
        if len(accounts) > 1:
            words = f"在“{platform}”开办了{{}}个账号"
            yield _several(unit, accounts, aspect="several-accounts", words=words)
    for site in register.sites:
        yield from _below_the_county(site)
    for subject in register.running:
        yield from _abolished(subject)


def _several(unit: str, subjects: Sequence[Subject], *, aspect: str, words: str) -> Observation:
    said = words.format(len(subjects))
    return Observation(
        check="register-rules",
        aspect=aspect,
        place=_place(subjects[0]),
        element=unit,
        count=len(subjects),
        excerpt=f"{unit}{said}：{'、'.join(subject.name for subject in subjects)}",
        proof=(("主办单位", unit), *((_label(subject), subject.name) for subject in subjects)),
    )


def _below_the_county(site: Subject) -> Iterator[Observation]:
    names = [name for name in (site.organiser, site.name) if name]
    if any(_TOWNSHIP.search(name) for name in names):
        yield _one(site, "township", f"乡镇、街道不单独开办网站：{site.name}")
    elif site.kind is SubjectKind.DEPARTMENT_SITE and (
        _has_county_code(site) or any(_COUNTY_UNIT.search(name) for name in names)
    ):
        yield _one(site, "county-department", f"县级部门原则上不单独开办网站：{site.name}")


def _has_county_code(site: Subject) -> bool:
    """The last two digits of the area are 00 for provinces and cities."""
    return _SITE_CODE.fullmatch(site.code) is not None and site.code[4:6] != "00"


def _abolished(subject: Subject) -> Iterator[Observation]:
    for old, became in table_of("abolished_units", "abolished").items():
        bearer = next((name for name in (subject.organiser, subject.name) if _bears(name, old)), "")
        if bearer:
            words = f"{subject.name}仍在使用已撤销机构的名称“{bearer}”（{became}）"
            yield _one(subject, "abolished-name", words, ("机构沿革", f"{old}{became}"))
            return


def _bears(name: str, old: str) -> bool:
    is_of_today = pattern_of("abolished_units", "successors").search(name) is not None
    return not is_of_today and re.search(old + _AFTER_NAME, name) is not None


def _one(subject: Subject, aspect: str, words: str, *more: tuple[str, str]) -> Observation:
    proof = [(_label(subject), subject.name), ("主办单位", subject.organiser), *more]
    return Observation(
        check="register-rules",
        aspect=aspect,
        place=_place(subject),
        element=subject.code,
        excerpt=words,
        proof=tuple((label, value) for label, value in proof if value),
    )


def _place(subject: Subject) -> str:
    return subject.home_url or subject.code


def _label(subject: Subject) -> str:
    return f"{'账号' if subject.kind is SubjectKind.ACCOUNT else '网站'} {subject.code}"

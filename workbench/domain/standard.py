"""A scoring standard as data: indicators, their rules, prices and how sure each is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workbench.domain.subject import SubjectKind
from workbench.domain.window import Window


class Part(StrEnum):
    VETO = "veto"
    DEDUCT = "deduct"
    BONUS = "bonus"
    ADVICE = "advice"
    OTHER = "other"


PART_WORDS = {
    Part.VETO: "单项否决",
    Part.DEDUCT: "扣分指标",
    Part.BONUS: "加分指标",
    Part.ADVICE: "建议",
    Part.OTHER: "其他",
}


class Certainty(StrEnum):
    CONFIRMED = "confirmed"
    DERIVED = "derived"
    UNVERIFIED = "unverified"


class Per(StrEnum):
    ITEM = "item"
    ONCE = "once"
    PERCENT = "percent"


class CountBasis(StrEnum):
    """What of the same broken thing is counted: the thing itself, every place it stands in, or every page with it."""

    LINK = "link"
    PLACE = "place"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Observes:
    """Which observations of which check become proposals of a rule."""

    check: str
    aspects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One condition with its price.

    `price` is points per item, always positive; None is unknown and is never silently scored. `at_least` with `sum_of`
    makes a rule of a veto fire by itself when the findings of the named rules together reach the number; `label` is
    what is counted there, in a word or two. `count_basis` says how often a proposal counts that stands in many places: offices
    differ.
    """

    code: str
    when: str
    price: Decimal | None = None
    per: Per = Per.ITEM
    certainty: Certainty = Certainty.UNVERIFIED
    clause: str = ""
    observes: Observes | None = None
    window: Window | None = None
    cap: Decimal | None = None
    distinct_by: str = ""
    count_basis: CountBasis = CountBasis.LINK
    exclusive_with: tuple[str, ...] = ()
    not_if_charged: tuple[str, ...] = ()
    at_least: int | None = None
    sum_of: tuple[str, ...] = ()
    label: str = ""

    @property
    def is_pooled(self) -> bool:
        return self.at_least is not None and bool(self.sum_of)

    @property
    def has_verified_price(self) -> bool:
        return self.price is not None and self.certainty is not Certainty.UNVERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A second-level indicator (二级指标). `points` is the most it can cost, or None where nothing caps it."""

    code: str
    name: str
    group: str
    part: Part
    applies_to: tuple[SubjectKind, ...]
    rules: tuple[Rule, ...]
    points: Decimal | None = None
    points_certainty: Certainty = Certainty.UNVERIFIED
    how_to_test: str = ""


@dataclass(frozen=True, slots=True)
class WithoutService:
    """What is left for a subject without a service function: `group` is skipped and the rest stretched by times/over."""

    group: str
    times: int
    over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """How findings become a number. `scored_kinds` get a number; other kinds pass or fail by the veto part alone."""

    start: Decimal
    fail_below: Decimal
    is_capped: bool = False
    bonus_above: Decimal | None = None
    bonus_cap: Decimal | None = None
    without_service: WithoutService | None = None
    scored_kinds: tuple[SubjectKind, ...] = (
        SubjectKind.PORTAL,
        SubjectKind.DEPARTMENT_SITE,
        SubjectKind.CHANNEL,
        SubjectKind.MODULE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    id: str
    title: str
    document: str
    scoring: Scoring
    indicators: tuple[Indicator, ...]
    extends: str = ""

    def rule(self, code: str) -> Rule | None:
        return next(
            (rule for indicator in self.indicators for rule in indicator.rules if rule.code == code), None
        )

    def indicator_of(self, rule_code: str) -> Indicator | None:
        """The indicator that holds the rule, or None for a code this standard does not know."""
        return next((i for i in self.indicators if any(rule.code == rule_code for rule in i.rules)), None)

    def indicator(self, code: str) -> Indicator | None:
        return next((indicator for indicator in self.indicators if indicator.code == code), None)

    @property
    def counts_places(self) -> bool:
        """Whether any rule counts a thing more than once that stands in many places."""
        return any(rule.count_basis is not CountBasis.LINK for i in self.indicators for rule in i.rules)

    def applicable_to(self, kind: SubjectKind, *, has_service: bool = True) -> tuple[Indicator, ...]:
        """The indicators a subject of this kind must be judged by, in the order of the standard."""
        skipped = (
            self.scoring.without_service.group if self.scoring.without_service and not has_service else None
        )
        return tuple(i for i in self.indicators if kind in i.applies_to and i.group != skipped)

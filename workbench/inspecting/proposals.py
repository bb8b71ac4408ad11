"""Turns what a check observed into a proposed finding, by the rule of the standard that cites the check and the aspect."""

from datetime import date, datetime

from workbench.domain.finding import Category, Finding, Source
from workbench.domain.ids import proposal_id
from workbench.domain.observation import Observation
from workbench.domain.standard import CountBasis, Part, Rule, Standard
from workbench.domain.subject import Subject
from workbench.views.personal_numbers import mask_personal


def citing_rule(standard: Standard, *, check: str, aspect: str, subject: Subject) -> Rule | None:
    """The rule an observation falls under.

    One that applies to this sort of subject goes before one that does not (a deduction is recorded even where nothing is
    scored), and a price before a veto, since vetoes count what the priced rules hold.
    """
    cited = [
        (subject.kind not in indicator.applies_to, indicator.part is Part.VETO, number, rule)
        for number, indicator in enumerate(standard.indicators)
        for rule in indicator.rules
        if rule.observes is not None and rule.observes.check == check and aspect in rule.observes.aspects
    ]
    return min(cited, key=lambda entry: entry[:3])[3] if cited else None


def propose(
    observation: Observation,
    *,
    subject: Subject,
    standard: Standard,
    category: Category,
    at: datetime | None = None,
    is_by_words: bool = False,
) -> Finding:
    """A finding that costs nothing until a person confirms it; its rule is empty where no rule cites the observation.

    `is_by_words`: wherever on the site the same words stand, it is the same proposal.
    """
    words = _masked(observation.excerpt)
    rule = citing_rule(standard, check=observation.check, aspect=observation.aspect, subject=subject)
    return Finding(
        id=proposal_id(
            subject.id,
            check=observation.check,
            aspect=observation.aspect,
            place="" if is_by_words else observation.place,
            element=f"{observation.element}\n{words}" if is_by_words else observation.element,
        ),
        subject_id=subject.id,
        rule=rule.code if rule else "",
        source=Source.CHECK,
        place=observation.place,
        count=_count(observation, rule),
        excerpt=words,
        element=_masked(observation.element),
        category=category,
        check=observation.check,
        aspect=observation.aspect,
        proof=tuple((label, _masked(words)) for label, words in observation.proof),
        at=at,
    )


def _count(observation: Observation, rule: Rule | None) -> int:
    """On the basis that the standard has for the rule; each at least as often as the observation itself says."""
    by_basis = {CountBasis.PLACE: observation.place_count, CountBasis.PAGE: observation.page_count}
    basis = rule.count_basis if rule is not None else CountBasis.LINK
    return max(observation.count, by_basis.get(basis, 0))


def _masked(words: str) -> str:
    """Whatever check quotes a page, numbers of persons stay on that page."""
    return mask_personal(words, as_of=date.max)


def category_of(topic: str) -> Category:
    """The category of what the checks of one folder propose."""
    return _CATEGORIES.get(topic, Category.FUNCTION)


_CATEGORIES = {
    "links": Category.LINK,
    "updates": Category.UPDATE,
    "content": Category.CONTENT,
    "interaction": Category.INTERACTION,
}

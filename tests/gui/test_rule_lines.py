"""Rules say who looks in words, never by the id of a check."""

from dataclasses import replace

from workbench.domain.standard import Observes
from workbench.gui.rule_lines import who_looks
from workbench.standards.pack_reader import load_standard


def test_who_looks_is_told_by_the_title_of_the_check() -> None:
    rules = [rule for each in load_standard("national-2015").indicators for rule in each.rules]
    observed = next(rule for rule in rules if rule.observes and rule.observes.check == "dead-links")
    assert who_looks(observed).startswith("自动检查“")
    assert who_looks(replace(observed, observes=None)) == "人工检查"


def test_a_check_that_is_still_to_come_is_promised_without_its_id() -> None:
    rules = [rule for each in load_standard("national-2015").indicators for rule in each.rules]
    observed = next(rule for rule in rules if rule.observes)
    later = replace(observed, observes=Observes(check="not-there-yet", aspects=("x",)))
    assert who_looks(later) == "人工检查；自动检查（以后提供）"

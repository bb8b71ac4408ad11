"""Wrong words and protected terms: the shipped lists with the office's own beside them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from workbench.errors import EnvironmentFaultError
from workbench.paths import resources_dir, user_data_dir

GRADES = ("severe", "ordinary", "style")


@dataclass(frozen=True, slots=True)
class AllowedWord:
    """What the office has found to be right; it counts through the day `until`."""

    word: str
    reason: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLists:
    """`wrong` is wrong word to (right word, grade); `people` is name to titles. Everything in the order of the files."""

    wrong: Mapping[str, tuple[str, str]]
    names: tuple[str, ...]
    titles: tuple[str, ...]
    words: tuple[str, ...]
    confusions: tuple[str, ...]
    known: tuple[str, ...]
    people: Mapping[str, tuple[str, ...]]
    allowed: tuple[AllowedWord, ...]

    def known_on(self, day: date) -> tuple[str, ...]:
        """What is right on that day: an expired entry of the office's no longer counts."""
        return (*self.known, *(entry.word for entry in self.allowed if day <= entry.until))


def office_lists_dir() -> Path:
    return user_data_dir() / "lists"


def term_lists() -> TermLists:
    """Raises EnvironmentFaultError where a file of the office's cannot be read."""
    return _lists(office_lists_dir())


@cache
def _lists(office: Path) -> TermLists:
    folders = (resources_dir() / "lists", office)
    wrong = [_file(folder / "wrong_words.toml") for folder in folders]
    terms = [_file(folder / "protected_terms.toml") for folder in folders]
    allowed = _file(office / "allowed_words.toml")
    try:
        return TermLists(
            wrong={word: (right, grade) for each in wrong for word, right, grade in _graded(each)},
            names=tuple(form for name in _joined(terms, "names") for form in _forms_of(name)),
            titles=_joined(terms, "titles"),
            words=_joined(terms, "words"),
            confusions=_joined(terms, "confusions"),
            known=_joined(terms, "known"),
            people={name: tuple(of) for each in terms for name, of in each.get("people", {}).items()},
            allowed=tuple(_allowed(entry) for entry in allowed.get("allowed", [])),
        )
    except (AttributeError, TypeError, KeyError, ValueError) as error:
        raise EnvironmentFaultError(
            f"{office} 里的词表写法不对（{error}），请对照 resources/lists/README.md 改正。"
        ) from error


def _graded(table: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    return ((word, right, grade) for grade in GRADES for word, right in table.get(grade, {}).items())


def _joined(tables: Iterable[Mapping[str, Any]], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for table in tables for word in table.get(key, [])))


def _forms_of(name: str) -> tuple[str, ...]:
    """`住房(和)城乡建设局` is also said without what stands in brackets, and with 与."""
    if "(" not in name:
        return (name,)
    return (re.sub(r"[()]", "", name), re.sub(r"\(.*?\)", "", name), name.replace("(和)", "与"))


def _allowed(entry: Mapping[str, Any]) -> AllowedWord:
    """An exception without a reason or a last day is none."""
    until = entry["until"]
    if not entry["reason"] or type(until) is not date:
        raise ValueError(f"例外词“{entry['word']}”要写明理由 reason 和截止日 until，如 until = 2027-12-31")
    return AllowedWord(entry["word"], entry["reason"], until)


def _file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise EnvironmentFaultError(f"词表 {path} 读不了（{error}），请改正或移走它。") from error

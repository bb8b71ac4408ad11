"""Whether the content of an empty page is put there by its scripts, so that the bytes alone say nothing of it."""

import re
from collections.abc import Sequence

from workbench.views.page_outline import Outline
from workbench.views.page_zones import Zones

_TEMPLATE_TEXT = re.compile(r"\{\{\s*[\w.$|() -]+\s*\}\}|\$\{\s*[\w.]+\s*\}|<%=|\{%")
_ASKS_SERVER = re.compile(
    r"\$\.(?:ajax|get|post|getJSON)\s*\(|jQuery\.(?:ajax|get|post|getJSON)\s*\(|\bfetch\s*\(|\baxios\b|XMLHttpRequest|\.load\s*\(\s*[\"'][^\"']+[\"']"
    r"|\$http\b|layui\.|new\s+Vue\s*\(|Vue\.createApp|ReactDOM|jsonp"
)
_FILLS = re.compile(
    r"(?:\.html\s*\(|\.append\s*\(|innerHTML\s*\+?=|\.prepend\s*\(|appendTo\s*\(|insertAdjacentHTML|\.load\s*\(|render|v-for|data\s*:)"
)
_LIST_WORDS = re.compile(
    r"list|news|page|article|info|content|column|channel|catalog|search|data|query|dataproxy|getjson",
    re.IGNORECASE,
)
_FUNCTION = re.compile(r"function\s+(\w+)\s*\([^)]*\)\s*\{")
_MOUNTS = re.compile(
    r"(?<![a-z])(?:app|root|vue|main-app|application|container|q-app|__next|__nuxt)(?![a-z])"
)
_TEMPLATE_ATTRIBUTES = re.compile(
    r"\b(?:v-for|ng-repeat|v-html|:href|v-bind|ng-bind|x-for|data-bind)\s*=", re.IGNORECASE
)
_DATED_TITLE = re.compile(
    r"\{[^{}]{0,200}?\b\w*(?:title|biaoti|headline|subject)\w*[\"']?\s*:\s*[\"'][^\"']{4,200}[\"'][^{}]{0,400}?"
    r"\b\w*(?:date|time|fbsj|fbrq)\w*[\"']?\s*:\s*[\"']?(?:19|20)\d\d\D",
    re.IGNORECASE,
)
_MOST_SCRIPT = 100_000
# A page with its menu in place has more words than this; a bare shell has less.
_SHELL_RUNS = 12


def is_script_filled(zones: Zones, *, scripts: Sequence[str], has_script_files: bool, html: str) -> bool:
    """Only to be asked of a page whose content holds no items and no prose."""
    outline = zones.outline
    if any(_TEMPLATE_TEXT.search(text) for text in outline.texts) or _TEMPLATE_ATTRIBUTES.search(html):
        return True
    if has_script_files and len(outline.texts) <= _SHELL_RUNS and _has_empty_mount(outline):
        return True
    return any(_fills_on_load(script, scripts) or _carries_list(script) for script in scripts)


def _has_empty_mount(outline: Outline) -> bool:
    return any(
        mark and _MOUNTS.search(mark) and outline.first_runs[element] == outline.last_runs[element]
        for element, mark in enumerate(outline.marks)
    )


def _carries_list(script: str) -> bool:
    """Titles with their dates as data, for the script to lay out; a page's own description is none."""
    return "@context" not in script and _DATED_TITLE.search(script[:_MOST_SCRIPT]) is not None


def _fills_on_load(script: str, scripts: Sequence[str]) -> bool:
    """The script asks the server for a list and writes it into the page without waiting for the reader."""
    asked = _ASKS_SERVER.search(script)
    if (
        asked is None
        or not _FILLS.search(script)
        or not _LIST_WORDS.search(script[asked.start() : asked.start() + 400])
    ):
        return False
    name = _function_around(script, asked.start())
    return not name or _is_called(name, scripts)


def _function_around(script: str, place: int) -> str:
    """The named function the place stands in, or an empty text at the top level."""
    for found in reversed(list(_FUNCTION.finditer(script, 0, place))):
        between = script[found.end() : place]
        if between.count("{") + 1 > between.count("}"):
            return found[1]
    return ""


def _is_called(name: str, scripts: Sequence[str]) -> bool:
    call = re.compile(rf"(?<!function )(?<![\w.]){re.escape(name)}\s*\(")
    return any(call.search(script) for script in scripts)

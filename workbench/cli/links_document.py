"""The result of a link check as one JSON document, told line by line: a large site has a large one."""

from collections.abc import Iterator
from datetime import date

import msgspec

from workbench.domain.link import LinkResult
from workbench.operations.check_links import LinkCheckReport
from workbench.views.personal_numbers import mask_personal


def json_lines(report: LinkCheckReport) -> Iterator[str]:
    summary = {outcome.value: count for outcome, count in report.summary.items()}
    yield f'{{"pages": {report.pages}, "summary": {_json(summary)}, "links": ['
    last = len(report.links) - 1
    for number, link in enumerate(report.links):
        yield f" {_json(_plain(link))}" + ("," if number < last else "")
    yield "]}"


def _plain(link: LinkResult) -> dict[str, object]:
    return {
        "url": link.url,
        "kind": link.kind.value,
        "outcome": link.outcome.value,
        "status": link.status,
        "reason": link.reason,
        "final_url": link.final_url or link.url,
        "from": [
            {"page": place.page, "text": mask_personal(place.text, as_of=date.max)}
            for place in link.occurrences
        ],
        "from_count": link.occurrence_count,
    }


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()

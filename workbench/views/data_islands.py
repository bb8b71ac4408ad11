"""Lists that a page carries as data for its own script to lay out: records of HTML in a script of type text/xml."""

import re
from collections.abc import Sequence

_RECORD = re.compile(r"<record[^>]*>\s*<!\[CDATA\[(.*?)\]\]>\s*</record>", re.DOTALL | re.IGNORECASE)
MOST_RECORDS = 200


def island_html(scripts: Sequence[str]) -> str:
    """The records as one page of HTML, or an empty text. The content system behind many provincial sites writes lists so."""
    records: list[str] = []
    for script in scripts:
        if "CDATA" in script:
            records += _RECORD.findall(script)
    if not records:
        return ""
    return (
        "<div>"
        + "".join(f"<div class='record'>{record}</div>" for record in records[:MOST_RECORDS])
        + "</div>"
    )

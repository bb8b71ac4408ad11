"""Where a page without content of its own sends the reader: by meta refresh or by its script."""

import re
from collections.abc import Sequence

from workbench.views.page_links import refresh_target

_BY_SCRIPT = re.compile(
    r"(?<![\w.])(?:window\.|self\.|top\.|parent\.|document\.)*location(?:\.href)?\s*=\s*[\"']([^\"']{1,500})[\"']"
    r"|location\.(?:replace|assign)\s*\(\s*[\"']([^\"']{1,500})[\"']"
    r"|http-equiv=\\?[\"']?refresh[^>]{0,40}url=([^\"'\s>\\]{1,500})",
    re.IGNORECASE,
)


def redirect_target(metas: Sequence[tuple[str, str]], scripts: Sequence[str], *, is_bare: bool) -> str:
    """The address as written, or an empty text. Only a page bare of content is believed to redirect by script."""
    for name, content in metas:
        if name == "refresh" and (target := refresh_target(content)):
            return target
    for script in scripts if is_bare else ():
        found = _BY_SCRIPT.search(script)
        if found is not None:
            return next(group for group in found.groups() if group)
    return ""

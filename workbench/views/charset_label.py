"""Names of character sets as Chinese pages write them, brought down to the few that are read."""

import codecs
import re
from functools import lru_cache

GB = "gb18030"
UTF8 = "utf-8"

# Every one of these is read as GB18030, their common superset: a page that says gb2312 and holds 镕 is the rule, not the exception.
_GB_LABEL = re.compile(
    r"^(?:x-|cs|ms)?(?:gb[-_ ]?(?:k|2312|18030|13000)|euc[-_]?cn|936|cp936|chinese|iso[-_]ir[-_]58|hz)"
)
_CP936 = re.compile(r"^(?:x-|cs|ms|cp|windows-|ibm)*-?936$")
_UTF8_LABEL = re.compile(r"^(?:unicode[-_]?\d*[-_]?\d*[-_]?)?utf[-_ ]?8")
_BIG5_LABEL = re.compile(r"^(?:x-|cn-|cs)?big5")
_WIDE_LABEL = re.compile(r"^(?:utf-?(?:16|32)|ucs-?[24]|unicode$)")
# Servers send these as a default without looking at the page; read so, any bytes at all make sense.
_SAYS_NOTHING = re.compile(
    r"^(?:iso[-_]?8859[-_]?1|latin[-_]?1|l1|windows-1252|cp1252|x-cp1252|us-ascii|ascii)$"
)
# Text encodings of Python that no page can mean, or that make a hostile page dear.
_REFUSED = frozenset(
    {
        "utf_7",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "mbcs",
        "oem",
        "palmos",
    }
)


@lru_cache(maxsize=256)
def canonical_charset(label: str) -> str:
    """The codec to read `label` with, or an empty text where it names none or says nothing about the page."""
    name = label.strip(" \t\r\n\"';,").lower()
    if not name or _SAYS_NOTHING.match(name):
        return ""
    for pattern, charset in (
        (_GB_LABEL, GB),
        (_CP936, GB),
        (_UTF8_LABEL, UTF8),
        (_BIG5_LABEL, "big5hkscs"),
    ):
        if pattern.match(name):
            return charset
    if _WIDE_LABEL.match(name):
        # A declaration that could be read as ASCII cannot have stood in UTF-16.
        return UTF8
    return _python_codec(name)


def _python_codec(name: str) -> str:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text and found.name.replace("-", "_") not in _REFUSED else ""

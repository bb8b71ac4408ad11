"""The meta tags by which a government page says what it is: site, column and article, however they are written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.views.date_words import find_compact_dates, find_full_dates
from workbench.views.site_code import is_site_code

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = ("ColumnName", "ColumnType")
ARTICLE_TAGS = ("ArticleTitle", "PubDate", "ContentSource")
_OPTIONAL = ("ColumnDescription", "ColumnKeywords", "Keywords", "Author", "Description", "Image", "Url")
_SPELLINGS = {name.lower(): name for name in (*SITE_TAGS, *COLUMN_TAGS, *ARTICLE_TAGS, *_OPTIONAL)}
_BARE_HOST = re.compile(r"[^\s/:?#]+(?::\d+)?")
# Of a tag that is written twice, the first is meant; this is what tells that they disagree.
_SEPARATOR = " / "


@dataclass(frozen=True, slots=True)
class IdentityTags:
    """`values` by the tags' official spelling, the empty ones too; `faults` are (tag, why) of those written wrongly."""

    values: Mapping[str, str]
    faults: tuple[tuple[str, str], ...]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def missing(self, names: Sequence[str]) -> tuple[str, ...]:
        """Those that are not there, or are there and empty."""
        return tuple(name for name in names if not self[name])


def identity_tags(metas: Sequence[tuple[str, str]]) -> IdentityTags:
    """`metas` are pairs of a name in lower case and a content, in the order of the page."""
    held: dict[str, list[str]] = {}
    for name, content in metas:
        spelling = _SPELLINGS.get(name)
        if spelling is not None:
            held.setdefault(spelling, []).append(content)
    values = {name: next((text for text in texts if text), "") for name, texts in held.items()}
    doubled = [
        (name, f"写了不同的内容：{_SEPARATOR.join(dict.fromkeys(texts))}")
        for name, texts in held.items()
        if name in (*SITE_TAGS, *COLUMN_TAGS, *ARTICLE_TAGS) and len(set(filter(None, texts))) > 1
    ]
    return IdentityTags(values, (*doubled, *_faults(values)))


def _faults(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    code, domain, published = (values.get(name, "") for name in ("SiteIDCode", "SiteDomain", "PubDate"))
    if code and not is_site_code(code):
        yield "SiteIDCode", f"“{code}”不是10位网站标识码"
    if domain and not _BARE_HOST.fullmatch(domain):
        yield "SiteDomain", f"“{domain}”不是单纯的域名"
    if published and not any((*find_full_dates(published), *find_compact_dates(published[:8]))):
        yield "PubDate", f"“{published}”不是日期"

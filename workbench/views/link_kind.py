"""What a link leads to, as far as the tag and the address tell."""

import re
from functools import lru_cache

from workbench.domain.link import LinkKind

_EXTENSION = re.compile(r"[^/]\.([A-Za-z0-9]{1,6})(?:$|[?;])")
_KINDS_BY_EXTENSION = {
    LinkKind.ATTACHMENT: "pdf doc docx xls xlsx xlsm ppt pptx pps wps wpt et dps ofd ceb cebx caj rtf txt csv odt ods "
    "zip rar 7z tar gz tgz bz2 exe msi apk dmg iso epub mdb dwg shp kml",
    LinkKind.IMAGE: "jpg jpeg jpe png gif bmp webp svg ico tif tiff avif",
    LinkKind.MEDIA: "mp4 m4v mp3 m4a wav wma wmv avi mov flv f4v swf mkv webm ogg ogv rm rmvb mpg mpeg 3gp m3u8 ts",
    LinkKind.STYLE: "css",
    LinkKind.SCRIPT: "js",
}
_BY_EXTENSION = {
    extension: kind for kind, extensions in _KINDS_BY_EXTENSION.items() for extension in extensions.split()
}
_BY_TAG = {
    "img": LinkKind.IMAGE,
    "input": LinkKind.IMAGE,
    "script": LinkKind.SCRIPT,
    "iframe": LinkKind.FRAME,
    "frame": LinkKind.FRAME,
    "video": LinkKind.MEDIA,
    "audio": LinkKind.MEDIA,
    "track": LinkKind.MEDIA,
    "object": LinkKind.MEDIA,
    "embed": LinkKind.MEDIA,
    "meta": LinkKind.PAGE,
}
_BY_RELATION = {
    "stylesheet": LinkKind.STYLE,
    "icon": LinkKind.IMAGE,
    "apple-touch-icon": LinkKind.IMAGE,
    "apple-touch-icon-precomposed": LinkKind.IMAGE,
    "mask-icon": LinkKind.IMAGE,
    "modulepreload": LinkKind.SCRIPT,
    "canonical": LinkKind.PAGE,
    "alternate": LinkKind.PAGE,
    "next": LinkKind.PAGE,
    "prev": LinkKind.PAGE,
}
_BY_PRELOAD = {
    "style": LinkKind.STYLE,
    "script": LinkKind.SCRIPT,
    "image": LinkKind.IMAGE,
    "video": LinkKind.MEDIA,
    "audio": LinkKind.MEDIA,
}


@lru_cache(maxsize=2_000)
def link_kind(tag: str, url: str) -> LinkKind:
    """The kind of a link other than `<link>`."""
    if not url.startswith(("http:", "https:")) and ":" in url.partition("/")[0]:
        return LinkKind.OTHER
    if tag == "source":
        return _BY_EXTENSION.get(_extension(url), LinkKind.MEDIA)
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    return _BY_EXTENSION.get(_extension(url), LinkKind.PAGE) if tag in ("a", "area") else LinkKind.IMAGE


def relation_kind(relation: str, preload_as: str) -> LinkKind:
    """The kind of a `<link>` by its `rel` and `as`."""
    for word in relation.lower().split():
        if word in _BY_RELATION:
            return _BY_RELATION[word]
    return _BY_PRELOAD.get(preload_as.lower(), LinkKind.OTHER)


def is_attachment(url: str) -> bool:
    return _BY_EXTENSION.get(_extension(url)) is LinkKind.ATTACHMENT


def _extension(url: str) -> str:
    path_at = url.find("/", url.find("://") + 3)
    found = _EXTENSION.search(url.partition("?")[0], max(path_at, 0))
    return found[1].lower() if found else ""

"""What the foot of a page says of the site: its marks, numbers, who runs it and how to reach them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from urllib.parse import parse_qs, unquote

from selectolax.lexbor import LexborHTMLParser

from workbench.views.page_links import PageLink
from workbench.views.page_zones import Zones
from workbench.views.url_parts import split_url

_ICP = re.compile(
    r"([\u4e00-\u9fff])\s*ICP\s*备案?\s*(\d{6,10})\s*号?(?:\s*[-—－]\s*(\d{1,3}))?", re.IGNORECASE
)
_POLICE = re.compile(r"([\u4e00-\u9fff])\s*公网安备\s*(\d{10,16})\s*号?")
_POLICE_LINK = re.compile(r"recordcode=(\d{10,16})", re.IGNORECASE)
_SITE_CODE = re.compile(r"网站标识码\s*[:：]?\s*([a-z]{0,2}\d{4,18})", re.IGNORECASE)
_ORGANISER = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=网站)|(?<=本站))(?:主办单位|运行单位|主\s*办)\s*[:：]?\s*([^\s|｜:：]{3,40}?)(?=[\s|｜,，;；]|承办|协办|版权|地址|电话|维护|技术|备案|网站标识|$)"
)
_COPYRIGHT = re.compile(r"(?:版权所有|Copyright)\W*(?:\d{4}\W*)*([\u4e00-\u9fff]{3,30})", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:电\s*话|热\s*线|传\s*真|联系|值班|邮\s*箱|Tel|E-?mail)[^\d@]{0,14}"
    r"([(（]?0\d{2,3}[)）]?\s*[-－—]?\s*\d{7,8}(?:-\d{1,6})?|1[3-9]\d{9}|123\d{2}|\d{7,8}|[\w.-]+@[\w-]+\.[\w.-]+)",
    re.IGNORECASE,
)
_CONTACT_LINK = re.compile(r"联系我们|联系方式|联系本站|联系网站")
_MARK_LINK = re.compile(r"bszs\.conac\.cn/|/sitename\?method=show&(?:amp;)?id=[0-9a-f]{16,}", re.IGNORECASE)
_MARK_SCRIPT = re.compile(r"dcs\.conac\.cn/(?:js|image)/", re.IGNORECASE)
_MARK_BOX = '[id="_ideConac" i],[id="imgConac" i]'
_ERROR_LINK = re.compile(r"jiucuo|/errorInfo/|/exposure/|jcInfo", re.IGNORECASE)
_ERROR_CALL = re.compile(r"\bLink\s*\(\s*[\"']([0-9a-z]{6,14})[\"']\s*\)", re.IGNORECASE)
_ERROR_BOX = '[id*="jiucuo" i]'
_ERROR_WORDS = re.compile(r"我为政府网站找错|政府网站找错")
# A foot that a file of its own brings in.
_BROUGHT_IN = re.compile(r"foot|bottom|copyright|dibu|banquan|conac|jiucuo", re.IGNORECASE)
_LOADS_FOOT = re.compile(
    r"[\"'#.](?:\w*(?:foot|bottom|copyright)\w*)[\"'][^;]{0,80}(?:load|innerHTML|html\(|include|append)"
    r"|load\(\s*[\"'][^\"']*(?:foot|bottom|copyright)",
    re.IGNORECASE,
)
# Where no foot is found, it is looked for among so many last words of the page.
_LAST_RUNS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterFacts:
    """Empty where not seen. `mark` says what it was known by; `error_report` is the address of the entry for reporting
    errors, or what it was known by, and `error_report_code` the site code in it. `brought_in_by` names what fills the
    foot later, so that what is not seen here may still be shown to a reader.
    """

    mark: str = ""
    site_code: str = ""
    icp: str = ""
    police: str = ""
    organiser: str = ""
    contact: str = ""
    copyright: str = ""
    error_report: str = ""
    error_report_code: str = ""
    brought_in_by: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, field.name) for field in fields(self) if field.name != "brought_in_by")


def footer_facts(
    zones: Zones, *, parser: LexborHTMLParser, links: Sequence[PageLink], scripts: Sequence[str]
) -> FooterFacts:
    foot = _foot_words(zones)
    # Numbers are unmistakable wherever they stand; scripts write them too.
    written = "\n".join(_written_by(scripts))
    said = f"{' '.join(_shown(zones))}\n{written}"
    report, report_code = _error_report(parser, links, written, said)
    return FooterFacts(
        mark=_mark(parser, links, written),
        site_code=_last(_SITE_CODE, said),
        icp=_icp(said),
        police=_police(said, links),
        organiser=_organiser(foot),
        contact=_contact(foot, links),
        copyright=_last(_COPYRIGHT, foot),
        error_report=report,
        error_report_code=report_code,
        brought_in_by=_brought_in_by(links, scripts),
    )


def _shown(zones: Zones) -> Iterator[str]:
    outline = zones.outline
    for run, text in enumerate(outline.texts):
        if not outline.hidden[outline.run_elements[run]]:
            yield text


def _foot_words(zones: Zones) -> str:
    texts = zones.outline.texts
    start = zones.stop if zones.stop < len(texts) else max(0, len(texts) - _LAST_RUNS)
    return " ".join(texts[start:])


def _written_by(scripts: Sequence[str]) -> Iterator[str]:
    for script in scripts:
        yield unquote(script) if "%3C" in script or "%3c" in script else script


def _last(pattern: re.Pattern[str], text: str) -> str:
    held = pattern.findall(text)
    return held[-1].strip() if held else ""


def _icp(said: str) -> str:
    held = _ICP.findall(said)
    if not held:
        return ""
    province, number, site = held[-1]
    return f"{province}ICP备{number}号" + (f"-{site}" if site else "")


def _police(said: str, links: Sequence[PageLink]) -> str:
    found = _POLICE.search(said)
    if found is not None:
        return f"{found[1]}公网安备{found[2]}号"
    numbers = (_POLICE_LINK.search(link.raw) for link in links)
    return next((f"公网安备{number[1]}号" for number in numbers if number is not None), "")


def _organiser(foot: str) -> str:
    found = _ORGANISER.search(foot)
    return found[1].strip("。.") if found is not None else ""


def _contact(foot: str, links: Sequence[PageLink]) -> str:
    found = _PHONE.search(foot)
    if found is not None:
        return found[1]
    return next((link.text for link in links if _CONTACT_LINK.search(link.text)), "")


def _mark(parser: LexborHTMLParser, links: Sequence[PageLink], written: str) -> str:
    for link in links:
        if _MARK_LINK.search(link.raw):
            return link.raw.strip()
    loaded = next((link.raw.strip() for link in links if _MARK_SCRIPT.search(link.raw)), "")
    if loaded or _MARK_SCRIPT.search(written) or _MARK_LINK.search(written):
        return loaded or "脚本 dcs.conac.cn"
    return "标识位置 _ideConac" if parser.css_first(_MARK_BOX) is not None else ""


def _error_report(
    parser: LexborHTMLParser, links: Sequence[PageLink], written: str, said: str
) -> tuple[str, str]:
    for link in links:
        if link.tag in ("a", "area") and _ERROR_LINK.search(link.raw):
            return link.raw.strip(), _code_in(link.raw)
    call = _ERROR_CALL.search(written) or _called(parser)
    if call is not None:
        return call[0], call[1]
    box = parser.css_first(_ERROR_BOX)
    loaded = next((link.raw.strip() for link in links if _ERROR_LINK.search(link.raw)), "")
    if loaded or box is not None:
        return loaded or f"标识位置 {box.attributes.get('id') if box is not None else ''}", _code_in(loaded)
    words = _ERROR_WORDS.search(said)
    return (words[0] if words else ""), ""


def _called(parser: LexborHTMLParser) -> re.Match[str] | None:
    for node in parser.css('[onclick*="Link(" i],a[href*="Link(" i]'):
        attributes = node.attributes
        found = _ERROR_CALL.search(attributes.get("onclick") or attributes.get("href") or "")
        if found is not None:
            return found
    return None


def _code_in(address: str) -> str:
    parts = split_url(address.replace("&amp;", "&"))
    held = {key.lower(): values[0] for key, values in parse_qs(parts.query).items()}
    return held.get("site_code", "") or held.get("sitecode", "")


def _brought_in_by(links: Sequence[PageLink], scripts: Sequence[str]) -> str:
    for link in links:
        name = split_url(link.raw).path.rpartition("/")[2] if link.tag in ("script", "iframe") else ""
        if name and _BROUGHT_IN.search(name):
            return link.raw.strip()
    return next((found[0] for script in scripts if (found := _LOADS_FOOT.search(script))), "")

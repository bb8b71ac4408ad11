"""Links that no web client opens: told apart without asking anybody."""

import re

from workbench.domain.link import LinkOutcome
from workbench.inspecting.link_verdict import LinkVerdict

_WEB = ("http:", "https:")
_UNSAFE = ("javascript:", "vbscript:", "file:", "data:")
_BUTTON = re.compile(
    r"^javascript:\s*(?:|;|#|''|\"\"|void\s*\(?\s*(?:0|null)?\s*\)?|return\s*(?:false)?)\s*;*\s*$",
    re.IGNORECASE,
)
_WORDS = {
    "mailto": "邮件地址，不作检查",
    "tel": "电话号码，不作检查",
    "sms": "短信号码，不作检查",
    "ftp": "FTP 地址，不作检查",
}


def is_web_address(url: str) -> bool:
    return url.startswith(_WEB)


def is_mere_button(url: str) -> bool:
    """`javascript:void(0)` and its kin: written where a button was meant."""
    return _BUTTON.match(url) is not None


def scheme_verdict(url: str) -> LinkVerdict:
    """The verdict on a link that is no web address."""
    scheme = url.partition(":")[0].lower()
    if url.lower().startswith(_UNSAFE):
        return LinkVerdict(LinkOutcome.UNSAFE_SCHEME, "脚本或本机文件，不是网址")
    return LinkVerdict(LinkOutcome.NOT_CHECKED, _WORDS.get(scheme, "不是网址，不作检查"))

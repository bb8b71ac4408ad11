"""Knows the pages by which firewalls turn programs away: no verdict on the site may rest on one."""

import re

from workbench.fetch.fetched import Fetched

# What their scripts and pages carry; a news page about one of them is longer than they ever are.
_MARKS = re.compile(
    rb"__jsl_clearance|jsl_clearance_s|acw_sc__v[23]|_\$_ts\b|\$_ts\s*=|/cdn-cgi/challenge-platform|cf-chl-|"
    rb"safedog|yunsuo_session|wzws_cid|__tst_status|bt_waf|WAF_BLOCK|aliyun_waf|waf_slider|"
    rb"\xe8\xaf\xb7\xe6\xb1\x82\xe5\xad\x98\xe5\x9c\xa8\xe5\xa8\x81\xe8\x83\x81|"  # 请求存在威胁 in UTF-8
    rb"\xe7\xbd\x91\xe7\xab\x99\xe9\x98\xb2\xe7\x81\xab\xe5\xa2\x99"  # 网站防火墙 in UTF-8
)
_LONGEST_CHALLENGE = 60_000
_READER_SEES_A_PAGE = 12


def is_challenge(fetched: Fetched) -> bool:
    """Whether the answer is a firewall's test and not the page."""
    if fetched.headers.get("cf-mitigated", "").lower() == "challenge":
        return True
    body = fetched.body
    if not body or len(body) > _LONGEST_CHALLENGE or _has_many_links(body):
        return False
    return _MARKS.search(body) is not None


def _has_many_links(body: bytes) -> bool:
    """Stops at the first that is too many: most pages have them near the top."""
    at = -1
    for _ in range(_READER_SEES_A_PAGE + 1):
        at = body.find(b"href=", at + 1)
        if at < 0:
            return False
    return True

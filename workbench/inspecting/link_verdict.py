"""What became of a link, judged from what came back: pure, and the same for both engines."""

from dataclasses import dataclass

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetched import Fetched
from workbench.inspecting.challenge_page import is_challenge
from workbench.inspecting.site_of import is_root, is_same_site


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """`reason` is a few words for a person, empty where the outcome says it all."""

    outcome: LinkOutcome
    reason: str = ""


OK = LinkVerdict(LinkOutcome.OK)

_FAULTS = {
    Fault.BAD_URL: LinkVerdict(LinkOutcome.DEAD, "网址写错，浏览器也打不开"),
    Fault.BAD_SCHEME: LinkVerdict(LinkOutcome.UNSAFE_SCHEME, "跳转到网页以外的地址"),
    Fault.FORBIDDEN_ADDRESS: LinkVerdict(LinkOutcome.INTERNAL_ADDRESS, "指向内网地址，未访问"),
    Fault.DNS: LinkVerdict(LinkOutcome.DEAD, "域名不存在"),
    Fault.DNS_UNSURE: LinkVerdict(LinkOutcome.NOT_CHECKED, "域名服务器没有应答"),
    Fault.REFUSED: LinkVerdict(LinkOutcome.DEAD, "服务器拒绝连接"),
    Fault.UNREACHABLE: LinkVerdict(LinkOutcome.TIMED_OUT, "网络到不了这台服务器"),
    Fault.RESET: LinkVerdict(LinkOutcome.DEAD, "连接被断开，没有应答"),
    Fault.TIMEOUT: LinkVerdict(LinkOutcome.TIMED_OUT, "限时内没有应答"),
    Fault.SLOW: LinkVerdict(LinkOutcome.TIMED_OUT, "传输太慢，限时内没有收完"),
    Fault.CERTIFICATE: LinkVerdict(LinkOutcome.CERTIFICATE, "安全证书无效"),
    Fault.TLS: LinkVerdict(LinkOutcome.CERTIFICATE, "安全连接建立不起来"),
    Fault.REDIRECT_LOOP: LinkVerdict(LinkOutcome.DEAD, "循环跳转"),
    Fault.REDIRECT_CHAIN: LinkVerdict(LinkOutcome.DEAD, "跳转次数过多"),
    Fault.PROTOCOL: LinkVerdict(LinkOutcome.DEAD, "应答不是网页"),
    Fault.PROXY: LinkVerdict(LinkOutcome.NOT_CHECKED, "代理服务器没有应答"),
    Fault.WITHDRAWN: LinkVerdict(LinkOutcome.NOT_CHECKED, "这台主机不再检查"),
    Fault.BROWSER: LinkVerdict(LinkOutcome.NOT_CHECKED, "浏览器没有打开"),
    Fault.NO_BROWSER: LinkVerdict(LinkOutcome.NOT_CHECKED, "没有用浏览器复核"),
    Fault.OTHER: LinkVerdict(LinkOutcome.NOT_CHECKED, "检查时出错"),
}
# The server did answer: the body alone suffered, and a reader would see the page.
_BODY_FAULTS = {
    Fault.TOO_LARGE: "",
    Fault.TRUNCATED: "内容没有传完",
    Fault.PROTOCOL: "内容解压失败",
}
_STATUSES = {
    401: LinkVerdict(LinkOutcome.NEEDS_LOGIN, "401，需要登录"),
    403: LinkVerdict(LinkOutcome.BLOCKED, "403，不许访问"),
    404: LinkVerdict(LinkOutcome.DEAD, "404，页面不存在"),
    407: LinkVerdict(LinkOutcome.NOT_CHECKED, "407，代理服务器要求登录"),
    410: LinkVerdict(LinkOutcome.DEAD, "410，页面已删除"),
    412: LinkVerdict(LinkOutcome.BLOCKED, "412，被防护系统拦截"),
    429: LinkVerdict(LinkOutcome.LIMITED, "429，访问太频繁"),
}
_LAST_HTTP_STATUS = 599
# What is below only announces an answer.
_FIRST_ANSWER = 200


def judge(fetched: Fetched, *, home: str = "") -> LinkVerdict:
    """The verdict by status, faults and redirects; what only the words of the page tell is judged in `missing_page`.

    `home` is where the front page of the inspected site is in the end.
    """
    status = fetched.status
    is_body_fault = status is not None and fetched.fault in _BODY_FAULTS
    if fetched.fault is not None and not is_body_fault:
        return _FAULTS[fetched.fault]
    if status is None:
        return _FAULTS[Fault.OTHER]
    if status < _FIRST_ANSWER:
        return _FAULTS[Fault.PROTOCOL]
    if status >= 400:
        return _refusal(status, fetched)
    if is_challenge(fetched):
        return LinkVerdict(LinkOutcome.BLOCKED, "被防护系统的验证页拦截")
    if fetched.hops:
        return _redirect(fetched, home=home)
    return LinkVerdict(LinkOutcome.OK, _BODY_FAULTS.get(fetched.fault, "") if fetched.fault else "")


def _refusal(status: int, fetched: Fetched) -> LinkVerdict:
    if status in _STATUSES:
        return _STATUSES[status]
    if status > _LAST_HTTP_STATUS or is_challenge(fetched):
        return LinkVerdict(LinkOutcome.BLOCKED, f"{status}，被防护系统拦截")
    if status == 503 and "retry-after" in fetched.headers:
        return LinkVerdict(LinkOutcome.LIMITED, "503，服务器请稍后再来")
    word = "服务器出错" if status >= 500 else "服务器拒绝这个请求"
    return LinkVerdict(LinkOutcome.DEAD, f"{status}，{word}")


def _redirect(fetched: Fetched, *, home: str) -> LinkVerdict:
    asked, final = fetched.hops[0].url, fetched.final_url
    if not is_same_site(asked, final):
        return LinkVerdict(LinkOutcome.FOREIGN_REDIRECT, "跳转到别的网站")
    if not is_root(asked) and asked != home and (is_root(final) or final == home):
        return LinkVerdict(LinkOutcome.REDIRECTED_HOME, "跳转回首页")
    return LinkVerdict(LinkOutcome.REDIRECT)

"""The check `domain-rules`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.domain.subject import KIND_WORDS, SubjectKind
from workbench.views.page_words import pattern_of
from workbench.views.public_host import is_numeric_host, public_host
from workbench.views.site_view import SiteView
from workbench.views.url_parts import split_url

_SUFFIXES = (".gov.cn", ".政务", ".xn--zfr164b")
_DEFAULT_PORTS = {None, 80, 443}
# www.□□□.gov.cn and ○○○.□□□.gov.cn alike.
_LABELS = 4


@check("domain-rules", sees=SiteView, title="网站域名")
def domain_rules(site: SiteView) -> Iterator[Observation]:
    """Whether the domain of a site is formed as the rules for government domains ask.

    What: .gov.cn or .政务 and no other suffix; www.□□□.gov.cn for governments from the county up, ○○○.□□□.gov.cn for
    their departments; a name and not a bare IP address; no odd port in the registered address.

    Why: 国办函〔2018〕55号 and the rules of design; the standard of 2019 has an indicator for domain and name.

    Limits: institutions without administrative function should not use .gov.cn, and from the register alone nobody can
    tell who they are: where the name sounds like one, a person decides. Departments of the State Council use the form of
    governments. Internal addresses are not judged. Channels and modules are judged by suffix, address and port alone.
    """
    url = site.subject.home_url
    host = public_host(url)
    if not host:
        yield _told(
            site, "suffix", f"登记的网址{url}是内网地址或保留域名，无法判断域名是否规范。", is_unsure=True
        )
        return
    if is_numeric_host(host):
        yield _told(site, "ip", f"登记的网址是IP地址{host}，没有使用域名")
        return
    port = _port(url)
    if port not in _DEFAULT_PORTS:
        yield _told(site, "port", f"登记的网址带端口号{port}")
    if not host.endswith(_SUFFIXES):
        yield _suffix(site, host)
    elif host.endswith(".gov.cn"):
        yield from _form(site, host)


def _port(url: str) -> int | None:
    try:
        return split_url(url).port
    except ValueError:
        return None


def _suffix(site: SiteView, host: str) -> Observation:
    if pattern_of("site_names", "institutions").search(site.subject.name):
        words = f"域名{host}不以.gov.cn或.政务结尾，名称像是事业单位或企业，是否适用请人工判断。"
        return _told(site, "suffix", words, is_unsure=True)
    return _told(site, "suffix", f"域名{host}不以.gov.cn或.政务结尾")


def _form(site: SiteView, host: str) -> Iterator[Observation]:
    subject = site.subject
    is_government_form = host.startswith("www.") and host.count(".") == _LABELS - 1
    if subject.kind is SubjectKind.PORTAL and not is_government_form:
        yield _told(site, "form", f"门户网站域名{host}不是www.□□□.gov.cn的形式")
    if subject.kind is not SubjectKind.DEPARTMENT_SITE or subject.code.lower().startswith("bm"):
        return
    is_department_form = not host.startswith("www.") and host.count(".") == _LABELS - 1
    if is_department_form or pattern_of("site_names", "governments").search(subject.name):
        return
    words = f"域名{host}不是○○○.□□□.gov.cn的形式"
    if pattern_of("site_names", "departments").search(subject.name):
        yield _told(site, "form", f"部门网站{words}")
    else:
        yield _told(site, "form", f"{words}，从名称看不出是政府还是部门，请人工判断。", is_unsure=True)


def _told(site: SiteView, aspect: str, excerpt: str, *, is_unsure: bool = False) -> Observation:
    subject = site.subject
    proof = (("网站名称", subject.name), ("登记的网址", subject.home_url), ("类型", KIND_WORDS[subject.kind]))
    return Observation(
        check="domain-rules",
        aspect=aspect,
        place=subject.home_url,
        excerpt=excerpt,
        proof=proof,
        is_unsure=is_unsure,
    )

"""The check `transport`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.transport_view import Certificate, Told, TransportFact, TransportView

# Whoever renews a certificate by hand needs about so long.
_SOON_DAYS = 30


@check("transport", sees=TransportView, title="传输安全与IPv6")
def transport(view: TransportView) -> Iterator[Observation]:
    """How the home page travels.

    What: whether it is offered over https (aspect `https`), whether the plain address leads there (`redirect`), whether a
    browser accepts the certificate (`certificate`) and for how long yet (`expiry`, under 30 days), and whether the host can
    be reached over IPv6 (`ipv6`).

    Why: IPv6 is an indicator of 2019; https is what browsers and users expect, and an expired certificate shuts them out.

    Limits: addresses with a port of their own have no known counterpart; behind a proxy nothing of this can be seen; IPv6
    needs a PC that has it. What cannot be told is said so. Sites inside another are left to that.
    """
    yield from _told(view, "https", view.https, "首页不能用https打开")
    if view.https.told is Told.YES:
        yield from _told(view, "redirect", view.redirects, "用http打开首页不会转到https")
    yield from _told(view, "ipv6", view.ipv6, "首页不支持IPv6访问")
    if view.certificate is not None:
        yield from _judged(view, view.certificate)


def _told(view: TransportView, aspect: str, fact: TransportFact, words: str) -> Iterator[Observation]:
    if fact.told is Told.NO:
        yield _found(view, aspect, f"{words}：{fact.words}", (("检查结果", fact.words),))
    elif fact.told is Told.UNKNOWN:
        yield Observation(
            check="transport", aspect=aspect, place=view.home_url, excerpt=f"{fact.words}。", is_unsure=True
        )


def _judged(view: TransportView, certificate: Certificate) -> Iterator[Observation]:
    left = view.days_left
    if certificate.fault:
        yield _found(view, "certificate", f"https证书有问题：{certificate.fault}", _proof(certificate))
    elif left is not None and left < _SOON_DAYS:
        words = f"https证书还有{left}天到期（{certificate.last_day}）"
        yield _found(view, "expiry", words, _proof(certificate))


def _proof(certificate: Certificate) -> tuple[tuple[str, str], ...]:
    held = [
        ("域名", certificate.host),
        ("证书上的域名", "、".join(certificate.names[:10])),
        ("颁发者", certificate.issuer),
        ("最后一天", f"{certificate.last_day or ''}"),
    ]
    return tuple((label, words) for label, words in held if words)


def _found(view: TransportView, aspect: str, words: str, proof: tuple[tuple[str, str], ...]) -> Observation:
    told = (*proof, ("检查日期", view.seen_on.isoformat()))
    return Observation(check="transport", aspect=aspect, place=view.home_url, excerpt=words, proof=told)

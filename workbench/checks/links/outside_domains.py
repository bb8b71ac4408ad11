"""The check `outside-domains`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.link_target import LinkTarget
from workbench.views.outside_host import (
    gambling_sign,
    host_of,
    injected_word,
    is_foreign,
    is_usual,
    odd_sign,
    parking_sign,
)


@check("outside-domains", sees=LinkTarget, title="可疑外链")
def outside_domains(target: LinkTarget) -> Iterator[Observation]:
    """Links to foreign hosts that are not what they once were.

    What: foreign addresses, and where they lead, whose host or words speak of gambling or pornography (`gambling`), or
    that end at a seller of domains (`parked`). Odd hosts, such as a copy of a government's, are for a person (`odd`).

    Why: a domain that an office once linked to expires and is bought by others; "publishing or linking" such content is
    a veto in the standard of 2019.

    Limits: the lists tell names, not contents: a new name is not known, and what a foreign page says is not read. Links
    that cannot be opened are the matter of `dead-links`.
    """
    place = target.first_place
    url, final = target.link.url, target.link.final_url
    if place is None or not is_foreign(url, place.page) or is_usual(host_of(url)):
        return
    foreign = [address for address in (url, final) if address and is_foreign(address, place.page)]
    sign = next((s for address in foreign if (s := gambling_sign(host_of(address)))), "")
    sign = sign or injected_word(place.text)
    seller = parking_sign(host_of(final)) if final else ""
    odd = odd_sign(host_of(url))
    if sign:
        yield _found(target, "gambling", f"疑似赌博、色情网站（“{sign}”）")
    elif seller:
        yield _found(target, "parked", f"域名疑似已过期或正在出售（跳到 {seller}）")
    elif odd:
        yield Observation(
            check="outside-domains",
            aspect="odd",
            place=url,
            excerpt=f"页面 {place.page} 链接到可疑的外部地址 {url}（{odd}），请打开核实。",
            is_unsure=True,
        )


def _found(target: LinkTarget, aspect: str, words: str) -> Observation:
    link, place = target.link, target.first_place
    page, text = (place.page, place.text) if place else ("", "")
    proof = [
        ("地址", link.url),
        ("跳转到", link.final_url),
        ("所在页面", page),
        ("链接文字", text),
        ("出现次数", str(link.occurrence_count or 1)),
    ]
    return Observation(
        check="outside-domains",
        aspect=aspect,
        place=link.url,
        excerpt=f"页面 {page} 的链接“{text}”指向{words}：{link.url}",
        proof=tuple((label, value) for label, value in proof if value),
    )

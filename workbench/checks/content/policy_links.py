"""The check `policy-links`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.column import ColumnClass
from workbench.domain.observation import Observation
from workbench.views.policy_pairs import (
    Paper,
    interpretations_of,
    is_of_others,
    leads_to_interpretation,
    leads_to_policy,
    paper_side,
)
from workbench.views.site_view import SiteView

# The standard asks for a sample.
_SAMPLE = 20


@check("policy-links", sees=SiteView, title="政策与解读关联")
def policy_links(site: SiteView) -> Iterator[Observation]:
    """Policy files and interpretations that do not lead to each other.

    What: of the newest twenty of each, interpretations whose content leads to no policy file (aspect `interpretation`), and
    files that have an interpretation on the site and do not lead to it (aspect `policy`). Which belong together is told by
    their links and by the name of the file in the title.

    Why: file and interpretation linked both ways is what the standard of 2019 takes a sample of.

    Limits: only columns of the register in the classes of policy files and interpretations are looked at, and the articles
    their first page lists. Links that a script writes are not seen: such pages are for a person. A file without any
    interpretation is none of this check's business; interpretations of files from above are left out.
    """
    policies = paper_side(site, ColumnClass.POLICY, name="政策文件")
    interpretations = paper_side(site, ColumnClass.INTERPRETATION, name="政策解读")
    why_not = policies.why_not or interpretations.why_not
    if why_not:
        yield _unsure(site.home_url, f"{why_not}，无法核对政策与解读是否互相关联，请人工查看。")
        return
    for interpretation in interpretations.papers[:_SAMPLE]:
        if not is_of_others(interpretation) and not leads_to_policy(interpretation, policies.papers):
            yield _judged(interpretation, "interpretation", "政策解读", "没有链接到所解读的文件")
    for policy in policies.papers[:_SAMPLE]:
        theirs = interpretations_of(policy, interpretations.papers)
        if theirs and not leads_to_interpretation(policy, theirs):
            yield _judged(policy, "policy", "政策文件", "没有链接到它的解读", theirs[0])


def _judged(
    paper: Paper, aspect: str, name: str, fault: str, counterpart: Paper | None = None
) -> Observation:
    page = paper.page
    if page.is_filled_later:
        return _unsure(page.url, f"{name}“{paper.title}”的相关链接由脚本写入，请打开页面查看是否关联。")
    proof = [(name, paper.title), ("正文里的链接", _told_links(paper))]
    if counterpart is not None:
        proof.append(("对应的解读", f"{counterpart.title}　{counterpart.page.url}"))
    return Observation(
        check="policy-links",
        aspect=aspect,
        place=page.url,
        excerpt=f"{name}“{paper.title}”{fault}",
        proof=tuple(proof),
    )


def _told_links(paper: Paper) -> str:
    links = paper.links
    return "、".join(link.words or link.url for link in links[:5]) or "没有"


def _unsure(place: str, words: str) -> Observation:
    return Observation(check="policy-links", aspect="policy", place=place, excerpt=words, is_unsure=True)

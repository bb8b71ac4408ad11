"""What columns without a list show: who the office is, who leads it, what citizens wrote."""

from collections.abc import Iterable

from workbench.practice.article import Letter
from workbench.practice.look import text_as_markup
from workbench.practice.site_href import href
from workbench.practice.site_plan import LeaderPlan, SitePlan


def overview_text(plan: SitePlan) -> str:
    paragraphs = "".join(f"<p>{text_as_markup(paragraph)}</p>" for paragraph in plan.overview)
    return f'<div class="text">{paragraphs}</div>'


def leader_cards(plan: SitePlan, page: str) -> str:
    portrait = href(plan, page=page, to="/assets/portrait.svg")
    return "\n".join(_leader(leader, portrait) for leader in plan.leaders)


def letter_list(letters: Iterable[Letter], *, unit: str) -> str:
    return "\n".join(_letter(letter, unit) for letter in letters)


def _leader(leader: LeaderPlan, portrait: str) -> str:
    return (
        f'<div class="leader"><img src="{portrait}" alt="{leader.name}"><div><h3>{leader.name}　{leader.post}</h3>'
        f"<p>工作分工：{leader.duty}</p><p>个人简历：{leader.name}，{leader.resume}</p></div></div>"
    )


def _letter(letter: Letter, unit: str) -> str:
    return (
        f'<div class="letter"><h3>{text_as_markup(letter.subject)}</h3>'
        f"<small>留言时间：{letter.asked}</small><p>{text_as_markup(letter.question)}</p>"
        f'<div class="answer"><small>答复单位：{unit}　答复时间：{letter.answered}</small>'
        f"<p>{text_as_markup(letter.answer)}</p></div></div>"
    )

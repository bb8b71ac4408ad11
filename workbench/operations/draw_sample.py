"""Draw the sample of a campaign and mark in the register who is in it."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from workbench.domain.draw import Draw, draw
from workbench.domain.ids import inspector_name
from workbench.domain.score import shown_number
from workbench.errors import WrongUseError
from workbench.operations.lead_only import require_lead
from workbench.storage.workspace import Workspace


def draw_sample(workspace: Workspace, *, share: Decimal, seed: int, by: str) -> Draw:
    """The draw, saved: subjects not drawn stay in the register and are outside this campaign's rates.

    Raises:
        NotAllowedError: `by` is not the lead.
        WrongUseError: the register is empty or the share is not in (0, 1].
    """
    require_lead(workspace, by)
    subjects = workspace.subjects()
    if not subjects:
        raise WrongUseError("台账是空的，请先导入台账再抽样。")
    try:
        result = draw(subjects, share=share, seed=seed)
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    is_in = {row.subject.id: row.is_drawn for row in result.rows}
    changed = [
        replace(subject, is_drawn=is_in.get(subject.id, subject.is_drawn))
        for subject in subjects
        if is_in.get(subject.id, subject.is_drawn) != subject.is_drawn
    ]
    if changed:
        workspace.save(
            *changed, inspector=inspector_name(by), why=f"抽样：比例{shown_number(share * 100)}%，种子{seed}"
        )
    workspace.remember("draw", f"{share} {seed}")
    return result


def read_share(text: str) -> Decimal:
    """`20%`, `0.2` or `20` as a share in (0, 1].

    Raises:
        WrongUseError: it is none of these.
    """
    cleaned = text.strip().replace("％", "%")
    try:
        number = Decimal(cleaned.removesuffix("%"))
    except InvalidOperation as error:
        raise WrongUseError(f"抽查比例“{text}”看不懂，请写作 20% 或 0.2。") from error
    is_percent = number.is_finite() and (cleaned.endswith("%") or number > 1)
    share = number / 100 if is_percent else number
    if not share.is_finite() or not 0 < share <= 1:
        raise WrongUseError("抽查比例应大于 0、不超过 100%。")
    return share


def protocol_text(result: Draw, *, title: str) -> str:
    """The draw as a page to print and sign: every subject with its lot, so that anyone can check the list."""
    drawn = len(result.drawn)
    share = shown_number(result.share * 100)
    lines = [
        f"{title} 抽样记录",
        f"抽查比例：不低于{share}%　种子：{result.seed}　可抽对象：{len(result.rows)}个　抽中：{drawn}个",
        "办法：每个对象的签号是“种子:编号”的SHA-256前16位；网站与账号分别抽取，按类型和地区分层，层内签号小者入选；上次不合格的必查。",
        "",
        "结果\t签号\t编号\t名称\t地区\t说明",
    ]
    for row in result.rows:
        mark = "√" if row.is_drawn else ""
        cells = (mark, row.lot, row.subject.code, row.subject.name, row.subject.region, row.reason)
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"

"""What must be so before a command can be given, and the sentence that says what is missing; no Qt."""

from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """REST is a campaign in which no check is running, RUN one in which one is, BEGUN one in which it is running or paused."""

    NOTHING = ""
    CAMPAIGN = "campaign"
    LEAD = "lead"
    REST = "rest"
    RUN = "run"
    BEGUN = "begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """`lead` is the name of the campaign's lead."""

    is_open: bool = False
    is_lead: bool = False
    lead: str = ""
    is_running: bool = False
    is_paused: bool = False


def missing(need: Need, found: Circumstances) -> str:
    """What is missing and how to come by it; empty where nothing is."""
    if need is Need.RUN and not found.is_running:
        return "现在没有正在运行的检查。"
    if need is Need.BEGUN and not (found.is_running or found.is_paused):
        return "现在没有正在运行或暂停的检查。"
    if need is not Need.NOTHING and not found.is_open:
        return "还没有打开批次：请先按 Ctrl+O 打开，或新建一个。"
    if need is Need.LEAD and not found.is_lead:
        return f"只有组长{found.lead}可以这样做；您若是组长，请先在右上角换成这个名字。"
    if need is Need.REST and found.is_running:
        return "检查正在进行，做完或暂停以后才能再开始。"
    return ""

"""Start a campaign: a new workspace with the standard pinned in it."""

import re
from datetime import date
from pathlib import Path
from uuid import uuid4

from workbench.domain.campaign import Campaign
from workbench.domain.ids import inspector_name
from workbench.errors import WrongUseError
from workbench.operations.check_standard import standard_named
from workbench.standards.pack_text import digest_of
from workbench.storage.workspace import Workspace

_QUARTER = re.compile(r"^(\d{4})Q([1-4])$")
_QUARTER_WORDS = {"1": "第一季度", "2": "第二季度", "3": "第三季度", "4": "第四季度"}


def create_campaign(
    path: Path, *, standard_id: str, period: str, as_of: date, lead: str, unit: str = ""
) -> Workspace:
    """The new, empty campaign, open. `standard_id` may also be the path of a pack's file, ending in .toml.

    Raises:
        WrongUseError: the file is there already or is a folder, or the standard is unknown or broken.
    """
    if path.is_dir():
        raise WrongUseError(f"“{path}”是文件夹，请写明其中的文件名，例如 2026年第四季度.inspection。")
    if path.exists():
        raise WrongUseError(f"“{path.name}”已经存在，请换一个文件名，或直接打开它。")
    standard = standard_named(standard_id)
    campaign = Campaign(
        id=uuid4(),
        name=campaign_name(period),
        period=period,
        as_of=as_of,
        standard_id=standard.id,
        standard_digest=digest_of(standard),
        lead=inspector_name(lead),
        unit=unit,
    )
    return Workspace.create(path, campaign=campaign, standard=standard)


def campaign_name(period: str) -> str:
    """`2026Q4` in the words of notices; any other period is its own name.

    Raises:
        WrongUseError: the period is empty.
    """
    text = period.strip()
    if not text:
        raise WrongUseError("请写明检查周期，例如 2026Q4。")
    match = _QUARTER.match(text)
    return f"{match[1]}年{_QUARTER_WORDS[match[2]]}" if match else text

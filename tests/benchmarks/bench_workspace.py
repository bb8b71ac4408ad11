"""A workspace with the generated site as its only subject, made by the command line as a user makes one."""

import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from workbench.settings.options import Options, save_options
from workbench.storage.workspace import Workspace


def make_workspace(workbench: Sequence[str], folder: Path, *, home: str) -> Path:
    """An empty campaign in `folder`, with the manners set as those of the other runs."""
    return make_workspace_of(workbench, folder, homes=[home], per_host=32)


def make_workspace_of(
    workbench: Sequence[str], folder: Path, *, homes: Sequence[str], per_host: int, total_open: int = 256
) -> Path:
    """An empty campaign over these sites; nothing is retried."""
    workspace = folder / "bench.inspection"
    for file in folder.glob("bench.inspection*"):
        file.unlink()
    options = Options(
        per_host=per_host,
        total_open=total_open,
        retries=0,
        retry_delay_s=0.0,
        reopens_in_browser=False,
        allowed_networks=("127.0.0.0/8",),
    )
    save_options(options, folder / "inspection-workbench" / "settings.json")
    register = folder / "register.csv"
    lines = [f"测试网站{number},{home}\n" for number, home in enumerate(homes)]
    register.write_text("网站名称,首页网址\n" + "".join(lines), encoding="utf-8")
    made = [
        "new",
        str(workspace),
        "--standard",
        "national-2019",
        "--period",
        "2026Q4",
        "--as-of",
        "2026-11-20",
    ]
    for words in ([*made, "--by", "甲"], ["import", str(workspace), str(register), "--by", "甲"]):
        subprocess.run([*workbench, *words], check=True, stdout=subprocess.DEVNULL)
    return workspace


def stored_links(workspace: Path) -> dict[str, str]:
    with Workspace.open(workspace) as opened:
        (subject,) = opened.subjects()
        return {link.url: link.outcome.value for link in opened.links(subject.id)}


def stored_counts(workspace: Path) -> Counter[str]:
    """How many links came to each outcome, over all subjects."""
    counts: Counter[str] = Counter()
    with Workspace.open(workspace) as opened:
        for subject in opened.subjects():
            summary = opened.link_summary(subject.id)
            counts.update({outcome.value: count for outcome, count in summary.items()})
    return counts

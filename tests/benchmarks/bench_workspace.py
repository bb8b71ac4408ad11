"""A workspace with the generated site as its only subject, made by the command line as a user makes one."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from workbench.settings.options import Options, save_options
from workbench.storage.workspace import Workspace


def make_workspace(workbench: Sequence[str], folder: Path, *, home: str) -> Path:
    """An empty campaign in `folder`, with the manners set as those of the other runs."""
    workspace = folder / "bench.inspection"
    for file in folder.glob("bench.inspection*"):
        file.unlink()
    save_options(
        Options(per_host=32, retries=0, retry_delay_s=0.0, allowed_networks=("127.0.0.0/8",)),
        folder / "inspection-workbench" / "settings.json",
    )
    register = folder / "register.csv"
    register.write_text(f"网站名称,首页网址\n测试网站,{home}\n", encoding="utf-8")
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

"""Checks one very large site with `workbench check`: what matters is the memory.

`.venv/bin/python tests/benchmarks/many_links_benchmark.py [--pages 50000]`; each page brings three files, so that is 200,000 links.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_big_site import links_of
from bench_measure import measure
from bench_nginx import free_port, wait_for_port
from bench_workspace import make_workspace, stored_counts

_WORKBENCH = (sys.executable, "-m", "workbench")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=50_000)
    pages: int = parser.parse_args().pages
    folder, port = Path(tempfile.mkdtemp(prefix="many-links-")), free_port()
    server = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("bench_big_site.py"), str(port), str(pages)]
    )
    try:
        wait_for_port(port)
        return _run(folder, f"http://127.0.0.1:{port}/", links=links_of(pages))
    finally:
        server.kill()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, home: str, *, links: int) -> int:
    workspace = make_workspace(_WORKBENCH, folder, home=home)
    command = [*_WORKBENCH, "check", str(workspace), "--only", "dead-links"]
    result = measure(command, output=folder / "check.out", settings=folder, timeout_s=3_600)
    found = stored_counts(workspace)
    size_mb = workspace.stat().st_size / 1e6
    sys.stdout.write(
        f"{links} links: wall {result.wall_s:.0f} s, CPU {result.cpu_s:.0f} s, peak {result.peak_mb:.0f} MB;"
        f" found {dict(found)}, workspace {size_mb:.0f} MB\n"
    )
    return 0 if found == {"ok": links} else 1


if __name__ == "__main__":
    sys.exit(main())

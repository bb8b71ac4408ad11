"""One checking process per file: a second is refused in one sentence, a dead one holds nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import EnvironmentFaultError
from workbench.operations.sole_checker import sole_checker

HOLDER = """
import sys, time
from pathlib import Path
from workbench.operations.sole_checker import sole_checker
with sole_checker(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_checker_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "批次.inspection"
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(file)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(EnvironmentFaultError, match="另一个检查进程"), sole_checker(file):
            pass
    finally:
        holder.kill()
        holder.communicate()
    with sole_checker(file):
        pass

"""Sets up this checkout on a fresh machine and starts something in it: `python3 packaging/start.py demo`.

Standard library only. This first file parses on any Python 3, so that one too old is told so in plain words.
"""

import sys

OLDEST_PYTHON = (3, 11)


def main() -> int:
    if sys.version_info[:2] < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:3])
        sys.stderr.write(
            "本程序需要 Python 3.11 或更新版本，现在是 "
            + found
            + "；请安装新版 Python 后再运行同一条命令。\n"
        )
        return 3
    # Only now: the other files use the grammar of the Python that was just asked for.
    from start_verbs import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

"""Site codes (网站标识码), and the numbers an office gives to what has none."""

import hashlib
import re

from workbench.domain.subject import SubjectKind
from workbench.register.faulty_row import FaultyRowError, quoted
from workbench.register.plain_text import half_width

SITE_KINDS = frozenset({SubjectKind.PORTAL, SubjectKind.DEPARTMENT_SITE})
PART_KINDS = frozenset({SubjectKind.CHANNEL, SubjectKind.MODULE})

_OFFICIAL = re.compile(r"(?:\d{6}|bm\d{4})\d{4}", re.ASCII)
_OWN = re.compile(r"(?=.*[A-Za-z])[0-9A-Za-z][0-9A-Za-z._-]{0,39}", re.ASCII)
_GIVEN = re.compile(r"(?P<owner>ZB|[0-9A-Za-z._-]{1,40})-[2-9A-HJ-NP-Z]{6}", re.ASCII)
# Without 0, 1, I and O, which are mistaken for each other on paper; 32 signs.
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_SIGN_COUNT = 6


def read_code(text: str) -> str:
    """The code in its one spelling; nothing is judged."""
    code = "".join(half_width(text).split())
    return "bm" + code[2:] if code.lower().startswith("bm") else code


def is_official(code: str) -> bool:
    return _OFFICIAL.fullmatch(code) is not None


def refuse_wrong_code(code: str, kind: SubjectKind) -> None:
    """Websites carry the official code, or the number this program gave; parts and accounts also the office's own.

    Raises:
        FaultyRowError: the usual slips: 7 or 12 digits, a letter too few.
    """
    given = _GIVEN.fullmatch(code)
    if is_official(code) or (given and (kind not in SITE_KINDS or given["owner"] == "ZB")):
        return
    if code.isascii() and code.isdigit():
        raise FaultyRowError(
            f"标识码{quoted(code)}有{len(code)}位，应为10位（6位行政区划代码加4位序号），请核对后改正。"
        )
    if kind in SITE_KINDS or code.startswith("bm") or _OWN.fullmatch(code) is None:
        raise FaultyRowError(f"标识码{quoted(code)}写法不对，应为10位数字，或 bm 加8位数字，请核对后改正。")


def own_number(identity: str, *, parent_code: str = "", attempt: int = 0) -> str:
    """The number for something without a code, the same whenever and in whatever order it is imported.

    `identity` is its address or, for an account, its platform and name; `attempt` counts up past a number already taken.
    """
    seed = f"{parent_code}\n{identity}\n{attempt}" if attempt else f"{parent_code}\n{identity}"
    rest = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
    signs = []
    for _ in range(_SIGN_COUNT):
        rest, index = divmod(rest, len(_SIGNS))
        signs.append(_SIGNS[index])
    return f"{parent_code or 'ZB'}-{''.join(signs)}"

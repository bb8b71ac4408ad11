"""Site codes (网站标识码): what they look like, and how to take them out of what pages write."""

import re

SITE_CODE = re.compile(r"(?:\d{6}|bm\d{4})\d{4}", re.IGNORECASE)


def is_site_code(text: str) -> bool:
    return bool(SITE_CODE.fullmatch(text))


def same_code(one: str, other: str) -> bool:
    return one.strip().lower() == other.strip().lower()

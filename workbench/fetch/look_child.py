"""The browser engine as a look at home pages sees it: a child process, one page after the other."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import msgspec

from workbench.fetch.looked_page import LookedPage, LookOrder

NO_BROWSER = "本机没有可用的浏览器内核，没有查看"
_BROKEN = "浏览器内核中断，没有查看"


def look_at_pages(
    orders: Sequence[LookOrder],
    *,
    command: Sequence[str],
    networks: Sequence[str],
    timeout_s: float,
    proxy: str,
) -> Iterator[LookedPage]:
    """An answer for every order, as they come; where the child breaks down, the rest say so.

    `networks` are the internal addresses (CIDR) that it may ask.
    """
    waiting = {order.number: order for order in orders}
    for answer in _answers(orders, _words(command, networks, timeout_s, proxy)):
        if waiting.pop(answer.number, None) is not None:
            yield answer
    problem = _BROKEN if len(waiting) < len(orders) else NO_BROWSER
    for order in waiting.values():
        yield replace(LookedPage(number=order.number), url=order.url, problem=problem)


def _words(command: Sequence[str], networks: Sequence[str], timeout_s: float, proxy: str) -> list[str]:
    allowed = [word for network in networks for word in ("--allow", network)]
    return [*command, "--timeout", str(timeout_s), *allowed, *(["--proxy", proxy] if proxy else [])]


def _answers(orders: Sequence[LookOrder], words: Sequence[str]) -> Iterator[LookedPage]:
    lines = b"".join(msgspec.json.encode(order) + b"\n" for order in orders)
    try:
        child = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
    except OSError:
        return
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        with suppress(OSError):
            child.stdin.write(lines)
            child.stdin.close()
        for line in child.stdout:
            with suppress(msgspec.DecodeError):
                yield msgspec.json.decode(line, type=LookedPage)
    finally:
        child.kill()
        child.wait()
        child.stdout.close()

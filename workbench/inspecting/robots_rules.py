"""What hosts allow programs to ask for, where the office has set that robots.txt is kept to."""

from urllib.parse import urlsplit

from protego import Protego

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.link_entry import LinkEntry
from workbench.inspecting.link_verdict import LinkVerdict

KEPT_OUT = LinkVerdict(LinkOutcome.NOT_CHECKED, "robots.txt 不许访问，按设置没有访问")

TAGS_BELOW = -100_000
_MOST_BYTES = 500_000


class RobotsRules:
    """Each host is asked once; the links of a host wait for its answer. One that has no rules allows everything."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._is_kept = policy.obeys_robots
        self._agent = policy.agent_on_wire
        self._origins: list[str] = []
        self._rules: dict[str, Protego | None] = {}
        self._waiting: dict[str, list[LinkEntry]] = {}

    def forbids(self, url: str) -> bool:
        rules = self._rules.get(_origin(url)) if self._is_kept else None
        return rules is not None and not rules.can_fetch(url, self._agent)

    def must_wait(self, entry: LinkEntry) -> bool:
        """Whether the host has not yet said what it allows; the link is then given back by `receive`."""
        origin = _origin(entry.url)
        if not self._is_kept or origin in self._rules:
            return False
        self._waiting.setdefault(origin, []).append(entry)
        return True

    def question(self) -> FetchRequest | None:
        """The next host's rules to be asked for."""
        for origin in self._waiting:
            if origin not in self._origins:
                self._origins.append(origin)
                tag = TAGS_BELOW - len(self._origins)
                return FetchRequest(url=f"{origin}/robots.txt", tag=tag, max_bytes=_MOST_BYTES)
        return None

    def receive(self, fetched: Fetched) -> list[LinkEntry]:
        origin = self._origins[TAGS_BELOW - fetched.request.tag - 1]
        self._rules[origin] = _rules_of(fetched)
        return self._waiting.pop(origin, [])


def _rules_of(fetched: Fetched) -> Protego | None:
    if fetched.status != 200:
        return None
    # By RFC 9309, with `*`, `$` and the longest match: the parser of the standard library knows none of them.
    return Protego.parse(fetched.body.decode("utf-8-sig", "replace"))


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"

"""Asks reference hosts when links fail: where those fail too it is our own network, and the failures of that time are void."""

from workbench.domain.link import LinkOutcome
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.inspecting.link_verdict import LinkVerdict

VOID = LinkVerdict(LinkOutcome.NOT_CHECKED, "当时本机网络不通，这一段作废，请恢复网络后再查")

TAGS_BELOW = -1_000
_OF_THE_NETWORK = (
    Fault.DNS,
    Fault.DNS_UNSURE,
    Fault.REFUSED,
    Fault.RESET,
    Fault.TIMEOUT,
    Fault.UNREACHABLE,
    Fault.PROXY,
)


class NetworkWitness:
    """One round of questions at a time; what fails meanwhile waits for it, or for the next."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._witnesses = policy.witnesses
        self._held: list[tuple[Fetched, LinkVerdict]] = []
        self._in_question: list[tuple[Fetched, LinkVerdict]] = []
        self._open = 0
        self._is_up = False

    def hold(self, fetched: Fetched, verdict: LinkVerdict) -> bool:
        """Whether the failure may be our own network's, so that its verdict has to wait."""
        if not self._witnesses or fetched.status is not None or fetched.fault not in _OF_THE_NETWORK:
            return False
        self._held.append((fetched, verdict))
        return True

    def questions(self) -> list[FetchRequest]:
        """The questions of the next round, if it is time for one."""
        if self._open or not self._held:
            return []
        self._in_question, self._held = self._held, []
        self._open, self._is_up = len(self._witnesses), False
        return [
            FetchRequest(url=url, method="HEAD", tag=TAGS_BELOW - 1 - number, body_types=("text/html",))
            for number, url in enumerate(self._witnesses)
        ]

    def receive(self, fetched: Fetched) -> list[tuple[Fetched, LinkVerdict]]:
        """Failures with the verdict they come to, once the last witness of the round has been heard."""
        self._open -= 1
        self._is_up = self._is_up or fetched.status is not None
        if self._open:
            return []
        judged, self._in_question = self._in_question, []
        return judged if self._is_up else [(failed, VOID) for failed, _ in judged]

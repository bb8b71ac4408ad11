"""What is asked of the network: one address, with all redirects followed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRequest:
    """`tag` is the caller's own number and comes back untouched.

    `max_bytes` 0 means the policy's cap. `body_types` names the media types whose body is wanted (empty: any); the rest is
    left unread. `delay_s` is the least time to wait before asking. `is_second_look` asks by the other engine, so that no
    verdict rests on the quirks of one; one `by_browser` opens it in the browser engine, where the policy has one.
    """

    url: str
    method: str = "GET"
    tag: int = 0
    max_bytes: int = 0
    body_types: tuple[str, ...] = ()
    delay_s: float = 0.0
    is_second_look: bool = False
    by_browser: bool = False

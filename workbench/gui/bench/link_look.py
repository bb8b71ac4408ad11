"""How link outcomes look: what is dead, what a person should look at, what is fine."""

from workbench.domain.link import LinkOutcome, LinkResult

LINK_TONES = {
    LinkOutcome.OK: ("done", "passed"),
    LinkOutcome.REDIRECT: ("done", "passed"),
    LinkOutcome.DEAD: ("fail", "fail"),
    LinkOutcome.SOFT_404: ("warning", "proposed"),
    LinkOutcome.REDIRECTED_HOME: ("warning", "proposed"),
    LinkOutcome.FOREIGN_REDIRECT: ("warning", "proposed"),
    LinkOutcome.BLOCKED: ("doubtful", "doubtful"),
    LinkOutcome.LIMITED: ("doubtful", "doubtful"),
    LinkOutcome.TIMED_OUT: ("clock", "doubtful"),
    LinkOutcome.NEEDS_LOGIN: ("na", "na"),
    LinkOutcome.CERTIFICATE: ("insecure", "proposed"),
    LinkOutcome.UNSAFE_SCHEME: ("warning", "proposed"),
    LinkOutcome.INTERNAL_ADDRESS: ("warning", "proposed"),
    LinkOutcome.NOT_CHECKED: ("not_checked", "na"),
}


def where_in_words(link: LinkResult) -> str:
    """On the home page or not, and the words it is shown with."""
    place = "首页" if link.is_on_home else "内页"
    text = next((occurrence.text for occurrence in link.occurrences if occurrence.text), "")
    return f"{place} · {text}" if text else place

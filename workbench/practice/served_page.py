"""One address of the practice city as a server answers it."""

from dataclasses import dataclass

HTML = "text/html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedPage:
    """`location` is where a redirect leads, `delay_s` how long the server keeps silent before it answers a GET."""

    body: bytes
    content_type: str
    status: int = 200
    location: str = ""
    delay_s: float = 0.0
    refuses_head: bool = False


def html_page(
    html: str, *, codec: str = "utf-8", http_charset: str = "utf-8", has_bom: bool = False
) -> ServedPage:
    """The page in the bytes of its charset; an empty `http_charset` leaves the server silent about it."""
    mark = b"\xef\xbb\xbf" if has_bom else b""
    content_type = f"{HTML}; charset={http_charset}" if http_charset else HTML
    return ServedPage(body=mark + html.encode(codec), content_type=content_type)

"""An answer as `http.client` reads it, past whatever a server announces before it."""

import http.client

_SWITCHING, _FIRST_ANSWER = 101, 200


class FinalResponse(http.client.HTTPResponse):
    """Passes over every interim head (RFC 9110, 15.2), as 103 Early Hints.

    The standard library knows 100 alone: it takes another for the answer, and the answer for that of the next request.
    """

    def _read_status(self) -> tuple[str, int, str]:
        while True:
            version, status, reason = super()._read_status()  # type: ignore[misc]  # typeshed leaves it out
            if status >= _FIRST_ANSWER or status == _SWITCHING:
                return version, status, reason
            http.client.parse_headers(self.fp)

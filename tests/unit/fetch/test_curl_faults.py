import errno

import pytest

from workbench.fetch.connect_fault import connect_fault
from workbench.fetch.fetch_fault import Fault

pycurl = pytest.importorskip("pycurl")


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (6, Fault.DNS),
        (5, Fault.PROXY),
        (28, Fault.TIMEOUT),
        (35, Fault.TLS),
        (52, Fault.RESET),
        (56, Fault.RESET),
        (60, Fault.CERTIFICATE),
        (8, Fault.PROTOCOL),
        (92, Fault.PROTOCOL),
        (97, Fault.PROXY),
        (18, Fault.TRUNCATED),
        (43, Fault.OTHER),
    ],
)
def test_libcurls_codes_have_our_words(code: int, fault: Fault) -> None:
    from workbench.fetch.curl_faults import fault_of

    assert fault_of(code, os_errno=0) is fault


def test_a_connection_that_fails_is_told_by_the_systems_number() -> None:
    from workbench.fetch.curl_faults import fault_of

    assert fault_of(7, os_errno=errno.ECONNREFUSED) is Fault.REFUSED
    assert fault_of(7, os_errno=errno.EHOSTUNREACH) is Fault.UNREACHABLE


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (0, Fault.REFUSED),
        (errno.ECONNREFUSED, Fault.REFUSED),
        (errno.ENETUNREACH, Fault.UNREACHABLE),
        (errno.ETIMEDOUT, Fault.TIMEOUT),
        (errno.ECONNRESET, Fault.RESET),
        (errno.EACCES, Fault.OTHER),
    ],
)
def test_the_systems_numbers_have_our_words(number: int, fault: Fault) -> None:
    assert connect_fault(number) is fault

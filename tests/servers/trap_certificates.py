"""Certificates of every kind a server may have, made when they are needed: no key is kept anywhere."""

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import which

# The least that openssl takes: it ended yesterday.
EXPIRED_DAYS = -1


@dataclass(frozen=True, slots=True)
class TrapCertificate:
    """A certificate of its own making, with its key beside it; as an authority it vouches for itself."""

    file: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file, self.key)
        return context


def can_make_certificates() -> bool:
    return which("openssl") is not None


def make_certificate(
    folder: Path, name: str, *, good_for: str = "IP:127.0.0.1", days: int = 2
) -> TrapCertificate:
    """`good_for` in openssl's words, such as `DNS:www.a.gov.cn`."""
    made = TrapCertificate(folder / f"{name}.pem", folder / f"{name}.key")
    request, names = folder / f"{name}.csr", folder / f"{name}.names"
    names.write_text(f"subjectAltName={good_for}\nbasicConstraints=critical,CA:true\n")
    _openssl(
        "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=trap", "-keyout", made.key, "-out", request
    )
    _openssl(
        *("x509", "-req", "-in", request, "-signkey", made.key, "-days", str(days)),
        *("-extfile", names, "-out", made.file),
    )
    return made


def _openssl(*arguments: str | Path) -> None:
    program = which("openssl")
    assert program is not None
    subprocess.run([program, *arguments], check=True, capture_output=True)

"""Links to servers whose certificate is not in order, over real TLS on loopback."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.inspecting.test_link_survey import POLICY, survey
from trap_certificates import EXPIRED_DAYS, can_make_certificates, make_certificate
from trap_server import TrapServer, page
from workbench.checks.links.dead_links import dead_links
from workbench.domain.link import LinkOutcome
from workbench.fetch.open_fetcher import ENGINES
from workbench.views.link_target import LinkTarget

pytestmark = pytest.mark.skipif(not can_make_certificates(), reason="openssl is not installed")


@pytest.mark.parametrize("engine", ENGINES)
def test_expired_and_wrong_certificates_are_called_so_and_nothing_is_proposed(
    engine: str, tmp_path: Path
) -> None:
    good = make_certificate(tmp_path, "good")
    expired = make_certificate(tmp_path, "expired", days=EXPIRED_DAYS)
    other = make_certificate(tmp_path, "other", good_for="DNS:www.elsewhere.gov.cn")
    unknown = make_certificate(tmp_path, "unknown")
    known = tmp_path / "known.pem"
    known.write_text("".join(each.file.read_text() for each in (good, expired, other)))
    answers = {"/": page("<title>safe</title>")}
    with (
        TrapServer(dict(answers), tls=good.context()) as safe,
        TrapServer(dict(answers), tls=expired.context()) as late,
        TrapServer(dict(answers), tls=other.context()) as wrong,
        TrapServer(dict(answers), tls=unknown.context()) as foreign,
    ):
        homes = [safe.home, late.home, wrong.home, foreign.home]
        anchors = "".join(f'<a href="{home}">x</a>' for home in homes)
        with TrapServer({"/": page(f"<title>home</title>{anchors}")}) as server:
            found = survey(server.home, engine=engine, policy=replace(POLICY, authorities=str(known)))
        assert [found.outcome(home) for home in homes] == [LinkOutcome.OK] + [LinkOutcome.CERTIFICATE] * 3
        assert not late.asked.total() + wrong.asked.total() + foreign.asked.total()
    assert [seen for home in homes for seen in dead_links(LinkTarget(found.links[home]))] == []

"""Attachments on the site's own host, through a real server: what is found in them names them and the page that links them."""

from lone_inspection import inspect_subject
from tests.unit.inspecting.test_subject_inspection import job, of_kind
from tests.unit.views.attachment_files import ID_NUMBER, docx_of, pdf_of, xlsx_of
from trap_server import Answer, TrapServer, page
from workbench.domain.check_outcome import CheckEnd
from workbench.inspecting.inspection_event import CheckEnded, ProposalFound

LIST = docx_of("公示名单", rows=[["姓名", "身份证号"], ["张某", ID_NUMBER]])


def file(body: bytes) -> Answer:
    return lambda request: request.send_bytes(body, kind="application/octet-stream")


def served(**files: Answer) -> dict[str, Answer]:
    links = "".join(f'<a href="/{name}">{name}公示名单</a>' for name in files)
    home = page('<title>某局</title><a href="/1.html">公示</a>')
    return {
        "/": home,
        "/1.html": page(f"<title>公示</title>{links}"),
        **{f"/{name}": answer for name, answer in files.items()},
    }


def test_a_number_in_each_format_is_found_masked_with_its_page() -> None:
    files = {"a.docx": LIST, "b.xlsx": xlsx_of(["姓名", ID_NUMBER]), "c.pdf": pdf_of(ID_NUMBER)}
    answers = {name: file(body) for name, body in files.items()}
    with TrapServer(served(**answers)) as server:
        events = list(inspect_subject(job(server, only=("personal-data",))))
        found = [event.finding for event in of_kind(events, ProposalFound)]
        assert {f.place for f in found} == {server.url(f"/{name}") for name in files}
        assert all(("所在页面", server.url("/1.html")) in f.proof for f in found)
        assert not any(ID_NUMBER in f"{f.excerpt}{f.proof}" for f in found)


def test_what_cannot_be_read_is_for_a_person() -> None:
    with TrapServer(served(**{"a.docx": file(b"PK\x03\x04 no archive")})) as server:
        events = list(inspect_subject(job(server, only=("personal-data",))))
        [ended] = of_kind(events, CheckEnded)
        assert (ended.outcome.state, "a.docx公示名单" in ended.outcome.reason) == (CheckEnd.UNSURE, True)
        assert of_kind(events, ProposalFound) == []

"""Attachments are read in another process: whatever the bytes are, an answer comes back and the next file is read."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.views.attachment_files import ID_NUMBER, docx_of, pdf_of, xlsx_of
from workbench.inspecting.attachment_reader import AttachmentReader

SOUND = (docx_of("公示名单", ID_NUMBER), xlsx_of(["姓名", ID_NUMBER]), pdf_of("公示名单", ID_NUMBER))


@pytest.fixture(scope="module")
def reader() -> Iterator[AttachmentReader]:
    opened = AttachmentReader()
    yield opened
    opened.close()


def test_one_process_reads_one_file_after_the_other(reader: AttachmentReader) -> None:
    assert all(ID_NUMBER in " ".join(reader.read(body).lines) for body in SOUND)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.sampled_from(SOUND),
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=6),
    share=st.floats(0.2, 1),
)
def test_damaged_files_are_answered_in_words(
    reader: AttachmentReader, body: bytes, changes: list[tuple[float, bytes]], share: float
) -> None:
    damaged = bytearray(body)
    for where, what in changes:
        at = int(where * (len(damaged) - 1))
        damaged[at : at + len(what)] = what
    text = reader.read(bytes(damaged[: int(len(damaged) * share)]))
    assert bool(text.lines) != bool(text.why_not)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.sampled_from(SOUND[:2]),
    which=st.integers(0, 20),
    where=st.floats(0, 1),
    what=st.sampled_from(
        (b"<", b"&a;", b'" x="', b"</w:p>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\xff", b"9" * 400)
    ),
)
def test_sound_archives_with_damaged_parts_are_answered_too(
    reader: AttachmentReader, body: bytes, which: int, where: float, what: bytes
) -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(body)) as sound, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as damaged:
        names = sound.namelist()
        for name in names:
            part = sound.read(name)
            at = int(where * len(part)) if name == names[which % len(names)] else None
            damaged.writestr(name, part if at is None else part[:at] + what + part[at:])
    text = reader.read(out.getvalue())
    assert bool(text.lines) != bool(text.why_not)


def test_after_a_file_that_takes_too_long_the_next_is_read() -> None:
    hurried = AttachmentReader(read_seconds=0.0)
    assert "太慢" in hurried.read(SOUND[0]).why_not
    hurried.close()
    patient = AttachmentReader()
    patient.read(SOUND[0])
    patient.close()
    assert patient.read(SOUND[1]).lines
    patient.close()

"""What one page of content says, before it is laid out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """The box above a policy file: its number in the index, its document number and the day it was signed."""

    index_number: str
    document_number: str
    signed: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """`rows` is a table of label and value; `form` and `picture` are addresses below the host, or empty.

    `related` is title and address of the file an interpretation explains, or of what explains a file.
    """

    number: int
    path: str
    title: str
    day: date
    time: str
    source: str
    paragraphs: tuple[str, ...]
    signature: str = ""
    document: DocumentFacts | None = None
    rows: tuple[tuple[str, str], ...] = ()
    form: str = ""
    picture: str = ""
    related: tuple[str, str] | None = None

    @property
    def summary(self) -> str:
        text = "".join(self.paragraphs)
        return text if len(text) <= 68 else text[:66] + "……"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A citizen's message with its answer."""

    subject: str
    asked: date
    answered: date
    question: str
    answer: str

"""What each site of the practice city is to be: read from resources/practice/sites, before any page is made."""

from dataclasses import dataclass

from workbench.domain.column import COLUMN_CLASS_WORDS, ColumnClass
from workbench.domain.subject import SubjectKind
from workbench.practice.practice_file import practice_dir, read_practice_file

FIRST_COLUMN_NUMBER = 1021


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPlan:
    """`path` is the address below the site's host, query included; `group` is the entry of the navigation it stands under."""

    name: str
    path: str
    column_class: ColumnClass
    group: str
    count: int = 0
    level: int = 1
    is_historic: bool = False
    is_on_home: bool = False
    is_daily: bool = False
    has_pinned: bool = False
    reprints: int = 0

    @property
    def aspect(self) -> str:
        """As in `Column.aspect`: how checks and the truth file name this sort of column."""
        return self.column_class.value if self.level <= 1 else f"{self.column_class.value}.lower"

    @property
    def class_words(self) -> str:
        return COLUMN_CLASS_WORDS[self.column_class]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderPlan:
    name: str
    post: str
    duty: str
    resume: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts:
    """What only the register and the footer say of a site."""

    organiser: str
    supervisor: str
    region: str
    icp: str
    police: str
    contact: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """One subject with pages: a site, or a channel or module that lives inside the address of its `parent`.

    `charset` is what the pages call themselves, `http_charset` what the server says (empty: nothing); `href` is how links
    are written: root, relative or absolute. `article` and `pager` are patterns of addresses. `scenery` is the colour of the
    hills on its pictures where that is not the accent.
    """

    code: str
    name: str
    unit: str
    area: str
    kind: SubjectKind
    host: str
    home: str
    look: str
    accent: str
    slogan: str
    topics: str
    charset: str
    http_charset: str
    href: str
    article: str
    pager: str
    page_size: int
    overview: tuple[str, ...]
    facts: RegisterFacts
    columns: tuple[ColumnPlan, ...]
    leaders: tuple[LeaderPlan, ...] = ()
    parent: str = ""
    prefix: str = "/"
    home_look: str = "home"
    scenery: str = ""
    has_bom: bool = False

    @property
    def site_code(self) -> str:
        """The 网站标识码 the pages carry: a channel or module has none of its own."""
        return self.parent or self.code

    @property
    def codec(self) -> str:
        """What the pages are really written in: every GB label of the real web means GB18030."""
        return "utf-8" if self.charset == "utf-8" else "gb18030"

    @property
    def groups(self) -> dict[str, tuple[ColumnPlan, ...]]:
        """The navigation: its entries in the order of their first column."""
        names = dict.fromkeys(column.group for column in self.columns)
        return {name: tuple(c for c in self.columns if c.group == name) for name in names}

    def number_of(self, column: ColumnPlan) -> int:
        """The number a content system would know the column by."""
        return FIRST_COLUMN_NUMBER + self.columns.index(column)


def load_plans() -> tuple[SitePlan, ...]:
    """Every site of the practice city, in the order of the file names.

    Raises:
        LookupError: the shipped folder is empty.
    """
    names = sorted(file.name for file in (practice_dir() / "sites").glob("*.toml"))
    if not names:
        raise LookupError("resources/practice/sites holds no site: the program is incomplete")
    return tuple(read_practice_file(f"sites/{name}", SitePlan) for name in names)

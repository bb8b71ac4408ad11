"""Generates a government-like site as files, from a seed, with the true outcome of every link in it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

PAGES_PER_COLUMN = 100
_CHARS = "政府信息公开通知公告工作报告办事指南部门街道社区服务教育医疗交通环境财政预算决算规划统计法规文件解读回应关切"
_CHARSETS = ("utf-8", "utf-8", "gb18030")
_PICTURES, _FILES, _FOREIGN, _MOVED, _GONE = 0.55, 0.35, 0.35, 0.1, 0.27


@dataclass(slots=True)
class Truth:
    """`outcomes` holds every link by its address on the wire; `forbidden` are addresses nothing may ask for."""

    outcomes: dict[str, str] = field(default_factory=dict)
    forbidden: set[str] = field(default_factory=set)
    pages: int = 0

    @property
    def dead(self) -> set[str]:
        return {url for url, outcome in self.outcomes.items() if outcome == "dead"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A reference as some page writes it, the address a browser asks for, and what becomes of it."""

    raw: str
    url: str
    outcome: str
    tag: str = '<a href="{}">{}</a>'


class BenchSite:
    """`main` and `sister` are origins; one seed gives one site, byte for byte."""

    def __init__(self, *, main: str, sister: str, pages: int = 3_000, seed: int = 1) -> None:
        self._main = main
        self._sister = sister
        self._pages = pages
        self._chance = random.Random(seed)
        self._filler = [self._words(120) for _ in range(400)]
        self.truth = Truth()

    def write(self, root: Path) -> Truth:
        """Write every file below `root/main` and `root/sister`."""
        paths = [f"/c{n // PAGES_PER_COLUMN:02d}/t{n}.html" for n in range(1, self._pages)]
        spots = [*self._files_of(root), *self._odd_spots()]
        self._chance.shuffle(spots)
        for spot in spots:
            self.truth.outcomes[spot.url] = spot.outcome
        for number, path in enumerate(["/index.html", *paths]):
            charset = "utf-8" if not number else _CHARSETS[number % 3]
            own = spots[number :: self._pages]
            _put(root / "main" / path[1:], self._page(number, paths, own, charset).encode(charset, "replace"))
        for path in ["/", *paths]:
            self.truth.outcomes[self._main + path] = "ok"
        self.truth.pages = self._pages
        return self.truth

    def _files_of(self, root: Path) -> Iterator[Spot]:
        """Pictures, attachments, pages of the sister host, moved and missing pages."""
        for n in range(int(self._pages * _PICTURES)):
            _put(root / "main" / f"img/p{n}.png", b"\x89PNG" + bytes(200))
            yield self._spot(f"/img/p{n}.png", "ok", tag='<img src="{}" alt="{}">')
        for n in range(int(self._pages * _FILES)):
            name = f"files/附件 {n}.pdf" if n % 10 == 0 else f"files/f{n}.pdf"
            _put(root / "main" / name, b"%PDF-1.4" + bytes(3_000))
            yield self._spot(f"/{name}", "ok")
        for n in range(int(self._pages * _FOREIGN)):
            text = f"<title>外站{n}</title><p>{self._words(80)}</p>".encode()
            _put(root / "sister" / f"x/{n}.html", b'<meta charset="utf-8">' + text)
            yield Spot(f"{self._sister}/x/{n}.html", f"{self._sister}/x/{n}.html", "ok")
        for n in range(int(self._pages * _MOVED)):
            yield self._spot(f"/r/c00/t{1 + n % 90}.html?{n}", "redirect")
        for n in range(int(self._pages * _GONE)):
            folder = ("gone", "e410", "e500", "files/gone", "img/gone")[n % 5]
            ending = ("html", "html", "html", "pdf", "png")[n % 5]
            yield self._spot(f"/{folder}/{n}.{ending}", "dead")

    def _odd_spots(self) -> Iterator[Spot]:
        """One of each trap that a plain web server can lay."""
        for path, outcome in (
            *((f"/{kind}/1.html", outcome) for kind, outcome in _BY_FOLDER.items()),
            ("/chain/1", "redirect"),
            ("/loop/a", "dead"),
            ("/loop/self", "dead"),
            ("/nohead/a.pdf", "ok"),
            ("/soft/old.html", "soft-404"),
            ("/back/old.html", "redirected-home"),
            ("/away/old.html", "foreign-redirect"),
            ("/mentions404.html", "ok"),
            ("/empty.html", "ok"),
        ):
            yield self._spot(path, outcome)
        yield Spot("http://127.0.0.9:80/dup", "http://127.0.0.9/dup", "dead")
        yield Spot("HTTP://127.0.0.9/dup#part", "http://127.0.0.9/dup", "dead")
        yield Spot("http://gone.invalid/", "http://gone.invalid/", "dead")
        yield Spot("http://10.255.0.1/inner", "http://10.255.0.1/inner", "internal-address")
        yield Spot("http://169.254.169.254/latest", "http://169.254.169.254/latest", "internal-address")
        yield Spot("mailto:a@b.cn", "mailto:a@b.cn", "not-checked")
        yield Spot("tel:12345", "tel:12345", "not-checked")
        yield Spot("javascript:go(1)", "javascript:go(1)", "unsafe-scheme")

    def _spot(self, path: str, outcome: str, *, tag: str = '<a href="{}">{}</a>') -> Spot:
        return Spot(path, self._main + quote(path, safe="/?&=%"), outcome, tag)

    def _page(self, number: int, paths: list[str], spots: list[Spot], charset: str) -> str:
        title = "首页" if not number else f"{self._words(12)}{number}"
        # All pages hang together: each is linked from the page before it, besides at random.
        following = paths[number : number + 1]
        listed = [*following, *self._chance.choices(paths, k=80), *paths[::100][:30]]
        anchors = [f'<li><a href="{path}">{self._words(14)}</a></li>' for path in listed]
        anchors += [spot.tag.format(spot.raw, self._words(8)) for spot in spots]
        body = "".join(f"<p>{text}</p>" for text in self._chance.choices(self._filler, k=self._length()))
        declared = ("", "gb2312", "gbk")[number // 3 % 3] if charset == "gb18030" else charset
        meta = f'<meta charset="{declared}">' if declared else ""
        hidden = (
            f'<!-- <a href="/never/comment{number}.html">x</a> --><script>var u="/never/script.html"</script>'
        )
        return (
            f"<!doctype html><html><head>{meta}<title>{title}</title></head><body>"
            f'<a href="/">首页</a><ul>{"".join(anchors)}</ul>{hidden}{body}</body></html>'
        )

    def _length(self) -> int:
        """Paragraphs, so that pages are between 20 and 60 KB."""
        return self._chance.randint(40, 110)

    def _words(self, count: int) -> str:
        return "".join(self._chance.choices(_CHARS, k=count))


_BY_FOLDER = {"e401": "needs-login", "e403": "blocked", "e412": "blocked"}


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)

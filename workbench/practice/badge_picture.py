"""Draws the small marks of a site of the practice city as SVG: emblem, footer marks, portrait."""


def emblem(sign: str, *, accent: str) -> str:
    """A round emblem with one Chinese character."""
    return _svg(
        72,
        72,
        f'<circle cx="36" cy="36" r="34" fill="{accent}"/><circle cx="36" cy="36" r="29" fill="none" stroke="#fff" '
        f'stroke-width="2" opacity=".7"/>{_text(sign, x=36, y=49, size=36, fill="#fff")}',
    )


def party_and_government_mark() -> str:
    return _svg(
        60,
        60,
        '<path d="M30 3 57 16v20c0 12-13 19-27 22C16 55 3 48 3 36V16z" fill="#c8281e"/>'
        + _text("党政", x=30, y=28, size=16, fill="#ffe08a")
        + _text("机关", x=30, y=46, size=16, fill="#ffe08a"),
    )


def error_report_mark() -> str:
    return _svg(
        110,
        56,
        '<rect width="110" height="56" rx="4" fill="#1f6fb8"/>'
        + _text("我为政府网站", x=55, y=23, size=14, fill="#fff")
        + _text("找 错", x=55, y=45, size=18, fill="#ffe08a"),
    )


def portrait(*, accent: str) -> str:
    return _svg(
        84,
        104,
        f'<rect width="84" height="104" fill="#eceff3"/><circle cx="42" cy="38" r="18" fill="{accent}" opacity=".55"/>'
        f'<path d="M10 104c2-28 14-42 32-42s30 14 32 42z" fill="{accent}" opacity=".55"/>',
    )


def _svg(width: int, height: int, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"{content}</svg>"
    )


def _text(words: str, *, x: int, y: int, size: int, fill: str) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" text-anchor="middle" font-weight="700" '
        f'font-family="Microsoft YaHei,Noto Sans CJK SC,sans-serif">{words}</text>'
    )

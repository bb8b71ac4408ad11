"""The stand-ins for the national platforms that footers lead to, so that no link of the practice city leaves this PC."""

from dataclasses import dataclass

from workbench.practice.look import render
from workbench.practice.practice_file import read_practice_file
from workbench.practice.served_page import ServedPage, html_page


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformPage:
    path: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    host: str
    pages: tuple[PlatformPage, ...]


def load_platform() -> Platform:
    return read_practice_file("platform.toml", Platform)


def platform_pages(platform: Platform) -> dict[str, ServedPage]:
    return {
        page.path: html_page(render("common", "platform", title=page.title, text=page.text))
        for page in platform.pages
    }

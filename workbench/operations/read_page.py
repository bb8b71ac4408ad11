"""Read one page, from a file or the web, and see it as the checks do."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from workbench.errors import EnvironmentFaultError, WorkbenchError, WrongUseError, fault_in_words
from workbench.fetch.address_guard import networks_around
from workbench.fetch.fetch_fault import Fault
from workbench.fetch.fetch_policy import FetchPolicy
from workbench.fetch.fetch_request import FetchRequest
from workbench.fetch.fetched import Fetched
from workbench.fetch.open_fetcher import open_fetcher
from workbench.inspecting.asked_address import as_asked
from workbench.views.page_view import PageView

# No page is as long; what is longer is some other file.
MAX_FILE_BYTES = 50_000_000

_OTHER_FILES = {
    b"%PDF-": " PDF 文件",
    b"PK\x03\x04": "压缩包或 Office 文件",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\xd0\xcf\x11\xe0": " Office 文件",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FAULT_WORDS = {
    Fault.BAD_URL: "网址写法不对",
    Fault.BAD_SCHEME: "不是 http 或 https 网址",
    Fault.FORBIDDEN_ADDRESS: "是内网或本机地址，默认不访问",
    Fault.DNS: "域名不存在",
    Fault.DNS_UNSURE: "域名解析没有应答",
    Fault.REFUSED: "连接被拒绝",
    Fault.UNREACHABLE: "网络不可达",
    Fault.RESET: "连接被重置",
    Fault.TIMEOUT: "超时没有应答",
    Fault.SLOW: "应答太慢",
    Fault.CERTIFICATE: "证书有问题",
    Fault.REDIRECT_LOOP: "循环跳转",
    Fault.REDIRECT_CHAIN: "跳转次数过多",
}


@dataclass(frozen=True, slots=True)
class PageReading:
    """`page` is None where the source could not be read; `error` then says why, in one sentence."""

    source: str
    page: PageView | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """`source` is a file or an address; `url` the address a file was saved from, empty where nobody knows it."""

    source: str
    as_of: date
    url: str = ""
    may_be_private: bool = False


def read_page(request: PageRequest) -> PageReading:
    """Never raises for what the source is: a list of pages goes on after one that cannot be read."""
    try:
        if urlsplit(request.source).scheme in ("http", "https"):
            return PageReading(request.source, _from_web(request))
        return PageReading(request.source, _from_file(request))
    except WorkbenchError as error:
        return PageReading(request.source, error=str(error))
    except FileNotFoundError:
        return PageReading(request.source, error=f"没有“{request.source}”这个文件，请检查路径。")
    except OSError as error:
        why = fault_in_words(error)
        return PageReading(request.source, error=f"读不了“{request.source}”（{why}），请检查路径和权限。")
    except ValueError:
        return PageReading(request.source, error=f"“{request.source}”看不懂，请检查路径或网址。")


def _from_file(request: PageRequest) -> PageView:
    path = Path(request.source)
    if path.is_dir():
        raise WrongUseError(f"“{request.source}”是文件夹，请指定其中的网页文件。")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise WrongUseError(
            f"“{request.source}”超过 {MAX_FILE_BYTES // 1_000_000} MB，不像是网页，请换一个文件。"
        )
    url = _address(request.url) if request.url else ""
    body = path.read_bytes()
    _refuse_other_files(body, request.source)
    return PageView(body, url=url, as_of=request.as_of)


def _from_web(request: PageRequest) -> PageView:
    url = _address(request.source)
    networks = networks_around(urlsplit(url).hostname or "")
    if networks and not request.may_be_private:
        raise WrongUseError(f"{url} 是内网或本机地址，默认不访问；确实要读，请加上 --allow-private。")
    fetched = _fetch(url, FetchPolicy().allowing(networks))
    if fetched.status is None or not fetched.body:
        why = _FAULT_WORDS.get(fetched.fault, "") if fetched.fault else ""
        said = why or (f"应答 {fetched.status}，没有内容" if fetched.status else "没有应答")
        raise EnvironmentFaultError(f"{url} 打不开：{said}。请检查网址和网络后重试。")
    _refuse_other_files(fetched.body, url)
    content_type = fetched.headers.get("content-type", "")
    return PageView(fetched.body, url=fetched.final_url, content_type=content_type, as_of=request.as_of)


def _address(text: str) -> str:
    """Raises WrongUseError where it is no address of a page."""
    scheme = urlsplit(text).scheme
    # What comes before the port of a bare name looks like a scheme and has a dot.
    is_web = scheme in ("", "http", "https") or "." in scheme
    url = as_asked(text) if is_web else ""
    if not urlsplit(url).hostname:
        raise WrongUseError(f"“{text}”不是网页的网址，请写成 http://www.example.gov.cn/ 这样的形式。")
    return url


def _refuse_other_files(body: bytes, source: str) -> None:
    """Raises WrongUseError where the bytes are those of a file of another sort."""
    known = next((name for start, name in _OTHER_FILES.items() if body.startswith(start)), "")
    # No text has a zero byte but in UTF-16, which begins with its mark.
    is_binary = b"\0" in body[:4096] and not body.startswith(_UTF16_MARKS)
    if known or is_binary:
        raise WrongUseError(
            f"“{source}”是{known or '二进制文件'}，不是网页，请换成保存的网页（HTML）或网页的网址。"
        )


def _fetch(url: str, policy: FetchPolicy) -> Fetched:
    fetcher = open_fetcher(policy)
    try:
        fetcher.submit(FetchRequest(url=url))
        return next(fetcher.completed())
    finally:
        fetcher.close()

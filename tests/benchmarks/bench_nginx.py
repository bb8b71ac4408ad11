"""Serves the generated site with nginx, under a configuration written at run time."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CONFIGURATION = """
worker_processes 1;
daemon off;
pid {root}/nginx.pid;
error_log {root}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    access_log {root}/access.log;
    # LinkChecker pauses between requests unless the server allows it not to.
    add_header LinkChecker allowed always;
    types {{ text/html html; image/png png; application/pdf pdf; text/css css; }}
    default_type text/html;
    keepalive_requests 100000;
    client_body_temp_path {root}/tmp; proxy_temp_path {root}/tmp; fastcgi_temp_path {root}/tmp;
    uwsgi_temp_path {root}/tmp; scgi_temp_path {root}/tmp;
    server {{
        listen 127.0.0.1:{port};
        root {root}/main;
        location /e401/ {{ return 401; }}
        location /e403/ {{ return 403; }}
        location /e410/ {{ return 410; }}
        location /e412/ {{ return 412; }}
        location /e500/ {{ return 500; }}
        location ~ ^/r(/.+)$ {{ return 302 $1; }}
        location = /chain/1 {{ return 301 /chain/2; }}
        location = /chain/2 {{ return 307 /chain/3; }}
        location = /chain/3 {{ return 308 /c00/t5.html; }}
        location = /loop/a {{ return 302 /loop/b; }}
        location = /loop/b {{ return 302 /loop/a; }}
        location = /loop/self {{ return 302 /loop/self; }}
        location /back/ {{ return 302 /; }}
        location /away/ {{ return 302 http://127.0.0.2:{port}/x/1.html; }}
        location /nohead/ {{ if ($request_method = HEAD) {{ return 405; }} try_files /files/f1.pdf =404; }}
        location /soft/ {{ try_files /soft.html =404; }}
    }}
    server {{ listen 127.0.0.2:{port}; root {root}/sister; }}
}}
"""
_PAGES = {
    "soft.html": "<title>页面不存在</title><p>抱歉，您访问的页面不存在或已删除。</p>",
    "mentions404.html": "<title>网站错误页建设规范解读</title>"
    + "<p>网站应当为404 Not Found等错误配置友好的错误页面，引导公众返回首页，并说明如何联系主管部门。</p>"
    * 40
    + '<a href="/">首页</a>' * 10,
    "empty.html": " ",
}


def find_nginx() -> str | None:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_odd_pages(root: Path) -> None:
    for name, text in _PAGES.items():
        (root / "main" / name).write_text(f'<meta charset="utf-8">{text}', encoding="utf-8")


@contextmanager
def nginx(root: Path, *, port: int) -> Iterator[None]:
    program = find_nginx()
    assert program is not None
    (root / "tmp").mkdir(exist_ok=True)
    # The workers may run as another user.
    root.chmod(0o755)
    configuration = root / "nginx.conf"
    configuration.write_text(_CONFIGURATION.format(root=root, port=port))
    server = subprocess.Popen([program, "-p", str(root), "-c", str(configuration)])
    try:
        wait_for_port(port)
        yield
    finally:
        server.terminate()
        server.wait(timeout=10)


def asked_paths(root: Path) -> set[str]:
    """Every path that was asked of the server so far."""
    lines = (root / "access.log").read_text(errors="replace").splitlines()
    return {line.split('"')[1].split(" ")[1] for line in lines if line.count(" ") > 6 and '"' in line}


def wait_for_port(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nginx does not answer")

"""Builds whole pages of made-up sites around a piece of content: menus, path, side boxes and foot in several fashions."""

from dataclasses import dataclass

MENU = ("首页", "新闻中心", "政务公开", "办事服务", "互动交流", "数据发布", "专题专栏", "机构概况")
SIDE = ("要闻动态", "政策文件", "政策解读", "人事信息", "规划计划")
FRIENDS = ("中国政府网", "某某省人民政府门户网站", "某某省人力资源和社会保障厅", "新华网", "人民网")

MODERN = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{column}_某某市某某局</title></head><body>
<div class="g-hd">{top}<form action="/search"><input type="text" name="q"><input type="submit"></form></div>
<div class="m-menu"><ul>{menu}</ul></div>{crumbs}
<div class="g-bd"><div class="lmenu"><h2>政务公开</h2><ul>{left}</ul></div>
<div class="g-mn"><h3 class="u-tt">{column}</h3>{content}</div>{side}</div>
<div class="g-ft">{friends}<p>主办单位：某某市某某局 版权所有</p>
<p>网站标识码：1234560001 <a href="https://beian.miit.gov.cn/">某ICP备12345678号</a> 更新日期：2030-01-01</p>
</div></body></html>"""

TABLE = """<html><head><title>{column}-某某县某某局</title></head><body>{top}
<table><tr>{menu}</tr></table><table><tr><td><table>{left}</table></td><td><table>{crumbs}<tr><td>{content}</td></tr>
</table></td><td>{side}</td></tr></table><table><tr><td>{friends}</td></tr>
<tr><td align=center>版权所有：某某县某某局 技术支持：某某公司<br>地址：某某县某某路1号 电话：0123-1234567</td></tr></table>
</body></html>"""

PLAIN = """<title>{column}</title><body>{top}<div>{menu}</div>{crumbs}<div>{content}</div>{side}
<div>Copyright © 2015-2031 某某街道办事处 All Rights Reserved</div></body>"""


@dataclass(frozen=True)
class Frame:
    """`style` is one of modern, table, plain; they differ in everything a reader does not see."""

    style: str = "modern"
    column: str = "通知公告"
    has_crumbs: bool = True
    top: str = ""
    side: str = ""

    def page(self, content: str) -> str:
        parts = {"modern": self._modern, "table": self._table, "plain": self._plain}[self.style]()
        whole = {"modern": MODERN, "table": TABLE, "plain": PLAIN}[self.style]
        parts |= {"column": self.column, "top": self.top, "side": self.side, "content": content}
        parts["crumbs"] = parts["crumbs"] if self.has_crumbs else ""
        return whole.format(**parts)

    def _modern(self) -> dict[str, str]:
        return {
            "menu": "".join(
                f'<li><a href="/col/{n}/index.html">{name}</a></li>' for n, name in enumerate(MENU)
            ),
            "left": "".join(f'<li><a href="../c{n}/">{name}</a></li>' for n, name in enumerate(SIDE)),
            "crumbs": '<div class="bt-position">当前位置：<a href="/">首页</a> &gt; <a href="../">政务公开</a> &gt; '
            f"<span>{self.column}</span></div>",
            "friends": friends(),
        }

    def _table(self) -> dict[str, str]:
        return {
            "menu": "".join(f'<td><a href="list.asp?id={n}">{name}</a></td>' for n, name in enumerate(MENU)),
            "left": "".join(
                f'<tr><td>·<a href="list.asp?id=1{n}">{name}</a></td></tr>' for n, name in enumerate(SIDE)
            ),
            "crumbs": f'<tr><td>您现在的位置：<a href="/">首页</a> → {self.column}</td></tr>',
            "friends": friends(),
        }

    def _plain(self) -> dict[str, str]:
        return {
            "menu": " | ".join(f"<a href='/{n}.jspx'>{name}</a>" for n, name in enumerate(MENU)),
            "crumbs": f"<p><a href='/'>首页</a> &gt;&gt; <a href='/x.jspx'>{self.column}</a></p>",
        }


def friends() -> str:
    links = "".join(f'<a href="http://www.site{n}.gov.cn/">{name}</a>' for n, name in enumerate(FRIENDS))
    return f"<div>友情链接：{links}</div>"

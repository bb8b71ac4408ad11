"""What the tour shows: which page, which part of it, and what is said of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TourStep:
    """`part` is the name of the object or of the class of the widget in the light."""

    page: str
    part: str
    title: str
    text: str


STEPS = (
    TourStep(
        page="bench",
        part="rail",
        title="左边是各个页面",
        text="从总览到指标，按 Ctrl+1 到 Ctrl+7 切换。多数时间在“检查”这一页。",
    ),
    TourStep(
        page="register",
        part="RecordTable",
        title="台账：检查谁",
        text="把单位现有的名单导入进来（Ctrl+I），抽样、分派检查员、生成任务包都在这一页。",
    ),
    TourStep(
        page="bench",
        part="SubjectList",
        title="检查：对象列表",
        text="每个对象查到哪一步、得了多少分。按 Alt+↓ 到下一个对象。",
    ),
    TourStep(
        page="bench",
        part="WebPanel",
        title="中间是网页",
        text="看到的就是对方的页面。按 M 标出死链和日期；没有网络时按 Ctrl+Shift+L 看保存的网页。",
    ),
    TourStep(
        page="bench",
        part="IndicatorList",
        title="右边是指标",
        text="按 1 通过、2 不通过、3 不适用、4 存疑，按一下就存好，并跳到下一项。",
    ),
    TourStep(
        page="bench",
        part="IndicatorPanel",
        title="疑似问题由人确认",
        text="程序只提出疑点。按 Enter 确认，按 D 写明不成立的理由，按 F2 截图为证。没有确认的不扣分。",
    ),
    TourStep(
        page="bench",
        part="ResultsPanel",
        title="自动检查的结果",
        text="按 F5 开始检查，随时可以停，再按 F5 接着查。链接、栏目、可用性都在这里，可以筛选和导出。",
    ),
    TourStep(
        page="bench",
        part="top_bar",
        title="随时找得到",
        text="不用保存，做错了按 Ctrl+Z。找命令按 Ctrl+K，菜单按 F10，看手册按 F1。现在可以自己试了。",
    ),
)

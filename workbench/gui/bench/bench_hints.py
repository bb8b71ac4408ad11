"""What the bench says where the work comes to an end, or a key leads no further."""

from workbench.gui.notice_line import NoticeLine

ALL_DECIDED = NoticeLine(
    "这项的疑似问题都已处理：按 G 到下一项未判定的指标，按 Enter 或 ] 到下一项有疑点的指标。"
)
NO_MORE_SUBJECTS = NoticeLine("列出的对象到头了；筛选过的，按 / 再按 Esc 显示全部。")
NO_MORE_FINDINGS = NoticeLine("这个对象再没有别的疑似问题了：按 Ctrl+Enter 其余通过，按 Alt+↓ 到下一个对象。")


def still_waiting(count: int) -> NoticeLine:
    """An indicator was answered while findings under it wait: the subject is not finished before they are decided."""
    return NoticeLine(f"已判定；这项还有 {count} 条疑似问题待确认：按 Enter 确认，按 D 判为不成立。")

"""The check `ease`."""

from collections.abc import Iterator

from workbench.checks.catalogue import check
from workbench.domain.observation import Observation
from workbench.views.ease_view import EaseView

SLOW_S = 3.0
# A scroll bar's width is no fault.
_TOLERATED_PX = 16


@check("ease", sees=EaseView, title="浏览体验")
def ease(view: EaseView) -> Iterator[Observation]:
    """Home pages that make it hard for readers; advice, never scored.

    What: a home page that takes more than three seconds until everything is there (`slow`), that is wider than a small
    phone (`overflow`), and that has no entrance for elderly and disabled readers (`no-elder-entrance`).

    Why: readers come by phone and are not all young; offices are asked to see to both.

    Limits: one look from one place at one time: a slow line here is a slow page. An entrance that is only a picture
    without words is not seen.
    """
    if view.problem:
        yield _observation(view, "slow", view.problem, is_unsure=True)
        return
    if view.load_s > SLOW_S:
        yield _observation(view, "slow", f"首页 {view.load_s:.1f} 秒才加载完，超过 {SLOW_S:g} 秒")
    if view.overflow_px > _TOLERATED_PX:
        yield _observation(
            view, "overflow", f"手机宽度（375 像素）下首页宽出 {view.overflow_px} 像素，要左右滑动"
        )
    if not view.elder_entrance:
        yield _observation(view, "no-elder-entrance", "首页没有找到适老化、无障碍浏览的入口")


def _observation(view: EaseView, aspect: str, excerpt: str, *, is_unsure: bool = False) -> Observation:
    proof = (
        ("首页", view.url),
        ("加载用时", f"{view.load_s:.1f} 秒"),
        ("手机宽度下宽出", f"{view.overflow_px} 像素"),
        ("适老化入口", view.elder_entrance or "没有找到"),
    )
    return Observation(
        check="ease",
        aspect=aspect,
        place=view.url,
        excerpt=excerpt,
        proof=() if is_unsure else proof,
        is_unsure=is_unsure,
    )

"""What is on screen, as topics of the manual: the dialog first, then the folder it comes from, then the page."""

from PySide6.QtWidgets import QWidget

from workbench.gui.page_catalogue import Page


def topics_of(shown: QWidget | None) -> tuple[str, ...]:
    """For a dialog `("draw_dialog", "register_page", …)`, for a page its id."""
    topics: list[str] = []
    step = shown
    while step is not None:
        if isinstance(step, Page):
            topics.append(step.page_id)
        elif step.isWindow():
            topics += _module_topics(type(step))
        step = step.parentWidget()
    return tuple(topics)


def _module_topics(kind: type[QWidget]) -> list[str]:
    """The module and its folder; those of Qt lead nowhere."""
    return list(reversed(kind.__module__.split(".")[-2:])) if kind.__module__.startswith("workbench.") else []

"""Registers columns from the page: how a list is read, from two places pointed at; a link, as a column of its class."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from workbench.domain.column import COLUMN_CLASS_WORDS, Column, ColumnClass
from workbench.domain.column_recipe import ColumnRecipe
from workbench.domain.ids import column_id
from workbench.domain.subject import Subject
from workbench.gui.bench.bench_hand import BenchHand
from workbench.gui.bench.column_pointing import ColumnPointing, PointedPage
from workbench.gui.bench.recipe_form import RecipeChoice, RecipeForm
from workbench.gui.bench.web_panel import WebPanel
from workbench.gui.icons import icon
from workbench.gui.notice_line import NoticeLine, Tone
from workbench.gui.session import Session
from workbench.operations.edit_column import register_column, save_column
from workbench.storage.workspace import Workspace
from workbench.views.list_items import ListItem
from workbench.views.page_view import PageView
from workbench.views.recipe_proposal import propose_recipe

_LEAD_ONLY = "栏目由组长登记；请把网址和类别告诉组长。"


@dataclass(frozen=True, slots=True)
class _Proposed:
    recipe: ColumnRecipe
    items: tuple[ListItem, ...]
    title: str


class ColumnDesk(QObject):
    """`opened` is called with an address the user wants to see."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        hand: BenchHand,
        web: WebPanel,
        *,
        opened: Callable[[str], None],
        tell: Callable[[NoticeLine], None],
    ) -> None:
        super().__init__(parent)
        self._window, self._session, self._hand = parent, session, hand
        self._opened, self._tell = opened, tell
        self.pointing = ColumnPointing(web, pointed=self._read_pointed, tell=tell, parent=self)

    def point(self) -> None:
        if self._session.is_lead or self.pointing.is_pointing:
            self.pointing.step()
        else:
            self._tell(NoticeLine(_LEAD_ONLY))

    def ask_about_link(self, url: str, words: str) -> None:
        """The menu of a link that was clicked with the right button."""
        menu = QMenu(self._window)
        menu.setObjectName("link_menu")
        menu.setAccessibleName("链接")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("links"), "打开这个链接", partial(self._opened, url))
        menu.addAction(icon("copy"), "复制网址", partial(QGuiApplication.clipboard().setText, url))
        classes = menu.addMenu(icon("columns"), "登记为栏目")
        classes.setEnabled(self._session.is_lead)
        for each, word in COLUMN_CLASS_WORDS.items():
            classes.addAction(word, partial(self.register, url, words, each))
        menu.popup(QCursor.pos())

    def register(self, url: str, words: str, column_class: ColumnClass) -> None:
        standing = self._hand.standing
        if standing is None:
            return
        subject, by = standing.subject, self._session.inspector
        name = words.strip() or COLUMN_CLASS_WORDS[column_class]

        def work(workspace: Workspace) -> Column:
            return register_column(
                workspace, subject_id=subject.id, name=name, url=url, column_class=column_class, by=by
            )

        self._session.act(self, work, subjects=None, done=self._told)

    def _read_pointed(self, pointed: PointedPage) -> None:
        snapshot, standing = self._hand.snapshot, self._hand.standing
        if snapshot is None or standing is None:
            return
        as_of, subject = max(snapshot.campaign.as_of, date.today()), standing.subject

        def read(_workspace: Workspace) -> _Proposed:
            page = PageView(
                pointed.html.encode("utf-8", "replace"),
                url=pointed.url,
                content_type="text/html; charset=utf-8",
                as_of=as_of,
            )
            recipe = propose_recipe(page, pointed.title_place, pointed.date_place)
            reading = page.by_recipe(recipe).recipe_reading
            return _Proposed(recipe, reading.items if reading is not None else (), page.title)

        self._session.read(self, read, done=lambda proposed: self._ask_recipe(subject, pointed.url, proposed))

    def _ask_recipe(self, subject: Subject, url: str, proposed: _Proposed) -> None:
        snapshot = self._hand.snapshot
        columns = snapshot.columns.get(subject.id, ()) if snapshot is not None else ()
        form = RecipeForm(
            self._window,
            recipe=proposed.recipe,
            items=proposed.items,
            columns=columns,
            at=url,
            name=proposed.title,
            taken=lambda choice: self._save(form, subject, url, proposed.recipe, choice),
        )
        form.open()

    def _save(
        self, form: RecipeForm, subject: Subject, url: str, recipe: ColumnRecipe, choice: RecipeChoice
    ) -> None:
        by = self._session.inspector

        def work(workspace: Workspace) -> Column:
            if choice.column is not None:
                return save_column(workspace, replace(choice.column, recipe=recipe), by=by)
            draft = Column(
                id=column_id(subject.id, url),
                subject_id=subject.id,
                name=choice.name,
                url=url,
                column_class=choice.column_class,
                recipe=recipe,
            )
            return save_column(workspace, draft, by=by)

        def stored(column: Column) -> None:
            form.accept()
            self._told(column)

        self._session.act(form, work, subjects=None, done=stored, failed=form.complain)

    def _told(self, column: Column) -> None:
        what = "和它的读法" if column.recipe is not None else ""
        self._tell(
            NoticeLine(
                f"已登记栏目“{column.name}”（{COLUMN_CLASS_WORDS[column.column_class]}）{what}。", Tone.DONE
            )
        )

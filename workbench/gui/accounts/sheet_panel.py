"""The sheet of one account: posts and silence, menus, interaction, pictures; everything is saved as it is entered."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from workbench.domain.account_sheet import AccountSheet, MenuTrial, Tried
from workbench.domain.post_rhythm import last_minute_posts
from workbench.gui.accounts.account_rows import (
    NO_INTERACTION,
    SILENT,
    UNUSABLE,
    AccountRow,
    limit_marks,
    rhythm_in_words,
)
from workbench.gui.accounts.menu_table import MenuTable, tried_field
from workbench.gui.accounts.picture_shelf import PictureShelf
from workbench.gui.accounts.qr_picture import QrPicture
from workbench.gui.accounts.sheet_acts import SheetActs
from workbench.gui.widgets.badge import Badge
from workbench.gui.widgets.boxes import column, framed, row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.fields import ChoiceField, LineField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.words import words
from workbench.views.account_platforms import AccountPlatforms

READ_PAUSE_MS = 400
_POSTS_HEIGHT = 132
_WIDTH = 760


class SheetPanel(QWidget):
    def __init__(self, *, platforms: AccountPlatforms, acts: SheetActs, shelf: PictureShelf) -> None:
        super().__init__()
        self._platforms = platforms
        self._acts = acts
        self.shelf = shelf
        self._row: AccountRow | None = None
        self._sheet: AccountSheet | None = None
        self._is_showing = False
        self._unsaved = 0
        self._pause = QTimer(self, singleShot=True, interval=READ_PAUSE_MS)
        self._pause.timeout.connect(self.take_posts)
        self._make_fields()
        self._build()

    def _make_fields(self) -> None:
        self.title = words(scale="title")
        self.below = words(tone="muted")
        self.platform = ChoiceField(name="平台")
        for platform in self._platforms.by_id.values():
            self.platform.addItem(platform.name, platform.id)
        self.platform.activated.connect(lambda _index: self._keep(platform=self.platform.currentData()))
        self.qr = QrPicture()
        self.qr.hide()
        self.marks = tuple(Badge() for _ in self._platforms.silent_days)
        self.rhythm = words(tone="muted", wraps=True)
        self.posts = QPlainTextEdit()
        self.posts.setAccessibleName("发布日期")
        self.posts.setTabChangesFocus(True)
        self.posts.setPlaceholderText("一行一条，例如：\n2026-11-18\n11月15日 关于……的通知\n昨天")
        self.posts.setFixedHeight(_POSTS_HEIGHT)
        self.posts.textChanged.connect(self._posts_typed)
        self.unread = words(tone="proposed", scale="small", wraps=True)
        self.silent = push_button("记为“内容不更新”", meaning="add", kind="danger")
        self.silent.clicked.connect(lambda: self._record(SILENT))
        self.menus = MenuTable(changed=self._menus_changed)
        self.menus_shown: tuple[MenuTrial, ...] = ()
        self.interaction = tried_field(
            "留言或私信是否有回应", Tried.NOT_TRIED, lambda state: self._keep(interaction=state)
        )
        self.interaction_note = LineField(name="互动说明", hint="问了什么，何时回复")
        self.interaction_note.editingFinished.connect(
            lambda: self._keep(interaction_note=self.interaction_note.text().strip())
        )
        self.no_interaction = push_button("记为“互动回应差”", meaning="add", kind="danger")
        self.no_interaction.clicked.connect(lambda: self._record(NO_INTERACTION))
        self.can_be_opened = tried_field(
            "能否下载和使用", Tried.NOT_TRIED, lambda state: self._keep(can_be_opened=state)
        )
        self.unusable = push_button("记为“无法下载或使用”", meaning="add", kind="danger")
        self.unusable.clicked.connect(lambda: self._record(UNUSABLE))
        self.note = LineField(name="备注", hint="其他要说明的情况")
        self.note.editingFinished.connect(lambda: self._keep(note=self.note.text().strip()))

    def _build(self) -> None:
        head = row(
            column(self.title, self.below, row(self.platform, None), None, gap=6), None, self.qr, gap=16
        )
        import_posts = push_button("从文件导入…", meaning="import")
        import_posts.clicked.connect(self._acts.import_posts)
        posts = column(
            row(words("发布日期", scale="heading"), None, *self.marks, gap=6),
            self.rhythm,
            self.posts,
            self.unread,
            row(import_posts, None, self.silent),
            margins=(20, 16, 20, 16),
        )
        self._menus_box = framed(
            column(words("菜单", scale="heading"), self.menus, margins=(20, 16, 20, 16)), kind="card"
        )
        self._app_box = framed(
            column(
                words("下载和使用", scale="heading"),
                row(self.can_be_opened, None, self.unusable),
                margins=(20, 16, 20, 16),
            ),
            kind="card",
        )
        interaction = column(
            words("互动", scale="heading"),
            row(self.interaction, self.interaction_note),
            row(None, self.no_interaction),
            margins=(20, 16, 20, 16),
        )
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        inside.setLayout(
            column(
                head,
                framed(posts, kind="card"),
                self._menus_box,
                self._app_box,
                framed(interaction, kind="card"),
                framed(self._pictures(), kind="card"),
                labelled("备注", self.note),
                None,
                gap=16,
            )
        )
        centre = QWidget()
        middle = row(None, inside, None, margins=(24, 20, 24, 20))
        middle.setStretch(1, 100)
        centre.setLayout(middle)
        area = QScrollArea()
        # Its fields scroll into sight as they are reached; a stop of Tab that shows nothing would only be in the way.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(centre)
        area.setAccessibleName("账号检查表")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(area))

    def _pictures(self) -> QVBoxLayout:
        paste = push_button("粘贴图片", meaning="copy")
        paste.clicked.connect(self._acts.paste_picture)
        folder = push_button("导入手机图片文件夹…", meaning="import")
        folder.clicked.connect(self._acts.import_folder)
        own_code = push_button("粘贴账号二维码", meaning="account")
        own_code.clicked.connect(self._acts.paste_qr)
        return column(
            words("图片", scale="heading"),
            self.shelf,
            row(paste, folder, own_code, None),
            margins=(20, 16, 20, 16),
        )

    @property
    def sheet(self) -> AccountSheet | None:
        return self._sheet

    def show_account(
        self, shown: AccountRow, sheet: AccountSheet, *, can_record: Callable[[str], bool]
    ) -> None:
        """Another account, or the same after it was saved: what is being typed stays."""
        is_other = self._row is None or self._row.subject.id != shown.subject.id
        if self._unsaved and not is_other and self._sheet is not None:
            # What was read from the file is older than what has been entered since.
            sheet = self._sheet
        self._row, self._sheet = shown, sheet
        self._is_showing = True
        self.title.setText(shown.subject.name)
        below = (shown.subject.code, shown.subject.organiser, shown.subject.platform)
        self.below.setText(" · ".join(part for part in below if part))
        self.platform.setCurrentIndex(self.platform.findData(shown.platform.id))
        self.qr.show_address(shown.subject.home_url)
        if is_other:
            self.posts.setPlainText("\n".join(str(day) for day in sheet.posts))
            self.unread.setText("")
            self.note.setText(sheet.note)
            self.interaction_note.setText(sheet.interaction_note)
        if is_other or sheet.menus != self.menus_shown:
            self.menus.show_menus(sheet.menus)
        self.menus_shown = sheet.menus
        self.interaction.setCurrentIndex(self.interaction.findData(sheet.interaction.value))
        self.can_be_opened.setCurrentIndex(self.can_be_opened.findData(sheet.can_be_opened.value))
        self._menus_box.setVisible(shown.platform.has_menus or bool(sheet.menus))
        self._app_box.setVisible(shown.platform.is_app)
        self._show_rhythm(shown, can_record)
        self._is_showing = False

    def take_posts(self) -> None:
        """Read what stands in the list and keep it; lines without a date are named, not lost."""
        self._pause.stop()
        if self._sheet is None:
            return
        found = self._acts.read(self.posts.toPlainText())
        told = f"{len(found.unread)} 行没有认出日期：{found.unread[0][:24]}" if found.unread else ""
        self.unread.setText(told)
        self._keep(posts=found.days)

    def _show_rhythm(self, shown: AccountRow, can_record: Callable[[str], bool]) -> None:
        posts = self._sheet.posts if self._sheet else ()
        limits = (*self._platforms.silent_days, shown.limit_days)
        for badge, mark in zip(self.marks, limit_marks(shown.rhythm, limits), strict=False):
            badge.set_badge(mark.look.meaning, mark.look.word, tone=mark.look.tone)
        as_of = shown.as_of
        late = last_minute_posts(posts, as_of=as_of, limit_days=shown.limit_days)
        self.rhythm.setText(rhythm_in_words(shown.rhythm, late, limit_days=shown.limit_days))
        is_silent = shown.rhythm.is_silent(shown.limit_days)
        self.silent.setVisible(is_silent and can_record(SILENT))
        sheet = self._sheet
        has_none = sheet is not None and sheet.interaction in (Tried.FAILS, Tried.ABSENT)
        self.no_interaction.setVisible(has_none and can_record(NO_INTERACTION))
        is_dead = sheet is not None and sheet.can_be_opened in (Tried.FAILS, Tried.ABSENT)
        self.unusable.setVisible(is_dead and can_record(UNUSABLE))

    def _posts_typed(self) -> None:
        if not self._is_showing:
            self._pause.start()

    def _menus_changed(self, menus: tuple[MenuTrial, ...]) -> None:
        self.menus_shown = menus
        self._keep(menus=menus)

    def _keep(self, **cells: object) -> None:
        if self._sheet is None or self._is_showing:
            return
        changed = replace(self._sheet, **cells)  # type: ignore[arg-type]  # each caller names a cell of the sheet
        if changed != self._sheet:
            self._sheet = changed
            self._unsaved += 1
            self._acts.save(changed, self._saved)

    def _saved(self) -> None:
        self._unsaved -= 1

    def _record(self, aspect: str) -> None:
        excerpt = self.rhythm.text() if aspect == SILENT else self.interaction_note.text().strip()
        self._acts.problem(aspect, excerpt)

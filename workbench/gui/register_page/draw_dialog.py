"""The seeded draw: choose share and seed, see who would be in, take it, print or keep the protocol."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from workbench.domain.draw import Draw, DrawnRow, draw
from workbench.domain.subject import KIND_WORDS
from workbench.errors import WorkbenchError
from workbench.gui.file_asking import ask_target
from workbench.gui.register_page.draw_protocol import print_protocol, save_protocol
from workbench.gui.session import Session
from workbench.gui.widgets.boxes import row
from workbench.gui.widgets.buttons import push_button
from workbench.gui.widgets.dialog_frame import DialogFrame
from workbench.gui.widgets.fields import LineField, NumberField
from workbench.gui.widgets.form_rows import labelled
from workbench.gui.widgets.record_table import RecordTable
from workbench.gui.widgets.row_model import Field, RowModel
from workbench.gui.widgets.words import words
from workbench.operations.draw_sample import draw_sample, read_share

_MOST_SEED = 999_999_999


def _sign(found: DrawnRow) -> tuple[str, str]:
    return ("pass", "passed") if found.is_drawn else ("not_checked", "na")


_FIELDS: tuple[Field[DrawnRow], ...] = (
    Field(
        title="结果",
        text=lambda found: found.reason,
        sign=_sign,
        order=lambda found: (not found.is_drawn, found.lot),
    ),
    Field(title="编号", text=lambda found: found.subject.code),
    Field(title="名称", text=lambda found: found.subject.name),
    Field(title="类型", text=lambda found: KIND_WORDS[found.subject.kind]),
    Field(title="地区", text=lambda found: found.subject.region),
    Field(title="签号", text=lambda found: found.lot),
)


class DrawDialog(DialogFrame):
    """`done` is handed how many were drawn. The list on screen follows share and seed at once; nothing is stored before."""

    def __init__(self, parent: QWidget | None, *, session: Session, done: Callable[[int], None]) -> None:
        super().__init__(
            parent,
            title="抽样",
            text="按类型和地区分层、向上取整，上次不合格的必查。种子公开，同一份台账和种子总是抽出同一份名单。",
            accept="采用这份名单",
        )
        self._session = session
        self._done = done
        self._draw: Draw | None = None
        self.share = LineField(name="抽查比例", text="20%")
        today = date.today()
        self.seed = NumberField(name="种子", lowest=0, highest=_MOST_SEED, value=int(f"{today:%Y%m%d}"))
        self._count = words(scale="strong")
        self.model = RowModel(_FIELDS, parent=self)
        self.table = RecordTable(
            name="抽样名单",
            model=self.model,
            widths=(130, 104, 190, 104, 84, 150),
            stretches=2,
            empty="台账里没有可抽的对象，请先用 Ctrl+I 导入台账。",
        )
        self.table.setProperty("kind", "framed")
        self.share.setMaximumWidth(160)
        self.seed.setMinimumWidth(160)
        fields = row(
            labelled("抽查比例（不低于）", self.share, hint="例如 20% 或 0.2"),
            labelled("种子", self.seed, hint="例如公证日期，或当众报出的数字"),
            None,
            gap=20,
        )
        self.add(fields)
        self.add(self._count)
        self.add(self.table, stretch=1)
        self._offer_protocol()
        self.share.textChanged.connect(lambda _text: self._try())
        self.seed.valueChanged.connect(lambda _value: self._try())
        self._try()
        self.resize(860, 600)
        # Enter must not take a list whose share nobody has looked at.
        self.share.setFocus()

    def take(self) -> None:
        drawn = self._draw
        if drawn is None:
            return
        by, share, seed = self._session.inspector, drawn.share, drawn.seed

        def stored(result: Draw) -> None:
            self._done(len(result.drawn))
            self.accept()

        self._session.act(
            self,
            lambda workspace: draw_sample(workspace, share=share, seed=seed, by=by),
            subjects=None,
            done=stored,
            failed=self.complain,
        )

    def _offer_protocol(self) -> None:
        prints = push_button("打印…", meaning="print")
        keeps = push_button("另存为…", meaning="save-as")
        prints.clicked.connect(self._print)
        keeps.clicked.connect(self._keep)
        self.acts.addWidget(keeps)
        self.acts.addWidget(prints)

    def _try(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        try:
            share: Decimal = read_share(self.share.text())
        except WorkbenchError as error:
            self._draw = None
            self.complain(error)
            self._allow(False)
            return
        self.complain("")
        subjects = [each.subject for each in snapshot.standings]
        self._draw = draw(subjects, share=share, seed=self.seed.value())
        self.model.show(sorted(self._draw.rows, key=lambda found: not found.is_drawn))
        self._count.setText(f"抽中 {len(self._draw.drawn)} 个 / 可抽 {len(self._draw.rows)} 个")
        if not self._session.is_lead:
            self.complain(f"只有组长{snapshot.campaign.lead}可以抽样；名单可以照看照印。")
        self._allow(self._session.is_lead and bool(self._draw.rows))

    def _allow(self, is_allowed: bool) -> None:
        if self.accept_button is not None:
            self.accept_button.setEnabled(is_allowed)

    def _print(self) -> None:
        if self._draw is not None and self._session.snapshot is not None:
            print_protocol(self, self._draw, title=self._session.snapshot.campaign.name)

    def _keep(self) -> None:
        if self._draw is None or self._session.snapshot is None:
            return
        chosen, _kind = ask_target(self, "保存抽样记录", "抽样记录.pdf", "PDF (*.pdf);;文本 (*.txt)")
        if chosen is not None:
            save_protocol(chosen, self._draw, title=self._session.snapshot.campaign.name)

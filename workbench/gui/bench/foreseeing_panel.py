"""The page panel with a second view that nobody sees: the page that comes next is there before it is asked for."""

from typing import TYPE_CHECKING

from workbench.gui.bench.web_panel import WebPanel

if TYPE_CHECKING:
    from workbench.gui.web_engine import EngineView


class ForeseeingPanel(WebPanel):
    """Only live pages are fetched ahead: a saved one is there at once."""

    _spare: "EngineView | None" = None
    _foreseen = ""

    def foresee(self, url: str) -> None:
        """Load the home page of the subject that comes next; an empty address lets go of the second view."""
        if not url:
            self._let_go()
            return
        if url == self._foreseen or self.is_offline or not self.has_engine:
            return
        self._foreseen = url
        spare = self._spare or self._make_spare()
        self._spare = spare
        spare.start_afresh()
        spare.set_zoom(self.state.zoom)
        spare.load(url)

    def open_subject(self, url: str) -> None:
        """The two views change places where this page was foreseen and has come."""
        spare = self._spare
        has_come = spare is not None and url == self._foreseen and not spare.state.problem
        if not url or not has_come or self.is_offline:
            super().open_subject(url)
            return
        self._change_places()
        self.find_bar.hide()
        self._last_copy = None
        self._want(url)
        self.fit()
        self._show(self.state)

    def turn_offline(self, is_offline: bool) -> None:
        """What was fetched ahead goes at once: offline nothing is asked of the network, seen or not."""
        if is_offline:
            self._let_go()
        super().turn_offline(is_offline)

    def close_down(self) -> None:
        self._let_go()
        super().close_down()

    @property
    def has_engine(self) -> bool:
        """Without it nothing is fetched ahead, and no saved page is shown."""
        from workbench.gui.reduced_view import ReducedView

        return self._view is not None and not isinstance(self._view, ReducedView)

    def _make_spare(self) -> "EngineView":
        from workbench.gui.web_engine import EngineView

        made = EngineView(self, read_part=self.shelf.read, followed=self.follow_saved)
        self._stack.addWidget(made.widget())
        return made

    def _change_places(self) -> None:
        from workbench.gui.web_engine import EngineView

        before, coming = self._view, self._spare
        assert isinstance(before, EngineView)
        assert coming is not None
        before.did_change.disconnect(self._show)
        coming.did_change.connect(self._show)
        self._view, self._spare, self._foreseen = coming, before, ""
        self._stack.setCurrentWidget(coming.widget())
        before.start_afresh()

    def _let_go(self) -> None:
        """A page that nobody waits for need not be held."""
        spare, self._spare, self._foreseen = self._spare, None, ""
        if spare is not None:
            self._stack.removeWidget(spare.widget())
            spare.close_down()
            spare.widget().deleteLater()
            spare.deleteLater()

"""Pictures of every dialog there is, on a small campaign with something of everything: to be looked at, not shipped."""

import sys
from pathlib import Path

from picture_list import open_dialog, wait, wait_until
from tests.campaigns.small_campaign import LEAD, SmallCampaign, make_small_campaign
from tests.gui.dialog_walk import DIALOGS, enrich
from workbench.gui.main_window import Window
from workbench.gui.window_start import make_window

PAINT_MS = 150


def small_round(folder: Path) -> SmallCampaign:
    """The campaign the dialogs are asked on; open until it is closed."""
    folder.mkdir(parents=True, exist_ok=True)
    made = make_small_campaign(folder / "批次.inspection")
    enrich(made)
    return made


def take_every_dialog(small: SmallCampaign, target: Path, *, suffix: str) -> None:
    """One file `dialog-NAME.png` each, the dialog alone."""
    window = make_window(inspector=LEAD, is_reduced=True)
    window.resize(1440, 900)
    window.show()
    window.open_file(small.workspace.path)
    _settle(window)
    for name, ask in DIALOGS.items():
        ask(window, small)
        wait_until(lambda: open_dialog() is not None)
        _settle(window)
        dialog = open_dialog()
        if dialog is not None:
            file = target / f"dialog-{name}{suffix}.png"
            dialog.grab().save(str(file))
            sys.stdout.write(f"{file}\n")
        while (shown := open_dialog()) is not None:
            shown.done(0)
            wait(20)
    window.close()


def _settle(window: Window) -> None:
    wait(PAINT_MS)
    wait_until(lambda: not window.session.is_busy)
    wait(PAINT_MS)

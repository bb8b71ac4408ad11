"""Which checks see what has to be fetched from sites."""

from collections.abc import Sequence

from workbench.checks.catalogue import chosen_checks
from workbench.views.account_view import AccountView
from workbench.views.ease_view import EaseView
from workbench.views.register_view import RegisterView

# What people have written down, or another verb looks at: no engine is sent for it.
UNFETCHED = (RegisterView, AccountView, EaseView)


def is_for_sites(only: Sequence[str]) -> bool:
    """Whether any of these checks (all where there are none) sees what has to be fetched."""
    return not only or any(check.sees not in UNFETCHED for check in chosen_checks(only))

"""Who acts: the name given, else the one in the settings, else the login name."""

import getpass

from workbench.domain.ids import inspector_name
from workbench.errors import WrongUseError
from workbench.settings.options import load_options


def acting_person(given: str | None = None) -> str:
    """Raises WrongUseError where no name can be had."""
    try:
        return inspector_name(given or load_options().inspector or getpass.getuser())
    except (ValueError, OSError, KeyError) as error:
        raise WrongUseError("不知道是谁在操作，请用 --by 写明检查员姓名。") from error

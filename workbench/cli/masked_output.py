"""Masks numbers of persons in whatever is about to be printed."""

from datetime import date
from typing import Any

from workbench.views.personal_numbers import mask_personal


def masked_output(value: Any, *, as_of: date) -> Any:
    """Every text in a document of lists and objects, as it may be shown."""
    if isinstance(value, str):
        return mask_personal(value, as_of=as_of)
    if isinstance(value, dict):
        return {key: masked_output(each, as_of=as_of) for key, each in value.items()}
    if isinstance(value, list):
        return [masked_output(each, as_of=as_of) for each in value]
    return value

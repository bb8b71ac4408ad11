"""How records get their ids: derived where two PCs must agree, random where a person made something new."""

import unicodedata
from datetime import date
from uuid import UUID, uuid5

from workbench.domain.place import normalise_place


def subject_id(campaign: UUID, code: str) -> UUID:
    return uuid5(campaign, f"subject\n{code}")


def column_id(subject: UUID, url: str) -> UUID:
    return uuid5(subject, f"column\n{normalise_place(url)}")


def proposal_id(subject: UUID, *, check: str, aspect: str, place: str, element: str = "") -> UUID:
    """The same dead link found on two PCs is the same proposal; one place may lack, or hold, several elements."""
    key = f"proposal\n{check}\n{aspect}\n{normalise_place(place)}"
    return uuid5(subject, f"{key}\n{element}" if element else key)


def verdict_id(subject: UUID, *, indicator: str, inspector: str) -> UUID:
    """One answer per inspector and indicator, on however many PCs he works."""
    return uuid5(subject, f"verdict\n{indicator}\n{inspector}")


def decision_id(finding: UUID, *, inspector: str) -> UUID:
    return uuid5(finding, f"decision\n{inspector}")


def settlement_id(subject: UUID, *, indicator: str) -> UUID:
    """One settlement per dispute: settling again replaces it, and the old one stays in the journal."""
    return uuid5(subject, f"settlement\n{indicator}")


def silence_id(column: UUID) -> UUID:
    return uuid5(column, "silence")


def message_id(subject: UUID, *, platform: str, number: str) -> UUID:
    """The same message imported on two PCs is the same record."""
    return uuid5(subject, f"message\n{platform}\n{number}")


def message_totals_id(subject: UUID, *, platform: str, first_day: date, last_day: date) -> UUID:
    return uuid5(subject, f"message-totals\n{platform}\n{first_day}\n{last_day}")


def account_sheet_id(subject: UUID, *, inspector: str) -> UUID:
    return uuid5(subject, f"account-sheet\n{inspector}")


def reprint_title_id(campaign: UUID, *, title: str, published: date) -> UUID:
    """The same line of the same list is the same record, however often it is imported."""
    return uuid5(campaign, f"reprint-title\n{published}\n{title}")


def standard_change_id(campaign: UUID, *, cell: str) -> UUID:
    return uuid5(campaign, f"standard\n{cell}")


def inspector_name(name: str) -> str:
    """An inspector is his trimmed NFC name, unique in the campaign.

    Raises:
        ValueError: nothing is left of the name.
    """
    trimmed = " ".join(unicodedata.normalize("NFC", name).split())
    if not trimmed:
        raise ValueError("检查员姓名不能为空。")
    return trimmed

"""The reasons to see a doctor that the journal itself records. It never diagnoses and never reassures."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sign = Literal[
    "ongoing", "severe_pain", "weakness", "swelling", "swelling_one_sided", "redness", "numbness", "sleep_and_fatigue",
    "long_cramp", "blood_test_outside_range",
]  # fmt: skip


@dataclass(frozen=True)
class WarningSign:
    """``status`` ``recorded``: seen on ``nights``. ``not_recorded``: the journal does not say (never "no")."""

    name: Sign
    status: Literal["recorded", "not_recorded"]
    nights: tuple[date, ...]
    asked_nights: int  # nights on which the journal says anything about it
    detail: tuple[tuple[str, float | str | None], ...] = ()  # such as ("test", "potassium"), ("result", 3.1), ("low", 3.5)

# CONTRACT: warning_signs(journal) -> tuple[WarningSign, ...]   (recorded first)

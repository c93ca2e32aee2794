"""What is published about classes of medicine and leg cramps."""

from dataclasses import dataclass

from analysis.measures.results import RateRatio


@dataclass(frozen=True)
class Evidence:
    """What is published about the class and cramps: never a statement about this patient."""

    relation: str  # may_trigger, treatment
    measure: str | None  # such as "adjusted sequence ratio"
    size: RateRatio | None
    source: str


# New quinine prescriptions in the year after the medicine was first prescribed over those in the year before.
_SEQUENCE = "adjusted sequence ratio"
_GARRISON = "Garrison 2012, PMID 22157068"


def _sequence_ratio(ratio: float, low: float, high: float) -> Evidence:
    return Evidence("may_trigger", _SEQUENCE, RateRatio(ratio, low, high, None), _GARRISON)


# The first part of a class's name that is found here decides.
_BY_CLASS = {
    "potassium-sparing diuretic": _sequence_ratio(2.12, 1.61, 2.78),
    "thiazide": _sequence_ratio(1.48, 1.29, 1.68),
    "loop diuretic": _sequence_ratio(1.20, 1.00, 1.44),
    "diuretic": _sequence_ratio(1.47, 1.33, 1.63),
    "statin": _sequence_ratio(1.16, 1.04, 1.29),
    "laba": _sequence_ratio(2.42, 2.02, 2.89),
    "long-acting beta": _sequence_ratio(2.42, 2.02, 2.89),
    "magnesium": Evidence("treatment", None, None, "Cochrane review 2020, CD009402.pub3"),
    "quinine": Evidence("treatment", None, None, "Cochrane review 2015, PMID 25842375"),
}
_NOT_MEANT = ("non-statin", "interaction flag")


def class_evidence(drug_class: str | None) -> Evidence | None:
    """The published evidence for a class by its name; None where none is named here."""
    name = (drug_class or "").casefold()
    if any(part in name for part in _NOT_MEANT):
        return None
    return next((evidence for part, evidence in _BY_CLASS.items() if part in name), None)

"""What is published about classes of medicine and leg cramps."""

from dataclasses import dataclass

from analysis.journal import class_evidence
from analysis.measures.results import RateRatio


@dataclass(frozen=True)
class Evidence:
    """What is published about the class and cramps: never a statement about this patient.

    ``relation``: ``may_trigger`` or ``treatment``. ``measure`` names what ``size`` is, such as "adjusted
    sequence ratio": new quinine prescriptions in the year after the medicine's first over those in the year
    before. ``benefit`` and ``risk``: in a line each, of what was tried for cramps; else empty.
    """

    relation: str
    measure: str | None
    size: RateRatio | None
    source: str
    benefit: str = ""
    risk: str = ""


def published_evidence(drug_class: str | None, generic: str | None = None) -> Evidence | None:
    """The evidence that the journal's tables name with its source, for the medicine or else for its class;
    None where they name none."""
    found = class_evidence(drug_class, generic)
    if found is None or not found.source:
        return None
    size = None if found.ratio is None else RateRatio(found.ratio, found.low, found.high, None)
    return Evidence(found.relation, found.measure, size, found.source, found.benefit, found.risk)

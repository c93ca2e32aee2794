"""How many tablets each row of a table about medicines tells of."""

from analysis.journal.cells import plain
from analysis.journal.entries.table import Entries
from analysis.journal.medicines import Medicine, Memory, is_bare, number_of_tablets, resolve

_FAR_BELOW = 0.25  # of the strength: a bare number below it is no dose


class TabletCounts:
    """The number of tablets of each row, from a column of its own or from a column of doses that holds such
    numbers: "1 tablet", or a bare "2" beside "furosemide 20 mg".
    """

    def __init__(self, entries: Entries, memory: Memory) -> None:
        self._taken = entries.column("tablets_taken")
        self.bare = _are_tablets(entries, memory)

    def of(self, at: int, dose: str | None) -> tuple[float | None, bool]:
        """The number of tablets of a row with this ``dose``, None where it tells none, and whether the dose
        is that number."""
        if self._taken[at] is not None and (number := number_of_tablets(self._taken[at])) is not None:
            return number, False
        if dose is None or (not self.bare and is_bare(dose)):
            return None, False
        number = number_of_tablets(dose)
        return number, number is not None


def _are_tablets(entries: Entries, memory: Memory) -> bool:
    """Whether the bare numbers under doses are numbers of tablets: each name has a strength of its own, and
    one of the numbers is far below it.
    """
    plans = entries.plan.of("dose")
    if (
        not plans
        or plans[0].heading.unit
        or plain(plans[0].header) == "mg"
        or any(entries.column("dose_unit"))
    ):
        return False
    pairs = {
        (name, dose)
        for name, dose in zip(entries.column("medication"), entries.column("dose"), strict=True)
        if name and dose and is_bare(dose)
    }
    told = [(resolve(name, memory), number_of_tablets(dose)) for name, dose in pairs]
    if not told or any(number is None or not _has_strength(one) for one, number in told):
        return False
    return any(number and one.dose and number < _FAR_BELOW * one.dose for one, number in told)


def _has_strength(medicine: Medicine) -> bool:
    return medicine.dose is not None and medicine.unit is not None

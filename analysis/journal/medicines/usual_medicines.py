"""The medicines that a diary means by "same as yesterday" and "all except Lasix"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.journal.cells import alternatives, late_pattern, plain, vocabulary
from analysis.journal.medicines.classes import LONGEST_NAME
from analysis.journal.medicines.statements import ENDS, EVERY, Statement

SAME = "same"
_USUAL = vocabulary("usual medicines")
_BUT = alternatives([*vocabulary("without one of the usual"), *vocabulary("all but")])
_BESIDE = late_pattern(
    rf"(?P<usual>{alternatives(_USUAL)})(?: ?[,;:.+&-]+ ?| )"
    rf"(?:(?P<but>{_BUT}) |(?:and|plus|und|et|y|e|en|with|mit|avec|con|met) )?(?P<rest>.+)"
)
# Taken for a pain of the day: a night with nothing else names no new list.
_OF_A_DAY = frozenset({"analgesic", "anti-inflammatory analgesic", "opioid with analgesic"})


def beside_the_usual(text: str) -> tuple[str, str] | None:
    """ "same" (as last time) or "usual" (as always), and what else the cell says, as a diary would write it;
    None for other cells.

    >>> beside_the_usual("all except Lasix"), beside_the_usual("same + ibuprofen 400 mg")
    (('usual', 'no lasix'), ('same', 'ibuprofen 400 mg'))
    """
    words = " ".join(plain(text[:LONGEST_NAME]).split()).strip(" .")
    if words in vocabulary("medicines taken") or words in _USUAL:
        return _USUAL.get(words, SAME), ""
    if (found := _BESIDE.fullmatch(words)) is None:
        return None
    return _USUAL[found["usual"]], f"no {found['rest']}" if found["but"] else found["rest"]


class UsualMedicines:
    """What was listed last, and the last list that named any, as the nights go by."""

    def __init__(self) -> None:
        self.last: list[Statement] = []
        self.established: list[Statement] = []

    def meant_by(self, kind: str, beside: Iterable[Statement]) -> list[Statement]:
        """What was taken by "same" or "usual", without what stands beside it otherwise."""
        otherwise = {one.key for one in beside}
        listed = self.last if kind == SAME else self.established
        return [one for one in listed if one.key not in otherwise]

    def listed(self, taken: Sequence[Statement]) -> None:
        """A night's own list; one of nothing but painkillers is no new list where there is another."""
        named = [one for one in taken if one.said == "taken"]
        of_a_day = all(one.as_needed or one.medicine.drug_class in _OF_A_DAY for one in named)
        if named and of_a_day and self.established:
            return
        self.last = named
        self.established = named if named and not of_a_day else self.established

    def changed(self, changes: Iterable[Statement]) -> None:
        """What was ended leaves the list, and what was begun or changed beside others comes into it."""
        for change in changes:
            self.last = _after(self.last, change)
            self.established = _after(self.established, change)


def _after(listed: list[Statement], change: Statement) -> list[Statement]:
    if change.said not in ENDS and (not listed or change.medicine.dose is None):
        return listed
    if change.said in ENDS and change.medicine.generic == EVERY:
        return []
    rest = [one for one in listed if one.key != change.key and not one.key.startswith(f"{change.key} ")]
    return rest if change.said in ENDS else [*rest, replace(change, said="taken")]

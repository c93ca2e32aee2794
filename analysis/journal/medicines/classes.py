"""Medicines as people write them: names with doses, and lists of what was taken."""

import csv
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from analysis.journal.cells import late_pattern, plain, vocabulary
from analysis.journal.medicines.differences import Difference
from analysis.journal.medicines.doses import (
    BEFORE_DOSE,
    RUN_TOGETHER,
    dose_of_day,
    take_dose,
    times_a_day,
    with_plain_numbers,
)
from analysis.journal.medicines.known import known_medicines, name_words
from analysis.journal.medicines.names import Memory, generic_of
from analysis.journal.medicines.tablets import TABLET, take_tablets, without_tablets

LONGEST_NAME = 120  # characters; longer is a remark, not the name of a medicine
LONGEST_TEXT = 2000  # characters of a cell that are read


@dataclass(frozen=True)
class Medicine:
    """A medicine as it was written and, where it could be told, what it is.

    ``generic`` is lower case, None where the name is not known. ``dose`` is in ``unit``, both None where not
    written; ``dose_before`` is the dose that a change started from, ``multiplied`` by what it was where only
    that is told ("halved"), ``difference`` by how much it changed where only that is, ``per_day`` how often
    it is taken [1/day]. ``relation`` ("may_trigger", "treatment",
    "other") is published in ``source``; None and "" where nothing is.
    """

    as_written: str
    generic: str | None = None
    drug_class: str | None = None
    dose: float | None = None
    unit: str | None = None
    relation: str | None = None
    source: str = ""
    dose_before: float | None = None
    per_day: float | None = None
    multiplied: float | None = None
    difference: Difference | None = None

    @property
    def name(self) -> str:
        """The name as written, without the dose."""
        if self.dose is None:
            return self.as_written
        name = BEFORE_DOSE.sub("", self.as_written).strip(" ,:;-()")
        return without_tablets(name) or name or self.as_written


@dataclass(frozen=True)
class ClassEvidence:
    """What is published on a class of medicines and cramps. ``ratio``, ``low``, ``high`` [-], or None.
    ``benefit`` and ``risk`` in a line each, of what was tried for cramps; else empty."""

    relation: str
    measure: str | None
    ratio: float | None
    low: float | None
    high: float | None
    source: str
    benefit: str = ""
    risk: str = ""


@cache
def _class_evidence() -> dict[str, ClassEvidence]:
    def number(text: str) -> float | None:
        return float(text) if text else None

    with Path(__file__).with_name("medicine_classes.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["drug_class"]: ClassEvidence(
                row["relation"],
                row["measure"] or None,
                number(row["ratio"]),
                number(row["low"]),
                number(row["high"]),
                row["source"],
            )
            for row in csv.DictReader(file)
        }


@cache
def _tried() -> dict[str, tuple[str, str, str]]:
    with Path(__file__).with_name("medicine_evidence.csv").open(encoding="utf-8", newline="") as file:
        return {row["about"]: (row["benefit"], row["risk"], row["source"]) for row in csv.DictReader(file)}


def class_evidence(drug_class: str | None, generic: str | None = None) -> ClassEvidence | None:
    """What is published on the medicine, else on its class, with its size where there is one; None where
    nothing is."""
    known = known_medicines().get(generic) if generic else None
    of_class = _class_evidence().get(drug_class) if drug_class else None
    for about in (generic, drug_class):
        if about in _tried():
            benefit, risk, source = _tried()[about]
            return ClassEvidence("treatment", None, None, None, None, source, benefit, risk)
    if of_class is not None or known is None or not known.source:
        return of_class
    return ClassEvidence(known.relation, None, None, None, None, known.source)


# "Mg 400" and "Mg": before a number, or alone, it is the element; behind one it is a unit.
_MAGNESIUM = late_pattern(r"^(?:Mg|Magn\.)(?=$| ?\+? ?(?:\d|citrate|oxide|glycinate|bisglycinate|malate))")


def resolve(text: str, memory: Memory | None = None) -> Medicine:
    """The medicine that ``text`` names, with its dose.

    Where the name is unknown, or not surely one, it is kept as written and ``generic`` is None. A caller that
    reads many cells may give a ``memory`` of its own for the words that come again.
    """
    as_written = with_plain_numbers(" ".join(text.split()))
    if not as_written or len(as_written) > LONGEST_NAME:
        return Medicine(as_written[:LONGEST_NAME])
    said = plain(_MAGNESIUM.sub("magnesium", as_written))
    tablets, named, words = take_tablets(said)
    dose, unit, rest = take_dose(RUN_TOGETHER.sub(r"\1 \2", words))
    found = Medicine(as_written, dose=dose, unit=unit, per_day=times_a_day(said))
    generic = generic_of(name_words(words), name_words(rest), memory)
    if generic is None:
        return of_tablets(found, tablets, named=named)
    if dose is None and not _is_combined(generic) and (of_day := dose_of_day(words)) is not None:
        found = replace(found, dose=of_day[0], unit=of_day[1])
    known = known_medicines()[generic]
    relation = known.relation if known.source else None
    return replace(
        of_tablets(found, tablets, named=named),
        generic=generic,
        drug_class=known.drug_class,
        relation=relation,
        source=known.source,
    )


def of_tablets(medicine: Medicine, number: float | None, *, named: bool = True) -> Medicine:
    """``medicine`` at so many tablets of its strength; where no strength is told, the number is the dose,
    if they are ``named`` as tablets.
    """
    if number is None:
        return medicine
    if medicine.dose is None:
        return replace(medicine, dose=number, unit=TABLET) if named else medicine
    return replace(medicine, dose=medicine.dose * number)


def generic_name(text: str) -> str:
    """What tells medicines apart: the generic name, else the name as written, without the dose.

    >>> generic_name("Lasix 40 mg")
    'furosemide'
    """
    found = resolve(text)
    return found.generic or found.name.lower()


def _is_combined(generic: str) -> bool:
    return " and " in generic or ", " in generic or generic.startswith("insulin")


_ITEM = late_pattern(r"[;\n|•]|,(?!\d)|(?<!\d),")
_SIDE_BY_SIDE = late_pattern(r" (?:and|und|et|y|e|plus) | ?[+&] ?")
AND = late_pattern(r" (?:and|und|et|y|e|plus) | ?[+&] ?|(?<!\d)/(?!\d)")


def same_as_before(text: str) -> bool:
    """Whether the cell only says that the medicines are the same as before."""
    return plain(text[:LONGEST_NAME]).strip(" .") in vocabulary("medicines taken")


def read_medicine_list(text: str, memory: Memory | None = None) -> list[Medicine]:
    """Every medicine that the cell lists as taken; unknown ones as written. Nothing for "none"."""
    text = text[:LONGEST_TEXT]
    if not text.strip() or same_as_before(text):
        return []
    words = plain(text)
    if vocabulary("empty").get(words) or vocabulary("number").get(words) == "0":
        return []
    memory = {} if memory is None else memory
    listed: list[Medicine] = []
    for item in _ITEM.split(text):
        if item.strip():
            listed += _one_or_more(item.strip(), memory)
    return listed


def each_with_its_dose(words: str, memory: Memory | None) -> list[Medicine]:
    """Medicines side by side, each with a dose in a unit: "amlodipine 5 mg + atorvastatin 20 mg" are two,
    though there is a tablet of both. Nothing for anything else.
    """
    if not any(letter.isdecimal() for letter in words):
        return []
    parts = [part.strip() for part in _SIDE_BY_SIDE.split(words) if part.strip()]
    each = [resolve(part, memory) for part in parts] if len(parts) > 1 else []
    return each if all(one.generic and one.dose is not None and one.unit for one in each) else []


def _one_or_more(item: str, memory: Memory) -> list[Medicine]:
    """One medicine ("lisinopril and HCTZ" is one), or each of several that stand side by side."""
    if each := each_with_its_dose(item, memory):
        return each
    whole = resolve(item, memory)
    parts = [part.strip() for part in AND.split(item) if part.strip()]
    if whole.generic is not None or len(parts) < 2:
        return [whole]
    several = [resolve(part, memory) for part in parts]
    return several if any(part.generic for part in several) else [whole]

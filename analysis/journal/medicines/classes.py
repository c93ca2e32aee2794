"""Medicines as people write them: names with doses, and lists of what was taken."""

import csv
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from analysis.journal.cells import plain, vocabulary
from analysis.journal.medicines.names import Memory, generic_of, known_medicines, name_words

LONGEST_NAME = 120  # characters; longer is a remark, not the name of a medicine
LONGEST_TEXT = 2000  # characters of a cell that are read


@dataclass(frozen=True)
class Medicine:
    """A medicine as it was written and, where it could be told, what it is.

    ``generic`` is lower case, None where the name is not known. ``dose`` is in ``unit``, both None where not
    written; ``dose_before`` is the dose that a change started from. ``relation`` ("may_trigger", "treatment",
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

    @property
    def name(self) -> str:
        """The name as written, without the dose."""
        if self.dose is None:
            return self.as_written
        return _BEFORE_DOSE.sub("", self.as_written).strip(" ,:;-()") or self.as_written


@dataclass(frozen=True)
class ClassEvidence:
    """What is published on a class of medicines and cramps. ``ratio``, ``low``, ``high`` [-], or None."""

    relation: str
    measure: str | None
    ratio: float | None
    low: float | None
    high: float | None
    source: str


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


def class_evidence(drug_class: str) -> ClassEvidence | None:
    """What is published on the class, with its size where there is one; None where nothing is."""
    return _class_evidence().get(drug_class)


UNITS = {
    "mg": "mg", "milligram": "mg", "milligrams": "mg", "mcg": "mcg", "ug": "mcg", "µg": "mcg", "μg": "mcg",
    "microgram": "mcg", "micrograms": "mcg", "mikrogramm": "mcg", "g": "g", "gram": "g", "grams": "g",
    "gramm": "g",
    "iu": "IU", "i.e.": "IU", "ie": "IU", "ui": "IU", "unit": "units", "units": "units", "einheiten": "units",
    "mmol": "mmol", "meq": "mEq", "ml": "mL", "%": "%",
}  # fmt: skip
UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True))
NUMBER = r"\d{1,6}(?:[.,]\d{1,4})?"
_DOSE = re.compile(rf"(?<![a-z0-9.,/-])({NUMBER}) ?({UNIT})?(?![a-z0-9/])")
# "20/12.5": two parts of a combination, or two amounts a day, are no single dose.
_DOSE_PAIR = re.compile(
    rf"(?<![a-z0-9])({NUMBER}) ?(?:mg)? ?[/-] ?{NUMBER}(?: ?[/-] ?{NUMBER})* ?(?:mg|mcg)?(?![a-z0-9])"
)
_BEFORE_DOSE = re.compile(
    rf"(?<=[^\W\d])[ ,:(]*(?<![a-z0-9.,/-]){NUMBER} ?(?:{UNIT})?(?![a-z0-9/%]).*$", re.IGNORECASE
)
_RUN_TOGETHER = re.compile(r"([a-z]{5,})(\d)")
_COUNTED = re.compile(r" ?(?:x\b|tab|cap|puff|pill|times|a day|drops|spray|kapsel|comprim|pastill|stuck)")


def resolve(text: str, memory: Memory | None = None) -> Medicine:
    """The medicine that ``text`` names, with its dose.

    Where the name is unknown, or not surely one, it is kept as written and ``generic`` is None. A caller that
    reads many cells may give a ``memory`` of its own for the words that come again.
    """
    as_written = " ".join(text.split())
    if not as_written or len(as_written) > LONGEST_NAME:
        return Medicine(as_written[:LONGEST_NAME])
    words = plain(as_written)
    dose, unit, rest = _take_dose(_RUN_TOGETHER.sub(r"\1 \2", words))
    found = Medicine(as_written, dose=dose, unit=unit)
    generic = generic_of(name_words(words), name_words(rest), memory)
    if generic is None:
        return found
    known = known_medicines()[generic]
    relation = known.relation if known.source else None
    return replace(
        found, generic=generic, drug_class=known.drug_class, relation=relation, source=known.source
    )


def generic_name(text: str) -> str:
    """What tells medicines apart: the generic name, else the name as written, without the dose.

    >>> generic_name("Lasix 40 mg")
    'furosemide'
    """
    found = resolve(text)
    return found.generic or found.name.lower()


def _take_dose(words: str) -> tuple[float | None, str | None, str]:
    """The dose in ``words`` with its unit, and the words without doses."""
    rest = _DOSE_PAIR.sub(" ", words)
    doses = list(_DOSE.finditer(rest))
    with_unit = [found for found in doses if found[2]]
    bare = [
        found
        for found in doses
        if not found[2]
        and not _COUNTED.match(rest, found.end())
        and not rest[: found.start()].rstrip().endswith(("x", "vitamin", "vit"))
    ]
    chosen = with_unit[0] if with_unit else bare[0] if len(bare) == 1 else None
    dose = float(chosen[1].replace(",", ".")) if chosen else None
    unit = UNITS[chosen[2]] if chosen and chosen[2] else None
    return dose, unit, _DOSE.sub(" ", rest)


_ITEM = re.compile(r"[;\n|•]|,(?!\d)|(?<!\d),")
AND = re.compile(r" (?:and|und|et|y|e|plus) | ?[+&] ?|(?<!\d)/(?!\d)")


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


def _one_or_more(item: str, memory: Memory) -> list[Medicine]:
    """One medicine ("lisinopril and HCTZ" is one), or each of several that stand side by side."""
    whole = resolve(item, memory)
    parts = [part.strip() for part in AND.split(item) if part.strip()]
    if whole.generic is not None or len(parts) < 2:
        return [whole]
    several = [resolve(part, memory) for part in parts]
    return several if any(part.generic for part in several) else [whole]

"""Medicines as people write them: names with doses, lists of what was taken, changes told in sentences."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, cast

from analysis.journal.medicine_names import Memory, generic_of, known_medicines, name_words
from analysis.journal.values import plain, vocabulary

Change = Literal["start", "stop", "increase", "decrease"]
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


_UNITS = {
    "mg": "mg", "milligram": "mg", "milligrams": "mg", "mcg": "mcg", "ug": "mcg", "µg": "mcg", "μg": "mcg",
    "microgram": "mcg", "micrograms": "mcg", "mikrogramm": "mcg", "g": "g", "gram": "g", "grams": "g",
    "gramm": "g",
    "iu": "IU", "i.e.": "IU", "ie": "IU", "ui": "IU", "unit": "units", "units": "units", "einheiten": "units",
    "mmol": "mmol", "meq": "mEq", "ml": "mL", "%": "%",
}  # fmt: skip
_UNIT = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True))
_NUMBER = r"\d{1,6}(?:[.,]\d{1,4})?"
_DOSE = re.compile(rf"(?<![a-z0-9.,/-])({_NUMBER}) ?({_UNIT})?(?![a-z0-9/])")
# "20/12.5": two parts of a combination, or two amounts a day, are no single dose.
_DOSE_PAIR = re.compile(
    rf"(?<![a-z0-9])({_NUMBER}) ?(?:mg)? ?[/-] ?{_NUMBER}(?: ?[/-] ?{_NUMBER})* ?(?:mg|mcg)?(?![a-z0-9])"
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
    unit = _UNITS[chosen[2]] if chosen and chosen[2] else None
    return dose, unit, _DOSE.sub(" ", rest)


_ITEM = re.compile(r"[;\n|•]|,(?!\d)|(?<!\d),")
_AND = re.compile(r" (?:and|und|et|y|e|plus) | ?[+&] ?|(?<!\d)/(?!\d)")


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
    parts = [part.strip() for part in _AND.split(item) if part.strip()]
    if whole.generic is not None or len(parts) < 2:
        return [whole]
    several = [resolve(part, memory) for part in parts]
    return several if any(part.generic for part in several) else [whole]


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words as a whole, the longest first."""
    return r"(?<![a-z])(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?![a-z])"


_CHANGE_OF = vocabulary("change")
_VERB = re.compile(_any_of(_CHANGE_OF))
_NOT_DONE = re.compile(_any_of(vocabulary("not a change")))
_CLAUSE = re.compile(
    r"[.;\n!?](?!\d)|,(?!\d)|\b(?:and|und|et|y|then|dann|puis|but|aber)\b(?= [a-z ]{0,30}"
    + _any_of(verb for verb in _CHANGE_OF if len(verb) > 3)
    + ")"
)
_ARROW = re.compile(
    rf"^(.{{2,60}}?)[ :]+(?:from )?({_NUMBER}) ?({_UNIT})? ?(?:-+>|=>|>|to|auf|a) ?({_NUMBER}) ?({_UNIT})?\b"
)
_FROM_TO = re.compile(
    r"\b(?:switched|changed|swapped|moved|gewechselt|umgestellt|passe|cambie) (?:from|von|de) "
    r"(.{2,60}?) (?:to|auf|zu|a) (.{2,60})$"
)
_INSTEAD = re.compile(r"^(.{2,60}?) (?:instead of|statt|anstatt|au lieu de|en lugar de) (.{2,60})$")
_REPLACED = re.compile(r"\breplaced (.{2,60}?) (?:with|by) (.{2,60})$")
# Where the name ends and the story begins.
_ENDS = re.compile(
    r" (?:"
    + _any_of(vocabulary("after a name"))
    + r".*|on (?:mon|tue|wed|thu|fri|sat|sun|the|dr|gp)\b.*)$|[(\[].*$"
)
_DOSE_TO = re.compile(rf"(?:\b(?:to|auf|a|up to|down to) )?\b({_NUMBER}) ?({_UNIT})(?![a-z])")
_NOW_DOSE = re.compile(rf"^(?:now|jetzt|maintenant|ahora) ({_NUMBER}) ?({_UNIT})$")
_LITTLE = re.compile(_any_of(vocabulary("before a name")) + r" +|[:=\- ]+")


def read_changes_in_text(text: str, memory: Memory | None = None) -> list[tuple[Change, Medicine]]:
    """Every start, stop, increase and decrease that a sentence tells, in order; nothing where none is told.

    What was not done, only planned or only advised is no change.
    """
    memory = {} if memory is None else memory
    changes: list[tuple[Change, Medicine]] = []
    told_before = 0  # changes of the clause before: a dose alone belongs to a single one
    for clause in _CLAUSE.split(_plain_arrows(text[:LONGEST_TEXT])):
        clause = " ".join((clause or "").split())
        if 2 < len(clause) <= 200 and not _NOT_DONE.search(clause):
            if (dose := _NOW_DOSE.match(clause)) and changes and changes[-1][0] != "stop":
                kind, one = changes[-1]
                if told_before == 1 and one.dose is None:
                    number = float(dose[1].replace(",", "."))
                    changes[-1] = (kind, replace(one, dose=number, unit=_UNITS[dose[2]]))
                continue
            told = _changes_of_clause(clause, memory)
            changes, told_before = changes + told, len(told)
    return [(change, replace(one, as_written=_as_in(text, one.as_written))) for change, one in changes]


def _as_in(text: str, name: str) -> str:
    """The name as the text has it, with its capitals and accents."""
    words, length = text.split(), len(name.split())
    for at in range(len(words) - length + 1):
        written = " ".join(words[at : at + length]).strip(" .,;:()")
        if plain(written) == name:
            return written
    return name


def _plain_arrows(text: str) -> str:
    return "\n".join(
        plain(line.replace("→", "->").replace("➔", "->").replace("⇒", "->")) for line in text.splitlines()
    )


def _changes_of_clause(clause: str, memory: Memory) -> list[tuple[Change, Medicine]]:
    found = _FROM_TO.search(clause) or _REPLACED.search(clause)
    if found is not None and not found[1][0].isdecimal():
        return _named("stop", found[1], memory) + _named("start", found[2], memory)
    if found := _INSTEAD.search(clause):
        new = _VERB.sub(" ", found[1])
        return _named("start", new, memory) + _named("stop", found[2], memory)
    if found := _ARROW.match(clause):
        before, after = (float(found[part].replace(",", ".")) for part in (2, 4))
        unit = _UNITS.get(found[5] or found[3] or "")
        medicine = _medicine(_VERB.sub(" ", found[1]), memory)
        if medicine is not None and before != after:
            return [
                (
                    "increase" if after > before else "decrease",
                    replace(medicine, dose=after, unit=unit, dose_before=before),
                )
            ]
    verb = _VERB.search(clause)
    if verb is None:
        return []
    change = cast(Change, _CHANGE_OF[verb[0]])
    after_verb, before_verb = clause[verb.end() :].strip(), clause[: verb.start()].strip()
    told = _named(change, after_verb, memory)
    if told and told[0][1].generic is None and before_verb:
        told = [
            (kind, one) for kind, one in _named(change, before_verb + " " + after_verb, memory) if one.generic
        ] or (told if len(before_verb.split()) <= 2 else [])
    return told or _named(
        change, f"{before_verb} {after_verb}" if _DOSE_TO.match(after_verb) else before_verb, memory
    )


def _named(change: Change, words: str, memory: Memory) -> list[tuple[Change, Medicine]]:
    """The change for each medicine that the words name."""
    words = _ENDS.sub("", " " + words).strip()
    medicine = _medicine(words, memory)
    if medicine is None or medicine.generic is None:
        several = [one for one in (_medicine(part, memory) for part in _AND.split(words)) if one is not None]
        if len(several) > 1 and any(one.generic for one in several):
            return [(change, one) for one in several]
    return [] if medicine is None else [(change, medicine)]


def _medicine(words: str, memory: Memory) -> Medicine | None:
    """The medicine in a few words without what stands before its name; None where they are no name."""
    words = words.strip(" .,:;-")
    while (little := _LITTLE.match(words)) is not None:
        words = words[little.end() :]
    if not words or not re.search(r"[a-z]{2}", words):
        return None
    dose = _DOSE_TO.search(words)
    name = (
        re.sub(r" (?:to|auf|up to|down to|by|um)$", "", words[: dose.start()].strip())
        if dose and dose.start() > 1
        else words
    )
    found = resolve(name, memory)
    if found.generic is None:
        found = resolve(words, memory)
    if found.generic is None and len(name.split()) > 4:
        return None
    number, unit = (float(dose[1].replace(",", ".")), _UNITS[dose[2]]) if dose else (found.dose, found.unit)
    return replace(found, as_written=name if dose else found.as_written, dose=number, unit=unit)

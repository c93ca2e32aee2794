"""A column named after one medicine, and what its cells say of it: yes and no, a dose, or a number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.columns.plans import Draft, Plan
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.fields import headers
from analysis.journal.medicines import class_named, named_medicine, number_of_tablets, resolve, said_of_intake
from analysis.journal.tables import RawTable

DOSE_CELL = re.compile(r"\d{1,5}(?:[.,]\d{1,3})? ?(mg|mcg|µg|ug|g|ie|iu|i\.e\.|mmol|ml)?", re.IGNORECASE)
_OF_A_DOSE = frozenset({"mg", "mcg", "g", "IU"})
_UNIT_WORDS = frozenset({"mg", "mcg", "µg", "ug", "iu", "ie"})
# Of a column of bare numbers: so many cells, and so many between two changes, that they are no amounts eaten.
_FEWEST_NUMBERS, _NIGHTS_A_DOSE = 7, 7
_MOST_TABLETS, _TABLETS = 4, "tablets"
_NO_UNIT = "its numbers have no unit; read as doses without one"
_AS_TABLETS = "its numbers are far below a dose; read as tablets"


def with_named_after_one(draft: Draft, table: RawTable) -> Draft:
    """The draft as what was taken, where its heading names a medicine and its cells say so."""
    at = draft.plan.position
    if draft.mapped or draft.numbers_rows or not {"dose"}.issuperset(draft.candidates):
        return draft
    named = not draft.candidates and medicine_of(draft.plan) is not None
    if not named and not _is_a_short_name(draft.plan, table.different(at)):
        return draft
    said = {text: plain(text).strip(" .") for text in table.different(at)}
    written = [cell for text in table.column(at) if (cell := said[text])]
    plan = replace(draft.plan, why=ReadAs.NAMED_AFTER_ONE)
    if not written or not all(_fits(cell, plan) for cell in set(written)):
        if not are_doses(written) or _may_be_results(written, plan):
            return draft
        if _are_tablets(written, plan):
            plan = replace(plan, heading=replace(plan.heading, unit=_TABLETS))
    return replace(draft, plan=plan, candidates=("medication",))


def _is_a_short_name(plan: Plan, cells: Sequence[str]) -> bool:
    """Whether a heading is nothing but a short name such as "Mg", which is a unit elsewhere, over answers of
    yes and no alone: no unit has any.
    """
    if plan.header.strip(" ?") not in _SHORT_NAMES:
        return False
    said = {plain(cell).strip(" .") for cell in cells} - {""}
    return bool(said) and all(vocabulary("yes_no").get(cell) is not None for cell in said)


_SHORT_NAMES = {"Mg": "Magnesium", "MG": "Magnesium"}


def medicine_of(plan: Plan) -> str | None:
    """The medicine that a heading names, with its dose, without its other words; None for none."""
    text = re.sub(
        r"[(\[]\s*(?:[a-z]{1,4}\s*/\s*[a-z]{1,5}|0 ?/ ?1|✓)\s*[)\]]", " ", plan.header, flags=re.IGNORECASE
    )
    text = _LETTERS.sub(" ", text.replace("’", "'"))
    if class_named(name := " ".join(re.split(r"[\s_:?]+", text)).strip()):
        return name
    beside = {*words_of("filler"), *words_of("heading of an intake")} - {"y"}
    if "?" in text or "¿" in text:
        text = _ELIDED.sub(r"\1 ", text.replace("?", " ").replace("¿", " "))
        beside |= {word for phrase in vocabulary("asks whether it was taken") for word in phrase.split()}
    words = [word for word in re.split(r"[\s_:]+", text) if word]
    if any(plain(word) in words_of("not taken, in a heading") for word in words):
        return None  # "No quinine": its yes would be a no
    kept = [
        word
        for before, word in zip(["", *words], words, strict=False)
        if plain(word).strip("()[],'") not in beside or plain(before) in ("vitamin", "vitamine")
    ]
    if kept[1:] and kept[-1].lower() in _UNIT_WORDS and not kept[-2][-1].isdecimal():
        kept.pop()  # of the numbers in its cells; behind a number it is that of the dose
    if not kept or len(kept) > 6 or any(plain(word) in words_of("a test of a substance") for word in kept):
        return None
    name = " ".join(kept)
    return name if named_medicine(kept) is not None and not headers().get(plain(name)) else None


_ELIDED = re.compile(r"\b([dlDL]')(?=\w)")  # "Avez-vous pris de l'ibuprofène ?"
_LETTERS = re.compile(r"\s[a-zA-Z]{1,4}/[a-zA-Z]{1,5}\s*\??\s*$")  # "Quinine Y/N"


def _fits(cell: str, plan: Plan) -> bool:
    if cell in vocabulary("yes_no") or said_of_intake(cell) is not None:
        return True
    if _counted(cell, plan) is not None:
        return True
    found = DOSE_CELL.fullmatch(cell)
    if found is None:
        return vocabulary("empty").get(cell) is not None
    return found[1] is not None or _unit_of(plan) in _OF_A_DOSE or cell in ("0", "1")


def are_doses(cells: Sequence[str]) -> bool:
    """Whether the cells below the name of a medicine are doses without their unit: numbers that hold for a
    week or more. What was eaten, or found in the blood, is another number every time.

    >>> are_doses(["75"] * 14 + ["150"] * 14), are_doses(["310", "295", "322", "301", "288", "340", "315"])
    (True, False)
    """
    numbers = [_number(cell) for cell in cells if not _says_no_amount(cell)]
    if len(numbers) < _FEWEST_NUMBERS or any(number is None for number in numbers):
        return False
    taken = [number for number in numbers if number]
    steps = sum(one != other for one, other in pairwise(taken))
    return bool(taken) and steps <= len(taken) / _NIGHTS_A_DOSE


def _generic(plan: Plan) -> str:
    return resolve(medicine_of(plan) or "").generic or ""


def _are_tablets(cells: Sequence[str], plan: Plan) -> bool:
    """Whether bare numbers count tablets: whole and small ones of a medicine that is taken in tens of mg. A
    bisoprolol of 2.5 and a warfarin of 3 are doses.
    """
    numbers = [number for cell in cells if (number := _number(cell)) is not None]
    small = all(number.is_integer() and number <= _MOST_TABLETS for number in numbers)
    return small and plain(_generic(plan)) in words_of("taken in tens of mg")


def _may_be_results(cells: Sequence[str], plan: Plan) -> bool:
    """Whether bare numbers may be what was found in the blood, written again on every row: of a medicine that
    is a lab test, too, none is above what is found there, and no night has a 0 or a no.
    """
    highest = vocabulary("highest result of a test").get(plain(_generic(plan)))
    if highest is None or _unit_of(plan) is not None:
        return False
    numbers = list(map(_number, cells))
    skipped = 0 in numbers or any(vocabulary("yes_no").get(cell) == "no" for cell in cells)
    return not skipped and max(filter(None, numbers)) <= float(highest)


def said_of_numbers(plan: Plan, cells: Iterable[str]) -> str | None:
    """How the bare numbers under the name of a medicine were read; None where none needs a word."""
    if plan.heading.unit == _TABLETS:
        return _AS_TABLETS
    bare = [cell for cell in (plain(text).strip(" .") for text in cells) if _number(cell) not in (None, 0, 1)]
    counted = any(_counted(cell, plan) is not None for cell in bare)
    return _NO_UNIT if bare and not counted and _unit_of(plan) is None else None


def _number(cell: str) -> float | None:
    found = DOSE_CELL.fullmatch(cell)
    return float(cell.replace(",", ".")) if found is not None and found[1] is None else None


def _says_no_amount(cell: str) -> bool:
    known = vocabulary("yes_no").get(cell) is not None or said_of_intake(cell) is not None
    return not cell[:1].isdecimal() and (known or vocabulary("empty").get(cell) is not None)


def _unit_of(plan: Plan) -> str | None:
    if plan.heading.unit is not None:
        return plan.heading.unit
    last = plan.header.split()[-1:]
    unit = last[0].lower() if last else ""
    return {"µg": "mcg", "ug": "mcg", "iu": "IU", "ie": "IU"}.get(unit, unit) if unit in _UNIT_WORDS else None


_NAMES_A_TABLET = re.compile(
    r"\d ?(?:mg|mcg|µg|μg|g|ie|iu)\b|(?<![a-z])(?:"
    + "|".join(map(re.escape, vocabulary("tablet")))
    + r")(?![a-z])"
)


def _counted(cell: str, plan: Plan) -> float | None:
    """The number of tablets that a cell gives under a heading of a strength or of tablets."""
    return number_of_tablets(cell) if _NAMES_A_TABLET.search(plain(plan.header)) else None


def said_of_medicine(plan: Plan, text: str) -> str | None:
    """What a cell under the name of a medicine says, as a diary would write it: "Magnesium 300 mg"."""
    name = medicine_of(plan) or _SHORT_NAMES.get(plan.header.strip(" ?"), plan.header)
    cell = plain(text).strip(" .")
    if not cell or vocabulary("empty").get(cell) is not None:
        return None
    if plan.heading.unit == _TABLETS and (number := _number(cell)):
        return f"{number:g} x {name}"
    said = said_of_intake(cell) or {"yes": "taken", "no": "not taken"}.get(vocabulary("yes_no").get(cell, ""))
    if said == "taken":
        return name
    if said == "not taken":
        return f"no {name}"
    if (tablets := _counted(cell, plan)) is not None:
        return f"{tablets:g} x {name}" if tablets else f"no {name}"
    if (found := DOSE_CELL.fullmatch(cell)) is None:
        return None
    bare = re.sub(r"[(\[].*?[)\]]", " ", name)
    bare = " ".join(word for word in bare.split() if not any(letter.isdecimal() for letter in word))
    unit = _unit_of(plan)
    dose = text if found[1] else f"{text} {unit or ''}".strip()
    return f"{bare or name} {dose}"

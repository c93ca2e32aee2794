"""How many tablets one intake is: "2 x", "x2", "half a tablet", "1/2", "2 Tbl."; and counts of them alone."""

import re
from collections.abc import Mapping

from analysis.journal.cells import alternatives, late_pattern, plain, vocabulary
from analysis.journal.medicines.doses import DAY_WORDS, UNIT, UNITS

TABLET = "tab"  # the unit of a dose of which only the number of tablets is told
MOST = 6  # tablets of one intake; a higher number is a dose
_WORDS: Mapping[str, float] = {word: float(kind) for word, kind in vocabulary("number of tablets").items()}
_FORMS = alternatives(vocabulary("tablet"))
_FRACTION = r"(?:\d ?)?\d ?/ ?[2-4]"
_NUMERAL = rf"(?:{_FRACTION}|\d{{1,2}}(?:[.,](?:0|5|25|50|75|00))?)"
_WORD = alternatives(word for word in _WORDS if word.isascii() and not word[0].isdecimal())
_NOT_TABLETS = (
    rf"(?:{UNIT}|{DAY_WORDS}|days?|nights?|weeks?|wks?|months?|years?|hours?|hrs?|minutes?|times?|tage?|wochen?|"
    r"stunden?|jours?|semaines?|dias?|semanas?|giorni|settimane|dagen|weken|drops?|tropfen|gouttes?|puffs?|"
    r"sprays?|glass(?:es)?|cups?|bottles?|spoons?|teaspoons?|mal|fois|veces|volte|maal|wochentlich|taglich)"
)
_START = r"(?<![\w.,/+-])"
_WITH_FORM = late_pattern(
    rf"{_START}({_NUMERAL}|{_WORD}) ?(?:x ?)?(?:of )?(?:{_FORMS})(?![a-z0-9])\.?(?: (?:of|de|di|von|d'))?"
)
_BEFORE = late_pattern(rf"{_START}({_NUMERAL}) ?[x*×] ?(?!{_NOT_TABLETS}(?![a-z]))(?:1 )?(?=[a-z0-9])")
_AFTER = late_pattern(
    rf"(?<![\w.,/+-])[x*×] ?({_NUMERAL})(?![\w.,/-]*\d)(?! ?(?:[a-z]{{1,4}} )?{_NOT_TABLETS}(?![a-z]))"
)
_FIRST = late_pattern(rf"^({_NUMERAL}|{_WORD}) (?:of )?(?!{_NOT_TABLETS}(?![a-z]))(?=[a-z]{{4}})")
_PART_OF_A_NAME = late_pattern(r"(?:\b[a-z]|vitamine?|vit|omega|type|factor)[ -]?$")
_STRENGTH = late_pattern(rf"\d ?(?:{UNIT})(?![a-z])")


def take_tablets(words: str) -> tuple[float | None, bool, str]:
    """How many tablets ``words`` (as `plain` gives them) say, whether they say that these are tablets, and
    the words without it. None where no number is told.

    >>> take_tablets("2 tbl. magnesium 150 mg")
    (2.0, True, 'magnesium 150 mg')
    """
    if not any(letter.isdecimal() for letter in words) and _WORDS.keys().isdisjoint(words.split()):
        return None, False, words
    for pattern in (_WITH_FORM, _BEFORE, _AFTER, _FIRST):
        for found in pattern.finditer(words):
            number = _number(found[1])
            before = words[: found.start()]
            rest = " ".join(f"{before} {words[found.end() :]}".split())
            if not 0 < number <= MOST or (pattern is not _AFTER and _PART_OF_A_NAME.search(before)):
                continue
            # "ramipril 2.5 tablets" and "5 tab" may well be milligrams where no strength is written.
            if (not _STRENGTH.search(rest) and number > 4) or number in (1.25, 2.5, 3.75):
                continue
            return number, pattern is not _AFTER, rest
    return None, False, words


def without_tablets(name: str) -> str:
    """A name without the number of tablets before or after it, as it was written otherwise."""
    rest = take_tablets(plain(name))[2]
    words = name.split()
    for cut in range(1, len(words)):
        for kept in (words[cut:], words[:-cut]):
            if plain(" ".join(kept)) == rest:
                return " ".join(kept)
    return name


def number_of_tablets(cell: str) -> float | None:
    """The number that a cell of its own gives: "2", "1/2", "half", "2 tablets"; None for anything else."""
    words = plain(cell).strip(" .")
    if words in _WORDS:
        return _WORDS[words]
    found = re.fullmatch(rf"({_NUMERAL}|{_WORD}) ?(?:x ?)?(?:of )?(?:(?:{_FORMS})\.?)?", words)
    number = _number(found[1]) if found else None
    return number if number is not None and 0 <= number <= MOST else None


def is_bare(dose: str) -> bool:
    """Whether a dose is a number without a unit: it may be milligrams or tablets.

    >>> is_bare("2"), is_bare("½"), is_bare("2 mg"), is_bare("-")
    (True, True, False, False)
    """
    return any(map(str.isnumeric, dose)) and not any(map(str.isalpha, dose))


def unit_of(text: str) -> str:
    """A unit as it stands in a column of its own, in the one spelling that doses have; else as written."""
    words = plain(text).strip(" .")
    return TABLET if words in vocabulary("tablet") else UNITS.get(words, text)


def _number(text: str) -> float:
    if text in _WORDS:
        return _WORDS[text]
    if "/" not in text:
        return float(text.replace(",", "."))
    above, below = text.replace(" ", "").split("/")
    return float(above[:-1] or 0) + float(above[-1]) / float(below)

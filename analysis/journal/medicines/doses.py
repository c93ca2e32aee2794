"""Doses as people write them: an amount and its unit, two amounts a day, and how often it is taken."""

import re
from collections.abc import Iterable

from analysis.journal.cells import alternatives, late_pattern, vocabulary, words_of

UNITS = {
    "mg": "mg", "milligram": "mg", "milligrams": "mg", "mcg": "mcg", "ug": "mcg", "µg": "mcg", "μg": "mcg",
    "microgram": "mcg", "micrograms": "mcg", "mikrogramm": "mcg", "g": "g", "gram": "g", "grams": "g",
    "gramm": "g",
    "iu": "IU", "i.e.": "IU", "ie": "IU", "ui": "IU", "unit": "units", "units": "units", "einheiten": "units",
    "mmol": "mmol", "meq": "mEq", "ml": "mL", "%": "%",
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words as a whole, the longest first."""
    return rf"(?<![a-z])(?:{alternatives(words)})(?![a-z])"


UNIT = alternatives(UNITS)
NUMBER = r"\d{1,6}(?:[.,]\d{1,6})?"
# "1.250 mg" may be a bisoprolol of 1.25 mg as well as 1250 mg, "2,500 mg" an amlodipine of 2.5 mg; nobody
# takes 1000 g, and nobody 2.5 IU.
_BELOW_A_GRAM = alternatives(word for word, unit in UNITS.items() if unit not in ("g", "%"))
_UNITS = alternatives(word for word, unit in UNITS.items() if unit in ("IU", "units"))
_THOUSANDS = late_pattern(
    rf"(?<![\d.,/-])([1-9]\d{{0,2}})(?:[.,](?=000)|,(?=\d00 ?(?:{_UNITS})(?![a-z]))|['’]| (?=0))(\d{{3}})"
    rf"(?= ?(?:{_BELOW_A_GRAM})(?![a-z]))",
    re.IGNORECASE,
)
_FROM_A_POINT = late_pattern(rf"(?<![\w.,])(?=[.]\d{{1,4}} ?(?:{UNIT})(?![a-z]))", re.IGNORECASE)
_TWO_DOSES = late_pattern(
    rf"(?:(?:from|von|de|da|van|fra|fran|od) )?({NUMBER}) ?(?:{UNIT})? ?"
    rf"(?:-+>|=>|>|→|➔|⇒|(?<![a-z])(?:to|auf|a|naar|till|til|na)(?![a-z])) ?({NUMBER} ?(?:{UNIT})?)"
)
_DOSE = late_pattern(rf"(?<![a-z0-9.,/-])({NUMBER}) ?({UNIT})?(?![a-z0-9/])")
# "20/12.5": two parts of a combination, or two amounts a day, are no single dose.
_DOSE_PAIR = late_pattern(
    rf"(?<![a-z0-9])({NUMBER}) ?(?:mg)? ?[/-] ?{NUMBER}(?: ?[/-] ?{NUMBER})* ?(?:mg|mcg)?(?![a-z0-9])"
)
BEFORE_DOSE = late_pattern(
    rf"(?<=[^\W\d])[ ,:(]*(?<![a-z0-9.,/-]){NUMBER} ?(?:{UNIT})?(?![a-z0-9/%]).*$", re.IGNORECASE
)
RUN_TOGETHER = late_pattern(r"([a-z]{5,})(\d)")
_NO_DOSE_AFTER = late_pattern(r"(?<![a-z])(?:x|vitamin|vit) ?$")
_COUNTED = late_pattern(r" ?(?:x\b|tab|cap|puff|pill|times|a day|drops|spray|kapsel|comprim|pastill|stuck)")


def with_plain_numbers(text: str) -> str:
    """The text with its thousands in one, and a 0 before a point.

    >>> with_plain_numbers("1,000 mg"), with_plain_numbers("1 000 mg"), with_plain_numbers(".05 mg")
    ('1000 mg', '1000 mg', '0.05 mg')
    """
    if not any(map(str.isdecimal, text)):
        return text
    return _FROM_A_POINT.sub("0", _THOUSANDS.sub(r"\1\2", text))


def two_doses(words: str) -> tuple[float, str] | None:
    """The dose before and the dose from now on, with its unit, of plain words that tell both; else None.

    >>> two_doses("20 mg -> 40 mg"), two_doses("from 20 to 40 mg"), two_doses("40 mg")
    ((20.0, '40 mg'), (20.0, '40 mg'), None)
    """
    found = _TWO_DOSES.fullmatch(words)
    return (_number(found[1]), found[2]) if found else None


def take_dose(words: str) -> tuple[float | None, str | None, str]:
    """The dose in ``words`` with its unit, and the words without doses."""
    rest = _DOSE_PAIR.sub(" ", words)
    doses = list(_DOSE.finditer(rest))
    with_unit = [found for found in doses if found[2]]
    bare = [
        found
        for found in doses
        if not found[2]
        and not _COUNTED.match(rest, found.end())
        and not _NO_DOSE_AFTER.search(rest[: found.start()])
    ]
    if (of_day := _of_times(words)) is not None:
        return *of_day, _DOSE.sub(" ", rest)
    chosen = with_unit[0] if with_unit else bare[0] if len(bare) == 1 else None
    dose = float(chosen[1].replace(",", ".")) if chosen else None
    unit = UNITS[chosen[2]] if chosen and chosen[2] else None
    return dose, unit, _DOSE.sub(" ", rest)


# The kind itself is no word for it: "1 magnesium" is a number of tablets.
_TIMES = {
    word: float(kind)
    for word, kind in vocabulary("times a day").items()
    if not word[0].isdecimal() or " " in word
}
_SAID_TIMES = late_pattern(rf"(?<![a-z0-9])(?:{alternatives(_TIMES)})(?![a-z0-9])")
DAY_WORDS = (
    r"(?:(?:a|per|/|par|al|pro|am|per la|por) ?)?(?:day|daily|tag|taglich|tgl|jour|dia|giorno|daags|dag)"
)
_NUMBER_OF_TIMES = late_pattern(
    rf"(?<![\d.,])(?:(\d{{1,2}}) ?(?:x|{alternatives(words_of('so many times'))})|x ?(\d{{1,2}})) ?"
    rf"{DAY_WORDS}\b"
)
_MOST_TIMES = 6  # a day; what says more is no schedule
_EVERY_HOURS = late_pattern(
    r"\b(?:every|q|alle|toutes les|cada|ogni|elke) ?(\d{1,2}) ?"
    r"(?:h|hrs?|hours?|stunden|heures|horas|ore|uur)\b"
)
_SLOTS = late_pattern(r"(?<![\d/.-])([0-4])-([0-4])-([0-4])(?:-([0-4]))?(?![\d/.-])")
_TIME_OF_DAY = late_pattern(rf"(?<![a-z])(?:{alternatives(vocabulary('time of day'))})(?![a-z])")
_WITH_UNIT = late_pattern(rf"({NUMBER}) ?({UNIT})(?![a-z0-9/])")
_TWO_AMOUNTS = late_pattern(rf"(?<![\d/.-])({NUMBER}) ?/ ?({NUMBER}) ?(mg|mcg|µg|g)\b")
_AMOUNTS_A_DAY = late_pattern(rf"(?<![\d/.-])((?:{NUMBER} ?- ?){{2,3}}{NUMBER}) ?(mg|mcg|µg|g)\b")


NO_SCHEDULE = _SAID_TIMES


def times_a_day(words: str) -> float | None:
    """How often a day it is taken, by words that `plain` gave; None where they do not say. [1/day]"""
    if found := _SLOTS.search(words):
        return float(sum(int(part) for part in found.groups() if part)) or None
    if found := _NUMBER_OF_TIMES.search(words):
        times = int(found[1] or found[2])
        return float(times) if 1 <= times <= _MOST_TIMES else None
    if (found := _EVERY_HOURS.search(words)) and int(found[1]):
        return 24 / int(found[1])
    said = _SAID_TIMES.findall(words)
    return _TIMES[max(said, key=len)] if said else None


def dose_of_day(words: str) -> tuple[float, str] | None:
    """The sum of the amounts of one day: "40/20 mg", "500-0-1000 mg". Only for a medicine of one substance:
    in a combination they are its parts. None where the words do not say two amounts.
    """
    if found := _AMOUNTS_A_DAY.search(words):
        parts = found[1].split("-")
        return sum(_number(part) for part in parts), UNITS[found[2]]
    if found := _TWO_AMOUNTS.search(words):
        return _number(found[1]) + _number(found[2]), UNITS[found[3]]
    return None


def _of_times(words: str) -> tuple[float, str] | None:
    """The sum of amounts that stand each beside a time of day: "40 mg morning, 20 mg evening"."""
    amounts = _WITH_UNIT.findall(words)
    units = {UNITS[unit] for _, unit in amounts}
    times = set(_TIME_OF_DAY.findall(words))
    if len(amounts) < 2 or len(units) != 1 or len(times) < len(amounts):
        return None
    return sum(_number(amount) for amount, _ in amounts), units.pop()


def _number(text: str) -> float:
    return float(text.strip().replace(",", "."))

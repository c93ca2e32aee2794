"""Amounts of fluid as people write them -> mL."""

import re
from collections.abc import Sequence
from typing import Literal

from analysis.journal.cells.numbers import ABOUT, NUMBER, DecimalMark, parse_number, range_of
from analysis.journal.cells.sized_vessels import in_sized_vessels
from analysis.journal.cells.units import ASSUMED_SIZE, GLASS, MILLILITRES, MINUTES, UNIT_OF
from analysis.journal.cells.values import LONGEST, Cell, before_reading, plain, vocabulary
from analysis.journal.cells.words import alternatives, words_of

Part = tuple[float, str | None, str | None]  # number, unit as written, how it was mended
System = Literal["US", "imperial"]
_ROUGHLY = "an approximate amount, read as it stands"
_AGAINST = "the decimal mark is not the one of the rest of the file"

# A comma parts two amounts only with a space after it: "500 ml, 2 cups" but "1,5 L".
_SPLIT = re.compile(r" ?(?:\+|&|;|, |\band\b|\bplus\b|\bund\b|\bet\b|\by\b) ?")
_AMOUNT = re.compile(rf"(?:({NUMBER}) ?[x×*] ?)?({NUMBER}) ?([a-z][a-z .]{{0,30}})?")
_TIMES_AFTER = re.compile(rf"((?:{NUMBER}) ?[a-z]{{1,10}}) ?[x×*] ?(\d{{1,2}})")
_IN_WORDS = re.compile(r"([a-z]{1,12}(?: a| couple)?) ([a-z][a-z .]{0,30})")
_LITRE_INSIDE = re.compile(r"(\d{1,2}) ?l ?(\d{1,2})")
_RANGE = re.compile(r" ?(?:-|\bto\b|\bbis\b|\bor\b|\boder\b) ?")
_IMPERIAL = re.compile(r"\b(?:imp|uk|imperial)\b")
_LEAST_ML = 10.0  # nobody measures less than this: "1.500" in a column of mL is 1500
_THOUSANDS = re.compile(r"\b[1-9][.,]\d{3}\b")
# Words that say what was drunk, or how big it was, and not how much.
_BESIDE = re.compile(rf"\b(?:{alternatives(words_of('beside an amount'))})(?!\w)|\bd'")


def amount_and_unit(text: str, decimal: DecimalMark = ".") -> tuple[float, str | None] | None:
    """The number of a cell and the unit beside it, as written; None where the cell is not one amount."""
    words, answer = before_reading(text)
    if answer is not None:
        return None
    parts = _parts(words, decimal)
    return parts[0][:2] if parts is not None and len(parts) == 1 else None


def measures_of(*texts: str) -> System | None:
    """Whether the header and the cells of a column are in US or in imperial measures; None where none says.

    A plain "oz" is a US one, so that the plain pints beside it are, too.
    """
    units: set[str] = set()
    for text in texts:
        words = plain(text[:LONGEST])
        if _IMPERIAL.search(words):
            return "imperial"
        if _US.search(words):
            units.add("US")
        elif any(letter.isalpha() for letter in words):
            units.update(UNIT_OF[word] for word in _WORDS.findall(words) if word in UNIT_OF)
    return "US" if units & _US_MEASURES else None


def said_measures(*texts: str) -> bool:
    """Whether any of the texts says in words that its measures are US or imperial ones."""
    return any(_IMPERIAL.search(plain(text[:LONGEST])) or _US.search(plain(text[:LONGEST])) for text in texts)


_US = re.compile(r"\b(?:us|american)\b")
_WORDS = re.compile(r"[a-z]+")
_US_MEASURES = frozenset({"US", "US fl oz", "US quart", "US gallon", "US pint"})
_PLAIN = {
    ("imperial pint", "US"): "US pint",
    ("US fl oz", "imperial"): "imperial fl oz",
}


def unit_in(system: System | None, unit: str | None, words: str) -> str | None:
    """The unit of a plain "pint" or "oz" in the measures of its column; others as they are, and where the
    ``words`` of the cell say whose measure it is."""
    if unit is None or system is None or _IMPERIAL.search(words) or _US.search(words):
        return unit
    return _PLAIN.get((unit, system), unit)


def read_amount(
    text: str,
    unit: str | None,
    glass_ml: float = 250.0,
    decimal: DecimalMark = ".",
    system: System | None = None,
) -> Cell:
    """An amount of fluid [mL]. The unit of the cell goes before ``unit``, the header's or the column's.

    ``glass_ml`` is what a glass holds [mL]. Cups (US), mugs, cans and bottles have an assumed size
    (`MILLILITRES`), and the cell then says so. A plain "pint" is imperial and a plain "oz" a US fluid ounce,
    unless the column is in the measures of the other ``system``.
    """
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    words = _bare(words)
    if _FRACTION.search(text) and "," not in words:
        decimal = "."  # a fraction was written out, which is no other decimal mark
    if vocabulary("number").get(words) == "0":
        return Cell(0.0)
    if words.startswith("-"):
        return Cell(None, problem="an amount cannot be below 0")
    parts = _parts(words, decimal)
    if parts is None:
        return Cell(
            None, problem="this is not an amount of fluid", hint="write a number and its unit, such as 1.5 L"
        )
    total = 0.0
    said: list[str] = []
    for number, written, mended in parts:
        own = unit_in(system, written, words)
        used = own or unit_in(system, unit, "")
        if used is None and number != 0:
            return Cell(
                None, problem="the amount has no unit", hint="name the unit in the header, such as Water (mL)"
            )
        size = glass_ml if used == GLASS else MILLILITRES.get(used or "mL")
        if size is None:
            return Cell(None, problem="the unit of the column is not one of volume")
        said += _said_of_unit(own, written, size, words, by_header=unit == own)
        if used == "mL" and number < _LEAST_ML and _THOUSANDS.search(words):
            number, mended = number * 1000, "a mark before three digits, read as a thousands mark"
        if mended:
            said.append(mended)
        total += number * size
    if len(parts) > 1:
        said.append("several amounts, added up")
    return Cell(total, repaired=bool(said), problem="; ".join(dict.fromkeys(said)) or None)


def _said_of_unit(
    own: str | None, written: str | None, size: float, words: str, *, by_header: bool
) -> list[str]:
    """What was assumed of the unit in a cell, as ``written`` and as read, of ``size`` [mL]; ``by_header``:
    the header says the same.
    """
    said = []
    if own in ASSUMED_SIZE and not by_header:
        said.append(f"a {own} read as {size:.0f} mL")
    if written == "imperial pint" and not by_header and not _IMPERIAL.search(words):
        said.append(f"a pint read as the {'US' if own == 'US pint' else 'imperial'} one, {size:.0f} mL")
    elif own != written:
        said.append(f"an ounce read as the imperial one, {size:.1f} mL")
    return said


_REMARK = re.compile(
    r" ?\([^()]{0,60}\)$|(?<=\d) ?\+$|(?<=[a-z])\+$|[.!]+$|(?: ?/ ?| a | per )(?:d|day|24 ?h)$"
)
_ONE_VESSEL = re.compile(rf"(\d|[a-z]{{1,6}}) ([a-z]{{2,12}}) \(((?:{NUMBER}) ?[a-z]{{1,6}})\)")
_WHOLE_AND_PART = re.compile(r"\b(\d{1,2}) ([1-3])/([2-4])\b|\b([1-3])/([2-4])\b")
_FRACTION = re.compile(r"[½¼¾⅓⅔]|\d/\d")
_AND_A_HALF = re.compile(r"\b(one|two|three|1|2|3) and a half\b")


def _bare(words: str) -> str:
    """The amount without a remark at its end, and with fractions as decimals."""
    if (one := _ONE_VESSEL.fullmatch(words)) and vocabulary("number").get(one[1], one[1]) == "1":
        words = f"{one[1]} {one[2]} of {one[3]}"
    words = _REMARK.sub("", _REMARK.sub("", words)) or words
    words = _AND_A_HALF.sub(lambda found: f"{vocabulary('number').get(found[1], found[1])}.5", words)
    return _WHOLE_AND_PART.sub(_decimal, words)


def _decimal(found: re.Match[str]) -> str:
    whole, over, under = found[1] or "0", found[2] or found[4], found[3] or found[5]
    return f"{int(whole) + int(over) / int(under):.4g}"


def _parts(words: str, decimal: DecimalMark) -> list[Part] | None:
    """Every part of "500 ml + 2 cups"; None where one is not understood."""
    parts = [_part(part.strip(), decimal) for part in _SPLIT.split(words)]
    return None if None in parts else [part for part in parts if part is not None]


def _part(words: str, decimal: DecimalMark) -> Part | None:
    about = ABOUT.match(words)
    if about:
        words = words[about.end() :]
    if inside := _LITRE_INSIDE.fullmatch(words):
        return float(f"{inside[1]}.{inside[2]}"), "L", _ROUGHLY if about else None
    alone = " ".join(_BESIDE.sub(" ", words).split())
    if sized := in_sized_vessels(words, decimal) or in_sized_vessels(alone, decimal):
        return *sized, _ROUGHLY if about else None
    words = alone
    if times_after := _TIMES_AFTER.fullmatch(words):
        words = f"{times_after[2]} x {times_after[1]}"
    if found := _AMOUNT.fullmatch(words):
        number, against = parse_number(found[2], decimal)
        times = parse_number(found[1], decimal)[0] if found[1] else 1.0
        unit = _volume(found[3])
        if number is None or times is None or (found[3] and unit is None):
            return None
        return number * times, unit, _ROUGHLY if about else _AGAINST if against else None
    if (found := _IN_WORDS.fullmatch(words)) and (unit := _volume(found[2])):
        said = "0.5" if found[1] in words_of("half of one") else vocabulary("number").get(found[1])
        return None if said is None else (float(said), unit, _ROUGHLY if about else None)
    return _range(words, decimal)


def _range(words: str, decimal: DecimalMark) -> Part | None:
    """The middle of "2-3 glasses" or "500 ml to 750 ml"."""
    pieces = _RANGE.split(words, maxsplit=1)
    if len(pieces) != 2:
        return None
    lower, upper = _AMOUNT.fullmatch(pieces[0]), _AMOUNT.fullmatch(pieces[1])
    if lower is None or upper is None or lower[1] or upper[1]:
        return None
    ends = range_of(f"{lower[2]}-{upper[2]}", decimal)
    unit = _volume(upper[3] or lower[3])
    own = _volume(lower[3])
    if ends is None or ((upper[3] or lower[3]) and unit is None) or (own is not None and own != unit):
        return None
    return sum(ends) / 2, unit, "a range, read as its middle"


def _volume(name: str | None) -> str | None:
    unit = UNIT_OF.get(name.strip()) if name else None
    return None if unit in MINUTES else unit


def unit_from_range(numbers: Sequence[float]) -> tuple[str | None, str]:
    """The unit of fluid that a column without one must have, from the middle of its numbers, and why.

    A day's fluid is 0.3 to 8 L: from 250 only mL fit, from 20 to 200 fluid ounces, whole numbers from 3 to 19
    glasses, and small numbers with decimals litres. Else no unit is named.
    """
    real = sorted(number for number in numbers if number > 0)
    if not real:
        return None, "there is no number to tell the unit from"
    middle = real[len(real) // 2]
    whole = sum(number == int(number) for number in real) / len(real)
    if middle >= 250:
        return "mL", "no unit is given; numbers of this size are millilitres"
    if middle < 8 and whole < 0.8:
        return "L", "no unit is given; numbers of this size with decimals are litres"
    if 3 <= middle < 20:
        return GLASS, "no unit is given; whole numbers of this size are glasses"
    if 20 <= middle <= 100:
        return "US fl oz", "no unit is given; numbers of this size are fluid ounces"
    return None, "no unit is given, and the numbers fit more than one"

"""Amounts of fluid and lengths of time, in whatever unit they were written."""

import re
from collections.abc import Sequence

from analysis.journal.numbers import NUMBER, DecimalMark, parse_number, range_of
from analysis.journal.values import Cell, before_reading, plain, vocabulary

# [mL]; US and imperial measures as defined in NIST Handbook 44, appendix C, and the Weights and Measures Act 1985.
MILLILITRES: dict[str, float] = {
    "mL": 1.0,
    "cL": 10.0,
    "dL": 100.0,
    "L": 1000.0,
    "US fl oz": 29.5735295625,
    "imperial fl oz": 28.4130625,
    "US pint": 473.176473,
    "imperial pint": 568.26125,
    "US quart": 946.352946,
    "US gallon": 3785.411784,
    "cup": 236.5882365,
    "mug": 300.0,
    "can": 330.0,
    "bottle": 500.0,
}
GLASS = "glass"
_ASSUMED = {"cup", "mug", "can", "bottle", GLASS}
MINUTES: dict[str, float] = {"s": 1 / 60, "ms": 1 / 60000, "min": 1.0, "h": 60.0, "d": 1440.0}

_UNIT_NAMES: dict[str, str] = {
    "mL": "ml;mls;cc;ccm;cm3;milliliter;milliliters;millilitre;millilitres;mililitros;mililitro;millilitri",
    "cL": "cl;cls;centiliter;centiliters;centilitre;centilitres;zentiliter;centilitros",
    "dL": "dl;dls;deciliter;deciliters;decilitre;decilitres;deziliter;decilitros",
    "L": "l;ls;lt;ltr;ltrs;liter;liters;litre;litres;litro;litros;litri;lit",
    "US fl oz": "oz;ozs;fl oz;floz;fl.oz;fl. oz;fl. oz.;fl oz.;oz.;ounce;ounces;fluid ounce;fluid ounces;us fl oz;us oz;us fluid ounces",
    "imperial fl oz": "imp fl oz;imperial fl oz;uk fl oz;imp oz;uk oz;imperial oz;imperial ounces;imperial fluid ounces",
    "US pint": "us pint;us pints;us pt;american pint;american pints",
    "imperial pint": "pint;pints;pt;pts;imperial pint;imperial pints;uk pint;uk pints;imp pint;imp pints;imp pt",
    "US quart": "quart;quarts;qt;qts;us quart",
    "US gallon": "gallon;gallons;gal;us gallon",
    "cup": "cup;cups;cupful;cupfuls;us cup;us cups;tasse;tassen;tasses;taza;tazas;tazza;tazze;kop;koppen;kopje;kopjes",
    GLASS: "glass;glasses;glas;glaser;glaeser;verre;verres;vaso;vasos;bicchiere;bicchieri;glazen;tumbler;tumblers;drink;drinks;copo;copos",
    "mug": "mug;mugs;becher;bol;tazon;jarra",
    "can": "can;cans;dose;dosen;canette;canettes;lata;latas;tin;tins;lattina",
    "bottle": "bottle;bottles;flasche;flaschen;bouteille;bouteilles;botella;botellas;bottiglia;bottiglie;fles;flessen;garrafa;garrafas",
    "s": 's;sec;secs;second;seconds;sek;sekunde;sekunden;seconde;secondes;segundo;segundos;secondi;seg;"',
    "ms": "ms;msec;millisecond;milliseconds",
    "min": "min;mins;minute;minutes;m;minuten;mn;minuto;minutos;minuti;minuut;minuta;min.;'",
    "h": "h;hr;hrs;hour;hours;std;std.;stunde;stunden;heure;heures;hora;horas;ora;ore;uur;stdn",
    "d": "d;day;days",
}
_UNIT_OF = {name: unit for unit, names in _UNIT_NAMES.items() for name in names.split(";")}
_TIME_UNITS = frozenset(MINUTES)
# Units that only a header names: the cell is a bare number in them.
_OTHER_UNITS = {
    "kg": "kg", "lb": "lb", "lbs": "lb", "km": "km", "miles": "mi", "mi": "mi", "meter": "m", "bpm": "bpm", "kcal": "kcal",
    "%": "%", "mg": "mg", "mmol/l": "mmol/L", "steps": "steps", "mcg": "mcg", "µg": "mcg", "g": "g", "°c": "°C", "m/s": "m/s",
    "deg": "deg", "mmhg": "mmHg", "hh:mm": "hh:mm", "h:mm": "hh:mm", "mm:ss": "mm:ss", "m:ss": "mm:ss",
}  # fmt: skip
_NO_UNITS = {
    "number",
    "count",
    "#",
    "n",
    "no.",
    "nr",
    "anzahl",
    "nombre",
    "yes/no",
    "y/n",
    "ja/nein",
    "oui/non",
    "si/no",
    "0/1",
    "1/0",
    "text",
    "date",
    "times",
}
_SCALE = re.compile(
    r"(?:(?:scale )?[01] ?(?:-|to|bis|a|\.\.) ?|/ ?|out of |von |sur |max\.? ?)(5|10|4|3|100)"
)
_BRACKETED = re.compile(r"^(.*?)\s*[(\[{]([^()\[\]{}]{1,24})[)\]}]\s*(.*)$")
_SLASHED = re.compile(r"^(.*\S)\s*(?:/|,|\bin\b|_in_|-|:)\s*(\S{1,12})$")
_PER_DAY = re.compile(r"\s?(?:/|per|pro|par|por|a|each)\s?(?:d|day|tag|jour|dia|night|24 ?h)$")


def unit_of_header(header: str) -> tuple[str, str | None]:
    """The header without its unit, and the unit; None where it names none.

    A unit is a name of `MILLILITRES` or `MINUTES`, "glass", "hh:mm", a scale as "0-10" (its upper end after the
    hyphen), or a measure that is only passed on ("kg").
    """
    header = " ".join(header.split())
    if found := _BRACKETED.match(header):
        unit = _unit(found[2])
        if unit is not None or plain(found[2]) in _NO_UNITS:
            return f"{found[1]} {found[3]}".strip() or header, unit
    if found := _SLASHED.match(header):
        unit = _unit(found[2])
        if unit is not None or (scale := _SCALE.fullmatch(plain("/" + found[2]))):
            return found[1].strip(" _-/,"), unit or f"0-{scale[1]}"  # type: ignore[index]
    words = header.replace("_", " ").replace(".", " ").split()
    if len(words) > 1:
        first, last = _measure(words[0]), _measure(words[-1])
        if last is not None:
            return " ".join(words[:-1]), last
        if first is not None:
            rest = words[2:] if len(words) > 2 and plain(words[1]) in _OF else words[1:]
            return " ".join(rest), first
    return header, None


_OF = {"of", "de", "d'", "di", "von", "van"}
# As a word of a header these are no units: "Water d", "Day s", "Drinks", "Days with", "can".
_NOT_AS_WORD = {
    "d",
    "s",
    "m",
    "day",
    "days",
    "'",
    '"',
    "drink",
    "drinks",
    "can",
    "cans",
    "tin",
    "tins",
    "dose",
    "dosen",
    "second",
    "seconde",
    "minuta",
    "ora",
    "ore",
    "lit",
    "hora",
    "uur",
    "jarra",
    "bol",
}


def _measure(word: str) -> str | None:
    word = plain(word)
    return None if word in _NOT_AS_WORD else _UNIT_OF.get(word)


def _unit(text: str) -> str | None:
    words = plain(text)
    if scale := _SCALE.fullmatch(words):
        return f"0-{scale[1]}" if not words.startswith("1") else f"1-{scale[1]}"
    words = _PER_DAY.sub("", words)
    return _UNIT_OF.get(words) or _OTHER_UNITS.get(words)


_PART = re.compile(
    rf"({NUMBER}|[a-z]+(?: [a-z]+)?)? ?(?:[x×] ?({NUMBER}))? ?([a-z\"'.]+(?: [a-z.]+){{0,2}})?"
)
_SPLIT = re.compile(r" ?(?:\+|&|,(?! ?\d{1,3}\b)|;|\band\b|\bund\b|\bet\b|\by\b) ?")
_AMOUNT = re.compile(rf"(?:({NUMBER}) ?[x×*] ?)?({NUMBER}) ?([a-z][a-z .]*)?")
_WORD_AMOUNT = re.compile(r"([a-z]+(?: a| dozen)?) ([a-z][a-z .]*)")
_ABOUT = re.compile(
    r"(?:about|around|approx\.?|approximately|ca\.?|circa|roughly|etwa|environ|unos|unas|nearly|almost|~|≈|at least|>=?|<=?|≥|≤|up to|over|under) ?"
)
_LITRE_INSIDE = re.compile(r"(\d{1,2}) ?l ?(\d{1,2})")
_ADJECTIVE = re.compile(
    r"\b(?:big|large|small|full|of|water|fluid|fluids|wasser|eau|agua|tea|coffee|d'|de|in total|total|a day|per day|today|gross|kleine?|grosse?)\b"
)


def amount_and_unit(text: str, decimal: DecimalMark = ".") -> tuple[float, str | None] | None:
    """The number of a cell and the unit beside it, as written; None where the cell is no amount."""
    words, answer = before_reading(text)
    if answer is not None:
        return None
    parts = _amounts(words, decimal)
    if parts is None or len(parts) != 1:
        return None
    return parts[0][0], parts[0][1]


def _amounts(words: str, decimal: DecimalMark) -> list[tuple[float, str | None, bool]] | None:
    """Every part of "500 ml + 2 cups" as number, unit and whether it was mended; None where one is not understood."""
    found = []
    for part in _SPLIT.split(words):
        amount = _one_amount(part.strip(), decimal)
        if amount is None:
            return None
        found.append(amount)
    return found


def _one_amount(part: str, decimal: DecimalMark) -> tuple[float, str | None, bool] | None:
    mended = False
    if about := _ABOUT.match(part):
        part, mended = part[about.end() :], True
    if inside := _LITRE_INSIDE.fullmatch(part):
        return float(f"{inside[1]}.{inside[2]}"), "L", mended
    part = " ".join(_ADJECTIVE.sub(" ", part).split()) if not part.replace(".", "").isdigit() else part
    if found := _AMOUNT.fullmatch(part):
        number, against = parse_number(found[2], decimal)
        times = parse_number(found[1], decimal)[0] if found[1] else 1.0
        if number is None or times is None:
            return None
        unit = _UNIT_OF.get(found[3].strip()) if found[3] else None
        if found[3] and (unit is None or unit in _TIME_UNITS):
            return None
        return number * times, unit, mended or against
    if found := _WORD_AMOUNT.fullmatch(part):
        number_word = (
            "0.5"
            if found[1] in ("half", "half a", "halber", "un demi", "medio")
            else vocabulary("number").get(found[1])
        )
        unit = _UNIT_OF.get(found[2].strip())
        if number_word is not None and unit is not None and unit not in _TIME_UNITS:
            return float(number_word), unit, mended
    pieces = re.split(r" ?(?:-|to|bis) ?", part, maxsplit=1)
    if len(pieces) == 2:
        upper = _AMOUNT.fullmatch(pieces[1])
        lower = _AMOUNT.fullmatch(pieces[0])
        if upper and lower and not upper[1] and not lower[1]:
            ends = range_of(f"{lower[2]}-{upper[2]}", decimal)
            unit = _UNIT_OF.get((upper[3] or lower[3] or "").strip())
            if ends and unit not in _TIME_UNITS and (unit or not (upper[3] or lower[3])):
                return sum(ends) / 2, unit, True
    return None


def read_amount(text: str, unit: str | None, glass_ml: float = 250.0, decimal: DecimalMark = ".") -> Cell:
    """An amount of fluid [mL]. The unit of the cell goes before ``unit``, the header's or the column's.

    ``glass_ml`` is what a glass holds [mL]. Cups (US), mugs, cans and bottles have an assumed size (`MILLILITRES`),
    and the cell then says so. A plain "pint" is imperial and a plain "oz" a US fluid ounce.
    """
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    if vocabulary("number").get(words) == "0":
        return Cell(0.0)
    parts = _amounts(words, decimal)
    if parts is None:
        return Cell(
            None, problem="this is not an amount of fluid", hint="write a number and its unit, such as 1.5 L"
        )
    if words.startswith("-"):
        return Cell(None, problem="an amount cannot be below 0")
    total, said = 0.0, []
    for number, own, mended in parts:
        used = own or unit
        if used is None:
            if number != 0:
                return Cell(
                    None,
                    problem="the amount has no unit",
                    hint="name the unit in the header, such as Water (mL)",
                )
            continue
        size = glass_ml if used == GLASS else MILLILITRES.get(used)
        if size is None:
            return Cell(None, problem="the unit of the column is not one of volume")
        if own is not None and own in _ASSUMED and unit != own:
            said.append(f"a {own} read as {size:g} mL")
        if mended:
            said.append("an approximate amount, read as it stands")
        total += number * size
    if len(parts) > 1:
        said.append("several amounts, added up")
    return Cell(total, repaired=bool(said), problem="; ".join(dict.fromkeys(said)) or None)


def unit_from_range(numbers: Sequence[float]) -> tuple[str | None, str]:
    """The unit of fluid that a column without one must have, from the middle of its numbers, and why.

    A day's fluid is 0.3 to 8 L: above 250 only mL fit, from 20 to 200 fluid ounces, whole numbers from 3 to 19
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
    if 20 <= middle < 200:
        return "US fl oz", "no unit is given; numbers of this size are fluid ounces"
    return None, "no unit is given, and the numbers fit more than one"


_COLONS = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2})(?:\.\d+)?)?")
_STEPS = re.compile(rf"({NUMBER}) ?([a-z]+\.?|['\"]{{1,2}})?(?: |$|(?=\d))(?:and |und |et |y )?")
_HALF = {
    "half an hour": 30.0,
    "half hour": 30.0,
    "half h": 30.0,
    "eine halbe stunde": 30.0,
    "halbe stunde": 30.0,
    "une demi-heure": 30.0,
    "demi-heure": 30.0,
    "media hora": 30.0,
    "an hour and a half": 90.0,
    "quarter of an hour": 15.0,
    "a quarter of an hour": 15.0,
    "viertelstunde": 15.0,
    "a minute": 1.0,
    "a few seconds": 0.1,
    "seconds": 0.1,
    "half a minute": 0.5,
}


def read_duration(text: str, unit: str | None = None, decimal: DecimalMark = ".") -> Cell:
    """How long something took [min]. A bare number is in ``unit`` ("s", "min", "h"; minutes where it is None).

    "0:08" is 8 minutes and "1:20" one hour and 20 minutes; with the unit "mm:ss" they are minutes and seconds. Three
    parts are hours, minutes and seconds. Of a range the middle counts.
    """
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    about = _ABOUT.match(words)
    rest = words[about.end() :] if about else words
    if rest.startswith("-"):
        return Cell(None, problem="a duration cannot be below 0")
    said = "an approximate duration, read as it stands" if about else None
    minutes = _minutes(rest, unit or "min", decimal)
    if minutes is None and (ends := _duration_range(rest, unit or "min", decimal)):
        minutes, said = sum(ends) / 2, "a range, read as its middle"
    if minutes is None:
        return Cell(None, problem="this is not a duration", hint="write minutes, such as 10 or 10 min")
    return Cell(minutes, repaired=said is not None, problem=said)


def _duration_range(words: str, unit: str, decimal: DecimalMark) -> tuple[float, float] | None:
    pieces = re.split(r" ?(?:-|\bto\b|\bbis\b|\bou\b|\bor\b) ?", words, maxsplit=1)
    if len(pieces) != 2:
        return None
    last = re.search(r"[a-z'\"]+\.?$", pieces[1])
    lower_unit = (_UNIT_OF.get(last[0]) or unit) if last else unit
    lower, upper = _minutes(pieces[0], lower_unit, decimal), _minutes(pieces[1], unit, decimal)
    if lower is None or upper is None or lower > upper:
        return None
    return lower, upper


def _minutes(words: str, unit: str, decimal: DecimalMark) -> float | None:
    if found := _COLONS.fullmatch(words):
        first, second, third = (int(part or 0) for part in found.groups())
        if second > 59 or third > 59:
            return None
        if unit == "mm:ss" and found[3] is None:
            return first + second / 60
        return first * 60 + second + third / 60
    if words in _HALF:
        return _HALF[words]
    if (number_word := _WORD_AMOUNT.fullmatch(words)) and (count := vocabulary("number").get(number_word[1])):
        named = _UNIT_OF.get(number_word[2])
        return float(count) * MINUTES[named] if named in _TIME_UNITS else None
    if vocabulary("number").get(words) == "0":
        return 0.0
    total, at, smaller = 0.0, 0, None
    while at < len(words):
        found = _STEPS.match(words, at)
        if found is None or found.end() == at:
            return None
        number, _ = parse_number(found[1].strip(), decimal)
        written = (found[2] or "").replace("''", '"')
        named = _UNIT_OF.get(written) if written else smaller or (unit if unit in MINUTES else "min")
        if number is None or named is None or named not in MINUTES or (smaller is None and total > 0):
            return None
        total += number * MINUTES[named]
        smaller = {"h": "min", "min": "s"}.get(named)
        at = found.end()
    return total

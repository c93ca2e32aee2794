"""Units of volume and time, by the names that people give them in cells and headers."""

import re
import unicodedata

from analysis.journal.cells.values import plain, vocabulary
from analysis.journal.cells.words import alternatives

# [mL]; US and imperial measures as defined in NIST Handbook 44, appendix C, and the Weights and Measures Act
# 1985. Cups are US ones; what a mug, a can and a bottle hold is assumed, and a cell that is read so says it.
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
GLASS = "glass"  # of a size that the person sets
ASSUMED_SIZE = frozenset({"cup", "mug", "can", "bottle", GLASS})
FLUID_UNITS = frozenset({*MILLILITRES, GLASS})
MINUTES: dict[str, float] = {"s": 1 / 60, "ms": 1 / 60000, "min": 1.0, "h": 60.0, "d": 1440.0}

UNIT_OF = vocabulary("unit")
# A pattern for the units of minutes and seconds as words: "m" and "s" alone may be anything.
UNIT_OF_LENGTH = (
    rf"(?:{alternatives(w for w, u in UNIT_OF.items() if u in ('min', 's') and w[1:].isalpha())})"
)
# Units that are only passed on: the cell is a number in them, and nothing here converts it.
_PASSED_ON = vocabulary("unit passed on")
# Brackets that name no unit and say nothing about the field either: "Cramps (number)".
_NO_UNIT_IN_BRACKETS = vocabulary("header bracket")
# As one word of a header these are no units: "Energy drinks", "Days", "Side d".
_NO_UNIT_AS_WORD = vocabulary("header word")
_OF = frozenset({"of", "de", "di", "von", "van", "an"})
_SCALE = re.compile(
    r"(?:scale )?([01]) ?(?:-|to|bis|a|\.\.) ?(100|10|5|4|3)|(?:/ ?|out of |von |sur |max\.? ?)(100|10|5|4|3)"
)
_BRACKETED = re.compile(r"([^()\[\]{}]*)[(\[{]([^()\[\]{}]{1,24})[)\]}](.*)", re.DOTALL)
_PER_DAY = re.compile(r"(?i)(?: ?/ ?|[ _](?:per|pro|par|por|a|each)[ _])(?:d|day|tag|jour|dia|night|24 ?h)$")
_OUT_OF = (" out of ", " von ", " sur ", " de ")
LONGEST_HEADER = 200  # characters


def unit_of_header(header: str) -> tuple[str, str | None]:
    """The header without its unit, and the unit; None where it names none.

    A unit is a name of `MILLILITRES` or `MINUTES`, "glass", "hh:mm", "mm:ss", a scale such as "0-10" (its
    upper end after the hyphen), or a measure that is only passed on ("kg").
    """
    if not header.isascii():
        header = unicodedata.normalize("NFKC", header[:LONGEST_HEADER])  # full-width brackets and letters
    header = _PER_DAY.sub("", " ".join(header[:LONGEST_HEADER].split())) or header
    if found := _BRACKETED.fullmatch(header):
        unit = _unit(found[2])
        if unit is not None or plain(found[2]) in _NO_UNIT_IN_BRACKETS:
            return " ".join(f"{found[1]} {found[3]}".split()) or header, unit
    for mark in (*_OUT_OF, "/", ",", "-", ":", " in ", "_in_"):
        before, found_mark, after = header.rpartition(mark)
        if found_mark and before.strip(" _-/,:") and plain(after) not in _NO_UNIT_AS_WORD:
            unit = _unit(f"/{after}" if mark == "/" or mark in _OUT_OF else after) or _unit(after)
            if unit is not None:
                return before.strip(" _-/,:"), unit
    words = header.replace("_", " ").replace(".", " ").split()
    if len(words) > 1:
        first, last = _measure(words[0]), _measure(words[-1]) or _scale(plain(words[-1]))
        if last is not None:
            return " ".join(words[:-1]), last
        if first is not None:
            rest = words[2:] if len(words) > 2 and plain(words[1]) in _OF else words[1:]
            return re.sub(r"^[dD]['’]", "", " ".join(rest)), first
    return header, None


def _measure(word: str) -> str | None:
    word = plain(word)
    return None if word in _NO_UNIT_AS_WORD else UNIT_OF.get(word)


def _unit(text: str) -> str | None:
    words = plain(text)
    if (scale := _scale(words)) is not None:
        return scale
    words = _PER_DAY.sub("", words)
    return UNIT_OF.get(words) or _PASSED_ON.get(words)


def _scale(words: str) -> str | None:
    found = _SCALE.fullmatch(words)
    return f"{found[1] or 0}-{found[2] or found[3]}" if found else None

"""Bottles, cans and glasses whose size stands beside them: "3 bottles of 330 ml", "a 1.5 l bottle"; and in a
heading: "Water (glasses of 0.2 l)".
"""

import re
from functools import cache

from analysis.journal.cells.numbers import NUMBER, DecimalMark, parse_number
from analysis.journal.cells.units import ASSUMED_SIZE, MILLILITRES, UNIT_OF
from analysis.journal.cells.values import plain, vocabulary
from analysis.journal.cells.words import alternatives, words_of

_SOLD_BY_SIZE = frozenset({"bottle", "can"})  # "2 cups 300 ml" can be 300 mL in all


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    vessels = "|".join(re.escape(name) for name, unit in UNIT_OF.items() if unit in ASSUMED_SIZE)
    of_volume = (name for name, unit in UNIT_OF.items() if unit in MILLILITRES and unit not in ASSUMED_SIZE)
    units = alternatives(of_volume)
    how_many = rf"(\d{{1,2}}|{NUMBER}|[a-z]{{1,12}}(?: a| an)?)"
    of = "|".join(map(re.escape, words_of("of a size")))
    size_first = rf"(?:{how_many}(?: ?[x×*] ?| ))?({NUMBER})[ -]?({units})[ -](?:{vessels})"
    vessel_first = (
        rf"{how_many} ?[x×*]? ?({vessels})(?: ?,?({of})(?=[ \d]))?[ ,]{{0,2}}({NUMBER})[ -]?({units})"
    )
    return re.compile(size_first), re.compile(vessel_first)


def in_sized_vessels(words: str, decimal: DecimalMark) -> tuple[float, str] | None:
    """The amount and its unit, where plain words tell of vessels and of the size of each; None for others."""
    size_first, vessel_first = _patterns()
    if found := size_first.fullmatch(words):
        many, size, unit = found[1], found[2], found[3]
    elif found := vessel_first.fullmatch(words):
        many, size, unit = found[1], found[4], found[5]
        if found[3] is None and UNIT_OF[found[2]] not in _SOLD_BY_SIZE:
            return None
    else:
        return None
    count, each = _how_many(many, decimal), parse_number(size, decimal)[0]
    return None if count is None or each is None else (count * each, UNIT_OF[unit])


@cache
def _size_in_heading() -> re.Pattern[str]:
    of_volume = (name for name, unit in UNIT_OF.items() if unit in MILLILITRES and unit not in ASSUMED_SIZE)
    words = (word for word in (*words_of("of a size"), "à") if word[-1].isalpha())
    of = rf"(?:(?<![^\W\d_])(?:{alternatives(words)}) ?(?=\d))?"
    size = rf"({NUMBER})[ -]?({alternatives(of_volume)})(?![^\W\d_])"
    return re.compile(rf"[(\[]?{of}{size}[)\]]?", re.IGNORECASE)


_TOKEN = re.compile(r"[^\W\d_]+")


def vessel_of_heading(header: str) -> tuple[str, float] | None:
    """The heading without the size of the vessel that it counts, and that size [mL]; None for others.

    >>> vessel_of_heading("Wasser (Gläser à 0,2 l)")
    ('Wasser (Gläser )', 200.0)
    """
    sizes = list(_size_in_heading().finditer(header))
    named = any(UNIT_OF.get(token) in ASSUMED_SIZE for token in _TOKEN.findall(plain(header)))
    if len(sizes) != 1 or not named or "=" in header:
        return None
    if any(_is_volume(token) for token in _TOKEN.findall(header[: sizes[0].start()])):
        return None  # "Water in L (bottle 1.5 L)" counts litres
    size, _ = parse_number(sizes[0][1], "," if "," in sizes[0][1] else ".")
    if not size:
        return None
    inside = header[sizes[0].start()] in "([" and header[sizes[0].end() - 1] in ")]"
    begin, end = sizes[0].span() if inside else (sizes[0].start(), sizes[0].end(2))
    begin += not inside and header[begin] in "(["
    bare = header[:begin] + header[end:]
    return bare.strip(), size * MILLILITRES[UNIT_OF[plain(sizes[0][2])]]


def _is_volume(token: str) -> bool:
    unit = UNIT_OF.get(plain(token))
    return unit in MILLILITRES and unit not in ASSUMED_SIZE


def _how_many(many: str | None, decimal: DecimalMark) -> float | None:
    if many is None:
        return 1.0
    if many in words_of("half of one"):
        return 0.5
    if many[0].isdecimal():
        return parse_number(many, decimal)[0]
    number = vocabulary("number").get(many)
    return float(number) if number else None

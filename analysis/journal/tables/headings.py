"""What a header names: the field, its unit, and the words in it that say how the column is meant."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from analysis.journal.cells import (
    ASSUMED_SIZE,
    MINUTES,
    pattern_of,
    plain,
    unit_of_header,
    vocabulary,
    without_cramps,
    words_of,
)
from analysis.journal.fields import headers
from analysis.journal.tables.cramp_headings import (
    asked_of_cramps,
    compounds_apart,
    counts_in_question,
    cramp_header,
    names_longer_time,
    names_other_time,
    numbered,
    says_how_often,
)
from analysis.journal.tables.spelt_scales import spelt_scale

_LONGEST_HEADER = 200  # characters; longer ones are questions that say nothing more in the rest
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Heading:
    """``fields``: what the header can mean, the likeliest first; empty where it is not known. ``near``: the
    known name that it nearly is, for a hint. ``part``: the leg or muscle that it is about alone.
    ``number``: which of the night's cramps it tells of. ``other_cramps``: those of the day or of another
    part of the body. ``longer_time``: a week or a month. ``other_time``: cramps of such a time, of the days
    so far, or of an evening, and not those of one night. ``day_part``: an amount of a part of the day only.
    ``counts_anything``: a general word of number, which alone never counts cramps. ``stamp``: a moment that
    may be that of the entry itself, and not only of its writing. ``numbers_one``: a cramp's own number.
    """

    fields: tuple[str, ...] = ()
    unit: str | None = None
    why: str = ""
    near: str | None = None
    morning: bool = False
    evening: bool = False
    yesterday: bool = False
    written_at: bool = False
    last_night: bool = False
    part: str | None = None
    number: int | None = None
    other_cramps: bool = False
    longer_time: bool = False
    other_time: bool = False
    day_part: bool = False
    counts_anything: bool = False
    stamp: bool = False
    numbers_one: bool = False


@cache
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for field in headers().values():
        for name in (field.name.replace("_", " "), *field.names):
            fields = found.setdefault(" ".join(_TOKEN.findall(plain(name))), [])
            if field.name not in fields:
                fields.append(field.name)
    return {name: tuple(fields) for name, fields in found.items()}


@cache
def _word_sets() -> dict[frozenset[str], tuple[str, ...]]:
    return {frozenset(name.split()): fields for name, fields in reversed(_names().items())}


@lru_cache(maxsize=4096)
def heading(header: str) -> Heading:
    """What a header names. A name that is only nearly known is never taken, only named in ``near``."""
    text = header[:_LONGEST_HEADER].replace("_", " ")
    words = _words(text)
    if not words:
        return Heading()
    bare, unit = unit_of_header(header[:_LONGEST_HEADER])
    if unit is None and set(words_of("glass")) & set(words.split()):
        unit = "glass"
    if unit is None:
        unit = spelt_scale(header) or _share_or_size(header[:_LONGEST_HEADER])
    of_cramps = cramp_header(words)
    other = of_cramps is not None and of_cramps.other
    fields, why = ((), "") if other else _meaning(words, bare, text)
    if fields == ("woke",) and of_cramps is not None and counts_in_question(words):
        fields, why = (), ""  # "How many cramps woke you?" has more answers than two
    if fields[:1] == ("onset",) and of_cramps is not None and says_how_often(header[:_LONGEST_HEADER]):
        fields, why = ("cramps",), "it says how often"
    if fields[:1] == ("person_id",) and of_cramps is not None and _counts_anything(without_cramps(words)):
        fields, why = ("cramps",), "the words in its name"  # "nombre": a number in French, a name in Spanish
    if not fields and of_cramps is not None:
        fields, why = asked_of_cramps(words, of_cramps)
    if of_cramps is not None and fields and headers()[fields[0]].table == "measurement":
        # "Cramps (min)" is no lower end of a range.
        fields, why = _of_cramps_in(unit, bare)
    is_count = fields[:1] == ("cramps",)
    if is_count and unit is not None and unit[:2] in ("0-", "1-"):
        fields, is_count = ("severity",), False
    elif is_count and unit in MINUTES:
        fields, is_count = ("duration",), False
    elif is_count and unit not in _UNITS_OF_COUNTS:
        fields, why, is_count = (), "", False
    in_lengths = unit in _LENGTHS and "(s)" not in header  # "Time(s)" are several
    if in_lengths and not {"onset", "ended"}.isdisjoint(fields):
        fields, why = ("duration",), "its unit is a time"  # what lasts minutes is no time of the clock
    # "No. cramps" is a number of cramps.
    if words in words_of("no cramp") and not header.lower().startswith("no."):
        fields, why, is_count = (), "", False
    # "Kind of cramp" tells no kinds of event apart.
    other_time = of_cramps is not None and names_other_time(words)
    if (is_count and other_time) or (of_cramps is not None and fields[:1] == ("event_kind",)):
        fields, why, is_count = (), "", False
    if fields and _SHARE.search(header) and headers()[fields[0]].kind in ("number", "duration"):
        fields, why = (), ""  # a share of what was planned or drunk is no number of it
    if fields[:1] == ("sleep",) and pattern_of("not the sleep").search(words):
        fields, why = (), ""
    of_part = () if other else _of_day_part(words, bare)
    fields, why = (of_part, "the words in its name") if of_part else (fields, why)
    if not fields and of_cramps is None and _names_medicines_of_a_part(words):
        fields, why = ("medication",), "the words in its name"
    side = "" if fields or of_cramps is not None else _side_in(words)
    if side:
        of_leg, why = _known(" ".join(token for token in words.split() if token not in vocabulary("side")))
        fields = of_leg[:1] if of_leg[:1] in (("severity",), ("duration",)) else ()
    if unit is None and not fields and " " not in words:  # "cups": the unit is the name
        unit = unit_of_header(f"x ({words})")[1]
    last_night = bool(pattern_of("last_night").search(words))
    number = numbered(words)[1]
    return Heading(
        fields,
        unit,
        why,
        None if fields or of_cramps is not None else _near(words),
        morning=last_night or bool(pattern_of("morning").search(words)),
        evening=bool(pattern_of("evening").search(words) or words in words_of("night")),
        yesterday=bool(pattern_of("yesterday").search(words)),
        written_at=bool(pattern_of("written_at").search(words)),
        last_night=last_night,
        part=of_cramps.part if of_cramps is not None and is_count else (side if fields and side else None),
        number=None if unit is not None and str(number) in unit else number,
        other_cramps=other,
        longer_time=names_longer_time(words),
        other_time=other_time,
        day_part=bool(of_part),
        stamp=words in words_of("stamp"),
        numbers_one=of_cramps is not None and bool(_NUMBER_OF_ONE.search(plain(header[:_LONGEST_HEADER]))),
        counts_anything=not fields and of_cramps is None and _counts_anything(words),
    )


_LENGTHS = frozenset({"s", "ms", "min", "mm:ss"})  # "h" stands for the clock as well: "Heure (h)"
# Beside cramps "L" is the left leg, and clock times are counted.
_UNITS_OF_COUNTS = frozenset({None, "L", "hh:mm"})


_SHARE = re.compile(r"(?<!\d)(?<!\d )%")  # "12 %" is a strength: "Wine (12 %)"
_SIZE = re.compile(r"\d(?:[.,]\d{1,3})? ?(?:ml|cl|dl|l|oz|litre|litres|liter)\b")


def _share_or_size(header: str) -> str | None:
    """The unit of a heading that asks for a share ("Water %") or for vessels of a size of their own
    ("bottles of 0.5 L"), neither of which is one of volume; None for others.
    """
    if _SHARE.search(header):
        return "%"
    words = plain(header)
    sized = _SIZE.search(words) and any(
        vocabulary("unit").get(token) in ASSUMED_SIZE for token in _TOKEN.findall(words)
    )
    return "vessel" if sized else None


def _of_cramps_in(unit: str | None, bare: str) -> tuple[tuple[str, ...], str]:
    """What a header says that without its unit names cramps alone; empty where the unit is no time."""
    named = cramp_header(_words(_apart(bare)))
    if named is None or not named.bare or unit not in MINUTES:
        return (), ""
    return ("duration",), "its unit is a time"


def _side_in(words: str) -> str:
    """The one side that a heading names beside what it is about ("Left leg pain"); "" for none or both."""
    named = [vocabulary("side")[token] for token in words.split() if token in vocabulary("side")]
    return named[0] if len(named) == 1 and named[0] != "both" else ""


_NUMBER_OF_ONE = re.compile(
    r"(?:cramp|crampe|calambre|\w*krampf?|crampo|caibra|spasm|horse)[ _-]*"
    r"(?:#|(?:no|nr|n[°ºo]|num|number|nummer|numero|id|index)(?!\w)\.?)"
)
_IF_SO = frozenset(
    {"wenn", "falls", "ja", "si", "oui", "sim", "se", "als", "so", "quando", "cuando", "quand"}
)
_HOW_MANY_BESIDE = re.compile(
    r"\b(?:how many|how often|wie viele|wie oft|combien|cuantos|cuantas|hoeveel|quanti|quante|quantas)\b"
)
_DAY_PARTS = frozenset({
    "morning", "midday", "afternoon", "evening", "vormittag", "vormittags", "nachmittag", "nachmittags",
    "morgens", "mittags", "abend", "abends", "matin", "soir", "manana", "tarde", "ochtend", "middag", "avond",
})  # fmt: skip


_GERMAN_AM = re.compile(r"\bam (?:tag|vortag|abend|morgen|vormittag|nachmittag|mittag|gleichen|selben)")


def _of_day_part(words: str, bare: str) -> tuple[str, ...]:
    """The day's field of which the header names a part ("Water pm"); empty where it names none."""
    tokens = _words(_apart(bare)).split()
    halves = () if _GERMAN_AM.search(words) else ("am", "pm")
    rest = [token for token in tokens if token not in _DAY_PARTS and token not in halves]
    if len(rest) == len(tokens):
        return ()
    fields = _known(" ".join(rest))[0]
    known = headers()[fields[0]] if fields else None
    if known is None or known.table != "day" or known.kind not in ("amount", "number", "duration"):
        return ()
    return fields


def _names_medicines_of_a_part(words: str) -> bool:
    """Whether it is about the medicines of a part of the day or those that were taken: "PM meds", "Meds
    taken". Tablets taken may be their number.
    """
    tokens = words.split()
    taken = {word for phrase in words_of("taken medicines") for word in phrase.split()}
    rest = [
        token
        for token in tokens
        if token not in vocabulary("time of day") and token not in _DAY_PARTS and token not in taken
    ]
    if not 0 < len(rest) < len(tokens) or _known(" ".join(rest))[0][:1] != ("medication",):
        return False
    return taken.isdisjoint(tokens) or vocabulary("tablet").keys().isdisjoint(rest)


def _meaning(words: str, bare: str, text: str) -> tuple[tuple[str, ...], str]:
    """What a header means as it stands, without its unit, without brackets, or without a cramp's number."""
    bracketless = re.sub(r"\([^()]{0,100}\)|\[[^\[\]]{0,100}\]", " ", _apart(text))
    for candidate in (words, _words(_apart(bare)), _words(bracketless), numbered(words)[0]):
        fields, why = _known(candidate)
        if fields:
            return fields, why
    return (), ""


def _words(text: str) -> str:
    return compounds_apart(" ".join(_TOKEN.findall(plain(text))))


def _apart(text: str) -> str:
    """Words that are only told apart by their capitals: TotalSteps."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text.replace("_", " "))


def _known(words: str) -> tuple[tuple[str, ...], str]:
    if fields := _names().get(words):
        return fields, "its name"
    tokens = words.split()
    numbered = [token for token in tokens if not token.isdecimal()]
    kept = [token for token in numbered if token not in words_of("filler")]
    for candidate in (numbered, kept, [token for token in kept if token not in words_of("cramp")]):
        if not candidate:
            continue
        fields = _names().get(" ".join(candidate)) or _word_sets().get(frozenset(candidate))
        if fields:
            return fields, "the words in its name"
    return (), ""


def heading_words(header: str) -> str:
    """The words of a header, plain and without its unit: ``period flow`` of "Period-Flow (1-3)"."""
    return _words(_apart(unit_of_header(header[:_LONGEST_HEADER])[0]))


def begins_sleep(header: str) -> bool:
    """Whether a column tells when a sleep began."""
    return heading_words(header) in words_of("begin of sleep")


def _counts_anything(words: str) -> bool:
    """Whether the words only say that something is counted: "Number of episodes", "Anzahl"."""
    tokens = {token for token in words.split() if token not in words_of("filler")}
    if tokens <= _IF_SO and _HOW_MANY_BESIDE.search(words):  # "If yes, how many?"
        return True
    general = {token for name in words_of("general count") for token in name.split()}
    return words in words_of("general count") or (bool(tokens) and tokens <= general)


def _near(words: str) -> str | None:
    if len(words) < 4:
        return None
    found = process.extractOne(words, list(_names()), scorer=fuzz.ratio, score_cutoff=86)
    return _names()[found[0]][0] if found else None

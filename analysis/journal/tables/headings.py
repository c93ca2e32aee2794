"""What a header names: the field, its unit, and the words in it that say how the column is meant."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.journal.cells import (
    ASSUMED_SIZE,
    MINUTES,
    alternatives,
    pattern_of,
    plain,
    unit_of_header,
    vessel_of_heading,
    vocabulary,
    without_cramps,
    words_apart,
    words_of,
)
from analysis.journal.fields import headers
from analysis.journal.tables.cramp_headings import (
    CrampHeader,
    asked_of_cramps,
    counts_in_question,
    cramp_header,
    names_longer_time,
    names_other_time,
    numbered,
    says_how_often,
)
from analysis.journal.tables.heading_names import (
    Meaning,
    capitals_apart,
    fields_named,
    heading_tokens,
    named_in,
    nearly_named,
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
    ``vessel``: what each of the glasses or bottles holds that it counts [mL], where it says so.
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
    vessel: float | None = None


@lru_cache(maxsize=4096)
def heading(header: str) -> Heading:
    """What a header names. A name that is only nearly known is never taken, only named in ``near``."""
    sized = vessel_of_heading(header[:_LONGEST_HEADER])
    header, vessel = sized or (header, None)
    text = header[:_LONGEST_HEADER].replace("_", " ")
    words = heading_tokens(text)
    if not words:
        return Heading()
    bare, unit = _unit_in(header, words)
    if (spaced := words_apart(words)) != words and not fields_named(words)[0]:
        words, bare, text = spaced, words_apart(bare), spaced
    of_cramps = cramp_header(words)
    other = of_cramps is not None and of_cramps.other
    fields, why = ((), "") if other else named_in(words, bare, text)
    if of_cramps is not None:
        fields, why = _of_cramps(fields, why, header, words, bare, unit, of_cramps)
    fields, why = _by_unit(fields, why, header, unit)
    if _names_nothing_of_a_night(fields, header, words, of_cramps):
        fields, why = (), ""
    is_count = fields[:1] == ("cramps",)
    of_part = () if other else _of_day_part(words, bare)
    if of_part or (not fields and of_cramps is None and _names_medicines_of_a_part(words)):
        fields, why = of_part or ("medication",), "the words in its name"
    side, fields, why = ("", fields, why) if fields or of_cramps is not None else _of_leg(words, why)
    if unit is None and not fields and " " not in words:  # "cups": the unit is the name
        unit = unit_of_header(f"x ({words})")[1]
    last_night = bool(pattern_of("last_night").search(words))
    number = numbered(words)[1]
    return Heading(
        fields,
        unit,
        why,
        None if fields or of_cramps is not None else nearly_named(words),
        morning=last_night or bool(pattern_of("morning").search(words)),
        evening=bool(pattern_of("evening").search(words) or words in words_of("night")),
        yesterday=bool(pattern_of("yesterday").search(pattern_of("last_night").sub(" ", words))),
        written_at=bool(pattern_of("written_at").search(words)),
        last_night=last_night,
        part=of_cramps.part if of_cramps is not None and is_count else (side if fields and side else None),
        number=None if unit is not None and str(number) in unit else number,
        other_cramps=other,
        longer_time=names_longer_time(words),
        other_time=of_cramps is not None and names_other_time(words),
        day_part=bool(of_part),
        stamp=words in words_of("stamp"),
        numbers_one=of_cramps is not None and bool(_NUMBER_OF_ONE.search(plain(header[:_LONGEST_HEADER]))),
        counts_anything=not fields and of_cramps is None and _counts_anything(words),
        vessel=vessel,
    )


def _of_leg(words: str, why: str) -> tuple[str, tuple[str, ...], str]:
    """The side that a heading names, the field that the rest of it names of a cramp of that leg, and why."""
    side = _side_in(words)
    if not side:
        return "", (), why
    fields, why = fields_named(" ".join(word for word in words.split() if word not in vocabulary("side")))
    return side, fields[:1] if fields[:1] in (("severity",), ("duration",)) else (), why


def _unit_in(header: str, words: str) -> tuple[str, str | None]:
    """The header without its unit, and the unit."""
    bare, unit = unit_of_header(header[:_LONGEST_HEADER])
    if unit is None and set(words_of("glass")) & set(words.split()):
        unit = "glass"
    if unit is None:
        unit = spelt_scale(header) or _share_or_size(header[:_LONGEST_HEADER])
    return bare, unit


def _of_cramps(
    fields: tuple[str, ...],
    why: str,
    header: str,
    words: str,
    bare: str,
    unit: str | None,
    of_cramps: CrampHeader,
) -> Meaning:
    """What a header with a word about cramps means, where by its other words it means ``fields``."""
    if not fields and fields_named(without_cramps(words))[0][:1] == ("onset",):
        fields, why = ("onset",), "the words in its name"  # "Uhrzeit des Krampfs", in any case of the word
    if fields == ("woke",) and counts_in_question(words):
        fields, why = (), ""  # "How many cramps woke you?" has more answers than two
    if fields[:1] == ("onset",) and says_how_often(header[:_LONGEST_HEADER]):
        fields, why = ("cramps",), "it says how often"
    if fields[:1] == ("person_id",) and _counts_anything(without_cramps(words)):
        fields, why = ("cramps",), "the words in its name"  # "nombre": a number in French, a name in Spanish
    if not fields:
        fields, why = asked_of_cramps(words, of_cramps)
    if fields and headers()[fields[0]].table == "measurement":
        # "Cramps (min)" is no lower end of a range.
        fields, why = _of_cramps_in(unit, bare)
    return fields, why


def _by_unit(fields: tuple[str, ...], why: str, header: str, unit: str | None) -> Meaning:
    """What a header means by the unit in it: "Cramps (0-10)" are no number of cramps."""
    if fields[:1] == ("cramps",):
        if unit is not None and unit[:2] in ("0-", "1-"):
            fields = ("severity",)
        elif unit in MINUTES:
            fields = ("duration",)
        elif unit not in _UNITS_OF_COUNTS:
            fields, why = (), ""
    in_lengths = unit in _LENGTHS and "(s)" not in header  # "Time(s)" are several
    if in_lengths and not {"onset", "ended"}.isdisjoint(fields):
        fields, why = ("duration",), "its unit is a time"  # what lasts minutes is no time of the clock
    return fields, why


def _names_nothing_of_a_night(
    fields: tuple[str, ...], header: str, words: str, of_cramps: CrampHeader | None
) -> bool:
    """Whether other words of the header take back what it would mean."""
    # "No. cramps" is a number of cramps.
    if words in words_of("no cramp") and not header.lower().startswith("no."):
        return True
    if fields[:1] == ("cramps",) and of_cramps is not None and names_other_time(words):
        return True
    # "Kind of cramp" tells no kinds of event apart.
    if of_cramps is not None and fields[:1] == ("event_kind",):
        return True
    if fields[:1] == ("muscle",) and of_cramps is None and _is_part_of_time(words):
        return True
    # A share of what was planned or drunk is no number of it.
    if fields and _SHARE.search(header) and headers()[fields[0]].kind in ("number", "duration"):
        return True
    return fields[:1] == ("sleep",) and pattern_of("not the sleep").search(words) is not None


def _is_part_of_time(words: str) -> bool:
    """Whether a part is one of the night or the day, and none of the body: "Part of night"."""
    tokens = {token for token in words.split() if token not in words_of("filler")}
    return tokens <= {"part", "parts"} and bool({"night", "nights", "day"} & set(words.split()))


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
    named = cramp_header(heading_tokens(capitals_apart(bare)))
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
_GERMAN_AM = re.compile(rf"\bam (?:{alternatives(words_of('behind am of German'))})")


def _of_day_part(words: str, bare: str) -> tuple[str, ...]:
    """The day's field of which the header names a part ("Water pm"); empty where it names none."""
    tokens = heading_tokens(capitals_apart(bare)).split()
    halves = () if _GERMAN_AM.search(words) else ("am", "pm")
    rest = [token for token in tokens if token not in words_of("part of the day") and token not in halves]
    if len(rest) == len(tokens):
        return ()
    fields = fields_named(" ".join(rest))[0]
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
        if token not in vocabulary("time of day")
        and token not in words_of("part of the day")
        and token not in taken
    ]
    if not 0 < len(rest) < len(tokens) or fields_named(" ".join(rest))[0][:1] != ("medication",):
        return False
    return taken.isdisjoint(tokens) or vocabulary("tablet").keys().isdisjoint(rest)


@lru_cache(maxsize=512)
def heading_words(header: str) -> str:
    """The words of a header, plain and without its unit: ``period flow`` of "Period-Flow (1-3)"."""
    return heading_tokens(capitals_apart(unit_of_header(header[:_LONGEST_HEADER])[0]))


def begins_sleep(header: str) -> bool:
    """Whether a column tells when a sleep began."""
    return heading_words(header) in words_of("begin of sleep")


def _counts_anything(words: str) -> bool:
    """Whether the words only say that something is counted: "Number of episodes", "Anzahl", "If yes, how
    many?".
    """
    tokens = {token for token in words.split() if token not in words_of("filler")}
    general = {token for name in words_of("general count") for token in name.split()}
    if words in words_of("general count") or (tokens and tokens <= general):
        return True
    counts = pattern_of("asks how many").search(words) or pattern_of("general count").search(words)
    return counts is not None and tokens <= general.union(words_of("if so"))

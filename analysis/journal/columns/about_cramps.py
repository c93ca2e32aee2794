"""Whether a table is about leg cramps at all: only where its words or a person say so.

General words of number or strength (count, episodes, intensity, pain) never do. What each sign means:

| sign | means |
|---|---|
| somebody said so: the file, or a column as cramps or as a part of one | about cramps |
| "cramps" beside a column of a monthly bleeding | asked about: those of a period |
| "cramps" beside two columns of signs of a period or a pregnancy | asked about: those of a period |
| "cramps" in a log beside kinds or categories of a period, or in a file named for one | asked about |
| "cramps" beside columns of the bowel | asked about: those of the belly |
| a column of places in which no cell is of the leg | asked about: those of the hand, the eyelid … |
| a name or title, or else the only headings, of cramps of another part of the body | asked about |
| a name or title, or headings, of something that is no pain: cigarettes, a pulse | never about cramps |
| a sheet or title of another pain or of something else, in a file named after cramps | as that says |
| a word about cramps in a heading, the title, the sheet or the file's name | about cramps |
| nothing but pains, timed at night, and most in a leg where a place stands | taken, said, and asked about |
| none of these | asked about |
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.journal.cells import (
    of_other_cramps,
    pattern_of,
    plain,
    without_cramps,
    words_apart,
    words_found,
    words_of,
)
from analysis.journal.columns.named_subjects import is_of_something_else, names_something_else
from analysis.journal.columns.plans import TELLS_A_CRAMP, Draft
from analysis.journal.fields import headers
from analysis.journal.tables import (
    RawTable,
    compounds_apart,
    heading_words,
    named_for_other_cramps,
)

ASKED = "are_these_leg_cramps"
_APART = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])")


Other = Literal["", "bleeding", "signs", "bowel", "elsewhere", "pain", "something"]


@dataclass(frozen=True)
class Subject:
    """What a table is about. ``said``: leg cramps, by its own words or a person's; ``sure``: a person's.
    ``other``: by what they may be other cramps, which is asked about, or that it is of "something" else; ""
    where nothing says so. ``named``: the name of the file or sheet or a title says cramps.
    """

    said: bool
    sure: bool = False
    other: Other = ""
    named: bool = False


def names_cramps(text: str) -> bool:
    """Whether a text (a heading, a title, the name of a file) has a word about cramps of a leg in it."""
    words = _words_of_name(text)
    return without_cramps(words) != words and not of_other_cramps(words)


def speaks_of_cramps(header: str) -> bool:
    """Whether a heading names cramps of a leg, or that there were none."""
    return names_cramps(header) or plain(header) in words_of("no cramp")


def _words_of_name(text: str) -> str:
    return words_apart(compounds_apart(plain(" ".join(_APART.split(text)))))


_LONGEST_NAME = 100  # characters; longer ones are sentences, which may speak of any cramps


def _named_elsewhere(headers: Sequence[str], places: Sequence[str]) -> bool:
    """Whether the nearest name or title that speaks of cramps is of those of another part of the body; the
    headers come before all of them, and the file's name is ``places``' first.
    """
    if any(pattern_of("of the leg").search(plain(text)) for text in headers):
        return False
    for text in reversed([place for place in places if len(place) <= _LONGEST_NAME]):
        if named_for_other_cramps(_words_of_name(text)):
            return True
        if names_cramps(text):
            return False
    return False


def _only_headed_elsewhere(headers: Sequence[str]) -> bool:
    """Whether the only headings that speak of cramps are of those of another part of the body: what they say
    goes before the name of the file.
    """
    if any(names_cramps(header) or names_a_leg(header) for header in headers):
        return False
    return any(named_for_other_cramps(_words_of_name(header)) for header in headers)


def _nearer_name(headers: Sequence[str], places: Sequence[str]) -> Other:
    """What a sheet or title is of that lies nearer than the name that says cramps, where no heading speaks of
    them: the sheet "Headaches" of the workbook "leg cramps 2025"; "" for nothing else.
    """
    if any(map(speaks_of_cramps, headers)):
        return ""
    for place in reversed(places):
        if names_cramps(place):
            return ""
        if names_another_pain(place):
            return "pain"
        if names_something_else(place):
            return "something"
    return ""


def subject_of(
    drafts: Sequence[Draft], table: RawTable, places: Sequence[str], *, sure: bool = False
) -> Subject:
    """``places`` are the names of file and sheet and the title; ``sure``: a person said that these are
    cramps.
    """
    told = any(draft.mapped and {"cramps", *TELLS_A_CRAMP} & set(draft.candidates) for draft in drafts)
    if sure or told:
        return Subject(said=True, sure=True)
    spoken = [draft for draft in drafts if not (draft.mapped and not draft.candidates)]
    headers = [draft.plan.header for draft in spoken if not draft.plan.heading.other_time]
    said = any(map(names_cramps, (*headers, *places)))
    other = _other(drafts, table, headers) if said else ""
    if said and not other and any(map(_speaks_of_bleeding, places[:1])):
        other = "bleeding"
    if other in ("bleeding", "bowel", "signs"):
        leg = any(pattern_of("of the leg").search(plain(text)) for text in (*headers, *places))
        return Subject(said=leg, other="" if leg else other)
    if said and (_named_elsewhere(headers, places) or _only_headed_elsewhere(headers)):
        other = "elsewhere"
    if said and not other and (nearer := _nearer_name(headers, places)):
        return Subject(said=False, other=nearer)
    if not said and any(map(names_another_pain, places)):
        other = "pain"
    elif not said and (any(map(names_something_else, places)) or is_of_something_else(drafts, table)):
        other = "something"
    return Subject(said, other=other, named=any(map(names_cramps, places)))


def names_another_pain(place: str) -> bool:
    """Whether the name of a file or sheet, or a title, is of another pain: "Migraine 2025", "back pain"."""
    words = _words_of_name(place)
    if pattern_of("another pain").search(words):
        return True
    return bool(pattern_of("a place of another pain").search(words) and pattern_of("pain").search(words))


def _beside(headers: Sequence[str], kind: str) -> int:
    return sum(heading_words(header) in words_of(kind) for header in headers)


def other_cramps_of(kinds: Sequence[str], places: Sequence[str], beside: Collection[str] = ()) -> Other:
    """By what the cramps of a log may be others than those of a leg, by its kinds of event (as names, some
    with a category before them), the names of its file, sheet and title, and the cells ``beside`` the kinds,
    such as categories; "" where nothing says so.
    """
    if any(map(names_a_leg, places)):
        return ""
    parts = [*places, *(part for kind in kinds for part in {kind, *kind.split(": ")})]
    listed = [part for kind in kinds for part in _LISTED.split(kind)]
    speaks = any(map(_speaks_of_bleeding, [*listed, *places[:1]]))
    if speaks or _beside([*parts, *beside], "monthly bleeding"):
        return "bleeding"
    if any(_beside(_PARTED.split(part), "beside a period") for part in (*listed, *beside)):
        return "signs"
    if _beside(parts, "of the bowel") >= _FEWEST_OF_THE_BOWEL:
        return "bowel"
    return "elsewhere" if _named_elsewhere((), places) else ""


def _speaks_of_bleeding(kind: str) -> bool:
    words = heading_words(kind)
    return without_cramps(words) == words and bool(pattern_of("monthly bleeding in a kind").search(words))


def names_a_leg(text: str) -> bool:
    """Whether a text names a part of the leg, or cramps of the night."""
    return bool(pattern_of("of the leg").search(plain(text)))


_LISTED = re.compile(r" ?[,;/|+&] ?")
_PARTED = re.compile(r": ")
_FEWEST_SIGNS = 2  # one alone may be kept beside the cramps of a leg
_FEWEST_OF_THE_BOWEL = 2  # a medicine for leg cramps can have one such effect


def _other(drafts: Sequence[Draft], table: RawTable, headers: Sequence[str]) -> Other:
    """What says that the cramps of a table may be others than those of a leg."""
    if _beside(headers, "monthly bleeding"):
        return "bleeding"
    if _beside(headers, "beside a period") >= _FEWEST_SIGNS:
        return "signs"
    at_night = any(draft.plan.heading.evening or draft.plan.heading.last_night for draft in drafts)
    if _beside(headers, "of the bowel") >= _FEWEST_OF_THE_BOWEL and not at_night:
        return "bowel"
    places = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("muscle",)]
    told = {cell for at in places for cell in table.different(at) if cell}
    if not told or not all(is_elsewhere(plain(cell)) for cell in told):
        return ""
    filled = sum(len(table.rows) - table.column(at).count("") for at in places)
    return "elsewhere" if 2 * filled >= len(table.rows) else ""  # one row about a hand is not all


def is_elsewhere(cell: str) -> bool:
    """Whether a place, as plain words, is of another part of the body than the leg."""
    muscles, _ = words_found("muscle", cell)
    return not set(muscles) - {"other"} and of_other_cramps(cell)


def _could_be_of_a_leg(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether at least half of the places, if any, are of the leg, and no remark names another pain."""
    places = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("muscle",)]
    remarks = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("notes",)]
    if any(pattern_of("another pain").search(plain(row[at])) for at in remarks for row in table.rows):
        return False
    named = [any(_is_of_the_leg(row[at]) for at in places) for row in table.rows]
    return not places or 2 * sum(named) >= len(named)


def _is_of_the_leg(place: str) -> bool:
    muscles, _ = words_found("muscle", plain(place))
    return bool(set(muscles) - {"other"}) or names_a_leg(place)


_OF_A_PAIN = frozenset({"night", "recorded_at", "onset", "severity", "side", "muscle", "duration", "notes"})
_TIME_OF_DAY = re.compile(r"(?:^|[ T])(\d{1,2})[:.h](\d{2})(?::\d{2})?(?: ?([ap])\.?m)?", re.IGNORECASE)
_NIGHT_HOURS = frozenset({*range(20, 25), *range(10)})  # most night cramps come between 01:00 and 06:00


def hour_in(cell: str) -> int | None:
    """The hour of the clock time in a cell [0-23]; None where it has none."""
    clocks = list(_TIME_OF_DAY.finditer(cell))
    if not clocks:
        return None
    clock = clocks[-1]  # "15.01." begins a date
    hour = int(clock[1])
    return hour if clock[3] is None else hour % 12 + (12 if clock[3].lower() == "p" else 0)


def pains_of_the_night(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether a table holds nothing but pains, which could be those of a leg, each with a clock time of the
    night, and what was drunk or done that day.
    """
    days = {name for name, known in headers().items() if known.table == "day"}
    if any(not draft.candidates or draft.candidates[0] not in _OF_A_PAIN | days for draft in drafts):
        return False
    pains = [draft for draft in drafts if draft.candidates[0] == "severity"]
    if not any(heading_words(draft.plan.header) in words_of("pain") for draft in pains):
        return False
    timed = [draft.plan.position for draft in drafts if draft.candidates[0] in ("night", "onset")]
    hours = [
        found
        for row in table.rows
        if (found := next((at for place in timed if (at := hour_in(row[place])) is not None), None))
        is not None
    ]
    at_night = len(hours) == len(table.rows) > 0 and set(hours) <= _NIGHT_HOURS
    return at_night and _could_be_of_a_leg(drafts, table)

"""Clock times as people write them; several may stand in one cell."""

import re
from datetime import time
from functools import cache

from analysis.journal.cells.hours_and_minutes import clock_words
from analysis.journal.cells.korean_dates import with_korean_hours
from analysis.journal.cells.times_in_dates import ZONE_WORDS, with_halves_behind
from analysis.journal.cells.times_of_day import AFTER_HOUR, CLOCK, EARLY, LATE
from analysis.journal.cells.values import Cell, before_reading, plain, vocabulary
from analysis.journal.cells.words import alternatives, words_apart, words_of

_MERIDIEM = r"(a\.?m\b\.?|p\.?m\b\.?)"
_CLOCK = re.compile(
    rf"(?:(?:{alternatives(words_of('before a clock time'))}|as|ore|approx|h)\b\.?|~|≈|@)? ?"
    r"(\d{1,2})(?: ?[:.hu'] ?(\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?|(\d{2})(?=\b|[ap]|[hu]\b))?"
    rf"(?: ?{_MERIDIEM})?(?: ?(?:{AFTER_HOUR}|hours|h|u|ish))?\b\.?"
)
_JOINED = alternatives(words_of("joins clock times"))
_BETWEEN = re.compile(
    rf"(?: ?(?:[,;/&+|、・-]|\b(?:{_JOINED}|or|to|bis)\b) ?| )(?: ?(?:,|\b(?:{_JOINED})\b) ?)?"
    rf"(?:(?:{alternatives(words_of('comes again'))})\b ?)?"
)
_RANGE = re.compile(r" ?(?:-|\bto\b|\bbis\b|\bor\b) ?")
_WORDS = {**dict.fromkeys(words_of("midnight"), "00:00"), **dict.fromkeys(words_of("noon"), "12:00")}
_NAMED = re.compile(r"\b(?:" + "|".join(_WORDS) + r")\b")
# "12:00 midnight", "midnight (00:00)": one time, said twice.
_TWELVE = r"\b(?:12|00?|24)(?:[:.]00)?(?: ?uhr| ?h)?\b"
_NAMED_TWICE = re.compile(
    rf"{_TWELVE} ?\(?({'|'.join(_WORDS)})\b\)?|\b({'|'.join(_WORDS)}),? ?\(?{_TWELVE}\)?"
)
_HOURS = vocabulary("hour")
_MINUTES = vocabulary("minutes beside an hour")
_SIDES = vocabulary("side of an hour")
_SPOKEN = re.compile(
    rf"\b({alternatives(_MINUTES)}) (?:minutes? )?({alternatives(_SIDES)}) (\d{{1,2}}|[a-z]+)\b"
)
_AMBIGUOUS = re.compile(r"(?:5|10) (?:to|vor) \d{1,2}(?: ?[ap]m)?")
_TOLD = re.compile(r"^[a-z ]{1,20}: ")
_OFFSET = {
    words: int(minutes)
    for words, minutes in vocabulary("part of an hour").items()
    if not words[-1].isdecimal()
}
_PAST = re.compile(rf"\b({alternatives(_OFFSET)}) (\d{{1,2}}|[a-z]+)\b")
_HOUR_WORD = re.compile(rf"\b({alternatives(_HOURS)})(?= ?(?:a\.?m|p\.?m|o'clock|uhr)\b)")
_DATE_BEFORE = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}[ t]|^\d{1,2}[./]\d{1,2}[./]\d{2,4},? ")
_A_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}|\d{4}-\d{2}-\d{2}")
_COMMA = re.compile(r"(\d{1,2})[,;](\d{2})")  # "2,10" is one time; two are parted by a comma and a space
_ZONE_BEHIND = re.compile(rf"(?<=[\dm.]) ?\b{ZONE_WORDS}$")
_TWO_NUMBERS = re.compile(r"\d{1,2} ?/ ?\d{1,2}")
_FRACTION_OF_DAY = re.compile(r"0?\.\d{3,17}")
_ROUGHLY = re.compile(r"^(?:about|around|approx|ca\.|ca |circa|~|≈|gegen|vers)|ish\b")
_EARLY = re.compile(EARLY)
_LATE = re.compile(LATE)


def read_clock(text: str) -> Cell:
    """Clock times, a tuple of `datetime.time` in the order written; wall-clock, never shifted. 24:00 is the
    midnight that ends its day, told from 00:00 by ``fold``.

    Of a range ("2:00-2:30") the first counts. A time of day alone never says which night it belongs to.
    """
    words, answer = before_reading(with_korean_hours(text))
    if answer is not None:
        return answer
    words = with_halves_behind(words_apart(words))
    if _FRACTION_OF_DAY.fullmatch(words):
        seconds = round(float(words) * 86400) % 86400
        return Cell((time(seconds // 3600, seconds // 60 % 60, seconds % 60),))
    if _A_DATE.fullmatch(words):
        return Cell(None, problem="this is a date, not a clock time", hint="write a time such as 02:10")
    if comma := _COMMA.fullmatch(words):
        words = f"{comma[1]}:{comma[2]}"
    said = "an approximate time, read as it stands" if _ROUGHLY.search(words) else None
    words = _ZONE_BEHIND.sub("", _DATE_BEFORE.sub("", words))
    words = _LATE.sub(" pm", _EARLY.sub(" am", words)).strip()
    words = _NAMED_TWICE.sub(lambda found: found[1] or found[2], words)
    words = _NAMED.sub(lambda found: _WORDS[found[0]], words)
    words = _HOUR_WORD.sub(lambda found: _HOURS[found[1]], words)
    words = _TOLD.sub("", _PAST.sub(_spoken, words))
    joined = clock_words(words)
    if joined is None or _AMBIGUOUS.fullmatch(words):
        problem = "minutes to an hour, or two times; it can mean either"
        return Cell(None, problem=problem, hint="write a time such as 02:55")
    words = _SPOKEN.sub(_minutes_spoken, joined)
    found = _times(words) or _times_by_place(words)
    if found is None:
        return Cell(None, problem="this is not a clock time", hint="write a time such as 02:10")
    times, why = found
    # "22/09" is a day and a month.
    if len(times) > 1 and "/" in words and _TWO_NUMBERS.fullmatch(words):
        return Cell(None, problem="this is not a clock time", hint="write a time such as 02:10")
    said = said or why
    return Cell(tuple(times), repaired=said is not None, problem=said)


def with_named_clocks(words: str) -> str:
    """Words in which a time that is named stands as a clock time, where it stands beside another one.

    >>> with_named_clocks("cramps at midnight and 3:00"), with_named_clocks("2 before midnight")
    ('cramps at 00:00 and 3:00', '2 before midnight')
    """
    if not _NAMED_ANYHOW.search(words):
        return words
    told = _NAMED_TWICE_ANYHOW.sub(lambda found: _WORDS[plain(found[1] or found[2])], words)
    told = _NAMED_ANYHOW.sub(lambda found: _WORDS[plain(found[0])], told)
    return told if len(_CLOCKS.findall(told)) > 1 else words


_NAMED_ANYHOW = re.compile(_NAMED.pattern, re.IGNORECASE)
_NAMED_TWICE_ANYHOW = re.compile(_NAMED_TWICE.pattern, re.IGNORECASE)
_CLOCKS = re.compile(rf"(?<![\d:.])(?:{CLOCK})(?![\d:])")
_NO_MINUTES = "an hour without minutes"
_PLAINLY_AN_HOUR = re.compile(r"uhr|\bh |\d ?[hu]|uur|o'clock|ish")


@cache
def _places() -> re.Pattern[str]:
    places = alternatives((*vocabulary("side"), *vocabulary("muscle"), *words_of("of the leg")))
    return re.compile(rf"[()\[\]]|(?<![\w:.])(?:{places})(?!\w)\.?")


def _times_by_place(words: str) -> tuple[list[time], str | None] | None:
    """Clock times with the leg or muscle beside each: "02:10 (l), 04:45 (r)". A bare number there may be a
    pain: "03:20 left 7/10".
    """
    if not any(map(str.isdecimal, words)):
        return None
    found = _times(" ".join(_places().sub(" ", words).replace(" ,", ",").split()).strip(" ,:"))
    return None if found is None or found[1] == _NO_MINUTES else found


def _hour(said: str) -> int | None:
    """The hour [0-24] that digits or a word name; None for another word."""
    if said.isdecimal():
        return int(said) if int(said) <= 24 else None
    return int(_HOURS[said]) % 12 if said in _HOURS else None


def _spoken(found: re.Match[str]) -> str:
    hour = _hour(found[2])
    if hour is None:
        return found[0]
    minutes = (hour * 60 + _OFFSET[found[1]]) % 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _minutes_spoken(found: re.Match[str]) -> str:
    """ "20 past 2" and "ten to four" as clock times; "5 to 6" may be two times and stays as it is."""
    hour = _hour(found[3])
    if hour is None or (found[1] in ("5", "10") and found[2] in ("to", "vor")):
        return found[0]
    minutes = int(_MINUTES[found[1]])
    total = (hour * 60 + (minutes if _SIDES[found[2]] == "past" else -minutes)) % 1440
    return f"{total // 60:02d}:{total % 60:02d}"


def _times(words: str) -> tuple[list[time], str | None] | None:
    read: list[tuple[int, int, int, str]] = []
    why: str | None = None
    at, skip_next = 0, False
    while at < len(words):
        found = _CLOCK.match(words, at)
        if found is None or found.end() == at:
            return None
        minutes = found[2] or found[4]
        if minutes is None and not found[5] and not _PLAINLY_AN_HOUR.search(found[0]):
            why = _NO_MINUTES
        if not skip_next:
            read.append(
                (int(found[1]), int(minutes or 0), int(found[3] or 0), (found[5] or "").replace(".", ""))
            )
        elif read and found[5] and not read[-1][3]:
            read[-1] = (*read[-1][:3], found[5].replace(".", ""))
        at = found.end()
        skip_next = False
        if at < len(words):
            between = _BETWEEN.match(words, at)
            if between is None:
                return None
            if _RANGE.fullmatch(between[0]):
                skip_next, why = True, "a range of times, read as its beginning"
            at = between.end()
            if at >= len(words):
                return None
    times = []
    following = ""
    for hour, minute, second, half in reversed(read):
        # "10:30 and 11 pm": a time without am or pm takes that of the next one that has it.
        following = half or (following if hour <= 12 else "")
        if following and hour > 12 and half:
            following = ""
        if following and hour <= 12:
            hour = hour % 12 + (12 if following.startswith("p") else 0)
        ends_the_day = hour == 24 and minute == 0 and second == 0
        hour = 0 if ends_the_day else hour
        if hour > 23 or minute > 59 or second > 59:
            return None
        times.append(time(hour, minute, second, fold=int(ends_the_day)))
    return times[::-1], why

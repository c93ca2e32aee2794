"""How a line of a note or a chat begins: with a date, several dates, or the head of a message."""

import re
from dataclasses import dataclass, replace
from datetime import time, timedelta

from analysis.journal.cells import (
    ANY_DAY,
    HALF_OF_DAY,
    alternatives,
    cramps_in_cell,
    late_pattern,
    plain,
    read_date,
    tells_of_a_cramp,
    vocabulary,
    words_apart,
    words_of,
)
from analysis.journal.silent import DIRECTIONS

_SILENT = dict.fromkeys(DIRECTIONS)
_SPACES = dict.fromkeys((0xA0, 0x202F, 0x2009), " ")
_AROUND = " :,;)-–—|\t"  # what may stand between a date and the words
_DAY = late_pattern(r"\d{1,2}")
_MOST_NIGHTS = 31  # that one line can tell of
_EMPHASIS = late_pattern(r"\*\*|__|`|\[\[|\]\]")

_WORD = r"[^\W\d_]{2,14}\.?"
_NUMERIC = r"\d{1,4}(?P<mark>[-/.]) ?\d{1,2}(?:(?P=mark) ?\d{2,4}|\.)?"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º)? (?:of |de )?{_WORD}(?:,? (?:de )?(?:\d{{4}}|'\d\d))?"
_MONTH_FIRST = rf"{_WORD} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
_JAPANESE = r"(?:\d{4}年 ?)?\d{1,2}月 ?\d{1,2}日"
_CLOCK = (
    rf"\d{{1,2}}(?::\d{{2}}(?::\d{{2}})?(?: ?{HALF_OF_DAY})?|[.h]\d{{2}} ?(?:[Uu]hr|{HALF_OF_DAY})|"
    rf" ?{HALF_OF_DAY})"
)
_DATE = late_pattern(
    rf"(?P<weekday>{_WORD},? )?(?P<day>{_JAPANESE}|{_NUMERIC}|{_DAY_FIRST}|{_MONTH_FIRST})"
    rf"(?P<clock>(?:,? |T)(?:at |um |a las |vers )?{_CLOCK})?(?=[\s:,;)\]\-–—|]|[.!?]+(?:\s|$)|$)"
)
_ASIDE = late_pattern(r"\(([^()]{1,40})\) ?[:,;–—-] ?(?=\S)")
_BULLET = late_pattern(r"(?:#{1,6} |[-*•–—·>☐☑✓]+|\[[ xX]?\]) *")
_NUMBERED = late_pattern(r"\d{1,3}[.)] (?=\S)")
UNTICKED = "☐"  # begins what stands beside a box that is not ticked
_BOX = late_pattern(r"(?:[-*•–—·>]+ *)?(?:☐|\[ ?\])")
_FROM = "|".join(map(re.escape, words_of("from a date")))
_TO = "|".join(map(re.escape, words_of("to another date")))
# "3 to 5 Sept", "vom 3. bis 5.9.2026": the days of one month.
_DAYS = late_pattern(
    rf"(?:(?:{_FROM}) )?(?P<first>\d{{1,2}})(?:st|nd|rd|th|er|\.)? ?"
    rf"(?:-|–|—|\b(?:{_TO})\b) ?(?=\d{{1,2}}(?!\d|[:/]))",
    re.IGNORECASE,
)
_DAYS_BEHIND = late_pattern(
    rf"(?P<month>{_WORD} )(?P<first>\d{{1,2}}) ?(?:-|–|—|\b(?:{_TO})\b) ?(?P<last>\d{{1,2}})"
    r"(?P<year>,? \d{4})?(?=[\s:,;)]|$)",
    re.IGNORECASE,
)
_WEEK_FROM = late_pattern(rf"(?:{alternatives(words_of('week from a date'))}):? ", re.IGNORECASE)
_STRETCH = late_pattern(rf"\b(?:{alternatives(words_of('all of a stretch'))})\b", re.IGNORECASE)
_TO_DATE = late_pattern(rf"(?:-|–|—|(?:{_TO})\b) ?", re.IGNORECASE)
_CHAT = late_pattern(
    r"(?:\[(?P<inside>[^\]\n]{6,40})\]|(?P<before>\d[^\n]{5,30}?) -) (?P<rest>.*)",
    re.DOTALL,
)
_FIRST_WORD = late_pattern(r"[^\W\d_%]+\.?|%")
_HALF = late_pattern(rf"{HALF_OF_DAY}(?![^\W\d_])", re.IGNORECASE)
_DAY_AND_MONTH = late_pattern(r"\d{1,2}\.\d{1,2}")


@dataclass(frozen=True)
class Opening:
    """``dated``: the date as written, or each date of several; where these are not ``plain``, the first.
    ``rest``: what the line says behind it.
    """

    dated: tuple[str, ...]
    at: time | None
    rest: str
    plain: bool = True


def clean(line: str) -> str:
    """The line with single spaces, without marks of direction and of emphasis."""
    return " ".join(_EMPHASIS.sub("", line.translate(_SILENT).translate(_SPACES)).split())


def without_bullet(line: str) -> tuple[str, bool]:
    """The line without the mark before it, and whether that is a box that is not ticked."""
    bare = line
    while bullet := _BULLET.match(bare):
        bare = bare[bullet.end() :]
    return bare, _BOX.match(line) is not None


def message(line: str) -> Opening | None:
    """The date, the time and the rest of a line that begins a message of a chat; None for another line."""
    found = _CHAT.match(line)
    if found is None:
        return None
    dated = (found["inside"] or found["before"]).strip()
    read = read_date(dated, ANY_DAY)
    return None if read is None or read.at is None else Opening((dated,), read.at, found["rest"].strip())


def noted(line: str) -> Opening | None:
    """The date, perhaps its time, and the rest of a line that begins with a date; None for another line.

    >>> noted("3 to 5 Sept 2026: none").dated
    ('3 Sept 2026', '4 Sept 2026', '5 Sept 2026')
    >>> noted("- 2026-09-01 cramp at 3").rest
    'cramp at 3'
    """
    line = without_bullet(line)[0]
    numbered = _NUMBERED.match(line)
    return _dated(line) or (_dated(line[numbered.end() :]) if numbered else None) or _answered_before(line)


def _answered_before(line: str) -> Opening | None:
    """The date, or the dates, with which a line ends that says nothing before them but how many cramps there
    were: "No cramps 8-14 June".
    """
    if len(line) > _LONGEST_ANSWER or not line[-1:].isalnum() or not tells_of_a_cramp(plain(line)):
        return None
    for word in _WORD_BEGINS.finditer(line):
        opening = _dated(line[word.start() :])
        if opening is not None and opening.plain and not opening.rest:
            before = line[: word.start()].strip(" :,-–—")
            told = tells_of_a_cramp(plain(before)) and cramps_in_cell(before).value is not None
            return replace(opening, rest=before) if told else None
    return None


_WORD_BEGINS = re.compile(r"(?<= )\w")
_LONGEST_ANSWER = 60  # characters


def _dated(line: str) -> Opening | None:
    label, _, behind = line.partition(":")
    if plain(label) in words_of("label of a date") and behind.strip():
        line = behind.strip()
    if (several := _several_days(line)) is not None:
        return several
    opening = _one_date(line)
    if opening is None:
        return None
    if (joined := _TO_DATE.match(opening.rest)) and (last := _one_date(opening.rest[joined.end() :])):
        dates = _dates_between(opening.dated[0], last.dated[0])
        return Opening(dates or opening.dated, None, last.rest.strip(_AROUND), bool(dates))
    return Opening(opening.dated, opening.at, opening.rest.lstrip(_AROUND).rstrip())


def _one_date(line: str) -> Opening | None:
    found = _DATE.match(line)
    if found is None:
        return None
    weekday = (found["weekday"] or "").strip(" .,")
    if weekday and plain(weekday) not in vocabulary("weekday"):
        return None
    day = found["day"]
    rest = line[found.end() :]
    if _DAY_AND_MONTH.fullmatch(day):
        if not rest.startswith((":", " -", " –")):
            return None  # "7.5 km" is no date
        day += "."
    dated = f"{found['weekday'] or ''}{day}{found['clock'] or ''}"
    read = read_date(dated, ANY_DAY)
    rest = rest.lstrip(" :,;.!?)\t")
    aside = _ASIDE.match(rest)  # "3 Feb (hot day): one cramp", but "3 Feb (cramp): none" answers in place
    if aside and not tells_of_a_cramp(plain(aside[1])):
        rest = f"{rest[aside.end() :]}; {aside[1]}"
    return None if read is None else Opening((dated,), read.at, rest)


def _several_days(line: str) -> Opening | None:
    """The days of a line that begins with a range of them within one month, or with a week."""
    return _month_before(line) or _month_behind(line) or _week_from(line)


def _month_before(line: str) -> Opening | None:
    found = _DAYS_BEHIND.match(line)
    if found is None or _counts(line[found.end() :]):
        return None
    days = range(int(found["first"]), int(found["last"]) + 1)
    return _each(tuple(f"{found['month']}{day}{found['year'] or ''}" for day in days), line[found.end() :])


def _counts(rest: str) -> bool:
    """Whether what stands behind a number makes it a number of cramps or an amount, and no day of a month:
    "Sept 4 - 5 cramps", but not "Sept 4 - 5: cramps".
    """
    words = words_apart(plain(rest)) if rest.startswith(" ") else ""
    first = _FIRST_WORD.match(words)
    if first is None:
        return False
    named = first[0].rstrip(".")
    of_cramps = {*words_of("beside a number of cramps"), *words_of("behind a number of cramps")}
    of_units = {*words_of("unit of a dose"), *words_of("unit of a length"), *vocabulary("unit")}
    return tells_of_a_cramp(named) or named in of_cramps | of_units or bool(_HALF.match(words))


def _month_behind(line: str) -> Opening | None:
    found = _DAYS.match(line)
    end = _one_date(line[found.end() :]) if found else None
    last = _DAY.match(end.dated[0]) if end else None
    if found is None or end is None or last is None:
        return None
    days = range(int(found["first"]), int(last[0]) + 1)
    return _each(tuple(f"{day}{end.dated[0][last.end() :]}" for day in days), end.rest)


def _each(written: tuple[str, ...], rest: str) -> Opening | None:
    if not 1 < len(written) <= _MOST_NIGHTS or not all(read_date(each, ANY_DAY) for each in written):
        return None
    return Opening(written, None, rest.strip(_AROUND))


def _dates_between(first: str, last: str) -> tuple[str, ...]:
    """Every date from one to another, as ISO dates; none where no order of day and month makes them a plain
    stretch, or more than one. A first date without a year has that of the last.
    """
    begins, ends = (read_date(written, ANY_DAY) for written in (first, last))
    if begins is not None and begins.yearless and (year := _YEAR_BEHIND.search(last)):
        begins = read_date(f"{first.rstrip('. ,')} {year[0]}", ANY_DAY)
    if begins is None or ends is None or begins.yearless or ends.yearless:
        return ()
    found = {
        (begin, end)
        for begin, end in zip(begins.readings, ends.readings, strict=True)
        if begin is not None and end is not None and 0 < (end - begin).days < _MOST_NIGHTS
    }
    if len(found) != 1:
        return ()
    ((begin, end),) = found
    return tuple(str(begin + timedelta(days=n)) for n in range((end - begin).days + 1))


_YEAR_BEHIND = late_pattern(r"\d{4}$")


def _week_from(line: str) -> Opening | None:
    """The seven days of a line that begins with "Week of" and a plain date."""
    found = _WEEK_FROM.match(line)
    first = _one_date(line[found.end() :]) if found else None
    read = read_date(first.dated[0], ANY_DAY) if first else None
    if first is None or read is None or read.open or read.yearless or read.readings[0] is None:
        return None
    days = (read.readings[0] + timedelta(days=n) for n in range(7))
    return Opening(tuple(map(str, days)), None, first.rest.strip(_AROUND))


def without_stretch(text: str) -> str:
    """The words behind several dates without those that only say that all of them are meant: "all week". What
    a no denies stays: "not all week", "no cramps every night".
    """
    return _STRETCH.sub(_unless_denied, text)


def _unless_denied(found: re.Match[str]) -> str:
    before = words_apart(plain(_PAUSE.split(found.string[: found.start()])[-1])).split()
    of_each = plain(found[0]) in words_of("each of a stretch")
    denies = {*words_of("says no")} - {*words_of("none by itself")}
    return found[0] if denies.intersection(before if of_each else before[-1:]) else " "


# Behind it the words say something of their own: "no cramps, every night".
_PAUSE = late_pattern(r"[,;:.!\n]")

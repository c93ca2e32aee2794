"""One date as people write it -> what it can mean, before the order of day and month is known."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from analysis.journal.cells.japanese_dates import JapaneseDate, japanese_date
from analysis.journal.cells.korean_dates import with_korean_marks
from analysis.journal.cells.times_in_dates import NO_TIME, take_time
from analysis.journal.cells.values import LONGEST, plain, vocabulary
from analysis.journal.model import DateOrder

ORDERS: tuple[DateOrder, ...] = ("dmy", "mdy", "ymd")


@dataclass(frozen=True, slots=True)
class DateText:
    """What one text can mean.

    ``readings`` are the dates under "dmy", "mdy" and "ymd"; all the same where the text leaves no choice.
    Without a year, the readings stand in the leap year 2000 and ``yearless`` is true. ``end_of_day``: written
    as 24:00 of the day before.
    """

    readings: tuple[date | None, date | None, date | None]
    at: time | None = None
    yearless: bool = False
    weekday: int | None = None
    dotted: bool = False
    said: str | None = None
    end_of_day: bool = False

    @property
    def open(self) -> bool:
        """Whether the order of day and month matters."""
        by_day, by_month, by_year = self.readings
        return by_day != by_month or (by_year is not None and by_year != by_day)


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?")
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d{1,17})?")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[t ]?(\d{2})(\d{2})(?:\d{2})?z?)?")
_ISO_WEEK = re.compile(r"(\d{4})-?w(\d{2})-?([1-7])")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_ODD = re.compile(r"[^\w\s\-/.,'()|&]|_")
_FILLING = vocabulary("beside a date")
# "7.5" is a number; a date without a year has a slash, or a point after each part.
_DAY_AND_MONTH = re.compile(r"\s?\d{1,2}(?:/\d{1,2}|\. ?\d{1,2}\.)\s?")
_WHOLE_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}")
_LETTERS = re.compile(r"[^\W\d_]+\.?")
_MONTH_DAY_LEAP_YEAR = 2000


_KOREAN_POINTS = re.compile(r"\d{2}\. \d{1,2}\. \d{1,2}\.")  # "25. 3. 1."
_ONLY_A_TIME = re.compile(r"→ ?\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?: ?\([^)]{1,12}\))?$", re.IGNORECASE)
_BETWEEN_POINTS = re.compile(r"(\d{1,2})\. ?([^\W\d]+) (\d{4})\.")
_SPAN = "the cell holds a beginning and an end; its beginning counts"
# After a year or an ISO date: the times of Italian, Finnish and Swedish forms, "14/03/2025 7.12.33".
_DOTTED_CLOCK = re.compile(
    r"(\b\d{4}(?:-\d\d-\d\d)?,? (?:klo |kl\.? |alle |ore )?)([0-2]?\d\.[0-5]\d(?:\.[0-5]\d)?)(?=$| )"
)
_END_OF_DAY = re.compile(r"(.{5,60}[ T,])24:([0-5]\d)(?::00)?")


YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# For the form of a date alone: neither the century of two digits nor what is still to come is asked.
ANY_DAY = date(2024, 6, 30)


def read_date(text: str, today: date) -> DateText | None:
    """What ``text`` can mean as a date, perhaps with a time of day; None where it is no date. 24:00 is the
    midnight at the end of its day, 24:30 half an hour later; of a span with an arrow its beginning counts.
    """
    text = with_korean_marks(text)
    if "→" in text and len(text) <= 2 * LONGEST:
        begun, ended = (read_date(part.strip(), today) for part in text.split("→", 1))
        with_end = begun is not None and (ended is not None or _ONLY_A_TIME.search(text))
        return replace(begun, said=_SPAN) if begun is not None and with_end else None
    if len(text) <= LONGEST and (found := _END_OF_DAY.fullmatch(text.strip())):
        begun = read_date(f"{found[1]}00:{found[2]}", today)
        if begun is None:
            return None
        by_day, by_month, by_year = (day and day + timedelta(days=1) for day in begun.readings)
        return replace(begun, readings=(by_day, by_month, by_year), end_of_day=found[2] == "00")
    if len(text) <= LONGEST and _DOTTED_CLOCK.search(text):
        text = _DOTTED_CLOCK.sub(lambda found: found[1] + found[2].replace(".", ":"), text)
    return _read_date(text, today)


def _read_date(text: str, today: date) -> DateText | None:
    if _ISO.fullmatch(text):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None
        return _settled(moment.date(), moment.time().replace(microsecond=0) if len(text) > 10 else None)
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found[1], found[3], found[4], today, dotted=found[2] == ".")
    if len(text) > LONGEST:
        return None
    words = plain(text)
    if _SERIAL.fullmatch(words):
        return from_serial(float(words.replace(",", ".")))
    if found := _COMPACT.fullmatch(words):
        at = _clock(int(found[4]), int(found[5])) if found[4] else None
        day = _date(int(found[1]), int(found[2]), int(found[3]))
        return _settled(day, at) if at or not found[4] else None
    if found := _ISO_WEEK.fullmatch(words):
        try:
            return _settled(date.fromisocalendar(int(found[1]), int(found[2]), int(found[3])))
        except ValueError:
            return None
    return _in_words(words, today)


def from_serial(serial: float) -> DateText | None:
    """A spreadsheet's day number, counted from 30 December 1899 (the 1900 system)."""
    if not 20000 <= serial < 80000:
        return None
    moment = datetime(1899, 12, 30) + timedelta(seconds=round(serial * 86400))
    return _settled(
        moment.date(),
        moment.time() if serial % 1 else None,
        said="a spreadsheet's day number, read as its date",
    )


def _settled(
    day: date | None, at: time | None = None, said: str | None = None, weekday: int | None = None
) -> DateText | None:
    return None if day is None else DateText((day, day, day), at, said=said, weekday=weekday)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _clock(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _full_year(digits: str, today: date) -> int | None:
    """Four digits as they stand; two are of this century up to ten years ahead.

    So a typing error stays in the future, where it is seen, and does not become a year of the last century.
    """
    if len(digits) == 4:
        return int(digits)
    if len(digits) == 2:
        return 2000 + int(digits) if int(digits) <= today.year % 100 + 10 else 1900 + int(digits)
    return None


def _numeric(
    first: str, second: str, third: str, today: date, dotted: bool = False, *, year_first: bool = False
) -> DateText | None:
    """``year_first``: written as a date that may well begin with the last two digits of its year."""
    one, two, three = int(first), int(second), int(third)
    if len(first) == 4:
        return _settled(_date(one, two, three) or _date(one, three, two)) if len(third) <= 2 else None
    if len(first) == 3 or len(third) == 3:
        return None
    last = _full_year(third, today)
    by_day = _date(last, two, one) if last else None
    by_month = _date(last, one, two) if last else None
    short = len(first) == 2 and dotted and (len(third) == 1 or year_first)
    leading = _full_year(first, today) if short or len(first) == len(second) == len(third) == 2 else None
    by_year = _date(leading, two, three) if leading else None
    if by_day is None and by_month is None and by_year is None:
        return None
    return DateText((by_day, by_month, by_year), dotted=dotted)


def _in_words(words: str, today: date) -> DateText | None:
    if (parts := japanese_date(words)) is not None:
        return _japanese(parts, today)
    words = words.replace("年", "-").replace("月", "-").replace("日", " ")
    at, words, said, next_day = take_time(words)
    if at is NO_TIME or _ODD.search(words):
        return None
    words = _BETWEEN_POINTS.sub(_month_between_points, words)
    tokens = _TOKEN.findall(words)
    numbers = [token for token in tokens if token.isdecimal()]
    names = [token for token in tokens if not token.isdecimal() and token not in _FILLING]
    months_known, weekdays_known = vocabulary("month"), vocabulary("weekday")
    months = [name for name in names if name in months_known]
    weekdays = [name for name in names if name in weekdays_known and name not in months_known]
    if len(months) + len(weekdays) != len(names):
        return None
    two_days = _two_days(months, numbers, tokens, today) if len(months) == 2 else None
    if two_days is None and len(months) == 2 and tokens[0] == months[0] in weekdays_known:
        weekdays.append(months.pop(0))  # "mar 3 mar 2020": mardi, or martes
    if len(months) == 1 and months[0] in weekdays_known and _WHOLE_DATE.search(words):
        weekdays, months = weekdays + months, []
    weekday = int(weekdays_known[weekdays[0]]) if weekdays else None
    if two_days is not None:
        read: DateText | None = two_days
    else:
        read = _with_month(months, numbers, tokens, today) if months else _with_numbers(numbers, words, today)
    if read is None:
        return None
    readings = tuple(day and day + timedelta(days=1) for day in read.readings) if next_day else read.readings
    return DateText(readings, at, read.yearless, weekday, read.dotted, said or read.said)  # type: ignore[arg-type]


def _month_between_points(found: re.Match[str]) -> str:
    """ "14. listopada 2025." as 14 October: Croatian writes both points, Polish (November) none."""
    month = vocabulary("month between points").get(found[2])
    return f"{found[1]} {month} {found[3]}" if month else found[0]


def _japanese(parts: JapaneseDate, today: date) -> DateText | None:
    year = _full_year(parts.year, today) if parts.year else _MONTH_DAY_LEAP_YEAR
    read = _worded(year, parts.month, parts.day, not parts.year)
    return read and replace(read, at=parts.at, weekday=parts.weekday)


_TWO_DAYS = "two days are named; the first is the evening"


def _two_days(months: list[str], numbers: list[str], tokens: list[str], today: date) -> DateText | None:
    """Two days that follow each other, each with its month: the first. None where they do not."""
    days, years = numbers, [str(_MONTH_DAY_LEAP_YEAR)]
    if len(numbers) == 4 and len(numbers[0]) <= 2:
        days, years = [numbers[0], numbers[2]], [numbers[1]]
    elif len(numbers) == 3:
        days, years = numbers[:2], [numbers[2]]
    elif len(numbers) == 2 and tokens[0] == months[0] in vocabulary("weekday"):
        return None  # "mar 3 mar 04": a weekday, a day, a month and a year
    if len(days) != 2 or max(map(len, days)) > 2:
        return None
    first_month, second_month = (int(vocabulary("month")[name]) for name in months)
    last = _full_year(years[0], today)
    over_new_year = (first_month, second_month) == (12, 1)
    if last is None:
        return None
    # The year behind both is that of the second day.
    year = last - (over_new_year and len(numbers) == 3)
    first = _date(year, first_month, int(days[0]))
    second = _date(year + over_new_year, second_month, int(days[1]))
    if first is None or second is None or second - first != timedelta(days=1):
        return None
    return _worded(year, first_month, first.day, len(numbers) == 2, _TWO_DAYS)


def _with_month(months: list[str], numbers: list[str], tokens: list[str], today: date) -> DateText | None:
    month = int(vocabulary("month")[months[0]])
    if len(months) != 1:
        return None
    if len(numbers) == 1 and len(numbers[0]) <= 2:
        return _worded(_MONTH_DAY_LEAP_YEAR, month, int(numbers[0]), True)
    said = None
    if (
        len(numbers) in (2, 3)
        and len(numbers[0]) <= 2
        and int(numbers[1]) == int(numbers[0]) + 1
        and (
            len(numbers) == 3
            or (
                tokens.index(months[0]) not in range(tokens.index(numbers[0]), _last(tokens, numbers[1]))
                and len(numbers[1]) <= 2
                and int(numbers[1]) != today.year % 100
            )
        )
    ):
        numbers, said = [numbers[0], *numbers[2:]], _TWO_DAYS
        if len(numbers) == 1:
            return _worded(_MONTH_DAY_LEAP_YEAR, month, int(numbers[0]), True, said)
    if len(numbers) != 2:
        return None
    year_text, day_text = (numbers[0], numbers[1]) if len(numbers[0]) == 4 else (numbers[1], numbers[0])
    if len(day_text) > 2:
        return None
    return _worded(_full_year(year_text, today), month, int(day_text), False, said)


def _last(tokens: list[str], token: str) -> int:
    return len(tokens) - 1 - tokens[::-1].index(token)


def _worded(
    year: int | None, month: int, day: int, yearless: bool, said: str | None = None
) -> DateText | None:
    found = _date(year, month, day) if year else None
    return None if found is None else DateText((found, found, found), yearless=yearless, said=said)


def _with_numbers(numbers: list[str], words: str, today: date) -> DateText | None:
    dotted = "." in words
    if len(numbers) == 3:
        korean = _KOREAN_POINTS.fullmatch(words.strip()) is not None
        return _numeric(numbers[0], numbers[1], numbers[2], today, dotted, year_first=korean)
    if len(numbers) == 2 and all(len(number) <= 2 for number in numbers):
        by_day = _date(_MONTH_DAY_LEAP_YEAR, int(numbers[1]), int(numbers[0]))
        by_month = _date(_MONTH_DAY_LEAP_YEAR, int(numbers[0]), int(numbers[1]))
        # Two bare numbers are a date only with a mark of one between them.
        if (by_day or by_month) and _DAY_AND_MONTH.fullmatch(_LETTERS.sub("", words).strip(" ,")):
            return DateText((by_day, by_month, None), yearless=True, dotted=dotted)
        return None
    if len(numbers) == 4 and len(numbers[0]) == 4 and int(numbers[3]) == int(numbers[2]) + 1:
        return _settled(_date(int(numbers[0]), int(numbers[1]), int(numbers[2])), said=_TWO_DAYS)
    if len(numbers) == 4 and int(numbers[1]) == int(numbers[0]) + 1:
        read = _numeric(numbers[0], numbers[2], numbers[3], today, dotted)
        return read and DateText(read.readings, dotted=dotted, said=_TWO_DAYS)
    if len(numbers) == 6:
        first = _numeric(numbers[0], numbers[1], numbers[2], today, dotted)
        second = _numeric(numbers[3], numbers[4], numbers[5], today, dotted)
        if first and second:
            readings = [
                one if one and two and two - one == timedelta(days=1) else None
                for one, two in zip(first.readings, second.readings, strict=True)
            ]
            if any(readings):
                return DateText((readings[0], readings[1], readings[2]), dotted=dotted, said=_TWO_DAYS)
    return None

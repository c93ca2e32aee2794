"""The dates in numbers, and the months and years without a day, that a clause tells of a change."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from analysis.journal.cells import alternatives, late_pattern, vocabulary
from analysis.journal.medicines.day_names import MONTHS
from analysis.journal.medicines.doses import UNIT, any_of

LONGEST_BACK = 60  # nights; further back the year is not plain
LONGEST_WITH_YEAR = 3660
_DAY_ONE = date(1970, 1, 1)

_ON = alternatives([*vocabulary("before the day of a change"), *vocabulary("from a day on")])
_OF = {
    kind: alternatives(word for word, said in vocabulary("change").items() if said == kind)
    for kind in ("start", "stop", "pause", "resume")
}
_ENDS = f"{_OF['stop']}|{_OF['pause']}"
_BEGINS = f"{_OF['start']}|{_OF['resume']}"
_PAIR = r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})"
_FREE = r"(?<![\w.,/:-])"
# "from 1/2 to 1", "on 1/2 tablet", "now on 1/2": a share of a tablet.
_NO_SHARE = "".join(rf"(?<!{word} )" for word in ("now", "put", "back", "am", "was", "went", "still"))
_END = rf"(?![\w/:-]|[.,]\d| ?(?:(?:to|auf|a|naar|till?|{UNIT}|half|pills?|tab[a-z]*|compr[a-z]*)\b))"
_NO_SCORE = "".join(rf"(?<!{word} )" for word in vocabulary("before a score"))
_ONLY_END = r"(?= ?[.)]?$)"

_FORMS = (
    late_pattern(
        rf"{_FREE}(?:(?:{_ON}) )?(?:(?P<whole>(?:19|20)\d\d)-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})"
        rf"|{_PAIR}(?P=mark)(?P<year>(?:20)?\d\d)){_END}"
    ),
    late_pattern(rf"(?<![a-z]){_NO_SHARE}(?:{_ON}) {_PAIR}{_END}"),
    late_pattern(rf"(?<![a-z])(?:{_ENDS})(?![a-z]) \(?{_PAIR}{_ONLY_END}"),
    late_pattern(rf"(?<![a-z])(?:{_ENDS})(?![a-z]).* \(?{_NO_SCORE}{_PAIR.replace('[/.-]', '/')}{_ONLY_END}"),
    late_pattern(rf"(?<![a-z])(?:{_BEGINS}) {_PAIR.replace('[/.-]', '/')}{_ONLY_END}"),
    late_pattern(rf"\d ?(?:{UNIT}) {_PAIR.replace('[/.-]', '/')}{_ONLY_END}"),
    late_pattern(rf"^{_PAIR.replace('[/.-]', '/')}:? (?=(?:{_ENDS}|{_BEGINS})(?![a-z]))"),
)
_SURE = 4  # of these forms a pair is a date, whether or not it is one of the last nights
_PAIR_ANYWHERE = late_pattern(r"\d[/.-]\d")
_LEADING = late_pattern(r"^ *(\d{1,2}\.\d{1,2})\.(?: ?:)? (?=[a-z])|^ *(\d{1,2}/\d{1,2}): (?=[a-z])")
_WITH_POINT = late_pattern(rf"(?<![\w.,])((?:{_ON}) \d{{1,2}}\.\d{{1,2}})\.(?= [a-z])")
_ABOUT = vocabulary("before the month of a change")
_A_MONTH = late_pattern(
    rf"(?<![a-z])(?:(?:{alternatives(_ABOUT)}) )+(?:{alternatives(MONTHS)})(?![a-z])(?! \d{{1,2}}(?!\d))"
    r"(?:,? '?\d{2,4})?"
)
_A_YEAR = late_pattern(
    rf"(?<![a-z])(?:(?:{alternatives(_ABOUT)}) )+(?:19|20)\d\d(?![\w./])|(?<![\w./])20[0-3][1-9](?= ?$)"
)
_BEFORE_A_YEAR = late_pattern(any_of(MONTHS) + r" ?$")


class DateTold(NamedTuple):
    """A clause without the date that it tells, and the night of it, counted from the one of the writing;
    None where it is not plain."""

    rest: str
    nights: int | None


def has_numbers(words: str) -> bool:
    """Whether plain words hold two numbers that could be a date."""
    return _PAIR_ANYWHERE.search(words) is not None


def with_dates_marked(text: str) -> str:
    """A plain sentence whose dates keep their last point, or their colon, from ending a clause."""
    if not has_numbers(text):
        return text
    text = _LEADING.sub(lambda found: f"on {found[1] or found[2]} ", text)
    return _WITH_POINT.sub(r"\1 ", text)


def numbers_told(clause: str, written: int | None) -> DateTold | None:
    """A plain ``clause`` without a date in numbers, where it tells one ("stopped on 3/3"). Of two numbers of
    which each may be the month the one is taken that gives one of the last nights, if only one does.
    ``written``: the night of the writing, in days since 1970-01-01.

    >>> numbers_told("simvastatin stopped 3/3", (date(2026, 3, 5) - date(1970, 1, 1)).days)
    DateTold(rest='simvastatin stopped', nights=-2)
    """
    if not has_numbers(clause):
        return None
    for at, form in enumerate(_FORMS):
        if (found := form.search(clause)) is None:
            continue
        nights = {0} if written is None else _nights(found, written)
        if at >= _SURE and (written is None or not nights):
            continue  # the strengths of a combination: "Coveram started 5/10"
        parts = [name for name in ("whole", "one") if found.groupdict().get(name)]
        begin = found.start() if at < 2 else found.start(parts[0])
        ends = max(found.end(name) for name, value in found.groupdict().items() if value)
        rest = f"{clause[:begin]} {clause[ends:].lstrip(':')}"
        return DateTold(" ".join(rest.split()), nights.pop() if len(nights) == 1 else None)
    return None


def month_told(clause: str) -> str | None:
    """A plain ``clause`` without the month or the year that it tells of a change, without a day; None where
    it tells none.

    >>> month_told("started amlodipine in may"), month_told("started metformin 2000")
    ('started amlodipine', None)
    """
    found = _A_MONTH.search(clause) or _A_YEAR.search(clause)
    if found is None or _BEFORE_A_YEAR.search(clause[: found.start()]):
        return None
    return " ".join(f"{clause[: found.start()]} {clause[found.end() :]}".split())


def _nights(found: re.Match[str], written: int) -> set[int]:
    """The nights that a date could be, up to the one of the writing and counted from it."""
    told = found.groupdict()
    if whole := told.get("whole"):
        orders = [(int(told["day"]), int(told["month"]))]
    else:
        one, two = int(told["one"]), int(told["two"])
        orders = [(one, two)] if told["mark"] == "." else [(one, two), (two, one)]
    year = whole or told.get("year")
    nights = {_back(day, month, int(year) if year else None, written) for day, month in orders}
    return {night for night in nights if night is not None}


def _back(day: int, month: int, year: int | None, written: int) -> int | None:
    now = _DAY_ONE + timedelta(days=written)
    years = [now.year, now.year - 1] if year is None else [year + 2000 if year < 100 else year]
    longest = LONGEST_BACK if year is None else LONGEST_WITH_YEAR
    for each in years:
        try:
            back = (now - date(each, month, day)).days
        except ValueError:
            continue
        if 0 <= back <= longest:
            return -back
    return None

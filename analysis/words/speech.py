"""How a number, a range, a date and a list are said, in everyday and in clinical wording.

Every sentence of this package is plain text, and text out of a person's file stands in it untouched. Whoever
shows a sentence where Markdown or HTML is read passes it through :func:`markdown` first.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from analysis.findings import Finding
from analysis.measures import FULL_WEEKDAYS, MONTHS, Rate

Wording = Literal["everyday", "clinical"]
Anchor = Literal["summary", "hydration", "activity", "medication", "nights", "together", "journal", "keep"]

WEEKDAYS = tuple(name[:3] for name in FULL_WEEKDAYS)

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=@/])")
# Streamlit looks for these in the finished text too, where no escape is left: emoji, links, addresses.
_FOUND_LATER = re.compile(r":(?=[\w+-]+:|//)|@(?=[-\w])|www(?=\.)", re.IGNORECASE)
_BEFORE_PERCENT = re.compile(r"(?<=\d) (?=%)")
# Controls (C0 and C1) and marks of direction.
_STEERS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WORD_JOINER = "\u2060"
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Sentence:
    """A sentence in two parts, the first to be set bold, and the tab that shows what it says.

    ``lead`` may be empty. ``source`` is the page or paper behind ``rest``, empty where that is the journal.
    ``key`` names what is said where that decides how it is shown; ``finding`` is what is said of the review,
    None where it is none of its findings. ``details`` is the same in full, with its nights and ranges, where
    the sentence is only one line of it.
    """

    lead: str
    rest: str
    anchor: Anchor
    source: str = ""
    key: str = ""
    finding: Finding | None = None
    details: str = ""

    @property
    def text(self) -> str:
        """The whole as one plain line."""
        return f"{self.lead} {self.after_lead}".strip()

    @property
    def after_lead(self) -> str:
        """All but the lead: the rest, and its source."""
        return f"{self.rest} (Source: {self.source})" if self.source else self.rest


def unbroken(text: str) -> str:
    """``text`` with a space before a per cent sign that does not break at the end of a line."""
    return _BEFORE_PERCENT.sub("\u00a0", text)


def one_line(text: str) -> str:
    """``text`` on one line, with a sign in place of every character that would steer a terminal or turn the
    direction of what follows.
    """
    return _STEERS.sub("\ufffd", " ".join(text.split()))


def markdown(text: str) -> str:
    """``text`` on one line, with everything escaped that Markdown, HTML or Streamlit would read as markup.

    A word joiner, which nobody sees, parts what Streamlit would turn into an emoji or a link after that.
    """
    parted = _FOUND_LATER.sub(lambda found: found[0] + _WORD_JOINER, one_line(text))
    return _MARKUP.sub(r"\\\1", unbroken(parted))


def count(number: float, noun: str, plural: str | None = None) -> str:
    """``1 night``, ``2 nights``, ``1,204 nights``."""
    whole = _half_up(number)
    return f"{whole:,} {noun if whole == 1 else plural or noun + 's'}"


def in_words(number: int) -> str:
    """Whole numbers up to ten in words, others in figures."""
    return _NUMBER_WORDS[number] if 0 <= number < len(_NUMBER_WORDS) else f"{number:,}"


def listing(parts: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def capital(text: str) -> str:
    """``text`` with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def full_stop(text: str) -> str:
    """``text`` with a full stop, unless it ends with one."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def day(when: date, *, month: bool = True, year: bool = True) -> str:
    """``29 June 2025``: in English whatever the language of the machine."""
    return f"{when.day}" + (f" {MONTHS[when.month - 1]}" if month else "") + (f" {when.year}" if year else "")


def short_day(when: date, *, month: bool = True, year: bool = True) -> str:
    """``29 Jun 2025``, for tables and boxes."""
    return (
        f"{when.day}"
        + (f" {MONTHS[when.month - 1][:3]}" if month else "")
        + (f" {when.year}" if year else "")
    )


def between(first: date, last: date) -> str:
    """``3 to 11 May 2025``, ``28 April to 4 May 2025``, ``3 May 2025``; both ends are included."""
    if first == last:
        return day(first)
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    return f"{day(first, month=not same_month, year=not same_year)} to {day(last)}"


def days(nights: Sequence[date], most: int = 3) -> str:
    """``3 and 4 August 2025``; of more than ``most``: ``between 3 March and 12 May 2025``."""
    ordered = sorted(nights)
    if len(ordered) > most:
        return "between " + between(ordered[0], ordered[-1]).replace(" to ", " and ")
    parts = []
    for night, following in zip(ordered, [*ordered[1:], None], strict=True):
        same_year = following is not None and night.year == following.year
        same_month = same_year and following is not None and night.month == following.month
        parts.append(day(night, month=not same_month, year=not same_year))
    return listing(parts)


def clock(hour: float) -> str:
    """``03:10`` for 3.17 [h], to the nearest 10 minutes."""
    minutes = _half_up(hour * 6) * 10 % 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def decimal(value: float, places: int = 1) -> str:
    """Rounded half up, without a trailing ``.0`` and never ``-0``; thousands are marked."""
    scaled = math.floor(abs(value) * 10**places + 0.5 + 1e-9) / 10**places
    text = f"{math.copysign(scaled, value) if scaled else 0.0:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def about(value: float) -> float:
    """A number of thousands in two digits, as one would say it of days that are never alike; a smaller one as
    it is.

    >>> about(9097), about(12345), about(480)
    (9100.0, 12000.0, 480)
    """
    if abs(value) < 1000:
        return value
    grain = 10.0 ** (math.floor(math.log10(abs(value))) - 1)
    return nearest(value, grain)


def nearest(value: float, grain: float) -> float:
    """The multiple of ``grain`` that lies nearest; half way, the higher one."""
    return math.floor(value / grain + 0.5) * grain


def percent(share: float) -> str:
    """A share [0 to 1] in whole per cent; 0 % and 100 % only where it is that."""
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{decimal(100 * share, 0)} %"


def places_for(rates: Iterable[Rate]) -> int:
    """Decimals [0 or 1] for the rates of one sentence: none where whole numbers come close and stay apart.

    A whole number comes close when it is within 15 % of a rate, and a limit is not under three quarters. No
    range loses an end by it, and no two rates come further apart by half a cramp: 5.4 against 5.6 is not 5
    against 6.
    """
    given = list(rates)
    points = [rate.per_week for rate in given if rate.per_week is not None]
    ends = [end for rate in given for end in (rate.low, rate.high) if end is not None]
    close = all(abs(_half_up(value) - value) <= 0.15 * value for value in points)
    apart = len({_half_up(value) for value in points}) == len(set(points))
    ranged = all(map(_keeps_its_range, given))
    ordered = sorted(points)
    moved = [_half_up(high) - _half_up(low) - (high - low) for low, high in pairwise(ordered)]
    apart = apart and all(further < 0.5 for further in moved)
    return 0 if close and apart and ranged and all(value == 0 or value >= 0.75 for value in ends) else 1


def _keeps_its_range(rate: Rate) -> bool:
    """Whether a rate and its two ends are still three numbers when they are whole."""
    ends = [end for end in (rate.low, rate.per_week, rate.high) if end is not None]
    return len({_half_up(end) for end in ends}) == len(set(ends))


def per_week(rate: Rate, wording: Wording, places: int | None = None) -> str:
    """``about 2 a week (1 to 3)``, ``1.8/week (95 % CI 0.9 to 3.2)``. A refused rate is never said."""
    if rate.per_week is None:
        raise ValueError("a rate that was refused cannot be said")
    if wording == "clinical":
        return f"{fixed(rate.per_week)}/week ({limits(rate.low, rate.high, wording)})"
    digits = places_for([rate]) if places is None else places
    if rate.per_week == 0:
        return f"none ({limits(rate.low, rate.high, wording, digits)} a week)"
    number = _rounded(rate.per_week, digits)
    about = "" if number.startswith("under") else "about "
    return f"{about}{number} a week ({limits(rate.low, rate.high, wording, digits)})"


def cramps_a_week(rate: float) -> str:
    """``5.1 cramps a week``, ``1 cramp a week``."""
    number = decimal(rate)
    return f"{number} {'cramp' if number == '1' else 'cramps'} a week"


def weekly(rate: Rate) -> str:
    """With one decimal, as the row of figures has it; no cramp at all is a plain 0."""
    return fixed(rate.per_week or 0.0) if rate.cramps else "0"


def counts_of_two(
    first: Rate,
    second: Rate,
    wording: Wording,
    *,
    nights: str = "",
    on: str = "",
    off: str = " before",
    places: int | None = None,
) -> str:
    """The cramps and nights of two stretches, and what each comes to a week, without ranges, which belong to
    their ratio: ``24 cramps in 44 nights, 67 in 45 before (3.8 a week against 10.4)``.

    nights : the number of the first in words, where more is said of it than ``44 nights``; on, off : what
        follows each number of nights; places : decimals, None for as few as do. A refused rate is never said.
    """
    many = f"{count(first.cramps, 'cramp')} in {nights or count(first.nights, 'night')}{on}"
    other = f"{_half_up(second.cramps):,} in {second.nights:,}{off}"
    if first.per_week is None or second.per_week is None:
        raise ValueError("a rate that was refused cannot be said")
    if wording == "clinical":
        return f"{many} v {other} ({fixed(first.per_week)} v {fixed(second.per_week)}/week)"
    points = [Rate(rate.nights, rate.cramps, rate.per_week) for rate in (first, second)]
    digits = places_for(points) if places is None else places
    one, two = (_rounded(rate.per_week or 0.0, digits) for rate in points)
    return f"{many}{',' if off else ' against'} {other} ({one} a week against {two})"


def limits(low: float | None, high: float | None, wording: Wording, places: int = 1) -> str:
    """``1 to 3`` or ``95 % CI 0.9 to 3.2``; says so where no range could be given."""
    if low is None or high is None:
        return "no range can be given"
    if wording == "clinical":
        return f"95 % CI {fixed(low, places)} to {fixed(high, places)}"
    kept = 1 if any(0 < value < 0.75 for value in (low, high)) else places
    return f"{_rounded(low, kept)} to {_rounded(high, kept)}"


def ends(low: float | None, high: float | None, places: int = 1) -> str | None:
    """``0.86 to 1.02``; open at one end ``0.86 or more``; None where no range is known."""
    if low is None and high is None:
        return None
    if low is None:
        return f"up to {fixed(high or 0.0, places)}"
    return (
        f"{fixed(low, places)} or more" if high is None else f"{fixed(low, places)} to {fixed(high, places)}"
    )


def fixed(value: float, places: int = 1) -> str:
    """With exactly ``places`` decimals, as clinicians have it; ``<0.1`` rather than a false nought."""
    if 0 < value < 0.5 * 10**-places:
        return f"<{10**-places:.{places}f}"
    return f"{value + 1e-9:,.{places}f}"  # half up, as decimal() has it


def _rounded(value: float, places: int) -> str:
    return "under 0.1" if places and 0 < value < 0.05 else decimal(value, places)


def _half_up(value: float) -> int:
    return math.floor(value + 0.5 + 1e-9)

"""How a number, a range, a date and a name are said, in everyday and in clinical wording.

Every sentence of this package is plain text; text out of a person's file stands in it untouched. Whoever shows a
sentence where Markdown or HTML is read passes it through :func:`markdown` first.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analysis.measures.results import Rate

Wording = Literal["everyday", "clinical"]
Volume = Literal["mL", "fl oz", "glasses"]
Anchor = Literal["summary", "hydration", "activity", "medication", "nights", "together", "journal"]

MILLILITRES_PER_FLUID_OUNCE = 29.5735295625  # US customary fluid ounce
GLASS_ML = 250.0

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Sentence:
    """A sentence in two parts, the first to be set bold, and the tab that shows what it says.

    ``source`` is the page or paper that ``rest`` repeats, empty where the journal itself is the source.
    """

    lead: str
    rest: str
    anchor: Anchor
    source: str = ""

    @property
    def text(self) -> str:
        """The whole sentence as one plain line."""
        return f"{self.lead} {self.rest}".strip() + (f" (Source: {self.source})" if self.source else "")


def markdown(text: str) -> str:
    """``text`` with every character escaped that Markdown, HTML or Streamlit would read as markup."""
    escaped = _MARKUP.sub(r"\\\1", text.replace("\u2028", " ").replace("\u2029", " "))
    return re.sub(r"\s*\n\s*", " ", escaped)


def count(number: float, noun: str, plural: str | None = None) -> str:
    """``1 night``, ``2 nights``, ``1,204 nights``."""
    whole = round(number)
    return f"{whole:,} {noun if whole == 1 else plural or noun + 's'}"


def in_words(number: int) -> str:
    """Small whole numbers as words, others in figures."""
    return _NUMBER_WORDS[number] if 0 <= number < len(_NUMBER_WORDS) else f"{number:,}"


def listing(parts: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def capital(text: str) -> str:
    """``text`` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def day(when: date, *, year: bool = True) -> str:
    """``29 June 2025``; the months in English whatever the machine's own language."""
    months = (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    )  # fmt: skip
    return f"{when.day} {months[when.month - 1]}" + (f" {when.year}" if year else "")


def days(nights: Sequence[date], most: int = 3) -> str:
    """``3 and 4 August 2025``-like listing of nights; beyond ``most`` the first, the last and how many."""
    if not nights:
        return ""
    ordered = sorted(nights)
    if len(ordered) > most:
        return f"from {day(ordered[0])} to {day(ordered[-1])}"
    same_year = len({night.year for night in ordered}) == 1
    return listing([day(n, year=not same_year or n == ordered[-1]) for n in ordered])


def clock(hour: float) -> str:
    """``03:10`` for 3.17 [h], to the nearest 10 minutes."""
    minutes = round(hour * 6) * 10 % 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def decimal(value: float, places: int = 1) -> str:
    """Rounded half up, without a trailing ``.0`` and never as ``-0``; thousands marked."""
    scaled = math.floor(abs(value) * 10**places + 0.5 + 1e-9) / 10**places
    text = f"{math.copysign(scaled, value) if scaled else 0.0:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def places_for(rates: Iterable[Rate]) -> int:
    """Decimals [0 or 1] for rates that stand in one sentence: none where whole numbers tell them apart and come close.

    A whole number comes close when it is within 15 % of the rate and no limit above nought becomes nought.
    """
    points = [rate.per_week for rate in rates if rate.per_week is not None]
    limits = [limit for rate in rates for limit in (rate.low, rate.high) if limit is not None]
    close = all(value == 0 or abs(_half_up(value) - value) <= 0.15 * value for value in points)
    apart = len({_half_up(value) for value in points}) == len(set(points))
    kept = all(value == 0 or value >= 0.5 for value in [*points, *limits])
    return 0 if close and apart and kept else 1


def _half_up(value: float) -> int:
    return math.floor(value + 0.5 + 1e-9)


def per_week(rate: Rate, wording: Wording, places: int | None = None) -> str:
    """``about 2 a week (1 to 3)``, ``1.8/week (95 % CI 0.9 to 3.2)``. The rate must have been given."""
    assert rate.per_week is not None, "a refused rate is never said"
    if wording == "clinical":
        return f"{_fixed(rate.per_week)}/week ({limits(rate.low, rate.high, 'clinical', 1)})"
    digits = places_for([rate]) if places is None else places
    if rate.per_week == 0:
        return f"none ({limits(rate.low, rate.high, wording, digits)} a week)"
    return f"about {_rounded(rate.per_week, digits)} a week ({limits(rate.low, rate.high, wording, digits)})"


def limits(low: float | None, high: float | None, wording: Wording, places: int = 1) -> str:
    """``1 to 3`` or ``95 % CI 0.9 to 3.2``; says so where no range could be given."""
    if low is None or high is None:
        return "no range can be given"
    if wording == "clinical":
        return f"95 % CI {_fixed(low, places)} to {_fixed(high, places)}"
    if places == 0 and any(0 < value < 0.5 for value in (low, high)):
        places = 1
    return f"{_rounded(low, places)} to {_rounded(high, places)}"


def _fixed(value: float, places: int = 1) -> str:
    if 0 < value < 0.5 * 10**-places:
        return f"<{10**-places:.{places}f}"
    return f"{value:,.{places}f}"


def _rounded(value: float, places: int) -> str:
    if places and 0 < value < 0.05:
        return "under 0.1"
    return decimal(value, places)


def percent(share: float) -> str:
    """A share [0 to 1] as whole per cent; never 0 or 100 % unless it is."""
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{decimal(100 * share, 0)} %"

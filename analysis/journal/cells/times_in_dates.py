"""The time of day that stands in the text of a date: "14 March 2025 at 02:10 CET"."""

import re
from datetime import time

from analysis.journal.cells.values import plain

# What the local clock is called beside a time: it tells the zone, and the time stands as it is.
ZONE_WORDS = (
    "(?:ces?t|mes?t|mesz|mez|bst|ist|[ecmpa]e?[sd]t|(?:ak|h)[sd]t|we?s?t|ees?t|msk|trt|jst|nz[sd]t"
    "|a[cew][sd]t|sast)"
)
_TIME = re.compile(
    r"(?:\b(?:um|at|kl|a las|vers)\b ?|(?<=\d)t(?=\d\d:)|\b)(?P<hour>\d{1,2})"
    r"(?:[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"|[.](?P<dotted>\d{2})(?= ?(?:uhr|[ap]\.?m))|(?= ?(?:uhr|[ap]\.?m\b|o'clock)))"
    r" ?(?P<half>[ap](?=\.?m\b|\b))?(?:(?<=[ap])\.?m\b\.?)? ?(?:uhr\b|h\b|o'clock)?"
    r" ?(?P<utc>z\b|utc\b|gmt\b)?"
    rf"(?:{ZONE_WORDS}\b)?"
    r" ?(?P<offset>[+-]\d{1,2}(?::?\d{2})?\b)?"
    r"(?: ?[\[(](?:(?:utc|gmt) ?[+-]\d{1,2}(?::?\d{2})?|[a-z_]+(?:/[a-z_]+)?|[a-z]+(?: [a-z]+){1,4})[\])])?"
)
NO_TIME = time(0, 0, 1, 1)  # what stands there is a time that no clock shows


_SPACED_HALF = re.compile(r"(?<![a-z])([ap])\. m\b\.?")
_HALF_BEFORE = {plain(word): "am" for word in ("午前", "오전", "上午")} | {
    plain(word): "pm" for word in ("午後", "오후", "下午")
}
_HALF_FIRST = re.compile(rf"({'|'.join(_HALF_BEFORE)}) ?(\d{{1,2}}(?::\d{{2}}){{0,2}})(?!\d|時|时|시)")


def with_halves_behind(words: str) -> str:
    """Plain words with the half of the day as "am" or "pm" behind its time: "2:10 a. m.", "午後11:45"."""
    words = _SPACED_HALF.sub(r"\1m", words)
    return _HALF_FIRST.sub(lambda found: f"{found[2]} {_HALF_BEFORE[found[1]]}", words)


def take_time(words: str) -> tuple[time | None, str, str | None, bool]:
    """The time of day in ``words``, what is left of them, what to say of it, and whether it was 24:00."""
    words = with_halves_behind(words)
    found = _TIME.search(words)
    if found is None:
        return None, words, None, False
    hour, minute, second = (
        int(found["hour"]),
        int(found["minute"] or found["dotted"] or 0),
        int(found["second"] or 0),
    )
    if found["half"] and hour <= 12:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    next_day = hour == 24 and minute == second == 0
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    if minute > 59 or second > 59 or (hour > 23 and not next_day):
        return NO_TIME, rest, None, False
    said = None
    if found["utc"] and not found["offset"]:
        said = "the time is said to be UTC and no zone is given; read as it stands"
    return time(0 if next_day else hour, minute, second), rest, said, next_day

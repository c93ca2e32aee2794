"""How a time of day stands in a sentence: what is plainly one, and what stands before and behind it."""

import re

from analysis.journal.cells.words import alternatives, words_of


def _any_of(kind: str) -> str:
    return alternatives(words_of(kind))


_MARKS = _any_of("behind a clock time")
AFTER_HOUR = rf"(?:{_MARKS}|{_any_of('behind an hour')})\b"
HALF_OF_DAY = r"[AaPp]\.? ?[Mm]\b\.?"
AM_OR_PM = r"(?: ?[ap]\.?m\.?)?"  # behind the time of a cell or a stamp, in either case, where it is there
_ONE_CLOCK = re.compile(rf"\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?{AM_OR_PM}", re.IGNORECASE)
EARLY = rf" ?(?:{_any_of('early half of the day')})\b"
LATE = rf" ?(?:{_any_of('late half of the day')})\b"
# Plainly a time without a word before it; "3 h" may be a length.
CLOCK = (
    rf"\d{{1,2}}(?:[:.h]\d{{2}})? ?{HALF_OF_DAY}|\d{{1,2}}[:hu]\d{{2}}(?: ?(?:{_MARKS}))?|"
    rf"\d{{1,2}}(?:\.\d{{2}})? ?(?:{_MARKS})\b"
)
BEFORE_CLOCK = rf"(?:(?:\b(?:{_any_of('before a clock time')})\b\.?|@|~|\ba(?= ?\d{{1,2}} ?h)) ?)"
# An hour behind a word that says that it is one: "om 3 uur", "at 3", "vers 4 h du matin".
HOUR_TOLD = (
    rf"\d{{1,2}}(?:(?: ?{AFTER_HOUR})?(?:{EARLY}|{LATE})|"
    rf" ?{AFTER_HOUR}|(?![\d:.,/%]| ?[^\W\d_]{{1,8}}\b))"
)
# Behind a word that says nothing else ("at", "kl") it is one also before other words: "at 3 with cramp".
HOUR_SURELY = (
    rf"\b(?:{_any_of('before a clock time and nothing else')})\b\.? ?(\d{{1,2}})"
    rf"(?![\d:.,/%]| ?(?:{_any_of('behind a number of cramps')}|{_any_of('unit of a length')})\b)"
)


def is_one_clock(text: str) -> bool:
    """Whether a text is a clock time with its minutes, and nothing else.

    >>> is_one_clock("2:10 am"), is_one_clock("02.10"), is_one_clock("2"), is_one_clock("02.10.25")
    (True, True, False, False)
    """
    return _ONE_CLOCK.fullmatch(text) is not None

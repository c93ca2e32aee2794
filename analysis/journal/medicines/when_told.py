"""How long before or after the night of the writing a change was, by words such as "two weeks ago"."""

from analysis.journal.cells import alternatives, late_pattern, vocabulary
from analysis.journal.medicines.days_told import DAY_WORDS, day_told
from analysis.journal.medicines.doses import any_of

_NIGHTS = {word: int(kind) for word, kind in vocabulary("length of time back").items() if word != kind}
_NUMBERS = {
    word: int(kind)
    for word, kind in vocabulary("number of tablets").items()
    if kind.isdecimal() and word != kind
} | {"einer": 1, "einem": 1}
_LENGTH = rf"(\d{{1,3}}|{alternatives(_NUMBERS)}) ({alternatives(_NIGHTS)})(?![a-z])"


def _words(place: str) -> str:
    return any_of(word for word, where in vocabulary("time back").items() if where == place != word)


_AGO = (
    late_pattern(rf"{_words('before it')} (?:{_LENGTH})"),
    late_pattern(rf"(?<![\w.,])(?:{_LENGTH}) {_words('after it')}"),
)
_SOME_TIME = late_pattern(any_of(vocabulary("some time back")))
_LAST = late_pattern(any_of(vocabulary("last of a medicine")) + r"(?! \d)")
_RUN = late_pattern("[a-z]+")
# The longest word of each phrase: one of these is in each text that tells of an earlier day.
TIME_BACK_WORDS = frozenset(
    max(reversed(_RUN.findall(phrase)), key=len)
    for kind in ("some time back", "time back")
    for phrase in vocabulary(kind)
).union(DAY_WORDS)
_YEAR = 366  # nights; what is further back is told roughly


def without_time_back(clause: str, written: int | None = None) -> tuple[str, int | None]:
    """A plain ``clause`` without its "two weeks ago" or "on Tuesday", and the night of its change, counted
    from the one of the writing (``written`` counts days since 1970-01-01); None where it was another night
    and the words do not say which.

    >>> without_time_back("stopped quinine a week ago")
    ('stopped quinine', -7)
    >>> without_time_back("stopped quinine last month")[1] is None
    True
    """
    for pattern in _AGO:
        if found := pattern.search(clause):
            number = int(found[1]) if found[1].isdecimal() else _NUMBERS[found[1]]
            nights = number * _NIGHTS[found[2]]
            rest = f"{clause[: found.start()]} {clause[found.end() :]}"
            return " ".join(rest.split()), -nights if nights <= _YEAR else None
    if _SOME_TIME.search(clause):
        return clause, None
    later = 1 if _LAST.search(clause) else 0
    if (told := day_told(clause, written)) is not None:
        return told[0], None if told[1] is None else told[1] + later
    return clause, later

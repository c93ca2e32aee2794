"""One medicine for another: switched, replaced by, instead of, in the word order of several languages."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from analysis.journal.cells import late_pattern, vocabulary
from analysis.journal.medicines.doses import any_of
from analysis.journal.medicines.statements import Change


def _words_of(kind: str, meaning: str) -> list[str]:
    return [word for word, meant in vocabulary(kind).items() if meant == meaning]


EXCHANGE_WORDS = tuple(vocabulary("exchange"))
_CHANGED = any_of(_words_of("exchange", "changed"))
_REPLACED = any_of(_words_of("exchange", "replaced"))
_INSTEAD = any_of(_words_of("exchange", "instead of"))
_FROM = any_of(vocabulary("from an old medicine"))
_TO = any_of(vocabulary("to a new medicine"))
_BY = any_of(vocabulary("by a new medicine"))
_NOW = any_of(vocabulary("now"))
_WAS = rf"(?: {any_of(vocabulary('auxiliary'))})*"
_OLD = "(?P<stop>.{2,60}?)"
_NEW = "(?P<start>.{2,60}?)"
_FORMS = tuple(
    map(
        late_pattern,
        (
            rf"{_CHANGED} {_FROM} {_OLD} {_TO} {_NEW}$",
            rf"(?:^|.* ){_FROM} {_OLD} {_TO} {_NEW} {_CHANGED}",
            rf"{_REPLACED} {_OLD} {_BY} {_NEW}$",
            rf"^{_OLD}{_WAS} {_BY} {_NEW} {_REPLACED}",
            rf"^{_OLD}{_WAS} {_REPLACED}{_WAS} {_BY} {_NEW}$",
            rf"^{_INSTEAD} {_OLD} {_NOW} {_NEW}$",
            rf"^{_NEW} {_INSTEAD} {_OLD}$",
        ),
    )
)
# "changed the furosemide to the morning": only where both are the names of medicines.
_UNSURE = late_pattern(rf"{_CHANGED} {_OLD} (?:{_TO}|{_BY}) {_NEW}$")


class Exchange(NamedTuple):
    """Words of the new and the old medicine, each with its change, in the order in which they stand;
    ``sure``: whatever the two are, one was taken for the other."""

    told: tuple[tuple[Change, str], ...]
    sure: bool


def exchanges_in(clause: str) -> Iterator[Exchange]:
    """Each way in which a plain clause could tell that one medicine was taken for another, the surest first.

    >>> [one.told for one in exchanges_in("furosemide replaced by torasemide 10 mg")]
    [(('stop', 'furosemide'), ('start', 'torasemide 10 mg'))]
    >>> [one.told for one in exchanges_in("rosuvastatin 10 mg instead of simvastatin")]
    [(('start', 'rosuvastatin 10 mg'), ('stop', 'simvastatin'))]
    """
    for pattern in (*_FORMS, _UNSURE):
        found = pattern.search(clause)
        if found is None or found["stop"][0].isdecimal():
            continue
        kinds: tuple[Change, ...] = ("start", "stop") if found.start("start") < found.start("stop") else (
            "stop", "start")  # fmt: skip
        yield Exchange(tuple((kind, found[kind].strip()) for kind in kinds), pattern is not _UNSURE)


_BESIDE_THE_OLD = tuple(
    late_pattern(rf"{words} (.{{2,60}})$")
    for words in (f"{_CHANGED} {_TO}", f"{_REPLACED} {_BY}", "(?:-+>|=>|→)")
)
_BESIDE_THE_NEW = tuple(late_pattern(rf"{words} (.{{2,60}})$") for words in (f"{_CHANGED} {_FROM}", _INSTEAD))


def exchange_beside(said: str) -> tuple[Change, str] | None:
    """What a plain cell beside the name of a medicine tells of another one, and its words: that it was
    started for the one named ("switched to atorvastatin 20 mg"), or stopped for it ("instead of
    simvastatin"). None where it tells of no other; whether that is a medicine, its reader has to see.
    """
    for change, patterns in (("start", _BESIDE_THE_OLD), ("stop", _BESIDE_THE_NEW)):
        for pattern in patterns:
            if (found := pattern.search(said)) and not found[1][0].isdecimal():
                return cast(Change, change), found[1].strip()
    return None

"""What a cell that holds nothing but a change says: "Ende", "tapered off", "stopped temporarily"."""

from analysis.journal.cells import late_pattern, plain, vocabulary, words_of
from analysis.journal.medicines.doses import any_of
from analysis.journal.medicines.statements import CHANGES, Change

_CHANGES: dict[str, Change] = {word: change for change in CHANGES for word in words_of(change)}
# Under a heading that is not known they may say something else: "Side effects: none".
_SURE = frozenset({*_CHANGES, *CHANGES}) - frozenset(words_of("change only under its heading"))
_FOR_A_TIME = late_pattern(any_of(words_of("for a time")))
_NOT_YET = late_pattern(any_of(words_of("not changed yet")))
_BESIDE = late_pattern(r"[(\[].*|[:;,]? - .*|[;:].*")  # a reason behind the word


def change_in_cell(cell: str) -> Change | None:
    """The change that a cell says in one word or phrase, with or without a reason behind it; None where it
    says none of those known, or none that was made yet.

    >>> change_in_cell("Ende"), change_in_cell("stopped (rash)"), change_in_cell("planned to start")
    ('stop', 'stop', None)
    """
    words = _bare(plain(cell))
    found = _CHANGES.get(words) or _CHANGES.get(_bare(_BESIDE.sub("", words)))
    return found and for_a_time(cell, found)


def for_a_time(cell: str, change: Change) -> Change:
    """A change that a cell tells; a stop "for now" is a pause."""
    return "pause" if change == "stop" and _FOR_A_TIME.search(plain(cell)) else change


def is_not_made_yet(cell: str) -> bool:
    """Whether a cell says that a change was only planned, or not made: "not started"."""
    return _NOT_YET.search(plain(cell)) is not None


def goes_on(cell: str) -> bool:
    """Whether a cell says that a medicine is still taken: "ongoing"."""
    return _bare(plain(cell)) in vocabulary("open end")


def is_no_change(cell: str) -> bool:
    """Whether a cell says that nothing changed, where a dose stands beside it: "none"."""
    return _bare(plain(cell)) in words_of("no change beside a dose")


def is_surely_a_change(cell: str) -> bool:
    """Whether a plain cell is a change whatever its heading asks."""
    return _bare(cell) in _SURE


def _bare(words: str) -> str:
    return words.strip(" .:!")

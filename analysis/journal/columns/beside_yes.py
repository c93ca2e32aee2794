"""Columns that may say how many cramps there were, beside one that says only whether there were any."""

from collections.abc import Iterable, Sequence

from analysis.journal.cells import pattern_of, plain, read_yes_no, vocabulary, words_of
from analysis.journal.columns.about_cramps import speaks_of_cramps
from analysis.journal.columns.numbers_of_things import counts_things
from analysis.journal.columns.plans import Draft
from analysis.journal.tables import RawTable, heading_words

_MOST_DIGITS = 2
_FEWEST_NUMBERED = 2
_MOST_A_NIGHT = 12  # of what a person would call a number of cramps without a word for it
_FEW_A_NIGHT = 5  # where the number stands only on nights with more than one


def is_yes_no(draft: Draft, table: RawTable) -> bool:
    """Whether a column only says whether there were cramps, so that another may say how many."""
    cells = {plain(cell) for cell in table.different(draft.plan.position) if cell}
    return bool(cells) and all(read_yes_no(cell).value is not None and not cell.isdecimal() for cell in cells)


def only_says_whether(draft: Draft, table: RawTable) -> bool:
    """Whether a column says of each night only whether there were cramps, in words, ticks or as 0 and 1."""
    return is_yes_no(draft, table) or {*filter(None, table.different(draft.plan.position))} == {"0", "1"}


def answers_by(draft: Draft, beside: Draft, table: RawTable) -> bool:
    """Whether one column says yes just where another has numbers, of which some are above 1."""
    return _count(_says_yes(draft, table), _numbers(beside, table))


def number_beside_yes(drafts: Sequence[Draft], table: RawTable) -> str:
    """The heading of a column that is not known and may say how many cramps there were, where another says
    only whether there were any: it holds whole numbers, and only where the answer is yes; or it does so
    together with others, as one for each leg. "" for none.
    """
    answers = [draft for draft in drafts if draft.candidates[:1] == ("cramps",)]
    if len(answers) != 1 or not only_says_whether(answers[0], table):
        return ""
    yes = _says_yes(answers[0], table)
    unknown = (draft for draft in drafts if draft.is_unknown and not _names_another_number(draft))
    beside = [draft for draft in unknown if not counts_things(draft, drafts, table)]
    read = ((draft.plan.named[:60], _numbers(draft, table)) for draft in beside)
    parts = {header: numbers for header, numbers in read if _stand_only_where(yes, numbers)}
    alone = (header for header, numbers in parts.items() if _count(yes, numbers))
    together = [sum(cells) for cells in zip(*parts.values(), strict=True)]
    least = min((number for numbers in parts.values() for number in numbers if number), default=0)
    return next(alone, next(iter(parts), "") if _count(yes, together, least) else "")


def _says_yes(draft: Draft, table: RawTable) -> list[bool]:
    at = draft.plan.position
    yes = {cell for cell in table.different(at) if cell and read_yes_no(cell).value}
    return [row[at] in yes for row in table.rows]


def _numbers(draft: Draft, table: RawTable) -> list[int]:
    """The whole numbers of a column, 0 for an empty cell; none at all where anything else stands there."""
    at = draft.plan.position
    if any(cell and not (cell.isdecimal() and len(cell) <= _MOST_DIGITS) for cell in table.different(at)):
        return []
    return [int(row[at] or 0) for row in table.rows]


def _names_another_number(draft: Draft) -> bool:
    """Whether a heading says that its numbers are no cramps of the night: "Anzahl Tabletten", a pain, "Bother
    (1-5)", "Nurse visits". What several words name is that, unless they name a leg or speak of cramps.
    """
    found, words = draft.plan.heading, plain(draft.plan.header)
    rated = "-" in (found.unit or "")  # "0-10"; the "L" of two legs is no litre
    if rated or found.other_time or found.longer_time or pattern_of("pain").search(words):
        return True
    tokens = heading_words(words).split()
    if not set(tokens).isdisjoint((*words_of("level at a moment"), *words_of("number of something else"))):
        return True
    if found.counts_anything or speaks_of_cramps(words):
        return False
    of_legs = vocabulary("side").keys() | vocabulary("muscle").keys()
    named = len(tokens) > 1 and of_legs.isdisjoint((heading_words(words), *tokens))
    return named or pattern_of("asks how many").search(words) is not None


def _stand_only_where(yes: Sequence[bool], numbers: Sequence[int]) -> bool:
    """Whether there are numbers, and no one above 0 in a row that does not say yes."""
    return any(numbers) and all(answer or not number for answer, number in zip(yes, numbers, strict=True))


def _count(yes: Sequence[bool], numbers: Sequence[int], least: int | None = None) -> bool:
    """Whether whole numbers stand in every row that says yes and nowhere else, from 1 on and not all alike;
    or numbers above 1 in some of these rows. ``least``: the smallest, where they are sums.
    """
    if not numbers or not _stand_only_where(yes, numbers):
        return False
    told = _of_yes(yes, numbers)
    above = {number for number in told if number}
    if sum(map(bool, told)) < _FEWEST_NUMBERED or max(above) == 1:
        return False
    if 0 in told:
        return min(above) > 1 and max(above) <= _FEW_A_NIGHT
    return (least or min(above)) == 1 and max(above) <= _MOST_A_NIGHT


def _of_yes(yes: Iterable[bool], numbers: Iterable[int]) -> list[int]:
    return [number for answer, number in zip(yes, numbers, strict=True) if answer]

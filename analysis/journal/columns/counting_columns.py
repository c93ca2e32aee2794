"""Which columns of numbers count the cramps of a night, and which number the rows or go on and on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.journal.cells import pattern_of, plain, read_count, words_of
from analysis.journal.columns.about_cramps import names_cramps, speaks_of_cramps
from analysis.journal.columns.beside_yes import answers_by, is_yes_no, only_says_whether
from analysis.journal.columns.looks import (
    are_beyond_cramps,
    could_count,
    could_date,
    goes_on,
    has_zero,
    measures_something,
    numbers_each,
    numbers_rows,
)
from analysis.journal.columns.numbers_of_things import counts_things
from analysis.journal.columns.plans import TELLS_A_CRAMP, Draft
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.fields import headers
from analysis.journal.tables import RawTable, counts_in_question, heading_words, says_how_often

_SAMPLED = 30
_DATED = frozenset({"night", "onset", "start", "recorded_at"})
_FEW_ROWS = 5  # below that many nights in order are read as cramps, which is said
_MOST_DIGITS = 2  # of a bare number that may be an hour as well as a count


def without_counts_as_others(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """A column that speaks of cramps and holds numbers is no side, no muscle and no date: "Ben cramps",
    "Cramps in the last 7 days".
    """
    return [
        replace(draft, candidates=())
        if not draft.mapped
        and draft.candidates[:1] in (("side",), ("muscle",), ("night",))
        and names_cramps(draft.plan.header)
        and could_count(table.column(draft.plan.position), few=True)
        and not any(could_date(row[draft.plan.position], serial=True) for row in table.rows[:_SAMPLED])
        else draft
        for draft in drafts
    ]


def without_counts_as_clocks(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """A column of "times" that holds nothing but bare numbers may say how often it was as well as when: it is
    neither a clock time nor a count, and is asked about where nothing else tells the cramps.
    """
    return [
        _with_general_heading(draft)
        if not draft.mapped
        and draft.candidates[:1] == ("onset",)
        and pattern_of("how often or when").search(plain(draft.plan.header))
        and _are_bare_numbers([row[draft.plan.position] for row in table.rows])
        else draft
        for draft in drafts
    ]


def is_left_open(draft: Draft) -> bool:
    """Whether the numbers of a column may count the cramps as well as be what its name says: an hour, or the
    pain of a leg. Only a person can tell.
    """
    return draft.is_unknown and draft.plan.heading.counts_anything and bool(draft.plan.heading.fields)


def _are_bare_numbers(cells: Sequence[str]) -> bool:
    filled = {cell for cell in cells if cell}
    return bool(filled) and all(cell.isdecimal() and len(cell) <= _MOST_DIGITS for cell in filled)


def with_row_numbers(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """Numbers that go up by one from row to row number the rows, and count nothing else. Behind the date they
    may as well be the cramps of each night: then the column is not known, unless it asks how many.
    """
    found = []
    several = sum(draft.candidates[:1] == ("cramps",) for draft in drafts) > 1
    for draft in drafts:
        cramps = draft.candidates[:1] == ("cramps",)
        heading_of = draft.plan.heading
        could = not draft.mapped and (cramps or heading_of.counts_anything or heading_of.numbers_one)
        cells = table.column(draft.plan.position) if could else []
        # Three nights may well have 1, 2 and 3 cramps; but what stands before the date is their number.
        may_count = cramps and not heading_of.numbers_one and draft.plan.position >= _date_at(drafts)
        few = 2 if heading_of.numbers_one else _FEW_ROWS if may_count else 3
        if could and (numbers_rows(cells, few) or _numbers_cramps_of_nights(draft, drafts, table)):
            if not may_count or several or _beyond_a_night(cells):
                draft = Draft(replace(draft.plan, why="it numbers the rows"), (), False, numbers_rows=True)
            elif not _asks_how_many(draft.plan.header):
                draft = replace(draft, candidates=())
        found.append(draft)
    return found


def _asks_how_many(header: str) -> bool:
    return says_how_often(header) or counts_in_question(heading_words(header))


def _beyond_a_night(cells: Sequence[str]) -> bool:
    """Whether some of the numbers of rows are more than any night has of cramps."""
    most = headers()["cramps"].high or 0
    return any(float(read_count(cell).value or 0) > most for cell in cells)


def _date_at(drafts: Sequence[Draft]) -> int:
    """Where the first column of dates or times stands; 0 without one."""
    dated = (draft for draft in drafts if _DATED.intersection(draft.candidates))
    return min((draft.plan.position for draft in dated), default=0)


def _numbers_cramps_of_nights(draft: Draft, drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether a column such as "Cramp no." numbers the rows of each date: 1, 2, then 1 again."""
    if not draft.plan.heading.numbers_one:
        return False
    dates = [other.plan.position for other in drafts if "night" in other.candidates]
    rows = [(row[draft.plan.position], _DAY.split(row[dates[0]])[0]) for row in table.rows] if dates else []
    return any(numbers_each(ordered) for ordered in (rows, rows[::-1]))


_DAY = re.compile(r"[ T](?=\d{1,2}:)")


def with_general_count(drafts: list[Draft], table: RawTable, *, named: bool) -> list[Draft]:
    """In a table about cramps "How many" or "Anzahl" counts them, where nothing else does; ``named``: the
    table itself is called one of cramps. Else a yes or no about them has to stand beside it: the number
    beside "Cramp side" can be of anything, and that behind "Tablet" of the tablets.
    """
    answers = [draft for draft in drafts if "cramps" in draft.candidates]
    if not (named or answers) or not all(only_says_whether(draft, table) for draft in answers):
        return drafts
    counting = [at for at, draft in enumerate(drafts) if _could_count_anything(draft, table)]
    if len(counting) != 1 or is_left_open(drafts[counting[0]]):
        return drafts
    at = counting[0]
    if counts_things(drafts[at], drafts, table):
        return drafts
    if not all(is_yes_no(d, table) or answers_by(d, drafts[at], table) for d in answers):
        return drafts
    plan = replace(drafts[at].plan, why="a number in a table that is about cramps")
    return [*drafts[:at], Draft(plan, ("cramps",), False), *drafts[at + 1 :]]


def without_results_of_no_test(drafts: list[Draft]) -> list[Draft]:
    """A "Value" or "Wert" beside which no test is named is a general word of number: in a table about cramps
    it is no result of the blood. Beside a clock time each row is one cramp, and its number counts nothing.
    """
    if any({"test", "onset"} & set(draft.candidates) for draft in drafts):
        return drafts
    return [
        _with_general_heading(draft) if not draft.mapped and draft.candidates[:1] == ("result",) else draft
        for draft in drafts
    ]


def _with_general_heading(draft: Draft) -> Draft:
    """The column as one that is not known and may count anything."""
    general = replace(draft.plan.heading, counts_anything=True)
    return replace(draft, plan=replace(draft.plan, heading=general), candidates=())


def without_running_totals(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """A column called a total of cramps whose numbers never fall is a sum that goes on from night to night,
    and counts those of none.
    """
    return [
        replace(draft, candidates=())
        if not draft.mapped
        and draft.candidates[:1] == ("cramps",)
        and pattern_of("running total").search(plain(draft.plan.header))
        and goes_on(table.column(draft.plan.position))
        else draft
        for draft in drafts
    ]


def with_none_ticked(drafts: list[Draft], table: RawTable) -> list[Draft]:
    """A column headed "No cramp" that is only ticked says, beside one of cramps, on which nights there was
    none.
    """
    if not any("cramps" in draft.candidates for draft in drafts):
        return drafts
    return [
        Draft(replace(draft.plan, why=ReadAs.TICKED_WHERE_NONE), ("cramps",), False)
        if draft.is_unknown and plain(draft.plan.header) in words_of("no cramp") and is_yes_no(draft, table)
        else draft
        for draft in drafts
    ]


def not_taken(drafts: Sequence[Draft], table: RawTable) -> str:
    """The heading of a column that speaks of cramps, could count them and is not known; "" for none. Where
    nothing else counts them, codes may do so, too.
    """
    counted = any("cramps" in draft.candidates for draft in drafts)
    beside = [draft.plan.position for draft in drafts if TELLS_A_CRAMP & set(draft.candidates)]
    for draft in drafts:
        none = plain(draft.plan.header) in words_of("no cramp")
        if not draft.is_unknown or draft.plan.heading.longer_time:
            continue
        if counted and (draft.plan.heading.other_time or draft.plan.heading.counts_anything):
            continue
        if (none and counted) or not speaks_of_cramps(draft.plan.header):
            continue
        cells = table.column(draft.plan.position)
        coded = not counted and _answers_by_codes(table, draft.plan.position, beside)
        if coded or could_count(cells, few=True) or measures_something(cells):
            return draft.plan.header[:60]
    return ""


_LONGEST_CODE = 20  # characters
_MOST_CODES = 20


def _answers_by_codes(table: RawTable, at: int, beside: Sequence[int]) -> bool:
    """Whether a column holds a few short answers of which one comes again, and only in rows in which no
    other column tells of a cramp: it may well say that there was none. What stands in both, such as the
    place or the weather of a cramp, does not.
    """
    codes = {cell for cell in table.different(at) if cell}
    if not 1 < len(codes) <= _MOST_CODES or max(map(len, codes)) > _LONGEST_CODE:
        return False
    told = {row[at] for row in table.rows if any(row[place] for place in beside)}
    alone = [row[at] for row in table.rows if row[at] and row[at] not in told]
    return len(alone) > len(set(alone))


def counts_something(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether a column under a general word of number ("How many") could count the cramps of nights."""
    return any(
        _could_count_anything(draft, table) and not are_beyond_cramps(table.column(draft.plan.position))
        for draft in drafts
    )


def _could_count_anything(draft: Draft, table: RawTable) -> bool:
    """Whether a column under a general word of number holds what could be numbers of cramps."""
    general = draft.plan.heading.counts_anything and draft.is_unknown
    return general and could_count(table.column(draft.plan.position), few=True)


def may_count(draft: Draft, table: RawTable) -> bool:
    """Whether a column that is not known could say how many cramps there were."""
    return _is_named_and_unknown(draft) and could_count(table.column(draft.plan.position))


def may_say_none(draft: Draft, table: RawTable) -> bool:
    """Whether a column that is not known could say of some rows that there was no cramp."""
    cells = table.column(draft.plan.position)
    return _is_named_and_unknown(draft) and could_count(cells, few=True) and has_zero(cells)


def _is_named_and_unknown(draft: Draft) -> bool:
    asked = draft.candidates or draft.mapped or draft.plan.heading.longer_time
    return not asked and bool(plain(draft.plan.header))

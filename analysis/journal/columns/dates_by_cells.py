"""The column that dates the rows of a table where no heading names the date: told by its cells.

| beside it | the date of the rows is |
|---|---|
| no time of writing | the one column of dates that change; of several one that says a day or moments follow |
| the same, and none of several is that | asked beside answers about cramps; else the first |
| a time of writing, and one column of days before it | that column, if it says a day or rarely repeats one |
| a time of writing, and dates of which that is not plain | asked: any of them could be the night's |
| a time of writing, and dates that follow it or never change | the time of writing |

What is written on Monday may be about any night before: where a column of dates stands beside the time of
writing, that time dates nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analysis.journal.cells import pattern_of, plain, read_chosen_dates, read_date_column, words_of
from analysis.journal.columns.about_cramps import names_cramps
from analysis.journal.columns.looks import could_date, holds_moments
from analysis.journal.columns.plans import Draft
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.fields import headers
from analysis.journal.model import DateOrder
from analysis.journal.tables import RawTable

BY_CELLS = "its cells are dates"
WHICH_DATE = "which_column_dates"
_ANSWERS = {"cramps", "severity"}  # fields of which another night's date makes a wrong night
_SAMPLED = 200
_MOSTLY = 0.8
_FEWEST_ALIKE = 3
_LATEST_ENTRY = 62  # days after a night, by which nearly all of it has been filled in


def with_date_by_cells(drafts: list[Draft], table: RawTable) -> tuple[list[Draft], bool]:
    """The drafts with the column that dates the rows, where no heading names one; whether it has to be asked
    which column that is.
    """
    if any({"night", "start"} & set(draft.candidates) for draft in drafts):
        return drafts, False
    written = next((draft for draft in drafts if "recorded_at" in draft.candidates), None)
    columns = _Columns(table)
    dated = columns.of_dates(drafts, written)
    if written is None:
        dated = columns.that_change(dated)
        chosen = columns.of_several(dated)
        asked = (
            chosen is None and len(dated) > 1 and any(_ANSWERS & set(draft.candidates) for draft in drafts)
        )
        if not asked and dated:
            # The dates of a sleep or of a medicine's first and last day are told apart later.
            chosen = chosen or dated[0]
    else:
        dated = [draft for draft in dated if columns.could_be_of_night(draft, written)]
        plain_ones = [draft for draft in dated if columns.is_plainly_of_night(draft, written)]
        chosen = plain_ones[0] if len(plain_ones) == 1 else None
        asked = chosen is None and any(map(_is_unknown, dated))
    if chosen is None:
        return drafts, asked
    plan = replace(chosen.plan, why=BY_CELLS if written is None and len(dated) == 1 else ReadAs.BESIDE_OTHERS)
    dating = Draft(plan, ("night",), False)
    return [dating if draft is chosen else draft for draft in drafts], False


class _Columns:
    """What the cells of the columns of one table say, as dates."""

    def __init__(self, table: RawTable) -> None:
        self._rows = table.rows[:_SAMPLED]

    def _cells(self, draft: Draft) -> list[str]:
        return [row[draft.plan.position] for row in self._rows]

    def of_dates(self, drafts: Sequence[Draft], written: Draft | None) -> list[Draft]:
        """The columns of unknown name whose cells are dates. Those of another name only where every cell is,
        and they say a day ("Sleep day") or stand beside a time of writing ("Walked").
        """
        found = []
        for draft in drafts:
            cells = [cell for cell in self._cells(draft) if cell]
            if draft.mapped or not cells or names_cramps(draft.plan.header):
                continue
            unknown = _is_unknown(draft)
            if not unknown and not (_names_no_date(draft) and (written or _says_a_day(draft))):
                continue
            if sum(map(could_date, cells)) >= (_MOSTLY if unknown else 1) * len(cells):
                found.append(draft)
        return found

    def of_several(self, dated: Sequence[Draft]) -> Draft | None:
        """That which alone says a day, or has no clock times, where the others follow it as moments of
        writing do; None where that is none.
        """
        if len(dated) == 1:
            return dated[0]
        days = [draft for draft in dated if _says_a_day(draft)]
        bare = [draft for draft in dated if not holds_moments(self._cells(draft))]
        for few in (days, bare):
            if len(few) == 1 and all(self._follows(few[0], one) for one in dated if one is not few[0]):
                return few[0]
        return None

    def that_change(self, dated: list[Draft]) -> list[Draft]:
        """Those that are not one and the same date in every row, as a birthday is; all, where each is."""
        changing = [draft for draft in dated if len(set(self._cells(draft)) - {""}) > 1]
        return changing or dated

    def _follows(self, draft: Draft, later: Draft) -> bool:
        delays = self._delays(draft, later)
        return sum(delay >= 0 for delay, _ in delays) >= _MOSTLY * len(delays) > 0

    def could_be_of_night(self, draft: Draft, written: Draft) -> bool:
        """Whether some dates lie before the writing, and not all are one and the same while that goes on."""
        days = {cell for cell in self._cells(draft) if cell}
        delays = self._delays(draft, written)
        if len(days) == 1 and len(self._rows) >= _FEWEST_ALIKE and len({day for _, day in delays}) > 1:
            return False
        return any(delay >= 0 for delay, _ in delays)

    def is_plainly_of_night(self, draft: Draft, written: Draft) -> bool:
        """Whether every row has such a date, nearly all lie in the weeks before the writing, and they say a
        day in the heading or rarely come twice.
        """
        cells = self._cells(draft)
        delays = self._delays(draft, written)
        near = sum(0 <= delay <= _LATEST_ENTRY for delay, _ in delays)
        if not all(cells) or near < _MOSTLY * len(delays):
            return False
        return _says_a_day(draft) or len(set(cells)) >= _MOSTLY * len(cells)

    def _delays(self, draft: Draft, written: Draft) -> list[tuple[int, date]]:
        """How long [days] after its date each row was written, and when; in the order of day and month in
        which most were written soon.
        """
        moments = read_date_column(self._cells(written), None, date.max)
        orders: tuple[DateOrder | None, ...] = (
            (moments.order, moments.other_order) if moments.order_open else (moments.order,)
        )
        found: list[list[tuple[int, date]]] = []
        for order in orders:
            after = read_chosen_dates(self._cells(written), order, date.max).values
            before = read_chosen_dates(self._cells(draft), order, date.max).values
            found.append(
                [
                    ((late.normalize() - day.normalize()).days, late.date())
                    for day, late in zip(before, after, strict=True)
                    if day is not None and late is not None
                ]
            )
        return max(found, key=lambda delays: sum(0 <= delay <= _LATEST_ENTRY for delay, _ in delays))


def _is_unknown(draft: Draft) -> bool:
    return not draft.candidates or "onset" in draft.candidates


def _names_no_date(draft: Draft) -> bool:
    """Whether no field that its name can mean is a date."""
    return all(headers()[name].kind not in ("date", "datetime") for name in draft.candidates)


def _says_a_day(draft: Draft) -> bool:
    words = plain(draft.plan.header[:200].replace("_", " "))
    tokens = re.findall(r"[^\W\d_]+", words)
    return bool(pattern_of("names a day").search(words)) or any(
        token.endswith(words_of("ends in a day")) for token in tokens
    )

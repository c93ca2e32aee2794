"""Which kinds of an event log are read as what: as a person said, else by their own names; and which are
asked about.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis.journal.cells import plain, read_date_column
from analysis.journal.columns import (
    ASKED,
    NOT_USED,
    Other,
    names_a_leg,
    names_another_pain,
    other_cramps_of,
    say_other,
)
from analysis.journal.exports import NO_CRAMP, Log, is_unclear, suggest_kinds
from analysis.journal.mapping import kinds_in
from analysis.journal.model import DateOrder
from analysis.journal.receipts import Draft

_MOST_LISTED = 200


@dataclass(frozen=True)
class Choice:
    """The field of each kind that is read. ``unclear``: kinds that speak of cramps, and not plainly of one.
    ``asked``: the sentence where the cramps may be others than a leg's, "" where nothing says so.
    """

    chosen: Mapping[str, str]
    unclear: Collection[str] = ()
    asked: str = ""

    @property
    def of_cramps(self) -> bool:
        """Whether any kind tells of cramps, so that the nights between are taken for free of them."""
        return bool({"cramps", NO_CRAMP} & set(self.chosen.values()))


def choose_kinds(
    draft: Draft,
    log: Log,
    kinds: Sequence[str],
    mapping: Mapping[str, str],
    places: Sequence[str],
    *,
    sure: bool,
    titles: Sequence[str] = (),
    beside: Collection[str] = (),
) -> Choice:
    """What each kind is read as, with its line in the receipt. ``places`` are the names of file and sheet,
    the titles and the headings, ``titles`` those without the headings; ``sure``: a person said that the file
    is about cramps of a leg; ``beside``: the cells beside the kinds, such as their categories. In a file that
    is named after another pain a cramp of the leg is a sign of an attack, whose pain is not its own.
    """
    told = kinds_in(mapping)
    suggested = {kind: name for kind, name in suggest_kinds(log).items() if kind not in told}
    of_pain = any(map(names_another_pain, titles)) and not any(map(names_a_leg, titles))
    other: Other = "" if sure else "pain" if of_pain else other_cramps_of(kinds, places, beside)
    doubted = {
        kind
        for kind, name in suggested.items()
        if other and name in ("cramps", NO_CRAMP) and (other == "pain" or not names_a_leg(kind))
    }
    suggested = {kind: name for kind, name in suggested.items() if kind not in doubted}
    chosen = suggested | {
        kind: told[kind] for kind in kinds if kind in told and plain(told[kind]) not in NOT_USED
    }
    unclear = {kind for kind in kinds if kind not in {*told, *chosen, *doubted} and is_unclear(kind)}
    for kind in kinds[:_MOST_LISTED]:
        shown = kind if len(kind) <= 40 else kind[:39] + "…"
        if kind in suggested:
            said = f"the kind of event “{shown}” was taken for {suggested[kind]} by its name"
            draft.note(None, None, said, "assumed", "map the kinds of event to change that")
        elif kind in doubted:
            said = f"the kind of event “{shown}” may be of other cramps than a leg's; its rows are not used"
            draft.note(None, None, said, "not_mapped", "say whether these are leg cramps", code=ASKED)
        elif kind in unclear:
            said = f"the kind of event “{shown}” is not mapped and its rows are not used"
            hint = "it speaks of cramps: say whether it is one; until then its nights are not logged"
            draft.note(None, None, said, "not_mapped", hint)
        elif kind not in chosen:
            said = f"the kind of event “{shown}” is not mapped and its rows are not used"
            draft.note(None, None, said, "not_mapped", "say what it is, if it matters")
    if doubted:
        draft.question = ASKED
    return Choice(chosen, unclear, say_other(other) if doubted and other else "")


_MOST_CATEGORIES = 60
_LONGEST_CATEGORY = 40  # characters; longer cells are remarks


def categories(frame: pd.DataFrame) -> set[str]:
    """The cells of those columns that hold few and short ones, such as the categories of events."""
    found: set[str] = set()
    for header in frame.columns:
        cells = set(frame[header].dropna().astype(str))
        if len(cells) <= _MOST_CATEGORIES:
            found |= {cell for cell in cells if 0 < len(cell) <= _LONGEST_CATEGORY}
    return found


def open_nights(log: Log, kinds: Collection[str], order: DateOrder | None) -> set[date]:
    """The nights of the events of these kinds: where no time is given, that of the evening of its date."""
    events = [event for event in log.events if event.kind in kinds]
    if not events:
        return set()
    moments = read_date_column([f"{event.day} {event.at}".strip() for event in events], order, date.max)
    nights = set()
    for event, moment, timed in zip(events, moments.values, moments.has_time, strict=True):
        if moment is not None:
            back = timedelta(hours=12) if timed else timedelta(days=int(event.early))
            nights.add((moment - back).date())
    return nights

"""The column of a table that holds kinds of event, told by its cells alone: some name a cramp of a leg."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.journal.cells import plain, vocabulary
from analysis.journal.exports.event_names import cramps_of_kind, holds_lists, kinds_of_cell
from analysis.journal.exports.event_shape import LONGEST_KIND, MOST_KINDS
from analysis.journal.tables import heading_words

_FEWEST_WORDS_OF_A_REMARK = 5


@dataclass(frozen=True)
class KindColumn:
    """Its position; ``several``: its cells are lists of kinds ("walk, leg cramp")."""

    at: int
    several: bool = False


def kind_column(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> KindColumn | None:
    """The first column whose cells are a few kinds of which some name a cramp; under a heading of kinds or
    activities its cells may be lists of such. None where no cell does, and for sentences.
    """
    columns = [set(cells) for cells in zip(*rows, strict=True)]
    known = {*vocabulary("log kind"), *vocabulary("log kinds")}
    listing = [bool(known & {plain(header), heading_words(header)}) for header in headings]
    for at, cells in enumerate(columns):
        if _are_kinds(cells):
            return KindColumn(at, several=listing[at] and holds_lists(cells))
    for at, cells in enumerate(columns):
        if listing[at] and _are_kinds({kind for cell in cells for kind in kinds_of_cell(cell)}):
            return KindColumn(at, several=True)
    return None


def _are_kinds(cells: set[str]) -> bool:
    kinds = {cell for cell in cells if cell}
    if not 0 < len(kinds) <= MOST_KINDS or any(len(kind) > LONGEST_KIND for kind in kinds):
        return False
    remarks = sum(len(kind.split()) >= _FEWEST_WORDS_OF_A_REMARK for kind in kinds)
    return 2 * remarks < len(kinds) and any(cramps_of_kind(kind) for kind in kinds)


def with_blanks_filled(headings: Sequence[str], rows: Sequence[Sequence[str]], at: int) -> list[list[str]]:
    """The rows with the kind of another column that is named as one, where their own is blank: the tag of an
    app beside one of the person's own.
    """
    named = vocabulary("log kind")
    others = [place for place, header in enumerate(headings) if place != at and plain(header) in named]
    filled = []
    for row in rows:
        kind = row[at] or next((row[place] for place in others if row[place]), "")
        filled.append([*row[:at], kind, *row[at + 1 :]])
    return filled

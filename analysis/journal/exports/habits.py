"""Lists of habits, as Loop Habit and others write them: one column a habit, a code or a word a day."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

import pandas as pd

from analysis.journal.cells import plain
from analysis.journal.fields import headers
from analysis.journal.tables import heading

_WORDS_OF_OTHERS = frozenset({"done", "undone", "completed", "uncompleted", "achieved", "unachieved"})
_TICKS = {"0": "no", "1": "yes", "2": "yes", "3": "", "-1": "", "no": "no", "yes_manual": "yes",
          "yes_auto": "yes", "skip": "", "unknown": "", "done": "yes", "undone": "no", "completed": "yes",
          "uncompleted": "no", "not completed": "no", "achieved": "yes", "unachieved": "no",
          "skipped": ""}  # fmt: skip
# Nobody but such an app writes these.
_OWN_CODES = frozenset({"-1", "yes_manual", "yes_auto", "unknown", "undone", "uncompleted", "unachieved"})
# An app writes codes or words: "unknown" beside a 2 is a diary's.
_CODES = frozenset(code for code in _TICKS if code.lstrip("-").isdecimal())
_THOUSANDS = re.compile(r"\d{1,2}000")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_THE_FILE = re.compile(r"^\d{1,3}\b|\bcheck ?marks?\b|\(\d+\)|-", re.IGNORECASE)
_FEWEST_TICKED = 2  # habits


def could_be_habits(headings: Sequence[str], rows: Sequence[Sequence[str]], places: str) -> bool:
    """Whether a table is worth a look: most that begin with a date are no codes of habits."""
    if headings[:1] != ["date"]:
        return False
    if "checkmarks" in plain(places):
        return True
    codes = {plain(cell) for cell in set(chain.from_iterable(row[1:] for row in rows))}
    if codes & _OWN_CODES:
        return True
    return all(map(_is_code, codes)) and ("2" in codes or any(map(_THOUSANDS.fullmatch, codes)))


def _is_code(cell: str) -> bool:
    """Whether a plain cell can be a code: a tick's, or a thousand times what was measured."""
    return not cell or cell in _TICKS or (cell.isdecimal() and len(cell) > 3)


def is_loop_habits(table: pd.DataFrame, places: str) -> bool:
    """Whether a file is Loop Habit's list of check marks: by its name, by codes that only it writes, or by a
    2 where only yes or no can stand.
    """
    habits = {
        str(header): {plain(cell) for cell in table[header] if cell}
        for header in table.columns[1:]
        if (table[header] != "").any()
    }
    if not habits or plain(str(table.columns[0])) != "date":
        return False
    cells = set(chain.from_iterable(habits.values()))
    if not all(map(_is_code, cells)):
        return False
    if "checkmarks" in plain(places) or _only_an_app_writes(cells):
        return True
    return _ticks_are_twos(habits) or any(map(_are_cramps_in_thousands, *zip(*habits.items(), strict=True)))


def _only_an_app_writes(cells: Collection[str]) -> bool:
    """Whether among the plain cells is a code or a word of such an app, and not both codes and words."""
    in_words = any(cell in _TICKS and cell not in _CODES for cell in cells)
    return not _OWN_CODES.isdisjoint(cells) and not (in_words and not _CODES.isdisjoint(cells))


def _are_cramps_in_thousands(header: str, cells: Collection[str]) -> bool:
    """Whether a column counts cramps in thousands: no night has so many, and such an app writes a thousand
    times what was entered.
    """
    numbers = [cell for cell in cells if cell not in _TICKS]
    return (
        heading(header).fields[:1] == ("cramps",)
        and bool(numbers)
        and all(map(_THOUSANDS.fullmatch, numbers))
    )


def is_of_loop(table: pd.DataFrame) -> bool:
    """Whether the words of a list of habits are Loop's."""
    cells = {plain(cell) for header in table.columns[1:] for cell in table[header] if cell}
    return not cells & _WORDS_OF_OTHERS


def _ticks_are_twos(habits: Mapping[str, Collection[str]]) -> bool:
    """Whether several columns are ticked with a 2, one of them where only yes or no can stand, and no cell
    can be an amount: a 1 stands nowhere, and a 3 only where only yes or no can. Anything else may be a diary
    of counts, in whichever order its days are.
    """
    if sum("2" in cells for cells in habits.values()) < _FEWEST_TICKED:
        return False
    if any("1" in cells or ("3" in cells and not _is_yes_no(name)) for name, cells in habits.items()):
        return False
    return any("2" in cells and _is_yes_no(name) for name, cells in habits.items())


def _is_yes_no(header: str) -> bool:
    return any(headers()[name].kind == "yes_no" for name in heading(header).fields[:1])


def header_of_habit(records: Sequence[Sequence[str]], name: str) -> list[str] | None:
    """The header that the file of a single habit of Loop Habit has not: its date, and the habit as the file's
    ``name`` gives it. None where the rows are anything else: 2 is a yes there and a number elsewhere.
    """
    first = next((record for record in records if any(record)), ())
    if not 2 <= len(first) <= 3 or not _ISO_DAY.fullmatch(first[0]):
        return None
    rows = [record for record in records if any(record)]
    width = max(map(len, rows))
    if width > 3 or not all(len(row) > 1 and _ISO_DAY.fullmatch(row[0]) for row in rows):
        return None
    codes = {plain(row[1]) for row in rows}
    if not all(map(_is_code, codes)) or not ("checkmarks" in plain(name) or _only_an_app_writes(codes)):
        return None
    stem = _OF_THE_FILE.sub(" ", name.rsplit(".", 1)[0].replace("_", " "))
    return ["Date", " ".join(stem.split()) or "Checkmarks", "Notes"][:width]


def loop_habit(cells: pd.Series) -> tuple[pd.Series, bool]:
    """A habit's days, and whether it is measured: numbers are then a thousand times what was entered."""
    codes = cells.map(plain)
    if any(code.isdecimal() and len(code) > 3 for code in codes):
        measured = pd.to_numeric(codes.replace({"-1": "", "3": ""}), errors="coerce") / 1000
        return measured.map(lambda value: "" if pd.isna(value) else f"{value:.15g}").astype("str"), True
    return codes.map(lambda code: _TICKS.get(code, "")).astype("str"), False

"""Lines that begin with a date, as a phone's note, a chat or pasted text has them -> one entry a date."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from analysis.journal.cells import ANY_DAY, alternatives, pattern_of, plain, read_date, words_of
from analysis.journal.exports.line_openings import UNTICKED, Opening, clean, message, noted, without_bullet
from analysis.journal.tables import LONGEST_CELL, MOST_ROWS, heading

_MOST_TITLES = 40  # lines above the first date
_SEARCHED_LINES = 60
_LONGEST_HEADING = 6  # words
_MOSTLY = 0.8  # share of lines of one width, from which on they are the rows of a table
_SENDER = re.compile(r"(?P<name>[^:\n]{1,60}): ?(?P<text>.*)", re.DOTALL)
_NO_TEXT = re.compile(
    r"<[^<>]{3,60}>|(?:image|video|audio|sticker|gif|document|contact card|bild|foto|imagen|photo|immagine)"
    r" (?:omitted|weggelassen|omitida|omise?|omessa|absente)|<attached: .*|null"
)
_MARKED = re.compile(r"\s*<([^<>]{3,60})>$")  # behind the words of a message: "<This message was edited>"


@dataclass(frozen=True)
class Line:
    """One entry: ``row`` is its first line in the file, ``dated`` its date as written, ``at`` the time of day
    beside it. ``sender`` is who wrote a message, "" in a note. ``others``: more dates that it is of; None
    where it is of several that are not plain. ``written``: its first line as it stands.
    """

    row: int
    dated: str
    at: time | None
    sender: str
    text: str
    others: tuple[str, ...] | None = ()
    written: str = ""


@dataclass
class DatedLines:
    """``chat``: every entry is a message, and its date is when it was written. ``title`` is what stands above
    the first date, and ``headings`` its short lines, which may name the years; ``outside`` are the lines that
    are no part of an entry, with what they are.
    """

    chat: bool
    title: str
    lines: list[Line]
    outside: list[tuple[int, str]] = field(default_factory=list)
    blank_lines: int = 0
    headings: str = ""


def dated_lines(text: str) -> DatedLines | None:
    """The entries of a text of dated lines; None for a table, a letter or anything else.

    A line without a date goes on with the entry above it. One date alone makes a text of them only where it
    begins it.
    """
    if not any(map(str.isdecimal, text[:2000])):
        return None
    written = [line for line in text[:40_000].splitlines()[:_SEARCHED_LINES] if line.strip()]
    if not written or _is_table(written):
        return None
    opening = list(map(clean, written))
    chat = sum(message(line) is not None for line in opening)
    dated = [found for line in opening if (found := noted(line))]
    if chat and 2 * chat >= len(dated):
        return _collected(text, chat=True)
    if len(dated) < 2 and not (dated and noted(opening[0])):
        return None
    told = sum(any(map(str.isalpha, found.rest)) for found in dated)
    made = _collected(text, chat=False)
    if made is None:
        return None
    enough = (told >= 1 and 2 * told >= len(dated)) or (bool(made.title) and _are_numbers(made))
    return made if enough or (len(made.lines) > 1 and _are_paragraphs(made)) else None


_JOINING = re.compile(rf"[,;&+/]|\b(?:{alternatives(words_of('joins two things said'))})\b", re.IGNORECASE)


def _are_numbers(made: DatedLines) -> bool:
    """Whether behind each date stands one small number and nothing else, below a title that says of what; one
    that names two things does not: "Coffee and leg cramps".
    """
    return (
        len(made.lines) > 1
        and not _JOINING.search(made.title)
        and all(line.text.isdecimal() and len(line.text) <= 2 for line in made.lines)
    )


def _are_paragraphs(made: DatedLines) -> bool:
    return 2 * sum(any(map(str.isalpha, line.text)) for line in made.lines) > len(made.lines)


class _Collecting:
    """Takes the lines of a text one after the other and makes entries of them."""

    def __init__(self, chat: bool) -> None:
        self.made = DatedLines(chat, "", [])
        self.titles: list[str] = []
        self._open: Line | None = None
        self._words: list[str] = []

    def take(self, row: int, line: str) -> bool:
        """Whether the text may go on behind this line."""
        begun = _begun(line, row, self.made.chat) if line else None
        if not line:
            self.made.blank_lines += 1
        elif begun is not None and not begun.text:
            self.made.outside.append((row, "a message without words"))
        elif begun is not None:
            if not self.close():
                return False
            self._open, self._words = begun, [begun.text]
        elif self._open is not None:
            bare, unticked = without_bullet(line)
            self._words.append(f"{UNTICKED} {bare}" if unticked else line)
        else:
            self.titles.append(line)
            self.made.outside.append((row, "a title line"))
        return len(self.titles) <= _MOST_TITLES and row <= MOST_ROWS

    def close(self) -> bool:
        """Whether the entry that is open is no longer than one can be."""
        joined = "\n".join(word for word in self._words if word.strip())
        if self._open is not None:
            self.made.lines.append(replace(self._open, text=joined))
        self._words = []
        return len(joined) <= LONGEST_CELL


def _collected(text: str, chat: bool) -> DatedLines | None:
    """Every entry with the lines that go on with it; None where one is longer than an entry can be."""
    collecting = _Collecting(chat)
    for row, line in enumerate(text.splitlines(), start=1):
        if not collecting.take(row, clean(line)):
            return None
    if not collecting.close():
        return None
    collecting.made.title = " ".join(collecting.titles)[:200]
    collecting.made.headings = "\n".join(filter(_is_heading, collecting.titles))[:200]
    return collecting.made


def _is_heading(line: str) -> bool:
    """Whether a line above the first date is a heading, and tells nothing: not "Bisoprolol since 2019"."""
    return len(line.split()) <= _LONGEST_HEADING and not pattern_of("counted since").search(plain(line))


def _begun(line: str, row: int, chat: bool) -> Line | None:
    """The entry that a line begins, with its first words; "" for a message that has none."""
    found = message(line) if chat else noted(line)
    if found is None:
        return None
    if not chat:
        return replace(_of_a_note(found, row), written=line)
    who = _SENDER.fullmatch(found.rest)
    text = "" if who is None else _without_edits(who["text"])
    if who is None or not text or _NO_TEXT.fullmatch(plain(text)):
        return Line(row, found.dated[0], found.at, "", "")
    return Line(row, found.dated[0], found.at, who["name"].strip(), text)


def _of_a_note(found: Opening, row: int) -> Line:
    others = found.dated[1:] if found.plain else None
    return Line(row, found.dated[0], found.at, "", found.rest or "\n", others)


def _without_edits(text: str) -> str:
    """The words of a message without a mark behind them that says that it was changed."""
    mark = _MARKED.search(text)
    return text[: mark.start()] if mark and pattern_of("edited message").search(plain(mark[1])) else text


def _is_table(lines: Sequence[str]) -> bool:
    """Whether the lines are rows: one names columns, or those with a date have as many cells as one above
    them.
    """
    if any(map(_names_columns, lines[:20])):
        return True
    dated = list(map(_is_dated, lines))
    above = lines[: dated.index(True)] if True in dated else lines
    for delimiter in (",", ";", "\t", "|"):
        rows = [_cells(line, delimiter) for line, begins in zip(lines, dated, strict=True) if begins]
        if not rows:
            return True
        width, number = Counter(map(len, rows)).most_common(1)[0]
        if width == 1 or number < _MOSTLY * len(rows):
            continue
        if any(
            abs(len(_cells(line, delimiter)) - width) <= 1 < len(_cells(line, delimiter)) for line in above
        ):
            return True
        # Behind a date in a cell of its own stands a number, or the next cell at once: a table without a
        # header.
        first = next(cells for cells in rows if len(cells) == width)
        alone = not any(map(str.isalpha, first[1])) or (len(rows) > 1 and not first[1].startswith(" "))
        if read_date(first[0].strip(), ANY_DAY) and alone:
            return True
    return False


def _is_dated(line: str) -> bool:
    return noted(clean(line)) is not None or message(clean(line)) is not None


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return line.split(delimiter)


def _names_columns(line: str) -> bool:
    if _is_dated(line):
        return False
    for delimiter in (",", ";", "\t", "|"):
        cells = [cell.strip() for cell in _cells(line, delimiter)]
        known = [fields for cell in cells if len(cell) <= 200 and (fields := heading(cell).fields)]
        if len(cells) > 1 and 2 * len(known) >= len(cells) and (len(known) > 1 or "night" in known[0]):
            return True
    words = line.split()
    named = [heading(word).fields for word in words if word not in words_of("filler")]
    if len(words) < 2 or heading(line).fields:  # "Night cramps" is one name
        return False
    return all(named) and any("night" in found for found in named)

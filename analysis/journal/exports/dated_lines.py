"""Lines that begin with a date, as a phone's note, a chat or pasted text has them -> one entry a date."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from analysis.journal.cells import plain, read_date, vocabulary, words_of
from analysis.journal.silent import DIRECTIONS
from analysis.journal.tables import LONGEST_CELL, MOST_ROWS, heading

_MOST_TITLES = 40  # lines above the first date
_SEARCHED_LINES = 60
_MOSTLY = 0.8  # share of lines of one width, from which on they are the rows of a table
_SILENT = dict.fromkeys(DIRECTIONS)
_SPACES = dict.fromkeys((0xA0, 0x202F, 0x2009), " ")
_ANY_DAY = date(2024, 6, 30)  # which century two digits mean does not matter for the form of a line

_WORD = r"[^\W\d_]{2,14}\.?"
_NUMERIC = r"\d{1,4}(?P<mark>[-/.]) ?\d{1,2}(?:(?P=mark) ?\d{2,4}|\.)?"
_DAY_FIRST = rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º)? (?:of |de )?{_WORD}(?:,? (?:de )?(?:\d{{4}}|'\d\d))?"
_MONTH_FIRST = rf"{_WORD} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
_JAPANESE = r"(?:\d{4}年 ?)?\d{1,2}月 ?\d{1,2}日"
_CLOCK = (
    r"\d{1,2}(?::\d{2}(?::\d{2})?(?: ?[AaPp]\.? ?[Mm]\.?)?|[.h]\d{2} ?(?:[Uu]hr|[AaPp]\.?[Mm]\.?)|"
    r" ?[ap]\.?m\b\.?)"
)
_DATE = re.compile(
    rf"(?P<weekday>{_WORD},? )?(?P<day>{_JAPANESE}|{_NUMERIC}|{_DAY_FIRST}|{_MONTH_FIRST})"
    rf"(?P<clock>(?:,? |T)(?:at |um |a las |vers )?{_CLOCK})?(?=[\s:,;)\]\-–—|]|$)"
)
_BULLET = re.compile(r"(?:[-*•–—·>☐☑✓]+|\[[ xX]?\]) *")
_CHAT = re.compile(
    r"(?:\[(?P<inside>[^\]\n]{6,40})\]|(?P<before>\d[^\n]{5,30}?) -) (?P<rest>.*)",
    re.DOTALL,
)
_SENDER = re.compile(r"(?P<name>[^:\n]{1,60}): ?(?P<text>.*)", re.DOTALL)
_NO_TEXT = re.compile(
    r"<[^<>]{3,60}>|(?:image|video|audio|sticker|gif|document|contact card|bild|foto|imagen|photo|immagine)"
    r" (?:omitted|weggelassen|omitida|omise?|omessa|absente)|<attached: .*|null"
)


@dataclass(frozen=True)
class Line:
    """One entry: ``row`` is its first line in the file, ``dated`` its date as written, ``at`` the time of day
    beside it. ``sender`` is who wrote a message, "" in a note.
    """

    row: int
    dated: str
    at: time | None
    sender: str
    text: str


@dataclass
class DatedLines:
    """``chat``: every entry is a message, and its date is when it was written. ``title`` is what stands above
    the first date; ``outside`` are the lines that are no part of an entry, with what they are.
    """

    chat: bool
    title: str
    lines: list[Line]
    outside: list[tuple[int, str]] = field(default_factory=list)
    blank_lines: int = 0


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
    opening = list(map(_clean, written))
    chat = sum(_message(line) is not None for line in opening)
    noted = [found for line in opening if (found := _noted(line))]
    if chat and 2 * chat >= len(noted):
        return _collected(text, chat=True)
    if len(noted) < 2 and not (noted and _noted(opening[0])):
        return None
    told = sum(any(map(str.isalpha, rest)) for _, _, rest in noted)
    made = _collected(text, chat=False)
    if made is None:
        return None
    enough = told >= 1 and 2 * told >= len(noted)
    return made if enough or (len(made.lines) > 1 and _are_paragraphs(made)) else None


def _are_paragraphs(made: DatedLines) -> bool:
    return 2 * sum(any(map(str.isalpha, line.text)) for line in made.lines) > len(made.lines)


def _clean(line: str) -> str:
    return " ".join(line.translate(_SILENT).translate(_SPACES).split())


def _collected(text: str, chat: bool) -> DatedLines | None:
    """Every entry with the lines that go on with it; None where one is longer than an entry can be."""
    made = DatedLines(chat, "", [])
    titles: list[str] = []
    open_line: tuple[int, str, time | None, str] | None = None
    words: list[str] = []

    def close() -> bool:
        joined = "\n".join(word for word in words if word.strip())
        if open_line is not None:
            made.lines.append(Line(*open_line, joined))
        words.clear()
        return len(joined) <= LONGEST_CELL

    for row, line in enumerate(text.splitlines(), start=1):
        clean = _clean(line)
        begins = _begins(clean, row, chat) if clean else None
        if not clean:
            made.blank_lines += 1
        elif begins is not None and not begins[1]:
            made.outside.append((row, "a message without words"))
        elif begins is not None:
            if not close():
                return None
            open_line, words = begins[0], [begins[1]]
        elif open_line is not None:
            words.append(clean)
        else:
            titles.append(clean)
            made.outside.append((row, "a title line"))
        if len(titles) > _MOST_TITLES or row > MOST_ROWS:
            return None
    if not close():
        return None
    made.title = " ".join(titles)[:200]
    return made


def _begins(line: str, row: int, chat: bool) -> tuple[tuple[int, str, time | None, str], str] | None:
    """The entry that a line begins, and its first words; "" for a message that has none."""
    found = _message(line) if chat else _noted(line)
    if found is None:
        return None
    dated, at, rest = found
    if not chat:
        return (row, dated, at, ""), rest or "\n"
    who = _SENDER.fullmatch(rest)
    if who is None or not who["text"] or _NO_TEXT.fullmatch(plain(who["text"])):
        return (row, dated, at, ""), ""
    return (row, dated, at, who["name"].strip()), who["text"]


def _message(line: str) -> tuple[str, time | None, str] | None:
    """The date, the time and the rest of a line that begins a message of a chat; None for another line."""
    found = _CHAT.match(line)
    if found is None:
        return None
    dated = (found["inside"] or found["before"]).strip()
    read = read_date(dated, _ANY_DAY)
    return None if read is None or read.at is None else (dated, read.at, found["rest"].strip())


def _noted(line: str) -> tuple[str, time | None, str] | None:
    """The date, perhaps its time, and the rest of a line that begins with a date; None for another line."""
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    found = _DATE.match(line)
    if found is None:
        return None
    weekday = (found["weekday"] or "").strip(" .,")
    if weekday and plain(weekday) not in vocabulary("weekday"):
        return None
    day = found["day"]
    rest = line[found.end() :]
    if _DAY_AND_MONTH.fullmatch(day):
        if not rest.startswith((":", " -", " –")):
            return None  # "7.5 km" is no date
        day += "."
    dated = f"{found['weekday'] or ''}{day}{found['clock'] or ''}"
    read = read_date(dated, _ANY_DAY)
    return None if read is None else (dated, read.at, rest.strip(" :,;)-–—|\t"))


_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\d{1,2}")


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
        if read_date(first[0].strip(), _ANY_DAY) and alone:
            return True
    return False


def _is_dated(line: str) -> bool:
    return _noted(_clean(line)) is not None or _message(_clean(line)) is not None


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
    return len(words) > 1 and all(named) and any("night" in found for found in named)

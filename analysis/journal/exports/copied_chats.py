"""Messages copied from a chat, whose sender stands before their date -> its entries."""

import re
from dataclasses import dataclass, field, replace

from analysis.journal.cells import ANY_DAY, plain, read_date, words_of
from analysis.journal.exports.dated_lines import DatedLines, dated_lines
from analysis.journal.exports.line_openings import clean

_LONGEST_SENDER = 60  # characters
_OPENING = 8_000  # characters
_MOST_TITLES = 20  # lines above the first message
# "Anna, [02.09.26 07:10]" of Telegram, "Anna — 02/09/2026 07:10" of Discord.
_SENDER_FIRST = re.compile(
    rf"(?P<sender>[^\[\]:\n]{{1,{_LONGEST_SENDER}}}?)"
    r"(?:, \[(?P<inside>[^\]\n]{8,40})\]:?| [—–] (?P<behind>.{8,30}))"
)
_REPLY = re.compile(rf"\[(?:{'|'.join(map(re.escape, words_of('reply to a message')))})\b[^\]]*\]")
_OF_A_DAY = re.compile(r"(?P<day>\d{4}[/.]\d{1,2}[/.]\d{1,2})(?: ?\([^()]{1,5}\)|,? [^\W\d_]{2,10})?")
_AT = re.compile(r"(?P<at>\d{1,2}:\d{2}(?: ?[AaPp][Mm])?)\t(?P<sender>[^\t]{1,60})\t(?P<text>.+)", re.DOTALL)


@dataclass
class _Copied:
    """A message, whose head stands in the line ``row`` of the file."""

    row: int
    head: str
    words: list[str] = field(default_factory=list)


@dataclass
class _Chat:
    """Its messages, and the lines that are no part of one, with what they are."""

    messages: list[_Copied] = field(default_factory=list)
    outside: list[tuple[int, str]] = field(default_factory=list)


def copied_chat(text: str) -> DatedLines | None:
    """The entries of a copied chat, each at the line of its head; None for a text of any other form.

    >>> found = copied_chat("Anna, [02.09.26 07:10]\\nno cramps\\n\\nAnna, [03.09.26 07:12]\\n2 cramps")
    >>> [(line.row, line.sender, line.text) for line in found.lines]
    [(1, 'Anna', 'no cramps'), (4, 'Anna', '2 cramps')]
    """
    opening = text[:_OPENING].splitlines()[:-1]  # the last may be cut
    if len(opening) >= _MOST_TITLES and any(map(str.strip, opening)) and not _is_chat(opening):
        return None
    lines = text.splitlines()
    chat = _chat_of(lines)
    if chat is None:
        return None
    # As another chat has them, a line each; then each is given the line in which it stands.
    made = dated_lines("\n".join(f"{each.head}: " + "; ".join(each.words) for each in chat.messages))
    if made is None:
        return None
    rows = [each.row for each in chat.messages]
    made.lines = [replace(line, row=rows[line.row - 1]) for line in made.lines]
    made.outside = sorted([(rows[row - 1], what) for row, what in made.outside] + chat.outside)
    made.blank_lines = sum(not clean(line) for line in lines)
    return made


def _chat_of(lines: list[str]) -> _Chat | None:
    if not _is_chat(lines):
        return None
    return _written(lines) if _sent(_first(lines)) is not None else _written_by_day(lines)


def _is_chat(lines: list[str]) -> bool:
    """Whether a text begins as a copied chat does."""
    first = _first(lines)
    return _sent(first) is not None or bool(_OF_A_DAY.fullmatch(first)) or _is_export_of_line(lines)


def _first(lines: list[str]) -> str:
    return next((clean(line) for line in lines if line.strip()), "")


def _sent(line: str) -> str | None:
    """The head "[date, time] sender" of a message whose line it is; None for another line."""
    found = _SENDER_FIRST.fullmatch(line)
    if found is None:
        return None
    moment = (found["inside"] or found["behind"]).strip()
    read = read_date(moment, ANY_DAY)
    return None if read is None or read.at is None else f"[{moment}] {found['sender'].strip()}"


def _written(lines: list[str]) -> _Chat:
    chat = _Chat()
    for row, line in enumerate(map(clean, lines), start=1):
        if (head := _sent(line)) is not None:
            chat.messages.append(_Copied(row, head))
        elif _REPLY.fullmatch(plain(line)):
            chat.outside.append((row, "names the message that is answered"))
        elif line and chat.messages:
            chat.messages[-1].words.append(line)
    return chat


def _is_export_of_line(lines: list[str]) -> bool:
    """Whether a text is an export of Line: behind a few lines of title a date, and below it messages of
    three cells.
    """
    opening = lines[:_MOST_TITLES]
    return any(_OF_A_DAY.fullmatch(clean(line)) for line in opening) and any(map(_AT.fullmatch, opening))


def _written_by_day(lines: list[str]) -> _Chat | None:
    chat, day = _Chat(), ""
    for row, line in enumerate(lines, start=1):
        if begun := _OF_A_DAY.fullmatch(clean(line)):
            day = begun["day"].replace("/", "-").replace(".", "-")
            chat.outside.append((row, "the date of the messages below it"))
        elif day and (sent := _AT.fullmatch(line)):
            head = f"[{day} {sent['at']}] {sent['sender'].strip()}"
            chat.messages.append(_Copied(row, head, [clean(sent["text"])]))
        elif chat.messages and clean(line):
            chat.messages[-1].words.append(clean(line))
        elif clean(line):
            chat.outside.append((row, "a title line"))
    return chat if chat.messages else None

"""Messages copied from a chat, whose sender stands before their date -> lines as other chats have them."""

import re
from dataclasses import dataclass, field
from datetime import date

from analysis.journal.cells import read_date
from analysis.journal.exports.line_openings import clean

_ANY_DAY = date(2024, 6, 30)  # which century two digits mean does not matter for the form of a line
_LONGEST_SENDER = 60  # characters
# "Anna, [02.09.26 07:10]" of Telegram, "Anna — 02/09/2026 07:10" of Discord.
_SENDER_FIRST = re.compile(
    rf"(?P<sender>[^\[\]:\n]{{1,{_LONGEST_SENDER}}}?)"
    r"(?:, \[(?P<inside>[^\]\n]{8,40})\]:?| [—–] (?P<behind>.{8,30}))"
)
_FORWARDED = re.compile(r"\[(?:Forwarded from|Weitergeleitet|Reply to|In reply to)\b[^\]]*\]")
_OF_A_DAY = re.compile(r"(?P<day>\d{4}[/.]\d{1,2}[/.]\d{1,2})(?: ?\([^()]{1,5}\)|,? [^\W\d_]{2,10})?")
_AT = re.compile(r"(?P<at>\d{1,2}:\d{2}(?: ?[AaPp][Mm])?)\t(?P<sender>[^\t]{1,60})\t(?P<text>.+)", re.DOTALL)


@dataclass
class _Copied:
    head: str
    words: list[str] = field(default_factory=list)


def copied_chat(text: str) -> str | None:
    """The messages of a copied chat, each as "[date, time] sender: text"; None for a text of any other form.

    >>> print(copied_chat("Anna, [02.09.26 07:10]\\nno cramps\\n\\nAnna, [03.09.26 07:12]\\n2 cramps"))
    [02.09.26 07:10] Anna: no cramps
    [03.09.26 07:12] Anna: 2 cramps
    """
    lines = text.splitlines()
    first = next((clean(line) for line in lines if line.strip()), "")
    if _sent(first) is not None:
        return _written(lines)
    return _written_by_day(lines) if _OF_A_DAY.fullmatch(first) or _is_line_of_line(lines) else None


def _sent(line: str) -> str | None:
    """The head "[date, time] sender" of a message whose line it is; None for another line."""
    found = _SENDER_FIRST.fullmatch(line)
    if found is None:
        return None
    moment = (found["inside"] or found["behind"]).strip()
    read = read_date(moment, _ANY_DAY)
    return None if read is None or read.at is None else f"[{moment}] {found['sender'].strip()}"


def _written(lines: list[str]) -> str:
    found: list[_Copied] = []
    for line in map(clean, lines):
        if (head := _sent(line)) is not None:
            found.append(_Copied(head))
        elif line and found and not _FORWARDED.fullmatch(line):
            found[-1].words.append(line)
    return "\n".join(f"{each.head}: " + "; ".join(each.words) for each in found)


def _is_line_of_line(lines: list[str]) -> bool:
    """Whether a text is an export of Line: behind a few lines of title a date, and below it messages of
    three cells.
    """
    opening = lines[:20]
    return any(_OF_A_DAY.fullmatch(clean(line)) for line in opening) and any(map(_AT.fullmatch, opening))


def _written_by_day(lines: list[str]) -> str | None:
    found: list[_Copied] = []
    day = ""
    for line in lines:
        if begun := _OF_A_DAY.fullmatch(clean(line)):
            day = begun["day"].replace("/", "-").replace(".", "-")
        elif day and (sent := _AT.fullmatch(line)):
            found.append(_Copied(f"[{day} {sent['at']}] {sent['sender'].strip()}", [sent["text"].strip()]))
        elif found and line.strip():
            found[-1].words.append(clean(line))
    return "\n".join(f"{each.head}: " + "; ".join(each.words) for each in found) or None

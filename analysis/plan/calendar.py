"""The dates of a plan as a calendar file (iCalendar, RFC 5545)."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, timedelta

from analysis.journal import Block, Plan, plan_as_data

OCTETS_A_LINE = 75  # without the line break (RFC 5545, section 3.1)
PRODUCT = "-//Cramp Journal//Plan 1//EN"
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def write_calendar(plan: Plan, *, named: bool = False) -> bytes:
    """An event for every block to come, one for the morning after the last night, as all-day events.

    It tells dates and on or off, nothing of the patient or the journal; what is tried only where ``named``:
    calendars are often kept on other people's computers. The same plan gives the same identifiers, so that
    importing it twice does not double it.
    """
    told = json.dumps(plan_as_data(plan), sort_keys=True).encode("utf-8", "replace")
    mark = hashlib.sha256(told).hexdigest()[:32]
    stamp = f"{plan.made_on:%Y%m%d}T120000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for number, (first, last, summary, note) in enumerate(_events(plan, named=named), start=1):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{mark}-{number}@cramp-journal.invalid",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(summary)}",
            f"DESCRIPTION:{_text(note)}",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode("utf-8")


def _events(plan: Plan, *, named: bool) -> Iterable[tuple[date, date, str, str]]:
    """First day, last day, title and note of each event."""
    to_come = [block for block in plan.blocks if block.last >= plan.start]
    for place, block in enumerate(to_come, start=1):
        yield block.first, block.last, _title(plan, block, place, len(to_come), named=named), _note(block)
    after = plan.end + timedelta(days=1)
    yield after, after, "Diary plan: over", "Bring the diary and the plan to the next visit."


def _title(plan: Plan, block: Block, place: int, number: int, *, named: bool) -> str:
    if plan.kind == "watch":
        return "Diary plan: keep the diary"
    what = f" ({' '.join(plan.what.split())})" if named and plan.what.strip() else ""
    part = f", part {place} of {number}" if number > 1 else ""
    return f"Diary plan: {'on' if block.on else 'off'}{what}{part}"


def _note(block: Block) -> str:
    told = "Each night named by the date of its evening. Write 0 for a night without a cramp."
    if block.carry_over:
        one = block.carry_over == 1
        first = "The first night is" if one else f"The first {block.carry_over} nights are"
        told += f" {first} for the switch and left out when it is compared."
    return told


def _text(words: str) -> str:
    """A value of type TEXT (RFC 5545, section 3.3.11); other control characters have no place in one."""
    kept = (letter for letter in words if letter == "\n" or letter.isprintable())
    return "".join(_ESCAPED.get(letter, letter) for letter in kept)


def _folded(line: str) -> Iterable[str]:
    """A line in parts of at most 75 octets, the later ones after a space; no letter is cut."""
    part, room = "", OCTETS_A_LINE
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if size > room:
            yield part
            part, room = " ", OCTETS_A_LINE - 1
        part, room = part + letter, room - size
    yield part

"""What was typed on screen, each entry in one line."""

from datetime import date

from analysis.journal import Added
from analysis.words.labels import CHANGED
from analysis.words.speech import between, capital, day

LEFT_OUT = "its nights are left out of every rate"


def say_added(entry: Added) -> str:
    """One entry as it was typed, with its date: for the screen.

    >>> say_added(Added("Remarks", {"night of": "2025-03-02", "remark": "ankle red"}))
    'Night of 2 March 2025: “ankle red”'
    """
    cells = entry.cells
    dose = " ".join(part for part in (cells.get("dose", ""), cells.get("unit", "")) if part)
    if entry.title == "Medication changes":
        medicine = " ".join(part for part in (cells["medication"], dose) if part)
        why = f" ({cells['reason']})" if cells.get("reason") else ""
        return f"{capital(medicine)} {CHANGED[cells['change']]}, {_day(cells['night of'])}{why}"
    if entry.title == "Taken since before":
        return f"{capital(cells['medication'])} {dose}".strip() + ", taken since before the journal"
    if entry.title == "Single intakes":
        return f"{capital(cells['medication'])} {dose}".strip() + f" taken, {_day(cells['night of'])}"
    if entry.title == "Blood tests":
        found = f"{capital(cells['test'])} {cells['result']} {cells.get('unit', '')}".strip()
        given = [cells.get(end, "") or "…" for end in ("low", "high")]
        bounds = f" (range given: {' to '.join(given)})" if given != ["…", "…"] else ""
        return f"{found}{bounds}, {_day(cells['date'])}"
    if entry.title == "Events":
        first, last = (date.fromisoformat(cells[name]) for name in ("first_night", "last_night"))
        when = day(first) if first == last else between(first, last)
        return f"{capital(cells['event'])}, {when}" + (f"; {LEFT_OUT}" if cells.get("left_out") else "")
    return f"Night of {_day(cells['night of'])}: “{cells['remark']}”"


def _day(written: str) -> str:
    return day(date.fromisoformat(written))

"""A plan as a CSV of its own, and that file read back: one row a block."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from analysis.journal.cells import read_date_column
from analysis.journal.model import Column
from analysis.journal.plans import LONGEST_WHAT, MOST_NIGHTS, Block, Plan, Told
from analysis.journal.receipts import Draft, guarded, to_csv
from analysis.journal.tables import RawTable

HEADERS = (
    "plan block",
    "first night",
    "last night",
    "on or off",
    "carry-over nights",
    "tried",
    "field",
    "kind of plan",
    "plan made on",
    "seed",
    "columns to keep",
    "chances told",
)
KIND = "plan"
OF = " of "  # between a chance and the number of futures that it was told from
_DATES = ("first night", "last night", "plan made on")
_DAMAGED = "This plan cannot be read as it was written; give the file as it was downloaded, or the page."
_BOTH = {"on": True, "off": False}


def export_plan(plan: Plan) -> bytes:
    """A plan as CSV (UTF-8 with BOM), which reading takes back."""
    expected = "; ".join(_written(told) for told in plan.expected)
    of_plan = (
        plan.what,
        plan.field or "",
        plan.kind,
        plan.made_on.isoformat(),
        "" if plan.seed is None else str(plan.seed),
        "; ".join(plan.columns),
        expected,
    )
    rows = (
        (
            str(number),
            block.first.isoformat(),
            block.last.isoformat(),
            "on" if block.on else "off",
            str(block.carry_over),
            *of_plan,
        )
        for number, block in enumerate(plan.blocks, start=1)
    )
    return to_csv([HEADERS, *rows])


def is_plan(headers: Sequence[str]) -> bool:
    """Whether a table is a plan, by its header as `export_plan` writes it."""
    return [name.strip().lower() for name in headers if name.strip()] == list(HEADERS)


def read_plan(table: RawTable, draft: Draft) -> Plan | None:
    """The plan of a table; None where any of its rows is not as it was written: a plan with a block less
    would be another plan."""
    draft.open(table)
    draft.kind, draft.taken_for = KIND, "it has the header of a plan that was made here"
    draft.columns = [
        Column(header, KIND, None, "") if header.strip() else Column(header, None) for header in table.headers
    ]
    place = {name.strip().lower(): at for at, name in enumerate(table.headers)}
    cells = {name: [row[place[name]].strip() for row in table.rows] for name in HEADERS}
    dates = {name: read_date_column(cells[name], None, date.max) for name in _DATES}
    read = {
        name: [None if value is None else value.date() for value in column.values]
        for name, column in dates.items()
    }
    blocks: list[Block] = []
    for at in range(len(table.rows)):
        first, last = read["first night"][at], read["last night"][at]
        on, carried = cells["on or off"][at].lower(), cells["carry-over nights"][at]
        if first is None or last is None or on not in _BOTH or not _is_number(carried):
            draft.reject(at, None, "this is no block of a plan", "give the file as it was downloaded")
        else:
            blocks.append(Block(first, last, _BOTH[on], int(carried)))
    try:
        plan = _plan(cells, read["plan made on"], blocks)
    except ValueError:
        plan = None
    if plan is None or len(blocks) < len(table.rows):
        for at in range(len(table.rows)):
            if draft.status[at] == 0:
                draft.reject(at, None, "the plan that this block belongs to cannot be read")
        draft.fail("plan_damaged", _DAMAGED)
        return None
    return plan


def _plan(cells: dict[str, list[str]], made: list[date | None], blocks: list[Block]) -> Plan:
    whole: dict[str, Any] = {}
    for name in HEADERS[5:]:
        if len(set(cells[name])) != 1:
            raise ValueError("one plan a file")
        whole[name] = cells[name][0]
    if made[0] is None:
        raise ValueError("no date")
    what = whole["tried"]
    if guarded(what[1:]) == what:  # as a spreadsheet was kept from computing it
        what = what[1:]
    return Plan(
        made_on=made[0],
        kind=whole["kind of plan"],
        what=what[:LONGEST_WHAT],
        blocks=tuple(blocks),
        field=whole["field"] or None,
        seed=int(whole["seed"]) if whole["seed"] else None,
        columns=tuple(name for name in whole["columns to keep"].split("; ") if name),
        expected=tuple(_told(each) for each in whole["chances told"].split("; ") if each),
    )


def _written(told: Told) -> str:
    of = "" if told.futures is None else f"{OF}{told.futures}"
    return f"{told.fall!r}: {told.chance!r}{of}"


def _told(written: str) -> Told:
    fall, _, rest = written.partition(": ")
    chance, of, futures = rest.partition(OF)
    if of and not _is_number(futures):
        raise ValueError("a number of futures")
    return Told(float(fall), float(chance), int(futures) if of else None)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_NIGHTS))

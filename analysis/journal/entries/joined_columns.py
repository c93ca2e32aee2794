"""Several columns of one field: counts by side add up, numbered columns tell of one cramp each, and otherwise
the first filled cell counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from analysis.journal.cells import vocabulary
from analysis.journal.columns import Plan, ReadAs, tells_apart
from analysis.journal.entries.derived_counts import without_derived
from analysis.journal.fields import ADD_UP_IN_COLUMNS, Field
from analysis.journal.receipts import Draft

Column = tuple[Plan, list[Any]]
_NUMBERS = frozenset({"count", "number", "amount", "duration", "scale"})


def joined(known: Field, columns: Sequence[Column], draft: Draft) -> list[Any]:
    """The values of a field that one or more columns give, one for each row; what differs is listed."""
    columns = _whole_days(known, columns, draft)
    if len(columns) == 1:
        return columns[0][1]
    if known.name == "cramps":
        return _counts(columns, draft)
    if known.table == "cramp" and tells_apart([plan for plan, _ in columns]):
        return [_of_all(known, cells) for cells in zip(*(values for _, values in columns), strict=True)]
    values = list(columns[0][1])
    for plan, others in columns[1:]:
        for at, (first, second) in enumerate(zip(values, others, strict=True)):
            if second is None or second == first:
                continue
            if first is None:
                values[at] = second
            elif known.name in ADD_UP_IN_COLUMNS:
                values[at] = first + second
            elif known.name == "recorded_at":
                values[at] = max(first, second)
            elif isinstance(first, tuple):
                values[at] = first + tuple(part for part in second if part not in first)
            elif known.kind == "text":
                values[at] = f"{first}; {second}"
            else:
                problem = f"two columns disagree on {known.label.lower()}; the first one counts"
                draft.note(at, plan.named, problem, "conflict")
    return values


def _whole_days(known: Field, columns: Sequence[Column], draft: Draft) -> Sequence[Column]:
    """The columns with the parts of a day added up, where every part is told; a part is no day's amount."""
    parts = [
        column
        for column in columns
        if column[0].heading.day_part and column[0].why != ReadAs.MAPPED and not column[0].own
    ]
    whole = [column for column in columns if not any(column is part for part in parts)]
    if not parts:
        return columns
    first = parts[0][0]
    if whole or len(parts) == 1:
        for plan, _ in parts:
            draft.note(None, plan.named, _ONLY_A_PART, "not_mapped", "map it if it holds the whole day")
            draft.columns[plan.position] = replace(
                draft.columns[plan.position], field=None, why="a part of the day"
            )
        return whole or [(first, [None] * len(parts[0][1]))]
    added: list[Any] = []
    for at, cells in enumerate(zip(*(values for _, values in parts), strict=True)):
        told = [cell for cell in cells if cell is not None]
        added.append(sum(told) if len(told) == len(cells) else None)
        if told and added[-1] is None:
            problem = f"a part of the day's {known.label.lower()} is missing, so that the rest is not used"
            draft.note(at, first.named, problem, "set_aside", "write 0 where there was none")
    return [(first, added)]


_ONLY_A_PART = "this is a part of the day alone, so that it is not used"


def by_cramp(columns: Sequence[Column]) -> dict[int, list[Any]]:
    """The values of columns that tell of a first, second and third cramp, by its number; empty for others."""
    plans = [plan for plan, _ in columns]
    if not tells_apart(plans):
        return {}
    if any(plan.heading.number is not None for plan in plans):
        # "Time, Time 2, Time 3": the one without a number is the first.
        return {plan.heading.number or 1: values for plan, values in columns}
    return {at: values for at, (_, values) in enumerate(columns, start=1)}


def _of_all(known: Field, cells: Iterable[Any]) -> Any:
    """What the cells about several cramps say of the night: the worst, the longest, all times, both sides."""
    told = [cell for cell in cells if cell is not None]
    if not told:
        return None
    if known.kind in _NUMBERS or known.kind == "yes_no":
        return max(told)
    if known.kind == "side":
        return told[0] if len(set(told)) == 1 else "both"
    if isinstance(told[0], tuple):
        return tuple(dict.fromkeys(part for cell in told for part in cell))
    return told[0]


def _counts(columns: Sequence[Column], draft: Draft) -> list[float | None]:
    """The cramps of every row: the number of all, or the sum over sides, muscles or numbered cramps, the
    larger of them. A difference that a mere yes does not explain is listed.
    """
    alone: list[Column] = []
    groups: dict[str, dict[str, list[Column]]] = defaultdict(lambda: defaultdict(list))
    for plan, values in columns:
        group, key = _part(plan)
        if group:
            groups[group][key].append((plan, values))
        else:
            alone.append((plan, values))
    sources: list[tuple[Plan, list[float | None]]] = list(alone)
    for parts in groups.values():
        of_part = [
            [_largest(cells) for cells in zip(*(values for _, values in found), strict=True)]
            for found in parts.values()
        ]
        last = next(reversed(parts.values()))[-1][0]
        sources.append((last, [_sum(cells) for cells in zip(*of_part, strict=True)]))
    sources = list(without_derived(sources, draft))
    answers = [{value for value in values if value is not None} <= {0.0, 1.0} for _, values in sources]
    counts = [_largest(cells) for cells in zip(*(values for _, values in sources), strict=True)]
    for (plan, values), is_answer in zip(sources, answers, strict=True):
        for at, (value, count) in enumerate(zip(values, counts, strict=True)):
            if value is not None and count is not None and value != count and (value == 0 or not is_answer):
                problem = "two columns disagree on the cramps; the larger number counts"
                draft.note(at, plan.named, problem, "conflict")
    return counts


def _part(plan: Plan) -> tuple[str, str]:
    """Of which kind of parts a column counts one ("side", "muscle", "both" or "number"), and which part."""
    if plan.heading.part is not None:
        words = plan.heading.part.split()
        if len(words) > 1:
            return "both", plan.heading.part
        return "side" if words[0] in set(vocabulary("side").values()) else "muscle", words[0]
    if plan.heading.number is not None:
        return "number", str(plan.heading.number)
    return "", ""


def _largest(cells: Iterable[float | None]) -> float | None:
    return max((cell for cell in cells if cell is not None), default=None)


def _sum(cells: Iterable[float | None]) -> float | None:
    told = [cell for cell in cells if cell is not None]
    return sum(told) if told else None

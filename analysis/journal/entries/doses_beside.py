"""The doses that stand in a column beside a diary's or a cramp log's medicine, written beside its name."""

from analysis.journal.columns import DOSES_BESIDE, Plan, TablePlan
from analysis.journal.entries.row_medicines import side_by_side
from analysis.journal.medicines import Memory


def join_doses(plan: TablePlan, texts: list[list[str]]) -> None:
    """Writes the dose of each row behind the medicine that it names: "Ibuprofen" and "400 mg"."""
    beside = [column for column in plan.columns if column.why == DOSES_BESIDE]
    if not beside:
        return
    medicine = plan.of("medication")[0].position
    doses = [_in_its_unit(row, beside) for row in zip(*texts, strict=True)]
    memory: Memory = {}
    joined = {
        (name, dose): "; ".join(
            f"{each} {of_it[0] or ''}".strip() for each, of_it in side_by_side(name, [dose], memory)
        )
        for name, dose in set(zip(texts[medicine], doses, strict=True))
        if name and dose
    }
    texts[medicine] = [
        joined.get((name, dose), name) for name, dose in zip(texts[medicine], doses, strict=True)
    ]


def _in_its_unit(row: tuple[str, ...], beside: list[Plan]) -> str:
    """The dose of a row with its unit: its own, that of the column beside it, or that of the heading."""
    dose, *unit = [row[column.position] for column in beside]
    if not dose[-1:].isdecimal():
        return dose
    return f"{dose} {(unit[0] if unit else '') or beside[0].heading.unit or ''}".strip()

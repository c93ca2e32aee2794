"""What stands in columns beside a diary's or a cramp log's medicine, written beside its name: its dose, and
whether it was taken.
"""

from analysis.journal.columns import STATUSES, Plan, ReadAs, TablePlan, blank_says, said_of_dose
from analysis.journal.entries.row_medicines import side_by_side
from analysis.journal.medicines import Memory, said_of_intake
from analysis.journal.receipts import Draft


def join_doses(plan: TablePlan, texts: list[list[str]]) -> None:
    """Writes the dose of each row behind the medicine that it names: "Ibuprofen" and "400 mg"."""
    beside = [column for column in plan.columns if column.why == ReadAs.DOSES_BESIDE]
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


def join_statuses(plan: TablePlan, texts: list[list[str]], draft: Draft) -> None:
    """Writes "no" before each medicine that the column beside it says was not taken. Where a cell there says
    neither, the row's medicine is set aside: it may or may not have been taken.
    """
    for column in plan.columns:
        if column.why not in STATUSES or column.field is not None:
            continue
        medicine = plan.of("medication")[0].position
        written = texts[column.position]
        told = {text: _as_status(column.why, text) for text in set(written)}
        memory: Memory = {}
        pairs = set(zip(texts[medicine], written, strict=True))
        joined = {(name, text): _in_words(name, told[text], memory) for name, text in pairs}
        for at, (name, text) in enumerate(zip(texts[medicine], written, strict=True)):
            if name and told[text] is None:
                draft.note(at, column.named, _NOT_SAID, "set_aside", "write yes or no", text or None)
        if (problem := blank_says(column.why)) is not None and not all(
            text for name, text in zip(texts[medicine], written, strict=True) if name
        ):
            draft.note(None, column.named, problem, "assumed", "map it as not used, if that is wrong")
        texts[medicine] = [joined[pair] for pair in zip(texts[medicine], written, strict=True)]


_NOT_SAID = "this does not say whether the medicine beside it was taken"


def _as_status(how: str, text: str) -> str | None:
    said = said_of_intake(said_of_dose(how, text) or "?")
    return said if said in ("taken", "not taken") else None


def _in_words(name: str, said: str | None, memory: Memory) -> str:
    """The medicines of a cell as a diary would write what was said of them; "" where that is not known."""
    if said == "not taken" and not name:
        return "none"
    if said == "not taken":
        return "; ".join(f"no {each}" for each, _ in side_by_side(name, [None], memory))
    return name if said == "taken" else ""

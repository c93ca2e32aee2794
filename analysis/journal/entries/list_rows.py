"""What one row of a list of medicines says: a change, a stretch, or a medicine that is taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.journal.cells import alternatives, plain, vocabulary, words_of
from analysis.journal.entries.medicine_courses import end_of_course, night_of, turns_of
from analysis.journal.entries.parts_of_dates import end_of_year, note_year
from analysis.journal.entries.row_medicines import Beside, RowMedicines, says_as_needed
from analysis.journal.entries.table import Entries
from analysis.journal.entries.unnamed import is_unnamed
from analysis.journal.medicines import (
    ENDS,
    EVERY_MEDICINE,
    Change,
    Medicine,
    Memory,
    Statement,
    change_in_cell,
    compare_doses,
    dose_after,
    ends_every_medicine,
    exchange_beside,
    for_a_time,
    goes_on,
    is_no_change,
    is_not_made_yet,
    key_of,
    read_changes_in_text,
    resolve,
    said_of_intake,
    taken_or_not,
)

_NO_CHANGE = "this is no change of a medicine that is understood"
_HINT = "write start, stop, increase, decrease, pause or resume"
# A remark that begins so, and not "may be raised as needed".
_ONLY_AS_NEEDED = re.compile(
    r"(?:^|[.;,(])\s*(?:(?:only|taken|take|takes|used|use|nur|seulement) )*(?:"
    + alternatives(vocabulary("as needed"))
    + r")(?![a-z])"
)
_TO_A_DOSE = re.compile(r"(?<![a-z])(?:to|auf|a|naar|zu) \d|[>→➔⇒] ?\d")  # and not "by 10 mg"
_ARROW = re.compile(r" ?(?:-+>|=>|[→➔⇒]) ?")
_NAME_WORDS = 2
_SINCE = "write since when it is taken, if that is known"


@dataclass
class _Written:
    """What one row says of one name: the medicine with its dose, the reason, and what stands beside it."""

    at: int
    name: str
    medicine: Medicine
    reason: str | None
    beside: Beside


def _is_taken(said: str) -> bool:
    return said_of_intake(plain(said).strip(" .:!")) == "taken"


class ListRows:
    """The rows of one list, in the order of dates; ``doses`` are those told so far."""

    def __init__(self, entries: Entries, memory: Memory) -> None:
        self.entries, self.memory = entries, memory
        self.medicines = RowMedicines(entries, memory)
        self.doses: dict[str, Medicine] = {}
        self.columns = {
            name: entries.column(name)
            for name in (
                "medication",
                "stop",
                "start",
                "change",
                "reason",
                "notes",
                "dose",
                "dose_unit",
                "schedule",
            )
        }
        self.spans = bool(
            (entries.date_plan and entries.date_plan.field == "start") or entries.plan.of("stop")
        )

        self.last_is_taken = any(
            plain(plan.header).strip(" :.") in words_of("last day that is taken")
            for plan in entries.plan.of("stop")
        )

    def read(self, at: int) -> list[Statement]:
        name = self.columns["medication"][at]
        if not name and not self.entries.plan.of("medication"):
            return self._sentences(at)
        if is_unnamed(self.entries, at, name):
            return []
        reason = self.columns["reason"][at] or self.columns["notes"][at]
        told: list[Statement] = []
        for each, beside in self.medicines.of(at, name):
            medicine = self.medicines.medicine(at, each, beside)
            row = _Written(at, each, medicine, reason, beside)
            told += self._span(row) if self.spans else self._with_its_end(row, self._change(row))
        if not self._as_needed(at):
            return told
        problem = "taken as needed, so that it makes no change and cuts no comparison"
        self.entries.draft.note(at, None, problem, "assumed", "write each intake, if they matter")
        return [replace(one, as_needed=True) for one in told]

    def _told(self, row: _Written, night: int | None, said: str, one: Medicine | None = None) -> Statement:
        medicine = row.medicine if one is None else one
        if one is not None and one.dose is None:
            medicine = replace(one, dose=row.medicine.dose, unit=row.medicine.unit)
        if said in ENDS:
            was = medicine if resolve(row.name, self.memory).dose else replace(medicine, dose=None, unit=None)
            medicine = replace(was, as_written=medicine.name, per_day=None)
        return Statement(night, medicine, said, self.entries.draft.name, row.reason)  # type: ignore[arg-type]

    def _span(self, row: _Written) -> list[Statement]:
        """A medicine with its first and last day, its pause and how long it was taken."""
        ends: Change = "pause" if change_in_cell(row.beside.change or "") == "pause" else "stop"
        turns = turns_of(self.entries, row.at, ends=ends, last_is_taken=self.last_is_taken)
        return [
            replace(self._told(row, turn.night, turn.said), through=turn.through, stretch=turns[0].night)
            for turn in turns
        ]

    def _with_its_end(self, row: _Written, told: list[Statement]) -> list[Statement]:
        """A start with the end that the row tells by how long it was taken."""
        begun = told[-1] if told and told[-1].said not in ENDS else None
        ended = end_of_course(self.entries, row.at, begun.night) if begun else None
        return told if ended is None else [*told, self._told(row, ended, "stop")]

    def _change(self, row: _Written) -> list[Statement]:
        moment = self.entries.dates[row.at]
        if moment is None and row.beside.change and change_in_cell(row.beside.change) in ENDS:
            moment = end_of_year(self.entries, row.at)
        if moment is None:
            return self._undated(row)
        night = night_of(moment)
        if exchanged := self._exchanged(row, night):
            return exchanged
        key = key_of(row.medicine)
        before = self.doses.get(key)
        if before is not None and row.medicine.dose is not None and row.medicine.unit is None:
            row.medicine = replace(row.medicine, unit=before.unit)
        said = row.beside.change
        self._remember(key, row.medicine)
        if said:
            unchanged = row.medicine.dose and is_no_change(said)
            if not unchanged and (change := change_in_cell(said)):
                medicine = EVERY_MEDICINE if ends_every_medicine(row.name) else None
                return [self._told(row, night, change, medicine)]
            if told := self._told_in(said, row.name):
                return self._as_told(row, night, said, told)
            if not goes_on(said) and not self._is_another_dose(row, said, before):
                self._forget(key, before)
                return []
        elif told := read_changes_in_text(row.name, self.memory):
            return [self._told(row, night, kind, one) for kind, one in told]
        return self._by_dose(row, night, before)

    def _exchanged(self, row: _Written, night: int) -> list[Statement]:
        """The end of one medicine and the start of another where a row says that one was taken for the other:
        in the cell of its change, or by an arrow between two names. The dose beside it is that of the new.
        """
        name, *others = _ARROW.split(row.name, maxsplit=1)
        told = exchange_beside(f"-> {plain(others[0])}" if others else plain(row.beside.change or ""))
        if told is None:
            return []
        other, named = resolve(told[1], self.memory), resolve(name, self.memory)
        if None in (other.generic, named.generic) or other.generic == named.generic:
            return []
        dose = row.medicine if named.generic == row.medicine.generic else named
        old, new = (named, other) if told[0] == "start" else (other, dose)
        self.doses.pop(key_of(old), None)
        if new.dose is None and row.beside.dose:
            new = replace(new, dose=row.medicine.dose, unit=row.medicine.unit)
        self._remember(key_of(new), new)
        source = self.entries.draft.name
        ended = Statement(
            night, replace(old, as_written=old.name, dose=None, unit=None), "stop", source, row.reason
        )
        return [ended, Statement(night, new, "start", source, row.reason)]

    def _as_told(
        self, row: _Written, night: int, said: str, told: Sequence[tuple[Change, Medicine]]
    ) -> list[Statement]:
        """The changes that the sentence beside a name tells."""
        kinds = {kind for kind, _ in told}
        if len(kinds) > 1:
            return [self._told(row, night, kind, one) for kind, one in told]
        row.medicine = self._at_told_dose(row, said, told)
        self._remember(key_of(row.medicine), row.medicine)
        return [self._told(row, night, for_a_time(said, kinds.pop()))]

    def _is_another_dose(self, row: _Written, said: str, before: Medicine | None) -> bool:
        """Whether a row whose word of change is not understood still has another dose than the one taken;
        else the row is rejected: it may be a start as well as an end.
        """
        plan, draft = self.entries.plan, self.entries.draft
        header = next((column.named for column in (*plan.of("change"), *plan.of("dose"))), None)
        if before is None or not compare_doses(before, row.medicine):
            draft.reject(row.at, header, _NO_CHANGE, _HINT, said)
            return False
        draft.note(row.at, header, _NO_CHANGE, "set_aside", _HINT, said)
        return True

    def _forget(self, key: str, before: Medicine | None) -> None:
        """Takes back the dose of a row that is not used."""
        self.doses.pop(key, None)
        if before is not None:
            self.doses[key] = before

    def _remember(self, key: str, medicine: Medicine) -> None:
        """Keeps the dose that is taken from now on, where it is told or follows from the one before."""
        before = self.doses.get(key)
        medicine = medicine if before is None else dose_after(medicine, before)
        if medicine.dose is not None or before is None:
            self.doses[key] = medicine

    def _told_in(self, said: str, name: str) -> list[tuple[Change, Medicine]]:
        """The changes that a cell beside a name tells, whichever of the two a sentence has first."""
        if is_not_made_yet(said):
            return []
        for text in (f"{said} {name}", said, f"{plain(resolve(name, self.memory).name)} {said}"):
            if told := read_changes_in_text(text, self.memory):
                return told
        return []

    def _at_told_dose(self, row: _Written, said: str, told: Sequence[tuple[Change, Medicine]]) -> Medicine:
        """The medicine at the dose that its change names, "tapered to 30 mg", where no column holds one."""
        kind, one = told[0]
        medicine = row.medicine
        if one.multiplied or one.difference:
            medicine = replace(medicine, multiplied=one.multiplied, difference=one.difference)
        begins = kind in ("start", "resume")
        names_it = (_TO_A_DOSE.search(plain(said)) or begins) and kind not in ENDS
        if len(told) > 1 or one.dose is None or not names_it or row.beside.dose:
            return medicine
        unit = one.unit or medicine.unit
        return replace(medicine, as_written=medicine.name, dose=one.dose, unit=unit,
                       dose_before=one.dose_before)  # fmt: skip

    def _undated(self, row: _Written) -> list[Statement]:
        """What a row without a day says: a medicine that is taken, since nobody knows when. When one was
        changed has to have a date.
        """
        draft = self.entries.draft
        said = row.beside.change or ""
        begins = not said or goes_on(said)
        if not begins and self.entries.date_plan is not None:
            begins = change_in_cell(said) in ("start", "resume") or _is_taken(said)
        if begins and not read_changes_in_text(row.name, self.memory) and row.medicine.dose != 0:
            if row.at in self.entries.parts.get("date", {}):
                note_year(self.entries, row.at)
            else:
                draft.note(row.at, None, "no date is written; read as taken all along", "assumed", _SINCE)
            self._remember(key_of(row.medicine), row.medicine)
            return [self._told(row, None, "all along")]
        draft.reject(row.at, None, "the row has no date", "write when it was changed, such as 2024-03-12")
        return []

    def _by_dose(self, row: _Written, night: int, before: Medicine | None) -> list[Statement]:
        """What a row without a word of change means: the first one a start, another dose a step."""
        draft = self.entries.draft
        if row.medicine.dose == 0:
            return [self._told(row, night, "stop")]
        if before is None and (had := row.medicine.dose_before) is not None:
            way = compare_doses(replace(row.medicine, dose=had), row.medicine)
            if way:
                return [self._told(row, night, "increase" if way > 0 else "decrease")]
        if before is not None and (by := row.medicine.difference):
            return [self._told(row, night, "increase" if by.amount > 0 else "decrease")]
        same = before is not None and (before.dose is None or row.medicine.dose in (None, before.dose))
        if before is not None and same and (way := compare_doses(before, row.medicine)):
            return [self._told(row, night, "increase" if way > 0 else "decrease")]
        if before is not None and (same or before.unit != row.medicine.unit):
            draft.reject(row.at, None, "the row does not say what changed", _HINT)
            return []
        change = "start"
        if before is not None and before.dose is not None and row.medicine.dose is not None:
            change = "increase" if row.medicine.dose > before.dose else "decrease"
        draft.note(row.at, None, f"what changed is not written; read as {change}", "assumed", _HINT)
        return [self._told(row, night, change)]

    def _sentences(self, at: int) -> list[Statement]:
        """The changes of a table without a column for the medicine: what the row's sentences tell."""
        moment = self.entries.dates[at]
        said = [self.columns[name][at] for name in ("change", "notes")]
        found = [change for text in said if text for change in read_changes_in_text(text, self.memory)]
        for kind, one in found:
            if kind in ENDS:
                self.doses.pop(key_of(one), None)
            elif one.dose is not None:
                self.doses[key_of(one)] = one
        if moment is not None and not found and (row := self._only_a_dose(at)) is not None:
            before = self.doses.get(key_of(row.medicine))
            self.doses[key_of(row.medicine)] = row.medicine
            return self._by_dose(row, night_of(moment), before)
        if moment is None or not found:
            self.entries.draft.reject(at, None, "the row tells of no change of a medicine", _HINT)
            return []
        name = self.entries.draft.name
        return [Statement(night_of(moment), one, kind, name) for kind, one in found]

    def _only_a_dose(self, at: int) -> _Written | None:
        """A row that names a medicine at a dose and nothing else: "prednisone 10 mg"."""
        text = self.columns["change"][at] or ""
        one = resolve(text, self.memory)
        if one.generic is None or one.dose is None:
            return None
        # Only as many words as a name has: "asked about prednisone 10 mg" changes nothing.
        if len(one.name.split()) > max(len(one.generic.split()), _NAME_WORDS):
            return None
        said = {told.said for told in taken_or_not(text, "", self.memory)}
        return _Written(at, text, one, None, Beside()) if one.dose == 0 or said == {"taken"} else None

    def _as_needed(self, at: int) -> bool:
        cells = [self.columns[name][at] for name in ("medication", "dose", "change", "schedule")]
        remarks = [self.columns[name][at] for name in ("notes", "reason")] if self.spans else []
        return says_as_needed(" ".join(filter(None, cells))) or any(
            _ONLY_AS_NEEDED.search(plain(remark)[:400]) for remark in remarks if remark
        )

"""The statements about one medicine, in order -> its spells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.statements import (
    ENDS,
    Change,
    Statement,
    compare_doses,
    dose_after,
    key_of,
    same_dose,
    with_dose_of,
)


@dataclass(frozen=True)
class Spell:
    """A medicine taken at one dose from ``first`` to ``last`` [days since 1970-01-01], None where open.

    ``began`` and ``ended`` are the changes at either end, ``ended_as`` how the end wrote the name.
    ``as_needed``: said to be taken only now and then. ``through``: the night after ``last`` may be its own.
    """

    medicine: Medicine
    first: int | None
    last: int | None
    began: Change = "start"
    ended: Change = "stop"
    sources: tuple[str, ...] = ()
    why: str | None = None
    why_ended: str | None = None
    ended_as: str = ""
    as_needed: bool = False
    through: bool = False

    @property
    def key(self) -> str:
        return key_of(self.medicine)

    def holds(self, night: int) -> bool:
        return (self.first is None or self.first <= night) and (self.last is None or night <= self.last)


def spells_of(events: Sequence[Statement]) -> list[Spell]:
    """The spells of one medicine. What says again what is known already changes nothing: a start while it is
    taken at that dose, a stop while it is not taken.
    """
    lane = _Lane()
    for event in events:
        if event.said in ENDS:
            lane.end(event)
        elif event.said in ("increase", "decrease"):
            lane.step(event)
        elif event.said == "all along":
            lane.all_along(event)
        else:
            lane.begin(event)
    return lane.spells


class _Lane:
    """Spells as they grow; the last of ``spells`` is the one that is being taken where it is open."""

    def __init__(self) -> None:
        self.spells: list[Spell] = []
        self.stretches: dict[str, int] = {}  # the latest first night that each list told

    @property
    def now(self) -> Spell | None:
        return self.spells[-1] if self.spells and self.spells[-1].last is None else None

    def all_along(self, event: Statement) -> None:
        if self.now is not None:
            self._tell_dose(event)
        elif self.spells:
            self.begin(replace(event, said="start"))
        else:
            self.spells.append(_spell(event, None, "start"))

    def begin(self, event: Statement) -> None:
        night = event.night
        if event.stretch is not None:
            self.stretches[event.source] = event.stretch
        if self.now is not None:
            if self.now.as_needed != event.as_needed and night is not None and event.said != "taken":
                if self.now.first is not None and night <= self.now.first:
                    self.spells.pop()
                else:
                    self.spells[-1] = replace(self.now, last=night - 1)
                self.spells.append(_spell(event, night, "start"))
            elif same_dose(self.now.medicine, _with_what_is_told(event, self.now.medicine).medicine):
                self._tell_dose(event)
            else:
                self.step(event)
            return
        before = self.spells[-1] if self.spells else None
        if before is not None and before.through and night is not None and before.last == night - 2:
            # "3 to 13 January" and on "from 14 January": the end is the last day.
            before = self.spells[-1] = replace(before, last=night - 1)
        again = before is not None and night is not None and before.last == night - 1
        if before is not None and again and same_dose(before.medicine, event.medicine):
            # Stopped and started on one night, as a brand is changed to its generic: nothing changed.
            self.spells[-1] = _with_source(replace(before, last=None, ended="stop", why_ended=None), event)
            self._tell_dose(event)
            return
        resumed = event.said == "resume" or (before is not None and before.ended == "pause")
        if event.said == "resume" and before is not None and event.medicine.dose is None:
            event = replace(event, medicine=with_dose_of(event.medicine, before.medicine))
        self.spells.append(_spell(event, night, "resume" if resumed else "start"))

    def step(self, event: Statement) -> None:
        """Another dose from this night on."""
        night = event.night
        now = self.now
        if now is None:
            if self.spells or night is None:
                self.begin(replace(event, said="start"))
                return
            before = replace(event.medicine, dose=event.medicine.dose_before)
            before = before if before.dose is not None else replace(before, unit=None)
            now = _spell(replace(event, medicine=before, reason=None), None, "start")
            self.spells.append(now)
        event = _with_what_is_told(event, now.medicine)
        taken = _once_a_day(now.medicine, event)
        if event.medicine.dose is not None and compare_doses(taken, event.medicine) == 0:
            return
        if night is None or (now.first is not None and night <= now.first):
            # Written again for the same night: the dose is corrected.
            self._tell_dose(event, corrected=True)
            return
        way = compare_doses(taken, event.medicine)
        self.spells[-1] = replace(now, last=night - 1)
        said = event.said if event.said in ("increase", "decrease") else "increase"
        self.spells.append(_spell(event, night, ("increase" if way > 0 else "decrease") if way else said))

    def end(self, event: Statement) -> None:
        assert event.night is not None
        if event.stretch is not None and self.stretches.get(event.source, event.stretch) > event.stretch:
            return  # the list has begun another stretch since, at another dose or under another name
        now = self.now
        if now is None:
            if self.spells:
                return
            now = _spell(replace(event, reason=None), None, "start")
            self.spells.append(now)
        if now.first is not None and event.night <= now.first:
            # Ended before it was taken for a night: what stood before it goes to its end.
            self.spells.pop()
            if self.spells and self.spells[-1].last == event.night - 1:
                now = self.spells[-1]
            else:
                return
        self.spells[-1] = _with_source(
            replace(
                now,
                last=event.night - 1,
                ended=event.said,  # type: ignore[arg-type]
                why_ended=event.reason,
                ended_as=event.medicine.name,
                through=event.through,
            ),
            event,
        )

    def _tell_dose(self, event: Statement, *, corrected: bool = False) -> None:
        now = self.now
        if now is not None:
            if event.medicine.dose is not None and (now.medicine.dose is None or corrected):
                now = replace(now, medicine=with_dose_of(now.medicine, event.medicine))
            elif event.medicine.per_day and now.medicine.per_day is None:
                now = replace(now, medicine=replace(now.medicine, per_day=event.medicine.per_day))
            elif now.medicine.unit is None and now.medicine.dose is not None and event.medicine.unit:
                now = replace(now, medicine=replace(now.medicine, unit=event.medicine.unit))
            self.spells[-1] = _with_source(now, event)


def _with_what_is_told(event: Statement, now: Medicine) -> Statement:
    """A step without a dose: "halved" of the dose that is taken, 10 mg less, or the same dose another number
    of times."""
    told = event.medicine
    if event.said == "taken" or now.dose is None or told.dose is not None:
        return event
    if told.multiplied or told.difference:
        told = dose_after(told, now)
    elif told.per_day:
        told = replace(told, dose=now.dose, unit=now.unit)
    if told.dose is not None:
        told = replace(told, per_day=told.per_day or now.per_day)
    return replace(event, medicine=told)


def _once_a_day(now: Medicine, event: Statement) -> Medicine:
    """A medicine of which nothing else is told is taken daily, as against less than daily from now on."""
    rarely = event.said == "decrease" and event.medicine.per_day is not None and event.medicine.per_day < 1
    return replace(now, per_day=1.0) if rarely and now.per_day is None else now


def _spell(event: Statement, first: int | None, began: Change) -> Spell:
    sources = (event.source,) if event.source else ()
    return Spell(
        event.medicine, first, None, began, sources=sources, why=event.reason, as_needed=event.as_needed
    )


def _with_source(spell: Spell, event: Statement) -> Spell:
    if not event.source or event.source in spell.sources:
        return spell
    return replace(spell, sources=(*spell.sources, event.source))

"""Every medicine as it was taken: the record in words, and its tables."""

from collections.abc import Sequence
from datetime import date

from analysis.measures import Against, Course, Intake, Rate, SpellRate
from analysis.words.labels import medicine
from analysis.words.refusals import missing_briefly
from analysis.words.rows import Row, rate_cells
from analysis.words.speech import (
    Wording,
    between,
    capital,
    count,
    cramps_a_week,
    day,
    ends,
    fixed,
    listing,
    short_day,
)

MOST_SPELLS = 8  # in a line of the text


def table_spells(
    spells: Sequence[SpellRate], wording: Wording = "everyday", *, in_lines: bool = False
) -> list[Row]:
    """Every spell of every medicine: from when to when, at which dose, with its rate and what it is against
    the spell before and against the nights without it. A refused ratio says why.

    in_lines : each row is read as a line, in which "From: before; To: goes on" would be no sentence: one cell
        says when it was taken.
    """
    return [
        {
            "Medicine": capital(medicine(each.medication, each.generic)),
            **_when(each, in_lines=in_lines),
            "Dose": _taken(each),
            **rate_cells(each.rate, wording),
            "Against the spell before": _against(each.to_spell_before),
            "Against nights without it": _against(each.to_nights_without),
        }
        for each in spells
    ]


def _when(each: SpellRate, *, in_lines: bool) -> Row:
    if in_lines:
        return {"Taken": say_taken(each.first_night, each.last_night)}
    return {"From": each.first_night or "before the journal", "To": each.last_night or "goes on"}


def table_intakes(intakes: Sequence[Intake]) -> list[Row]:
    """What was taken now and then: one row a night and medicine."""
    return [
        {
            "Night": each.night,
            "Medicine": capital(medicine(each.medication, each.generic)),
            "Dose": _dose(each),
        }
        for each in intakes
    ]


def say_record(spells: Sequence[SpellRate], intakes: Sequence[Intake]) -> str:
    """What is taken now, and how often what is taken now and then; empty where no medicine is known."""
    now = [f"{_name(each)} {_taken(each)}".strip() for each in spells if each.last_night is None]
    ended = {_name(each) for each in spells} - {_name(each) for each in spells if each.last_night is None}
    said = []
    if now:
        said.append(f"Taken when the journal ends: {listing(now)}.")
    if ended and not now:
        verb = "is" if len(ended) == 1 else "are"
        said.append(f"{capital(listing(sorted(ended)))} {verb} no longer taken when the journal ends.")
    elif ended:
        said.append(f"{count(len(ended), 'medicine')} ended before.")
    if singles := _single_nights(intakes):
        said.append(f"Taken now and then: {listing(singles)}.")
    return " ".join(said)


def say_spell_note(wording: Wording = "everyday") -> str:
    """What the ratios of spells are not, to stand once under their table."""
    if wording == "clinical":
        return (
            "Rate ratios of spells are 95 % CIs outside the family of q-values and carry no verdict; "
            "the comparisons below do."
        )
    return (
        "These stretches stand side by side as they were. How they compare is a range and no answer: it is "
        "not counted among the questions that are tested. The comparisons below are."
    )


def say_spells_briefly(spells: Sequence[SpellRate], intakes: Sequence[Intake]) -> list[str]:
    """Plain lines: what is taken when the journal ends, each with its rate; what was taken before, the latest
    first; and the single intakes."""
    now = [each for each in spells if each.last_night is None]
    before = sorted(
        (each for each in spells if each.last_night is not None),
        key=lambda each: str(each.last_night),
        reverse=True,
    )
    return [
        *_line("Taken when the journal ends", now),
        *_line("Taken before", before),
        *([f"Taken now and then: {listing(singles)}."] if (singles := _single_nights(intakes)) else []),
    ]


def _line(lead: str, spells: Sequence[SpellRate]) -> list[str]:
    if not spells:
        return []
    said = [_spell(each) for each in spells[:MOST_SPELLS]]
    more = len(spells) - len(said)
    return [f"{lead}: {'; '.join([*said, *([f'{more} more'] if more else [])])}."]


def _spell(each: SpellRate) -> str:
    first, last = each.first_night, each.last_night
    if first is None:
        when = " since before the journal" if last is None else f" until {day(last)}"
    else:
        when = f" since {day(first)}" if last is None else f", {between(first, last)}"
    rate = "too few nights" if each.rate.per_week is None else cramps_a_week(each.rate.per_week)
    return f"{f'{_name(each)} {_taken(each)}'.strip()}{when} ({rate}, {count(each.rate.nights, 'night')})"


def _single_nights(intakes: Sequence[Intake]) -> list[str]:
    """``paracetamol on 38 nights``."""
    nights: dict[str, set[date]] = {}
    names: dict[str, str] = {}
    for each in intakes:
        key = each.generic or each.medication.casefold()
        names.setdefault(key, _name(each))
        nights.setdefault(key, set()).add(each.night)
    return [f"{names[key]} on {count(len(on), 'night')}" for key, on in nights.items()]


def say_taken(first: date | None, last: date | None) -> str:
    """When something was taken, short, for a cell: ``since 7 Apr 2025``, ``11–17 Aug 2025``, ``until 3 Aug
    2025``; open at both ends ``all the time``.

    >>> say_taken(date(2025, 8, 11), date(2025, 8, 17))
    '11–17 Aug 2025'
    """
    if first is None:
        return "all the time" if last is None else f"until {short_day(last)}"
    if last is None:
        return f"since {short_day(first)}"
    if first == last:
        return short_day(last)
    one_year = first.year == last.year
    one_month = one_year and first.month == last.month
    return f"{short_day(first, month=not one_month, year=not one_year)}–{short_day(last)}"


def _name(each: SpellRate | Intake) -> str:
    return medicine(each.medication, each.generic)


def _dose(each: SpellRate | Intake) -> str:
    return "" if each.dose is None else f"{each.dose:g} {each.unit or ''}".strip()


def _taken(each: SpellRate) -> str:
    """The dose with how often it is taken, where that is more or less than once a day."""
    often = "" if each.per_day in (None, 1) else f"× {each.per_day:.2g} a day"
    return ", ".join(filter(None, [f"{_dose(each)} {often}".strip(), "as needed" if each.as_needed else ""]))


def _against(one: Against | None) -> str:
    if one is None:
        return ""
    if one.reason is not None:
        return missing_briefly(one.reason, one.nights_needed)
    ratio = one.ratio
    known = "none before" if ratio.ratio is None else f"× {fixed(ratio.ratio, 2)}"
    return f"{known} ({ends(ratio.low, ratio.high, 2)})"


def table_courses(courses: Sequence[Course], wording: Wording = "everyday") -> list[Row]:
    """Nights off and nights on what was taken in stretches, and when each stretch was.

    A refused course shows its nights and cramps, and no rate. Where there are several courses, each row
    names its own.
    """
    rows: list[Row] = []
    for course in courses:
        name: Row = {}
        if len(courses) > 1:
            name = {"Medicine or treatment": capital(medicine(course.medication, course.generic))}
        alone = course.periods[0] if len(course.periods) == 1 else (None, None)
        off = name | _course_row("off it", (None, None), course.off, course, wording)
        rows += [off, name | _course_row("on it", alone, course.on, course, wording)]
        if len(course.periods) > 1:
            blank = dict.fromkeys(off) | name
            rows += [
                blank | {"Nights that were": f"on it, stretch {place}", "From": first, "To": last}
                for place, (first, last) in enumerate(course.periods, start=1)
            ]
    return rows


def _course_row(
    when: str, dates: tuple[date | None, date | None], rate: Rate, course: Course, wording: Wording
) -> Row:
    known = Rate(rate.nights, rate.cramps, None) if course.verdict == "not_enough_data" else rate
    return {"Nights that were": when, "From": dates[0], "To": dates[1], **rate_cells(known, wording)}

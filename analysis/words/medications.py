"""What came after each change of a medicine or treatment, in words that claim no cause and give no advice."""

from analysis.measures.medications import Course, Evidence, MedicationChange
from analysis.words import ratios
from analysis.words.labels import changed, medicine
from analysis.words.refusals import not_enough
from analysis.words.speech import (
    Sentence,
    Wording,
    capital,
    count,
    day,
    decimal,
    in_words,
    limits,
    per_week,
    places_for,
)


def say_change(change: MedicationChange, wording: Wording = "everyday") -> str:
    """Before and after one change: direction only where the verdict has one, with ranges and nights."""
    return change_sentence(change, wording).text


def change_sentence(change: MedicationChange, wording: Wording = "everyday") -> Sentence:
    """The same, with the part that is set bold and the tab that shows it."""
    when = f"({day(change.night)})"
    if change.verdict == "not_enough_data":
        reason = not_enough(change.reason, change.nights_needed)
        return Sentence(f"{capital(changed(change))} {when}:", f"{reason}.", "medication")
    places = places_for([change.before, change.after])
    after, before = per_week(change.after, wording, places), per_week(change.before, wording, places)
    basis = f"{count(change.after.nights, 'night')} after, {decimal(change.before.nights, 0)} before"
    if wording == "clinical":
        ratio = ratios.clinical(change.change_ratio, q_value=change.q_value)
        rates = f"{after} after v {before} before; {ratio}; {basis}."
        verdict = {"fewer_cramps": "fewer cramps", "more_cramps": "more cramps"}.get(
            change.verdict, "no clear difference"
        )
        return Sentence(f"{capital(changed(change))} {when}:", f"{verdict}; {rates}", "medication")
    if change.verdict == "no_clear_difference":
        range_ = ratios.range_without_direction(change.change_ratio)
        rest = f"no clear difference, {after} and {before} before; the range is {range_}; {basis}."
        return Sentence(f"After {changed(change)} {when}:", rest, "medication")
    more = "fewer" if change.verdict == "fewer_cramps" else "more"
    lead = f"After {changed(change)} {when} there were {more} cramps:"
    return Sentence(
        lead, f"{after} instead of {before}, {ratios.everyday(change.change_ratio)}; {basis}.", "medication"
    )


def say_usual_range(change: MedicationChange, wording: Wording = "everyday") -> str:
    """Where the rate after the change lies in what the rest of this journal lets one expect."""
    low, high, after = change.usual_range.low, change.usual_range.high, change.after.per_week
    if change.verdict == "not_enough_data" or low is None or high is None or after is None:
        return ""
    nights = count(change.after.nights, "night")
    range_ = limits(low, high, "everyday")
    where = "inside" if low <= after <= high else "outside"
    if wording == "clinical":
        return (
            f"95 % predictive range for these {nights} from the rest of the journal: {range_}/week; observed "
            f"{decimal(after)}/week, {where} it."
        )
    return (
        f"Going by the rest of this journal, {nights} like these would be expected to have {range_} cramps a "
        "week; "
        f"{decimal(after)} is {where} that range."
    )


def say_date_rank(change: MedicationChange, wording: Wording = "everyday") -> str:
    """How many other dates of the journal show a swing at least as large. Not a probability, and never called one."""
    rank = change.date_rank
    if change.verdict == "not_enough_data":
        return ""
    if rank.as_extreme is None or rank.of is None:
        return "There are too few other dates, clear of changes, to compare this swing with."
    dates = count(rank.of, "other date")
    if wording == "clinical":
        return f"Of {dates} with full windows clear of changes, {rank.as_extreme} show a raw ratio at least as extreme."
    many = (
        "none shows"
        if rank.as_extreme == 0
        else f"{rank.as_extreme} {'shows' if rank.as_extreme == 1 else 'show'}"
    )
    return f"Of {dates} in this journal on which nothing was changed, {many} a swing at least as large."


def say_caveats(change: MedicationChange, wording: Wording = "everyday") -> list[str]:
    """Every caveat of a change as one sentence with its number."""
    return [said for caveat in change.caveats if (said := _caveat(change, caveat))]


def _caveat(change: MedicationChange, caveat: str) -> str:
    after, before = change.after.nights, change.before.nights
    if caveat == "overlapping_change":
        return (
            "Another change falls within these 8 weeks, so the comparison is cut there: "
            f"{count(after, 'night')} after, "
            f"{decimal(before, 0)} before."
        )
    if caveat == "same_night_change":
        return "Another medicine was changed on the same night, so the two cannot be told apart."
    if caveat == "after_a_bad_spell":
        return (
            "It came after a spell with more cramps than this journal mostly has; after such a spell fewer "
            "cramps tend "
            "to follow whatever is done."
        )
    if caveat == "season":
        if change.season_ratio is None:
            return "The time of year changed as well, and the season cannot be told apart from the change."
        return (
            "The season alone, going by the published yearly curve, would give "
            f"{ratios.amount(change.season_ratio)} "
            f"(a ratio of {change.season_ratio:.2f}) after as before (PMID 25623650)."
        )
    if caveat == "logging_changed":
        return "Nights were logged more, or less, often after the change than before, which can shift the rate by itself."
    if caveat == "few_nights":
        return f"It rests on few nights: {decimal(after, 0)} after and {decimal(before, 0)} before."
    return ""


def say_evidence(evidence: Evidence | None, drug_class: str | None = None) -> str:
    """What is published about the class and cramps, with its source. Never about this patient."""
    if evidence is None or not evidence.source or "unsourced" in evidence.source:
        return ""
    about = drug_class or "this kind of medicine"
    if evidence.size is not None and evidence.size.ratio is not None:
        measure = evidence.measure or "ratio"
        low, high = evidence.size.low, evidence.size.high
        size = f"{measure} {evidence.size.ratio:.2f}"
        size += f" ({low:.2f} to {high:.2f})" if low is not None and high is not None else ""
        return f"Published about {about} and leg cramps, in other people: {size}. Source: {evidence.source}."
    listed = {
        "may_trigger": "is listed among medicines that leg cramps are reported with",
        "treatment": "is listed among what has been tried for leg cramps",
    }.get(evidence.relation)
    return f"{capital(about)} {listed}. Source: {evidence.source}." if listed else ""


def say_course(course: Course, wording: Wording = "everyday") -> str:
    """Nights on against nights off, for what was taken in several stretches."""
    return course_sentence(course, wording).text


def course_sentence(course: Course, wording: Wording = "everyday") -> Sentence:
    """The same, with the part that is set bold and the tab that shows it."""
    name = medicine(course.medication, course.generic)
    stretches = f"{in_words(len(course.periods))} stretch{'' if len(course.periods) == 1 else 'es'}"
    if course.verdict == "not_enough_data":
        lead = f"{capital(name)}, on and off in {stretches}:"
        return Sentence(lead, f"{not_enough(course.reason, course.nights_needed)}.", "medication")
    places = places_for([course.on, course.off])
    on, off = per_week(course.on, wording, places), per_week(course.off, wording, places)
    basis = f"{count(course.on.nights, 'night')} on in {stretches}, {decimal(course.off.nights, 0)} off"
    if course.verdict == "no_clear_difference":
        if wording == "clinical":
            range_ = ratios.clinical(course.ratio, q_value=course.q_value)
        else:
            range_ = f"the range is {ratios.range_without_direction(course.ratio)}"
        rest = f"no clear difference, {on} on and {off} off; {range_}; {basis}."
        return Sentence(f"{capital(name)}, nights on and nights off:", rest, "medication")
    more = "fewer" if course.verdict == "fewer_cramps" else "more"
    rest = f"{on} instead of {off}, {ratios.said(course.ratio, wording, course.q_value)}; {basis}."
    return Sentence(f"Nights with {name} had {more} cramps than nights without:", rest, "medication")

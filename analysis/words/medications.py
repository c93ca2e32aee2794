"""What came after each change of a medicine or treatment, in words that claim no cause and give no advice."""

from collections.abc import Sequence

from analysis.measures import Caveat, Course, Evidence, MedicationChange, Now, Rate
from analysis.words import ratios
from analysis.words.chances import cannot_tell, compared_with_chances
from analysis.words.exposures import VERDICTS, label_verdict
from analysis.words.labels import changed, medicine, when_changed
from analysis.words.refusals import not_enough
from analysis.words.rows import Row, rate_cells
from analysis.words.speech import (
    Sentence,
    Wording,
    capital,
    count,
    counts_of_two,
    decimal,
    fixed,
    in_words,
    listing,
)


def say_change(change: MedicationChange, wording: Wording = "everyday") -> str:
    """Before and after one change: a direction only where the verdict has one, with ranges and nights."""
    return change_sentence(change, wording).text


def change_sentence(
    change: MedicationChange, wording: Wording = "everyday", together: Sequence[MedicationChange] = ()
) -> Sentence:
    """The same, with the part that is set bold and the tab that shows it.

    together : other changes of the same night, which are the same question and are named with it.
    """
    what = f"{listing([changed(each) for each in (change, *together)])} ({when_changed(change)})"
    if change.verdict == "not_enough_data":
        reason = not_enough(change.reason, change.nights_needed)
        return Sentence(f"{capital(what)}:", f"{reason}.", "medication")
    counts = counts_of_two(change.after, change.before, wording, on=_left_out(change))
    clear = change.verdict != "no_clear_difference"
    ratio = compared_with_chances(change.change_ratio, change.chances, wording, change.q_value, clear=clear)
    why = cannot_tell(change)
    if wording == "clinical":
        verdict = f"cannot tell ({why})" if why else VERDICTS[change.verdict]
        rest = f"{verdict}; {counts}; {ratio}.{say_now(change, wording)}"
        return Sentence(f"{capital(what)}:", rest, "medication")
    if not clear:
        rest = f"{counts}; {ratio}."
        if why:
            return Sentence(f"After {what} one cannot tell, since {why}:", rest, "medication")
        return Sentence(f"After {what} there was no clear difference:", rest, "medication")
    more = "fewer" if change.verdict == "fewer_cramps" else "more"
    rest = f"{counts}; {ratio}.{say_now(change, wording)}"
    return Sentence(f"After {what} there were {more} cramps:", rest, "medication")


def say_now(change: MedicationChange, wording: Wording = "everyday") -> str:
    """Whether a direction still holds in the last weeks, after a space; empty where there is no direction."""
    now = change.now
    if now is None or now.from_ is None or now.to is None:
        return ""
    nights = count((now.to - now.from_).days + 1, "night")
    if now.rate.per_week is None or now.holds is None:
        return f" Whether it still holds cannot be told: of the last {nights}, {now.rate.nights} are logged."
    still = now.holds
    counts = f"{count(now.rate.cramps, 'cramp')} in {count(now.rate.nights, 'night')}"
    if wording == "clinical":
        ratio = ratios.compared(now.ratio, wording, None, clear=still)
        lost = "" if still else "; no longer clear"
        return f" Now (last {nights}): {counts}, {fixed(now.rate.per_week)}/week, {ratio}{lost}."
    more = "fewer" if change.verdict == "fewer_cramps" else "more"
    holds = f"still {more} than before" if still else f"no longer clearly {more} than before"
    return f" Now, in the last {nights}: {counts} ({decimal(now.rate.per_week)} a week), {holds}."


def holds_now(now: Now | None) -> str:
    """The same in two or three words, for a line and a cell."""
    if now is None or now.from_ is None:
        return ""
    if now.rate.per_week is None or now.holds is None:
        return "now unknown"
    return "still so" if now.holds else "no longer clear"


def _left_out(change: MedicationChange) -> str:
    """The nights of the wash-out, which count for neither side, after the number of those that count."""
    nights = 0 if change.after_from is None else (change.after_from - change.until).days
    return f" (the first {count(nights, 'night')} left out)" if nights > 0 else ""


def same_night(change: MedicationChange, changes: Sequence[MedicationChange]) -> list[MedicationChange]:
    """The other changes of the same nights: they share its windows, and so its answer."""
    return [each for each in changes if each.asked == change.asked and each is not change]


def say_usual_range(change: MedicationChange, wording: Wording = "everyday") -> str:
    """Where the rate after the change lies in what the rest of the journal lets one expect; else empty."""
    low, high, after = change.usual_range.low, change.usual_range.high, change.after.per_week
    if change.verdict == "not_enough_data" or low is None or high is None or after is None:
        return ""
    nights = count(change.after.nights, "night")
    inside = low <= after <= high
    where = "inside" if inside else "outside"
    if wording == "clinical":
        return (
            f"Rest of the journal, 95 % predictive range for these {nights}: {fixed(low)} to "
            f"{fixed(high)}/week; "
            f"observed {fixed(after)}/week, {where} it."
        )
    # The rate itself stands in the sentence of the change, in fewer places.
    said = (
        f"Going by the rest of this journal, {fixed(low)} to {fixed(high)} cramps a week can be expected in "
        f"{nights} like these; the rate after the change lies {where} that range"
    )
    if inside and change.verdict != "no_clear_difference":
        more = "fewer" if change.verdict == "fewer_cramps" else "more"
        return f"{said}, with {more} cramps than just before."
    return f"{said}."


def say_date_rank(change: MedicationChange, wording: Wording = "everyday") -> str:
    """How many other dates of the journal show a swing at least as large: never called a probability."""
    rank = change.date_rank
    if change.verdict == "not_enough_data":
        return ""
    if rank.as_extreme is None or rank.of is None:
        return "Too few other dates lie clear of changes to compare this swing with theirs."
    show = "shows" if rank.as_extreme == 1 else "show"
    many = (
        f"none of them {'shows' if rank.of else 'show'}"
        if not rank.as_extreme
        else f"{rank.as_extreme:,} {show}"
    )
    if wording == "clinical":
        dates = f"{count(rank.of, 'other date')} with full windows clear of changes"
        return f"Of {dates}, {many} a raw ratio at least as extreme."
    return (
        f"Of {count(rank.of, 'other date')} in this journal, clear of changes, {many} a swing at least as "
        "large."
    )


def say_caveats(change: MedicationChange, wording: Wording = "everyday") -> list[str]:
    """Every caveat of a change as one sentence with its number."""
    return [_caveat(change, caveat, wording) for caveat in change.caveats]


def _caveat(change: MedicationChange, caveat: Caveat, wording: Wording) -> str:
    nights = f"{count(change.after.nights, 'night')} after and {change.before.nights:,} before"
    if caveat == "overlapping_change":
        return f"Another change lies close by, so the comparison is cut short there: {nights}."
    if caveat == "same_night_change":
        return f"Something else was changed on the same night, and the two cannot be told apart ({nights})."
    if caveat == "after_a_bad_spell":
        if wording == "clinical":
            return f"Begun after a spell above this journal's usual rate: regression to the mean ({nights})."
        return (
            "It came after a bad spell; after a bad spell fewer cramps mostly follow, whatever is done "
            f"({nights})."
        )
    if caveat == "season":
        if change.season_ratio is None:
            return f"The season changed too, and cannot be told apart from the change ({nights})."
        if wording == "clinical":
            ratio = f"a ratio of {fixed(change.season_ratio, 2)}"
            return f"Season: the published yearly curve alone would give {ratio} (PMID 25623650)."
        alone = ratios.amount(change.season_ratio)
        return (
            f"By the time of year alone, {alone} would be expected (published yearly curve, PMID 25623650)."
        )
    if caveat == "logging_changed":
        return f"The nights were not logged equally often before and after ({nights})."
    return f"It rests on few nights: {nights}."


SEQUENCE_RATIO = "adjusted sequence ratio"


def say_evidence(
    evidence: Evidence | None,
    drug_class: str | None = None,
    generic: str | None = None,
    wording: Wording = "everyday",
) -> str:
    """What is published about the class and cramps, with its source; never about this patient. Else empty."""
    if evidence is None or not evidence.source or evidence.source.startswith("unsourced"):
        return ""
    about = f"the class “{drug_class}”" if drug_class else "this medicine"
    if evidence.size is not None and evidence.size.ratio is not None:
        ratio, low, high = evidence.size.ratio, evidence.size.low, evidence.size.high
        range_ = "" if low is None or high is None else f" (95 % CI {low:.2f} to {high:.2f})"
        measure = evidence.measure or "ratio"
        if wording == "everyday" and measure == SEQUENCE_RATIO:
            return (
                f"Published, in other people, for {about}: among people given it and quinine for cramps, the "
                f"quinine began after it {decimal(ratio, 2)} times as often as before it"
                f"{_plain_range(low, high)}. "
                f"Source: {evidence.source}."
            )
        return (
            f"Published, in other people, for {about}: {measure} {ratio:.2f}{range_}. Source: "
            f"{evidence.source}."
        )
    if evidence.benefit:
        risk = f" Known risk: {evidence.risk}." if evidence.risk else ""
        return (
            f"Published, in other people, for {generic or about}: {evidence.benefit}.{risk} Source: "
            f"{evidence.source}."
        )
    if evidence.relation == "other":
        paper, _, found = evidence.source.rstrip(")").partition(" (")
        return f"{capital(about)} in other people: {found}. Source: {paper}." if found else ""
    if evidence.relation == "treatment":
        paper, _, found = evidence.source.rstrip(")").partition(" (")
        said = f"{capital(about)} has been tried for leg cramps, in other people"
        return f"{said}{found and f': {found}'}. Source: {paper}."
    if evidence.relation == "may_trigger":
        return (
            f"Leg cramps are reported, in other people, with {generic or about}. Source: {evidence.source}."
        )
    return ""


def _plain_range(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f" (range {fixed(low, 2)} to {fixed(high, 2)})"


def say_sequence_ratio() -> str:
    """What an adjusted sequence ratio is, to stand once where one is shown to a clinician."""
    return (
        "An adjusted sequence ratio compares prescription records: how many people were first given quinine "
        "for "
        "cramps after the medicine, for every one who was first given it before (PMID 22157068)."
    )


def say_course(course: Course, wording: Wording = "everyday") -> str:
    """Nights on against nights off, for what was taken in several stretches."""
    return course_sentence(course, wording).text


def course_sentence(course: Course, wording: Wording = "everyday") -> Sentence:
    """The same, with the part that is set bold and the tab that shows it."""
    name = medicine(course.medication, course.generic)
    stretches = f"{in_words(len(course.periods))} stretch{'' if len(course.periods) == 1 else 'es'}"
    if course.verdict == "not_enough_data":
        reason = not_enough(course.reason, course.nights_needed)
        return Sentence(f"{capital(name)}, taken in {stretches}:", f"{reason}.", "medication")
    counts = counts_of_two(course.on, course.off, wording, on=f" on it in {stretches}", off=" off it")
    clear = course.verdict != "no_clear_difference"
    ratio = compared_with_chances(course.ratio, course.chances, wording, course.q_value, clear=clear)
    if wording == "clinical":
        rest = f"{label_verdict(course.verdict, course.ratio)}; {counts}; {ratio}."
        return Sentence(f"{capital(name)}, nights on v off:", rest, "medication")
    if not clear:
        rest = f"{counts}; {ratio}."
        lead = f"Nights on {name} and nights off it show no clear difference:"
        if course.ratio.tells_nothing:
            lead = f"Nights on {name} and nights off it cannot be told apart:"
        return Sentence(lead, rest, "medication")
    more = "fewer" if course.verdict == "fewer_cramps" else "more"
    rest = f"{counts}; {ratio}."
    return Sentence(f"Nights on {name} had {more} cramps than nights off it:", rest, "medication")


def table_change(change: MedicationChange, wording: Wording = "everyday") -> list[Row]:
    """Before and after one change, and the usual range of the weeks after."""
    if change.verdict == "not_enough_data":
        return []
    usual = Rate(change.after.nights, 0, None, change.usual_range.low, change.usual_range.high)
    return [
        {
            "Period": "before",
            "From": change.before_from,
            "To": change.before_to,
            **rate_cells(change.before, wording),
        },
        {
            "Period": "after",
            "From": change.after_from,
            "To": change.after_to,
            **rate_cells(change.after, wording),
        },
        {
            "Period": "usual range of the weeks after",
            "From": change.after_from,
            "To": change.after_to,
            **rate_cells(usual, wording),
            "Cramps": None,
        },
    ]

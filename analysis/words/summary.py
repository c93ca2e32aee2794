"""The first screen: the row of figures, and what stands out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analysis.findings import Finding
from analysis.measures import Course, ExposureAnswer, MedicationChange, RateRatio
from analysis.review import Review
from analysis.words.completeness import say_leaning
from analysis.words.exposures import anchor_of, exposure_sentence
from analysis.words.frequency import COUNTED, assumes, say_recent, say_trend
from analysis.words.labels import change_noun, exposure_name, medicine
from analysis.words.medications import change_sentence, course_sentence, same_night
from analysis.words.plans import planned_sentence
from analysis.words.ratios import clinical_range, holds_one, neutral_span, span
from analysis.words.refusals import missing, more_nights
from analysis.words.speech import (
    GLASS_ML,
    Sentence,
    Volume,
    Wording,
    between,
    capital,
    count,
    day,
    decimal,
    fixed,
    limits,
    listing,
    percent,
)
from analysis.words.unused import could_hold_more

Figure = tuple[str, str, str]
MOST_FINDINGS = 5
LEAST_LOGGED = 0.7  # share of nights below which a rate stands as its two bounds
MOST_NAMES = 6
MOST_COURSES = 4


def say_figures(review: Review, wording: Wording = "everyday") -> list[Figure]:
    """The row at the top: label, value and detail of rate, cramp nights, worst pain and nights logged."""
    return [_rate(review, wording), _cramp_nights(review), _worst_pain(review), _logged(review)]


def _rate(review: Review, wording: Wording) -> Figure:
    recent, overall = review.frequency.recent, review.frequency.overall
    if (bounds := _bounds(review)) is not None:
        return bounds
    assumed = f"; {COUNTED}" if assumes(review.journal) else ""
    current, previous = recent.current, recent.previous
    if recent.verdict != "not_enough_data" and current.per_week is not None and previous.per_week is not None:
        until = "" if recent.current_to is None else f"4 weeks to {day(recent.current_to)}: "
        before = f"before that {fixed(previous.per_week)} ({limits(previous.low, previous.high, 'everyday')})"
        detail = (
            f"{until}{limits(current.low, current.high, wording)}, from {count(current.nights, 'night')}; "
            f"{before}{assumed}"
        )
        return "Cramps a week", fixed(current.per_week), detail
    if overall.per_week is None or overall.low is None:
        return "Cramps a week", "–", missing(review.frequency.reason or recent.reason)
    detail = f"{limits(overall.low, overall.high, wording)}, from {count(overall.nights, 'night')}{assumed}"
    return "Cramps a week", fixed(overall.per_week), detail


def _bounds(review: Review) -> Figure | None:
    """The rate as what the unlogged nights could hold, where many are missing or logging leans; else None.

    A rate of the logged nights alone would then speak of the nights that somebody cared to log.
    """
    complete = review.completeness
    low, high, share = complete.best_case, complete.worst_case, complete.share
    many = share is not None and share < LEAST_LOGGED
    refused = assumes(review.journal) or review.frequency.overall.per_week is None
    if refused or low is None or high is None or not (many or complete.leaning.leans):
        return None
    nights = complete.nights - complete.logged
    leans = ", as logging leans" if complete.leaning.leans else ""
    detail = (
        f"over all {count(complete.nights, 'night')}: what the {count(nights, 'night')} not logged could "
        f"hold{leans}"
    )
    return "Cramps a week", f"{fixed(low)} to {fixed(high)}", detail


def _cramp_nights(review: Review) -> Figure:
    label, recent, share = "Nights with a cramp", review.frequency.recent, review.frequency.cramp_nights_share
    if share.share is None:
        few = "too_few_nights" if share.nights else "no_nights"
        known = "too few nights are known to be without one" if share.cramp_nights else missing(few)
        return label, f"{share.cramp_nights:,}" if share.cramp_nights else "–", known
    if (
        recent.verdict != "not_enough_data"
        and recent.current_from is not None
        and recent.current_to is not None
    ):
        nights = review.journal.nights["cramps"].loc[str(recent.current_from) : str(recent.current_to)]
        return (
            label,
            f"{int((nights > 0).sum())} of {int(nights.notna().sum())}",
            f"in the 4 weeks to {day(recent.current_to)}",
        )
    return label, f"{share.cramp_nights:,} of {share.nights:,}", "in the whole journal"


def _worst_pain(review: Review) -> Figure:
    severity = review.patterns.severity
    if severity.largest is None:
        return (
            "Worst pain",
            "–",
            "not found in what was read" if could_hold_more(review.journal) else "not recorded",
        )
    night = "" if severity.largest_night is None else f"night of {day(severity.largest_night)}; "
    return (
        "Worst pain",
        f"{decimal(severity.largest)} of 10",
        f"{night}from {count(severity.recorded, 'cramp')}",
    )


def _logged(review: Review) -> Figure:
    complete = review.completeness
    if complete.share is None or not complete.nights:
        return "Nights logged", "–", missing("no_nights")
    detail = f"{complete.logged:,} of {count(complete.nights, 'night')}"
    if review.journal.unlogged_assumed_cramp_free and complete.logged < complete.nights:
        return "Nights logged", percent(complete.share), f"{detail}; the others counted as cramp-free"
    gap = complete.longest_gap
    gap_said = (
        "" if gap is None else f"; longest gap {count(gap.nights, 'night')}, {between(gap.start, gap.end)}"
    )
    return "Nights logged", percent(complete.share), detail + gap_said


def say_findings(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[Sentence]:
    """What stands out, most useful first: at most five sentences, each with the tab that shows it.

    Where nothing could be compared at all, one sentence says what is missing.
    """
    said = [
        (finding, finding_sentence(review, finding, wording, volume, glass_ml))
        for finding in findings_once(review)
    ]
    found = [replace(sentence, finding=finding) for finding, sentence in said if sentence is not None][
        :MOST_FINDINGS
    ]
    refused = say_refused(review)
    if found:
        return found
    return [
        Sentence("", refused, "together") if refused else _split(say_recent(review.frequency.recent, wording))
    ]


def findings_once(review: Review) -> list[Finding]:
    """The findings, with the changes of one night, which are one question, named once."""
    asked: set[tuple[date, date]] = set()
    kept = []
    for finding in review.findings:
        if finding.about == "medication_change":
            nights = review.medication_changes[finding.items[0].place].asked
            if nights in asked:
                continue
            asked.add(nights)
        kept.append(finding)
    return kept


def finding_sentence(
    review: Review, finding: Finding, wording: Wording, volume: Volume, glass_ml: float
) -> Sentence | None:
    assumed = assumes(review.journal)
    if finding.about == "planned" and review.planned is not None:
        return planned_sentence(review.planned, wording)
    if finding.about == "medication_change":
        change = review.medication_changes[finding.items[0].place]
        return change_sentence(change, wording, same_night(change, review.medication_changes))
    if finding.about == "course":
        return course_sentence(review.courses[finding.items[0].place], wording)
    if finding.about == "exposure":
        return exposure_sentence(review.exposures[finding.items[0].place], wording, volume, glass_ml)
    if finding.about == "recent":
        return _split(say_recent(review.frequency.recent, wording, assumed=assumed))
    if finding.about == "trend":
        return _split(say_trend(review.frequency.trend, wording, assumed=assumed))
    if finding.about == "completeness":
        return Sentence("", say_leaning(review.completeness, wording), "journal")
    return say_no_clear_difference(review, wording)


def _split(text: str) -> Sentence:
    lead, colon, rest = text.partition(": ")
    return Sentence(f"{lead}:", rest, "summary") if colon else Sentence("", text, "summary")


def say_no_clear_difference(review: Review, wording: Wording = "everyday") -> Sentence | None:
    """All questions, changes and courses without a clear difference, with how far their ranges go."""
    answers = [answer for answer in review.exposures if answer.verdict == "no_clear_difference"]
    changes = [change for change in review.medication_changes if change.verdict == "no_clear_difference"]
    courses = [course for course in review.courses if course.verdict == "no_clear_difference"]
    names = _names(answers, changes, courses)
    if not names:
        return None
    reach = _reach(
        [
            *(answer.adjusted for answer in answers),
            *(change.change_ratio for change in changes),
            *(course.ratio for course in courses),
        ],
        wording,
    )
    nights = _from_to(
        [
            *(answer.nights for answer in answers),
            *(change.before.nights + change.after.nights for change in changes),
            *(course.on.nights + course.off.nights for course in courses),
        ]
    )
    said = capital(listing(_shortened(names)))
    return Sentence("", f"{said}: no clear difference ({reach}; {nights}).", "together")


def say_all_questions(review: Review) -> str:
    """How many questions were asked in all, and how many of them show a direction, none, or too little."""
    verdicts = [
        *(answer.verdict for answer in review.exposures),
        *(change.verdict for change in review.medication_changes),
        *(course.verdict for course in review.courses),
    ]
    if not verdicts:
        return ""
    clear = sum(verdict in ("fewer_cramps", "more_cramps") for verdict in verdicts)
    none, refused = verdicts.count("no_clear_difference"), verdicts.count("not_enough_data")
    parts = [
        f"{number} {said}"
        for number, said in (
            (clear, "with a clear direction"),
            (none, "with no clear difference"),
            (refused, "with too little to say"),
        )
        if number
    ]
    asked = f"{count(len(verdicts), 'question')} asked of this journal"
    if len(parts) > 1:
        return f"{asked}: {listing(parts)}."
    return f"{asked}, {'all ' if len(verdicts) > 1 else ''}{parts[0].partition(' ')[2]}."


def _names(
    answers: Sequence[ExposureAnswer], changes: Sequence[MedicationChange], courses: Sequence[Course]
) -> list[str]:
    """What shows no clear difference: fluid and activity first, then medicines, then the rest."""
    asked = _asked(answers)
    names = [
        *(name for answer, name in asked if anchor_of(answer) != "together"),
        *(change_noun(change) for change in changes),
        *(name for answer, name in asked if anchor_of(answer) == "together"),
        *_on_and_off(courses),
    ]
    return list(dict.fromkeys(names))


def _on_and_off(courses: Sequence[Course]) -> list[str]:
    """All medicines and treatments that were taken in stretches, as one item of a list."""
    names = [medicine(course.medication, course.generic) for course in courses]
    return [f"nights on and off {listing(_shortened(names, MOST_COURSES))}"] if names else []


def _reach(ratios: Sequence[RateRatio], wording: Wording) -> str:
    lows = [ratio.low or 0.0 for ratio in ratios]
    highs = [ratio.high for ratio in ratios if ratio.high is not None]
    whole = RateRatio(None, min(lows), max(highs) if len(highs) == len(ratios) else None, None)
    if wording == "clinical":
        return f"rate ratios, 95 % CI within {clinical_range(whole)}"
    if not holds_one(whole):
        return f"the ranges reach from {neutral_span(whole.low, whole.high)}"
    return f"the ranges reach from {span(whole.low, whole.high)}"


def _from_to(nights: Sequence[int]) -> str:
    fewest, most = min(nights), max(nights)
    return count(most, "night") if fewest == most else f"{fewest:,} to {count(most, 'night')}"


def say_refused(review: Review) -> str:
    """The questions and changes that could not be answered, with what is missing; else empty."""
    answers = [answer for answer in review.exposures if answer.verdict == "not_enough_data"]
    changes = [change for change in review.medication_changes if change.verdict == "not_enough_data"]
    lacking = [
        *((name, _lacking(answer.reason, answer.nights_needed)) for answer, name in _asked(answers)),
        *((change_noun(change), _lacking(change.reason, change.nights_needed)) for change in changes),
    ]
    if lacking and review.frequency.overall.nights and not review.frequency.overall.cramps:
        asked = _shortened(list(dict.fromkeys(name for name, _ in lacking)))
        return f"No cramp is recorded, so there is nothing to compare: {listing(asked)}."
    names: dict[str, list[str]] = {}
    for name, what in dict.fromkeys(lacking):
        names.setdefault(what, []).append(name)
    parts = [f"{listing(_shortened(each))} ({what})" for what, each in names.items()]
    return f"Not enough to say yet: {'; '.join(parts)}." if parts else ""


def _shortened(names: Sequence[str], most: int = MOST_NAMES) -> list[str]:
    """At most so many names; the last then counts the others."""
    return list(names) if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} others"]


def _asked(answers: Sequence[ExposureAnswer]) -> list[tuple[ExposureAnswer, str]]:
    """Every answer with its name; above and below the usual are one where both are among them."""
    fields = [answer.field for answer in answers]
    return [(answer, exposure_name(answer, side=fields.count(answer.field) < 2)) for answer in answers]


def _lacking(reason: str | None, nights_needed: int | None) -> str:
    return more_nights(nights_needed) or missing(reason)

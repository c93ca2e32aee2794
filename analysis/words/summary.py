"""The first screen and the plain text: the row of figures, what stands out, and the review in 25 lines."""

from collections.abc import Sequence

from analysis.measures.results import RateRatio
from analysis.review import Finding, Review
from analysis.words.completeness import (
    say_bounds,
    say_completeness,
    say_leaning,
    say_what_it_would_take,
)
from analysis.words.exposures import exposure_sentence
from analysis.words.frequency import say_assumption, say_overall, say_recent, say_share, say_trend
from analysis.words.labels import change_noun, exposure_name, medicine
from analysis.words.medications import change_sentence, course_sentence
from analysis.words.notes import say_disclaimer, say_no_cause
from analysis.words.patterns import say_duration, say_hour_of_night, say_severity
from analysis.words.ratios import clinical_range, holds_one, neutral_span, span
from analysis.words.receipts import say_night_rule
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
from analysis.words.warning_signs import say_warning_signs

Figure = tuple[str, str, str]
MOST_FINDINGS = 5
MOST_LINES = 25


def say_figures(review: Review, wording: Wording = "everyday") -> list[Figure]:
    """The row at the top: label, value and detail of rate, cramp nights, worst pain and nights logged."""
    return [_rate(review, wording), _cramp_nights(review), _worst_pain(review), _logged(review)]


def _rate(review: Review, wording: Wording) -> Figure:
    recent, overall = review.frequency.recent, review.frequency.overall
    assumed = (
        "; nights without an entry counted as cramp-free"
        if review.journal.unlogged_assumed_cramp_free
        else ""
    )
    current, previous = recent.current, recent.previous
    if recent.verdict != "not_enough_data" and current.per_week is not None and previous.per_week is not None:
        before = f"before that {fixed(previous.per_week)} ({limits(previous.low, previous.high, 'everyday')})"
        detail = (
            f"{limits(current.low, current.high, wording)}, from {count(current.nights, 'night')}; "
            f"{before}{assumed}"
        )
        return "Cramps a week, last 4 weeks", fixed(current.per_week), detail
    if overall.per_week is None:
        return "Cramps a week", "–", missing(recent.reason)
    detail = f"{limits(overall.low, overall.high, wording)}, from {count(overall.nights, 'night')}{assumed}"
    return "Cramps a week", fixed(overall.per_week), detail


def _cramp_nights(review: Review) -> Figure:
    label, recent, share = "Nights with a cramp", review.frequency.recent, review.frequency.cramp_nights_share
    if share.share is None:
        known = "the nights without one are not known" if share.cramp_nights else missing("no_nights")
        return label, f"{share.cramp_nights:,}" if share.cramp_nights else "–", known
    if (
        recent.verdict != "not_enough_data"
        and recent.current_from is not None
        and recent.current_to is not None
    ):
        nights = review.journal.nights["cramps"].loc[str(recent.current_from) : str(recent.current_to)]
        return label, f"{int((nights > 0).sum())} of {int(nights.notna().sum())}", "in the last 4 weeks"
    return label, f"{share.cramp_nights:,} of {share.nights:,}", "in the whole journal"


def _worst_pain(review: Review) -> Figure:
    severity = review.patterns.severity
    if severity.largest is None:
        return "Worst pain", "–", "not recorded"
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
    if review.journal.unlogged_assumed_cramp_free:
        return "Nights logged", percent(complete.share), f"{detail}, nights without an entry included"
    gap = complete.longest_gap
    gap_said = (
        "" if gap is None else f"; longest gap {count(gap.nights, 'night')}, {between(gap.start, gap.end)}"
    )
    return "Nights logged", percent(complete.share), detail + gap_said


def say_findings(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[Sentence]:
    """What stands out, most useful first: at most five sentences, each with the tab that shows it."""
    found = [
        sentence
        for finding in review.findings
        if (sentence := _finding(review, finding, wording, volume, glass_ml)) is not None
    ]
    nothing = say_no_clear_difference(review, wording)
    if nothing is not None and not any(finding.about == "no_clear_difference" for finding in review.findings):
        return [*found[: MOST_FINDINGS - 1], nothing]
    return found[:MOST_FINDINGS]


def _finding(
    review: Review, finding: Finding, wording: Wording, volume: Volume, glass_ml: float
) -> Sentence | None:
    if finding.about == "medication_change":
        return change_sentence(review.medication_changes[int(finding.key)], wording)
    if finding.about == "course":
        return course_sentence(review.courses[int(finding.key)], wording)
    if finding.about == "exposure":
        answers = [each for each in review.exposures if each.question == finding.key]
        return exposure_sentence(answers[0], wording, volume, glass_ml) if answers else None
    if finding.about == "recent":
        return _split(say_recent(review.frequency.recent, wording))
    if finding.about == "trend":
        return _split(say_trend(review.frequency.trend, wording))
    if finding.about == "completeness":
        return Sentence("Nights logged:", say_completeness(review.completeness, wording), "journal")
    return say_no_clear_difference(review, wording)


def _split(text: str) -> Sentence:
    lead, colon, rest = text.partition(": ")
    return Sentence(f"{lead}:", rest, "summary") if colon else Sentence("", text, "summary")


def say_no_clear_difference(review: Review, wording: Wording = "everyday") -> Sentence | None:
    """All questions, changes and courses without a clear difference, with how far their ranges go."""
    answers = [answer for answer in review.exposures if answer.verdict == "no_clear_difference"]
    changes = [change for change in review.medication_changes if change.verdict == "no_clear_difference"]
    courses = [course for course in review.courses if course.verdict == "no_clear_difference"]
    fields = [answer.field for answer in answers]
    names = [
        *(exposure_name(answer, side=fields.count(answer.field) < 2) for answer in answers),
        *(change_noun(change) for change in changes),
        *(f"{medicine(course.medication, course.generic)} on and off" for course in courses),
    ]
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
    said = capital(listing(list(dict.fromkeys(names))))
    return Sentence("", f"{said}: no clear difference ({reach}; {nights}).", "together")


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


def text_review(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[str]:
    """The review as at most 25 plain lines, for a terminal or to paste into a record."""
    nights = review.journal.nights
    frequency, complete = review.frequency, review.completeness
    head = [
        f"Cramp journal, nights of {day(nights.index[0].date())} to {day(nights.index[-1].date())}."
        if len(nights)
        else "Cramp journal without a logged night.",
        say_night_rule(review.journal),
        say_completeness(complete, wording),
        say_assumption(review.journal),
        say_overall(frequency, wording),
        say_share(frequency.cramp_nights_share, wording, frequency.cramps_per_cramp_night),
        say_recent(frequency.recent, wording),
        say_trend(frequency.trend, wording),
        say_severity(review.patterns.severity, wording),
        say_duration(review.patterns.duration, wording),
        say_hour_of_night(review.patterns.hour_of_night, wording),
    ]
    tail = [
        say_bounds(complete, wording),
        say_leaning(complete, wording),
        say_what_it_would_take(review.what_it_would_take, wording),
        say_no_cause(wording),
        say_disclaimer(),
    ]
    signs = [
        f"Worth raising with the doctor: {sign.text}"
        for sign in say_warning_signs(review.warning_signs, wording)
    ]
    found = [
        sentence.text
        for finding, sentence in (
            (finding, _finding(review, finding, wording, volume, glass_ml)) for finding in review.findings
        )
        if sentence is not None and finding.about not in ("recent", "trend", "completeness")
    ]
    refused = _refused(review)
    fixed = [line for line in [*head, *([refused] if refused else []), *tail] if line]
    room = MOST_LINES - len(fixed)
    kept = [*signs, *found]
    if len(kept) > room:
        kept = [*kept[: room - 1], f"{count(len(kept) - room + 1, 'further point')} on screen."]
    start = len([line for line in head if line])
    return [*fixed[:start], *kept, *fixed[start:]]


def _refused(review: Review) -> str:
    """The questions and changes that could not be answered, in one line; else empty."""
    parts = [
        f"{exposure_name(answer)} ({_lacking(answer.reason, answer.nights_needed)})"
        for answer in review.exposures
        if answer.verdict == "not_enough_data"
    ] + [
        f"{change_noun(change)} ({_lacking(change.reason, change.nights_needed)})"
        for change in review.medication_changes
        if change.verdict == "not_enough_data"
    ]
    return f"Not enough to say yet: {listing(list(dict.fromkeys(parts)))}." if parts else ""


def _lacking(reason: str | None, nights_needed: int | None) -> str:
    return more_nights(nights_needed) or missing(reason)

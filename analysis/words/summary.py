"""The first screen and the plain text: the row of figures, what stands out, and the review in at most 25 lines."""

from collections.abc import Sequence

from analysis.review import Finding, Review
from analysis.words.completeness import say_bounds, say_completeness, say_leaning, say_what_it_would_take
from analysis.words.exposures import exposure_sentence
from analysis.words.frequency import say_assumption, say_overall, say_recent, say_share, say_trend
from analysis.words.labels import changed, exposure_name, medicine
from analysis.words.medications import change_sentence, course_sentence
from analysis.words.notes import say_disclaimer, say_no_cause
from analysis.words.patterns import say_duration, say_hour_of_night, say_severity
from analysis.words.ratios import span
from analysis.words.receipts import say_night_rule
from analysis.words.refusals import missing, more_nights
from analysis.words.speech import (
    GLASS_ML,
    Sentence,
    Volume,
    Wording,
    capital,
    count,
    day,
    decimal,
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
    recent = review.frequency.recent
    current, previous = recent.current, recent.previous
    if current.per_week is None or current.low is None or current.high is None:
        overall = review.frequency.overall
        if overall.per_week is None:
            return "Cramps a week", "–", f"{capital(missing(recent.reason))}"
        detail = f"{limits(overall.low, overall.high, wording)}; {count(overall.nights, 'logged night')}"
        return "Cramps a week, whole journal", decimal(overall.per_week), detail
    detail = f"{limits(current.low, current.high, wording)}; {count(current.nights, 'logged night')}"
    if previous.per_week is not None:
        before = limits(previous.low, previous.high, "everyday")
        detail += f"; the 4 weeks before {decimal(previous.per_week)} ({before})"
    return "Cramps a week, last 4 weeks", decimal(current.per_week), detail


def _cramp_nights(review: Review) -> Figure:
    recent = review.frequency.recent
    if recent.current_from is not None and recent.current_to is not None and recent.current.nights:
        cramps = review.journal.nights["cramps"].loc[str(recent.current_from) : str(recent.current_to)]
        return (
            "Nights with a cramp",
            f"{int((cramps > 0).sum())} of {int(cramps.notna().sum())}",
            "in the last 4 weeks",
        )
    share = review.frequency.cramp_nights_share
    if not share.nights or share.share is None:
        return "Nights with a cramp", f"{share.cramp_nights}", "nights without a cramp are not known"
    return "Nights with a cramp", f"{share.cramp_nights} of {share.nights:,}", "in the whole journal"


def _worst_pain(review: Review) -> Figure:
    severity = review.patterns.severity
    if severity.largest is None:
        return "Worst pain", "–", "not recorded"
    night = "" if severity.largest_night is None else f"night of {day(severity.largest_night)}; "
    return (
        "Worst pain",
        f"{decimal(severity.largest)} of 10",
        f"{night}recorded for {count(severity.recorded, 'cramp')}",
    )


def _logged(review: Review) -> Figure:
    complete = review.completeness
    if complete.share is None:
        return "Nights logged", "–", "no night is logged"
    gap = complete.longest_gap
    detail = f"{complete.logged:,} of {count(complete.nights, 'night')}"
    if review.journal.unlogged_assumed_cramp_free:
        return (
            "Nights logged",
            percent(complete.share),
            f"{detail}; nights without entry counted as cramp-free",
        )
    if gap is not None:
        detail += f"; longest gap {count(gap.nights, 'night')}, from {day(gap.start)}"
    return "Nights logged", percent(complete.share), detail


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
    """All questions and changes without a clear difference, in one sentence with how far their ranges go."""
    names, lows, highs, nights = [], [], [], []
    for answer in review.exposures:
        if answer.verdict == "no_clear_difference" and not answer.lag:
            names.append(exposure_name(answer))
            lows.append(answer.adjusted.low)
            highs.append(answer.adjusted.high)
            nights.append(answer.nights)
    for change in review.medication_changes:
        if change.verdict == "no_clear_difference":
            names.append(changed(change))
            lows.append(change.change_ratio.low)
            highs.append(change.change_ratio.high)
            nights.append(change.before.nights + change.after.nights)
    for course in review.courses:
        if course.verdict == "no_clear_difference":
            names.append(f"{medicine(course.medication, course.generic)} on and off")
            lows.append(course.ratio.low)
            highs.append(course.ratio.high)
            nights.append(course.on.nights + course.off.nights)
    if not names:
        return None
    low = min(0.0 if value is None else value for value in lows)
    high = None if None in highs else max(value for value in highs if value is not None)
    basis = (
        f"{min(nights):,} to {count(max(nights), 'night')}"
        if min(nights) != max(nights)
        else count(nights[0], "night")
    )
    lead = f"{capital(listing(_lowered(names)))}:"
    return Sentence(lead, f"no clear difference (ranges from {span(low, high)}; {basis}).", "together")


def _lowered(names: Sequence[str]) -> list[str]:
    return [names[0], *[name[:1].lower() + name[1:] if name[1:2].islower() else name for name in names[1:]]]


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
    """The questions and changes that could not be answered, in one line."""
    parts = []
    for answer in review.exposures:
        if answer.verdict == "not_enough_data":
            needs = more_nights(answer.nights_needed)
            parts.append(f"{exposure_name(answer)} ({needs or missing(answer.reason)})")
    for change in review.medication_changes:
        if change.verdict == "not_enough_data":
            parts.append(f"{changed(change)} ({more_nights(change.nights_needed) or missing(change.reason)})")
    return f"Not enough to say yet: {listing(_lowered(parts))}." if parts else ""

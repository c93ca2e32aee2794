"""The review as plain lines, for a terminal or to paste into a record system."""

from collections.abc import Sequence

from analysis.findings import DIRECTIONS
from analysis.measures import Course, ExposureAnswer, MedicationChange
from analysis.review import Review
from analysis.words.completeness import (
    nothing_logged,
    say_bounds,
    say_completeness,
    say_leaning,
    say_what_it_would_take,
)
from analysis.words.exposures import exposure_sentence
from analysis.words.frequency import (
    assumes,
    say_assumption,
    say_overall,
    say_recent,
    say_share,
    say_since_visit,
    say_trend,
)
from analysis.words.lost import say_lost
from analysis.words.medications import change_sentence, course_sentence, same_night
from analysis.words.notes import say_disclaimer, say_no_cause, say_not_kept
from analysis.words.patterns import say_duration, say_hour_of_night, say_severity
from analysis.words.plans import planned_sentence
from analysis.words.receipts import say_night_rule
from analysis.words.speech import Wording, between, capital, count, one_line
from analysis.words.spells import say_spells_briefly
from analysis.words.units import GLASS_ML, Volume
from analysis.words.unused import could_hold_more, say_not_read
from analysis.words.warning_signs import say_guidance, say_signs_together
from analysis.words.without_direction import say_no_clear_difference, say_refused

MOST_LINES = 25


def text_review(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[str]:
    """The review as at most 25 plain lines, for a terminal or to paste into a record."""
    frequency, complete = review.frequency, review.completeness
    assumed = assumes(review.journal)
    often = [
        _head(review),
        say_night_rule(review.journal),
        say_completeness(complete, wording, assumed=assumed),
        say_not_read(review.journal),
        say_assumption(review.journal),
        say_overall(frequency, wording, assumed=assumed),
        say_share(frequency.cramp_nights_share, wording, frequency.cramps_per_cramp_night, assumed=assumed),
        "" if review.planned is None else planned_sentence(review.planned, wording).text,
        _since(review, wording),
        say_recent(frequency.recent, wording, assumed=assumed),
        say_trend(frequency.trend, wording, assumed=assumed),
        *_of_the_cramps(review, wording),
    ]
    found = [
        *_signs(review, wording),
        *_directions(review, wording, volume, glass_ml),
        *([nothing.text] if (nothing := say_no_clear_difference(review, wording)) else []),
        *say_spells_briefly(review.spells, review.intakes),
    ]
    how_sure = [
        *say_lost(review),
        say_refused(review),
        say_bounds(complete, wording, assumed=assumed),
        say_leaning(complete, wording),
        say_what_it_would_take(review.what_it_would_take, wording),
        say_no_cause(wording),
        say_disclaimer(),
    ]
    before, after = [line for line in often if line], [line for line in how_sure if line]
    lines = [*before, *_fitted(found, MOST_LINES - len(before) - len(after)), *after]
    return [one_line(line) for line in lines]


def _head(review: Review) -> str:
    nights = review.journal.nights.index
    if not len(nights):
        return f"Cramp journal: {nothing_logged(review)}."
    return f"Cramp journal, nights of {between(nights[0].date(), nights[-1].date())}."


def _since(review: Review, wording: Wording) -> str:
    earlier, since = review.journal.earlier, review.since_visit
    if earlier is None or since is None:
        return ""
    return say_since_visit(since, earlier.made_on, wording, assumed=assumes(review.journal))


def _of_the_cramps(review: Review, wording: Wording) -> list[str]:
    """How bad, how long and at what time; what is not told of them in one line, and nothing without a
    cramp."""
    found, cramps = review.patterns, review.frequency.overall.cramps
    if not cramps:
        return []
    told = (
        ("Pain", found.severity.recorded, say_severity(found.severity, wording)),
        ("Length of a cramp", found.duration.recorded, say_duration(found.duration, wording)),
        ("Hour of the night", found.hour_of_night.timed, say_hour_of_night(found.hour_of_night, wording)),
    )
    lacking = [name for name, recorded, _ in told if not recorded]
    unused = could_hold_more(review.journal)
    return [*(said for _, recorded, said in told if recorded), say_not_kept(lacking, cramps, unused=unused)]


def _signs(review: Review, wording: Wording) -> list[str]:
    """All warning signs in one line, and what public guidance says about them in the next."""
    together = say_signs_together(review.warning_signs, wording)
    if together is None:
        return []
    return [line for line in (together.text, say_guidance(review.warning_signs)) if line]


def _directions(review: Review, wording: Wording, volume: Volume, glass_ml: float) -> list[str]:
    """Every change, course and exposure with a direction, the smallest q-value first."""
    changes = {change.asked: change for change in reversed(review.medication_changes)}
    results: list[MedicationChange | Course | ExposureAnswer] = [
        *changes.values(),
        *review.courses,
        *review.exposures,
    ]
    directed = [result for result in results if result.verdict in DIRECTIONS]

    def said(result: MedicationChange | Course | ExposureAnswer) -> str:
        if isinstance(result, MedicationChange):
            return change_sentence(result, wording, same_night(result, review.medication_changes)).text
        if isinstance(result, Course):
            return course_sentence(result, wording).text
        return exposure_sentence(result, wording, volume, glass_ml).text

    return [said(result) for result in sorted(directed, key=lambda result: result.q_value or 0.0)]


def _fitted(lines: Sequence[str], room: int) -> list[str]:
    """At most ``room`` lines; the last then says how many more there are."""
    if len(lines) <= room:
        return list(lines)
    return [*lines[: room - 1], f"{capital(count(len(lines) - room + 1, 'further point'))} on screen."]

"""The review as plain lines, for a terminal or to paste into a record system."""

from collections.abc import Sequence

from analysis.findings import DIRECTIONS
from analysis.journal import Plan
from analysis.measures import Course, ExposureAnswer, MedicationChange, recent_signs
from analysis.review import Review
from analysis.words.answers import say_unclear_without_one
from analysis.words.completeness import (
    nothing_logged,
    say_bounds,
    say_completeness,
    say_leaning,
    say_what_it_would_take,
)
from analysis.words.frequency import (
    assumes,
    said_once,
    say_assumption,
    say_overall,
    say_recent,
    say_share,
    say_since_visit,
    say_trend,
)
from analysis.words.guidance import say_guidance
from analysis.words.lost import say_lost
from analysis.words.notes import say_disclaimer, say_no_cause, say_not_kept
from analysis.words.patterns import say_duration, say_hour_of_night, say_severity
from analysis.words.plans import planned_sentence, say_dates, say_kept_to_plan, say_plan
from analysis.words.questions import say_result
from analysis.words.receipts import say_night_rule
from analysis.words.speech import Wording, between, capital, count, one_line
from analysis.words.spells import say_spells_briefly
from analysis.words.units import GLASS_ML, Volume
from analysis.words.unused import could_hold_more, say_not_read
from analysis.words.warning_signs import LONGER_AGO, say_quoted, say_signs_together
from analysis.words.without_direction import say_no_clear_difference, say_refused

MOST_LINES = 25
MOST_QUOTED = 2  # remarks of one sign


def text_review(
    review: Review,
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
    plan: Plan | None = None,
) -> list[str]:
    """The review as at most 25 plain lines, for a terminal or to paste into a record.

    plan : of the next test, that was agreed; None where there is none.
    """
    frequency, complete = review.frequency, review.completeness
    assumed, once = assumes(review.journal), said_once(review.journal)
    share = say_share(frequency.cramp_nights_share, wording, frequency.cramps_per_cramp_night, assumed=once)
    often = [
        f"{_head(review)} {say_night_rule(review.journal)}",
        f"{say_completeness(complete, wording, assumed=assumed)} {say_not_read(review.journal)}",
        say_assumption(review.journal),
        f"{say_overall(frequency, wording, assumed=once)} {share}",
        _as_planned(review, wording),
        _since(review, wording),
        say_recent(frequency.recent, wording, assumed=once),
        say_trend(frequency.trend, wording, assumed=once),
        *_of_the_cramps(review, wording),
    ]
    nothing = say_no_clear_difference(review, wording, volume, glass_ml)
    found = [
        *_signs(review, wording),
        *_planned(plan),
        *_directions(review, wording, volume, glass_ml),
        "" if nothing is None else f"{nothing.text} {say_unclear_without_one(review, wording)}",
        *say_spells_briefly(review.spells, review.intakes),
    ]
    how_sure = [
        *say_lost(review),
        say_refused(review),
        say_bounds(complete, wording, assumed=assumed),
        say_leaning(complete, wording) if complete.leaning.leans else "",
        "" if plan else say_what_it_would_take(review.what_it_would_take, wording),
        f"{say_no_cause(wording)} {say_disclaimer()}",
    ]
    before, among, after = ([line for line in lines if line.strip()] for lines in (often, found, how_sure))
    lines = [*before, *_fitted(among, MOST_LINES - len(before) - len(after)), *after]
    return [one_line(line.strip()) for line in lines]


def _planned(plan: Plan | None) -> list[str]:
    """What was agreed for the next weeks, and on which nights its parts begin."""
    if plan is None:
        return []
    first, *others = say_plan(plan)
    return [f"Planned: {first} {say_dates(plan)}", " ".join(others)]


def _head(review: Review) -> str:
    nights = review.journal.nights.index
    if not len(nights):
        return f"Cramp journal: {nothing_logged(review)}."
    return f"Cramp journal, nights of {between(nights[0].date(), nights[-1].date())}."


def _as_planned(review: Review, wording: Wording) -> str:
    """What the plan of the last visit gave, and how it was kept."""
    planned = review.planned
    if planned is None:
        return ""
    return " ".join([planned_sentence(planned, wording).text, *say_kept_to_plan(planned)])


def _since(review: Review, wording: Wording) -> str:
    earlier, since = review.journal.earlier, review.since_visit
    if earlier is None or since is None:
        return ""
    return say_since_visit(since, earlier.made_on, wording, assumed=said_once(review.journal))


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
    pain, *others = (said if recorded else "" for _, recorded, said in told)
    return [pain, " ".join(filter(None, others)), say_not_kept(lacking, cramps, unused=unused)]


def _signs(review: Review, wording: Wording) -> list[str]:
    """The warning signs of the last nights with their dates, those of longer ago, what the patient wrote with
    a word of a sign, and what public guidance says: a line each."""
    nights = review.journal.nights.index
    recent, older = (
        recent_signs(review.warning_signs, nights[-1].date()) if len(nights) else (review.warning_signs, [])
    )
    together = (say_signs_together(recent, wording), say_signs_together(older, wording, LONGER_AGO))
    return [
        *(said.text for said in together if said),
        " ".join(say_quoted(review.quoted, MOST_QUOTED)),
        say_guidance(review.warning_signs, wording),
    ]


def _directions(review: Review, wording: Wording, volume: Volume, glass_ml: float) -> list[str]:
    """Every change, course and exposure with a direction, the smallest q-value first."""
    changes = {change.asked: change for change in reversed(review.medication_changes)}
    results: list[MedicationChange | Course | ExposureAnswer] = [
        *changes.values(),
        *review.courses,
        *review.exposures,
    ]
    directed = [result for result in results if result.verdict in DIRECTIONS]
    ordered = sorted(directed, key=lambda result: result.q_value or 0.0)
    return [say_result(result, review, wording, volume, glass_ml) for result in ordered]


def _fitted(lines: Sequence[str], room: int) -> list[str]:
    """At most ``room`` lines; the last then says how many more there are, and what holds them."""
    if len(lines) <= room:
        return list(lines)
    more = capital(count(len(lines) - room + 1, "further point"))
    return [*lines[: room - 1], f"{more} in the workbook and the interactive copy."]

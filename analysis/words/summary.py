"""The first screen: the row of figures, and what stands out."""

from dataclasses import replace
from datetime import date

from analysis.findings import Finding
from analysis.measures import Rate
from analysis.review import Review
from analysis.words.brief import (
    brief_change,
    brief_course,
    brief_exposure,
    brief_leaning,
    brief_planned,
    brief_recent,
    brief_trend,
)
from analysis.words.completeness import say_leaning
from analysis.words.exposures import anchor_of, exposure_sentence
from analysis.words.frequency import COUNTED, COUNTED_BRIEFLY, COUNTED_OTHERS, assumes, say_recent, say_trend
from analysis.words.medications import change_sentence, course_sentence, same_night
from analysis.words.plans import plan_name, planned_sentence
from analysis.words.refusals import missing
from analysis.words.speech import (
    Sentence,
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
    weekly,
)
from analysis.words.units import GLASS_ML, Volume
from analysis.words.unused import could_hold_more, say_could_hold
from analysis.words.without_direction import (
    brief_no_clear_difference,
    brief_refused,
    say_no_clear_difference,
    say_refused,
)

Figure = tuple[str, str, str]
MOST_FINDINGS = 5
LEAST_LOGGED = 0.7  # share of nights below which a rate stands as its two bounds


def say_figures(review: Review, wording: Wording = "everyday") -> list[Figure]:
    """The row at the top: label, value and detail of rate, cramp nights, worst pain and nights logged."""
    return [say_figure(name, review, wording) for name in FIGURES]


def say_figure(name: str, review: Review, wording: Wording = "everyday") -> Figure:
    """One figure of the row, of those named in ``FIGURES``."""
    return FIGURES[name](review, wording)


def _rate(review: Review, wording: Wording) -> Figure:
    recent, overall = review.frequency.recent, review.frequency.overall
    if (bounds := _bounds(review)) is not None:
        return bounds
    assumed = f"; {COUNTED}" if assumes(review.journal) else ""
    current, previous = recent.current, recent.previous
    if recent.verdict != "not_enough_data" and current.per_week is not None and previous.per_week is not None:
        until = "" if recent.current_to is None else f"4 weeks to {day(recent.current_to)}: "
        before = f"Before that {weekly(previous)} ({limits(previous.low, previous.high, 'everyday')})"
        detail = f"{until}{_reach(current, wording)}, {_counts(current)}. {before}{assumed}"
        return "Cramps a week", weekly(current), detail
    if overall.per_week is None or overall.low is None:
        return "Cramps a week", "–", missing(review.frequency.reason or recent.reason)
    detail = f"{_reach(overall, wording)}, {_counts(overall)}{assumed}"
    return "Cramps a week", weekly(overall), detail


def _reach(rate: Rate, wording: Wording) -> str:
    """The range of the figure above it, so named that nobody takes it for one of nights."""
    range_ = limits(rate.low, rate.high, wording)
    return range_ if wording == "clinical" or rate.low is None else f"range {range_}"


def _counts(rate: Rate) -> str:
    return f"{count(rate.cramps, 'cramp')} in {count(rate.nights, 'night')}"


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


def _cramp_nights(review: Review, _: Wording) -> Figure:
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


def _worst_pain(review: Review, _: Wording) -> Figure:
    severity = review.patterns.severity
    if severity.largest is None:
        lacks = "not found in what was read" if could_hold_more(review.journal) else "not recorded"
        without = review.frequency.overall.nights and not review.frequency.overall.cramps
        return "Worst pain", "–", "no cramp is recorded" if without else lacks
    first, last = severity.largest_night, severity.largest_last_night
    night = "" if first is None else f"night of {day(first)}; "
    if last is not None and last != first:
        night = f"last on the night of {day(last)}; "
    return (
        "Worst pain",
        f"{decimal(severity.largest)} of 10",
        f"{night}from {_recorded_of(severity.recorded, severity.missing)}",
    )


def _recorded_of(recorded: int, missing: int) -> str:
    every = count(recorded + missing, "cramp")
    return f"{recorded:,} of {every}" if missing else every


def _logged(review: Review, _: Wording) -> Figure:
    complete = review.completeness
    if complete.share is None or not complete.nights:
        return "Nights logged", "–", missing("no_nights")
    detail = f"{complete.logged:,} of {count(complete.nights, 'night')}"
    if assumes(review.journal):
        return "Nights with an entry", f"{complete.logged:,} of {complete.nights:,}", COUNTED_OTHERS
    gap = complete.longest_gap
    gap_said = (
        "" if gap is None else f"; longest gap {count(gap.nights, 'night')}, {between(gap.start, gap.end)}"
    )
    return "Nights logged", percent(complete.share), detail + gap_said


FIGURES = {
    "cramps a week": _rate,
    "nights with a cramp": _cramp_nights,
    "worst pain": _worst_pain,
    "nights logged": _logged,
}


def say_findings(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[Sentence]:
    """What stands out, most useful first: at most five lines of at most 20 words, each with the tab that
    shows it and its whole sentence as ``details``.

    The last is what could not be compared, where there is room for it; where nothing could be, it is the one.
    """
    found = []
    for finding in findings_once(review)[:MOST_FINDINGS]:
        whole = finding_sentence(review, finding, wording, volume, glass_ml)
        brief = _in_brief(review, finding, wording, volume, glass_ml)
        if whole is not None and brief is not None:
            found.append(replace(brief, anchor=whole.anchor, finding=finding, details=whole.text))
    refused = brief_refused(review)
    if refused is not None and len(found) < MOST_FINDINGS:
        found.append(replace(refused, details=say_refused(review)))
    if found:
        return found
    whole = _split(say_recent(review.frequency.recent, wording))
    return [replace(brief_recent(review.frequency.recent, wording), details=whole.text)]


def say_better(review: Review, wording: Wording = "everyday") -> Sentence:
    """Better or worse: the last 4 weeks against those before in one line of at most 20 words; ``details`` is
    the whole sentence."""
    recent, assumed = review.frequency.recent, assumes(review.journal)
    counted = f"{capital(COUNTED_BRIEFLY)}." if assumed and recent.verdict != "not_enough_data" else ""
    brief = brief_recent(recent, wording, counted)
    return replace(brief, details=say_recent(recent, wording, assumed=assumed))


def say_not_asked(review: Review) -> str:
    """Which of fluid, activity and medicines the journal holds nothing about; empty where it has all."""
    fields = {anchor_of(answer) for answer in review.exposures}
    names = [name for name in ("hydration", "activity") if name not in fields]
    lacking = [{"hydration": "fluid", "activity": "activity"}[name] for name in names]
    if not review.medication_changes and not review.courses:
        lacking.append("a change of a medicine")
    if not lacking:
        return ""
    if could_hold_more(review.journal):
        return f"Not found in what was read: {listing(lacking, 'or')}. {say_could_hold()}"
    remarks = " outside the remarks" if len(review.journal.remarks) else ""
    return f"Not recorded{remarks}: {listing(lacking, 'or')}."


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
    if len(finding.items) != 1:
        return say_no_clear_difference(review, wording, volume, glass_ml, items=finding.items)
    return finding_sentence(review, replace(finding, about=finding.items[0].about), wording, volume, glass_ml)


def _in_brief(
    review: Review, finding: Finding, wording: Wording, volume: Volume, glass_ml: float
) -> Sentence | None:
    """A finding in one line."""
    often = review.frequency
    if finding.about == "planned" and review.planned is not None:
        return brief_planned(review.planned, plan_name(review.planned), wording)
    if finding.about == "recent":
        return brief_recent(often.recent, wording)
    if finding.about == "trend":
        return brief_trend(often.trend, wording)
    if finding.about == "completeness":
        return brief_leaning(review.completeness)
    if len(finding.items) != 1:
        return brief_no_clear_difference(review, wording, finding.items)
    item = finding.items[0]
    if item.about == "medication_change":
        change = review.medication_changes[item.place]
        return brief_change(change, wording, same_night(change, review.medication_changes))
    if item.about == "course":
        return brief_course(review.courses[item.place], wording)
    return brief_exposure(review.exposures[item.place], wording, volume, glass_ml)


def _split(text: str) -> Sentence:
    lead, colon, rest = text.partition(": ")
    return Sentence(f"{lead}:", rest, "summary") if colon else Sentence("", text, "summary")


def say_all_questions(review: Review) -> str:
    """How many questions were asked in all, and how many of them show a direction, none, or too little."""
    verdicts = [
        *(answer.verdict for answer in review.exposures),
        *(change.verdict for change in review.medication_changes),
        *(course.verdict for course in review.courses),
    ]
    if not verdicts and not review.lost:
        return ""
    clear = sum(verdict in ("fewer_cramps", "more_cramps") for verdict in verdicts)
    none, refused = verdicts.count("no_clear_difference"), verdicts.count("not_enough_data")
    parts = [
        f"{number} {said}"
        for number, said in (
            (clear, "with a clear direction"),
            (none, "with no clear difference"),
            (refused, "with too little to say"),
            (len(review.lost), "not worked out, by a fault in the program"),
        )
        if number
    ]
    asked = f"{count(len(verdicts) + len(review.lost), 'question')} asked of this journal"
    if len(parts) > 1:
        return f"{asked}: {listing(parts)}."
    return f"{asked}, {'all ' if len(verdicts) > 1 else ''}{parts[0].partition(' ')[2]}."

"""Every sentence, label and table of one review, for the tests that hold for all of them."""

from collections.abc import Iterator
from datetime import date

from analysis import words
from analysis.review import Review
from analysis.words import Volume, Wording
from analysis.words.frequency import assumes

WORDINGS: tuple[Wording, ...] = ("everyday", "clinical")


def every_sentence(review: Review, wording: Wording, volume: Volume = "mL") -> Iterator[str]:
    """All that is said about a review; empty sentences are left out."""
    yield from (line for line in _sentences(review, wording, volume) if line)


def _sentences(review: Review, wording: Wording, volume: Volume) -> Iterator[str]:
    frequency, patterns, complete = review.frequency, review.patterns, review.completeness
    assumed = assumes(review.journal)
    yield words.say_overall(frequency, wording, assumed=assumed)
    yield words.say_recent(frequency.recent, wording, assumed=assumed)
    yield words.say_better(review, wording).text
    yield words.say_not_asked(review)
    yield words.say_compare(frequency.recent, wording, assumed=assumed)
    yield words.say_trend(frequency.trend, wording, assumed=assumed)
    yield words.say_share(
        frequency.cramp_nights_share, wording, frequency.cramps_per_cramp_night, assumed=assumed
    )
    yield words.say_assumption(review.journal)
    yield words.say_night_rule(review.journal)
    for answer in review.exposures:
        yield words.say_exposure(answer, wording, volume)
        yield words.say_levels(answer, wording, volume)
        yield words.label_question(answer, wording, volume)
    yield from words.say_lags(review.exposures, wording, volume)
    for change in review.medication_changes:
        yield words.say_change(change, wording)
        yield words.say_usual_range(change, wording)
        yield words.say_date_rank(change, wording)
        yield from words.say_caveats(change, wording)
        yield words.say_evidence(change.evidence, change.drug_class)
        yield words.label_change(change, wording)
    yield words.say_record(review.spells, review.intakes)
    yield from words.say_spells_briefly(review.spells, review.intakes)
    yield words.say_spell_note(wording)
    for course in review.courses:
        yield words.say_course(course, wording)
        yield words.label_course(course, wording)
    yield words.say_hour_of_night(patterns.hour_of_night, wording)
    yield words.say_weekdays(patterns.weekdays, patterns.weekdays_differ, wording)
    yield words.say_months(patterns.months, patterns.months_differ, wording)
    yield words.say_places(patterns.places, wording)
    yield words.say_severity(patterns.severity, wording)
    yield words.say_duration(patterns.duration, wording)
    yield words.say_symptoms(patterns.symptoms, wording)
    yield from words.say_relief(patterns.relief, wording)
    yield words.say_completeness(complete, wording)
    yield words.say_leaning(complete, wording)
    yield words.say_bounds(complete, wording)
    yield words.say_sizes_drawn(review, wording)
    yield words.say_what_it_would_take(review.what_it_would_take, wording)
    yield from words.brief_what_it_would_take(review.what_it_would_take)
    yield from (sign.text for sign in words.say_warning_signs(review.warning_signs, wording))
    yield words.say_not_recorded(review.warning_signs, wording)
    yield from (words.say_receipt(receipt) for receipt in review.journal.receipts)
    yield from (" ".join(figure) for figure in words.say_figures(review, wording))
    yield from (" ".join(words.say_figure(name, review, wording)) for name in words.FIGURES)
    yield from (finding.text for finding in words.say_findings(review, wording, volume))
    yield from words.text_review(review, wording, volume)
    yield words.say_chance_note(wording)
    yield words.say_dummy_note(wording)
    yield words.say_range_note(wording)
    yield words.say_no_cause(wording)
    yield words.say_sequence_ratio()
    yield words.say_disclaimer()
    yield words.say_all_questions(review)
    yield words.say_levels_note(wording)
    yield words.say_could_hold()
    yield words.say_what_it_is()
    yield words.say_lost_journal()
    yield words.say_opened(["diary.csv"], review.journal, 2)
    yield words.say_no_treatment()
    yield words.say_not_used(review.journal.receipts, 2)
    yield words.say_not_read(review.journal)
    yield words.say_not_kept(["night", "pain"], 3.0, unused=True)
    yield words.say_guidance(review.warning_signs, wording)
    yield words.say_named_answer(review, wording, volume)
    yield words.say_unclear_without_one(review, wording)
    yield from (words.label_sign(sign) for sign in review.warning_signs)
    yield words.label_raised(review.warning_signs, review.quoted)
    yield from words.say_quoted(review.quoted)
    yield from words.list_quoted(review.quoted)
    for told in (words.say_signs_together, words.say_signs_briefly):
        yield from _texts(told(review.warning_signs, wording))
    yield from _texts(words.say_no_clear_difference(review, wording))
    yield from (words.say_nothing_recorded(anchor) for anchor in ("hydration", "activity", "medication"))
    yield words.say_since_visit(frequency.recent, date(2025, 6, 1), wording, assumed=assumed)
    for answer in review.exposures:
        yield from (words.label_level(level, answer, volume) for level in answer.levels)
    for receipt in review.journal.receipts:
        yield words.say_open_dates(receipt)
        yield from (words.label_field(column.field) for column in receipt.columns)


def _texts(said: words.Sentence | None) -> Iterator[str]:
    if said is not None:
        yield said.text


def every_table(review: Review, wording: Wording, volume: Volume = "mL") -> Iterator[list[words.Row]]:
    """All tables of a review."""
    frequency, patterns, complete = review.frequency, review.patterns, review.completeness
    yield words.table_weeks(frequency)
    yield words.table_comparison(frequency.recent)
    for answer in review.exposures:
        yield words.table_levels(answer, volume)
    yield words.table_lags(review.exposures, wording)
    yield words.table_questions(review, wording, volume)
    yield words.table_answers(review, volume)
    for change in review.medication_changes:
        yield words.table_change(change)
    yield words.table_spells(review.spells, wording)
    yield words.table_intakes(review.intakes)
    yield words.table_hours(patterns.hour_of_night)
    yield words.table_named_rates(patterns.weekdays, "Evening")
    yield words.table_named_rates(patterns.months, "Month")
    yield words.table_places(patterns.places)
    yield words.table_distribution(patterns.severity, "0 to 10")
    yield words.table_distribution(patterns.duration, "min")
    yield words.table_symptoms(patterns.symptoms)
    yield words.table_relief(patterns.relief)
    yield words.table_completeness(complete)
    yield words.table_gaps(complete)
    yield words.table_what_it_would_take(review.what_it_would_take)
    yield words.table_warning_signs(review.warning_signs)
    yield words.table_courses(review.courses, wording)
    for receipt in review.journal.receipts:
        yield words.table_columns(receipt)
        yield words.table_problems(receipt)

"""Results as sentences, in everyday and in clinical wording.

``say_*`` gives words, ``label_*`` the name of a row or level, ``table_*`` the rows under a chart. All text is
plain, and text out of a file stands in it untouched: where Markdown or HTML is read, pass it through
``markdown``.
"""

from analysis.words.added import say_added
from analysis.words.answers import say_unclear_without_one, table_answers
from analysis.words.cent import say_cent, say_cent_left_out, table_cent
from analysis.words.cohorts import (
    OTHER_REASONS,
    AnswerOfMany,
    PooledAnswer,
    label_group,
    say_cohort,
    say_cohort_notes,
    say_cohort_title,
    say_nothing_pooled,
    say_pooled,
    say_sheet_is_full,
    say_without_each,
    table_pooled,
)
from analysis.words.completeness import (
    brief_what_it_would_take,
    say_bounds,
    say_completeness,
    say_leaning,
    say_what_it_would_take,
)
from analysis.words.exposures import anchor_of, exposure_sentence, say_exposure, say_lags, say_levels
from analysis.words.frequency import (
    assumes,
    say_assumption,
    say_compare,
    say_overall,
    say_recent,
    say_share,
    say_since_visit,
    say_trend,
)
from analysis.words.guidance import say_guidance, say_guidance_briefly
from analysis.words.labels import (
    CHANGED,
    TESTS,
    changed,
    exposure_name,
    label_change,
    label_course,
    label_level,
    label_question,
    label_seasons,
    label_test,
    medicine,
    quantity,
    volume_amount,
    when_changed,
)
from analysis.words.lost import say_lost
from analysis.words.mapping import (
    answers_not_understood,
    answers_told,
    label_answers,
    label_column,
    label_meanings,
    table_suggestions,
)
from analysis.words.medications import (
    SEQUENCE_RATIO,
    change_sentence,
    course_sentence,
    same_night,
    say_caveats,
    say_change,
    say_course,
    say_date_rank,
    say_evidence,
    say_sequence_ratio,
    say_usual_range,
)
from analysis.words.night import say_night, title_night
from analysis.words.notes import (
    say_chance_note,
    say_disclaimer,
    say_dummy_note,
    say_levels_note,
    say_lost_journal,
    say_no_cause,
    say_not_kept,
    say_nothing_recorded,
    say_opened,
    say_range_note,
    say_what_it_is,
)
from analysis.words.on_paper import (
    Cut,
    Headings,
    say_blood_tests,
    say_events,
    say_every_night,
    say_files,
    say_hatched,
    say_head_of_sheet,
    say_hollow,
    say_how_to_fill_in,
    say_inside,
    say_key_of_timeline,
    say_left_out_nights,
    say_mean_of_days,
    say_more_medicines,
    say_no_sign,
    say_period,
    say_replaced,
    say_row_of_timeline,
    say_sheet,
    say_shortened,
    say_timeline,
    say_title,
)
from analysis.words.patterns import (
    say_duration,
    say_hour_of_night,
    say_months,
    say_places,
    say_relief,
    say_severity,
    say_symptoms,
    say_weekdays,
)
from analysis.words.people import say_person
from analysis.words.plain_text import text_review
from analysis.words.plan_chances import (
    say_chance,
    say_chances_note,
    say_chances_to_come,
    say_counting,
    say_nights_that_count,
    say_no_chances,
)
from analysis.words.plans import (
    label_block,
    label_kept,
    label_plan,
    list_parts,
    planned_sentence,
    say_dates,
    say_kept_to_plan,
    say_no_treatment,
    say_plan,
    say_plan_chances,
    say_worth_keeping,
    table_chances,
    table_plan,
    table_planned,
)
from analysis.words.questions import label_named, say_named_question
from analysis.words.ratios import figures_of
from analysis.words.receipts import (
    label_field,
    say_night_rule,
    say_open_dates,
    say_receipt,
    table_columns,
    table_problems,
)
from analysis.words.refusals import missing_briefly
from analysis.words.speech import (
    MONTHS,
    Anchor,
    Sentence,
    Wording,
    capital,
    count,
    day,
    fixed,
    listing,
    markdown,
    one_line,
    short_day,
    unbroken,
)
from analysis.words.spells import (
    say_record,
    say_spell_note,
    say_spells_briefly,
    table_intakes,
    table_spells,
)
from analysis.words.summary import (
    FIGURES,
    say_all_questions,
    say_better,
    say_figure,
    say_figures,
    say_findings,
    say_not_asked,
)
from analysis.words.tables import (
    Row,
    table_change,
    table_comparison,
    table_completeness,
    table_courses,
    table_distribution,
    table_gaps,
    table_hours,
    table_lags,
    table_levels,
    table_named_rates,
    table_places,
    table_questions,
    table_relief,
    table_symptoms,
    table_weeks,
    table_what_it_would_take,
)
from analysis.words.units import GLASS_ML, Volume, glass_before, unit_of_files, volume_unit
from analysis.words.unused import could_hold_more, say_could_hold, say_not_read, say_not_used
from analysis.words.warning_signs import (
    label_sign,
    list_quoted,
    list_signs,
    say_not_recorded,
    say_quoted,
    say_signs_briefly,
    say_signs_together,
    say_warning_signs,
    table_warning_signs,
)
from analysis.words.without_direction import say_no_clear_difference

__all__ = [
    "CHANGED", "FIGURES", "GLASS_ML", "MONTHS", "OTHER_REASONS", "SEQUENCE_RATIO", "TESTS", "Anchor",
    "AnswerOfMany", "Cut", "Headings",
    "PooledAnswer", "Row", "Sentence", "Volume", "Wording", "anchor_of", "answers_not_understood",
    "answers_told", "assumes", "brief_what_it_would_take", "capital", "change_sentence", "changed",
    "could_hold_more", "count", "course_sentence", "day", "exposure_name", "exposure_sentence",
    "figures_of", "fixed", "glass_before", "label_answers", "label_block", "label_change", "label_column",
    "label_course",
    "label_field", "label_group", "label_kept", "label_level", "label_meanings", "label_named",
    "label_plan", "label_question", "label_seasons", "label_sign", "label_test", "list_parts", "list_quoted",
    "list_signs", "listing", "markdown", "medicine", "missing_briefly", "one_line", "planned_sentence",
    "quantity", "same_night", "say_added", "say_all_questions", "say_assumption", "say_better",
    "say_blood_tests", "say_bounds", "say_caveats", "say_cent", "say_cent_left_out", "say_chance",
    "say_chance_note", "say_chances_note", "say_chances_to_come", "say_change", "say_cohort",
    "say_cohort_notes",
    "say_cohort_title", "say_compare", "say_completeness", "say_could_hold", "say_counting",
    "say_course", "say_date_rank",
    "say_dates", "say_disclaimer", "say_dummy_note", "say_duration", "say_events", "say_every_night",
    "say_evidence", "say_exposure", "say_figure", "say_figures", "say_files", "say_findings",
    "say_guidance", "say_guidance_briefly", "say_hatched", "say_head_of_sheet", "say_hollow",
    "say_hour_of_night", "say_how_to_fill_in", "say_inside", "say_kept_to_plan", "say_key_of_timeline",
    "say_lags", "say_leaning", "say_left_out_nights", "say_levels", "say_levels_note", "say_lost",
    "say_lost_journal", "say_mean_of_days", "say_months", "say_more_medicines", "say_named_question",
    "say_night", "say_night_rule", "say_nights_that_count", "say_no_cause", "say_no_chances",
    "say_no_clear_difference",
    "say_no_sign", "say_no_treatment", "say_not_asked", "say_not_kept", "say_not_read", "say_not_recorded",
    "say_not_used", "say_nothing_pooled", "say_nothing_recorded", "say_open_dates", "say_opened",
    "say_overall", "say_period", "say_person", "say_places", "say_plan", "say_plan_chances", "say_pooled",
    "say_quoted", "say_range_note", "say_receipt", "say_recent", "say_record", "say_relief", "say_replaced",
    "say_row_of_timeline", "say_sequence_ratio", "say_severity", "say_share", "say_sheet",
    "say_sheet_is_full", "say_shortened", "say_signs_briefly", "say_signs_together", "say_since_visit",
    "say_spell_note", "say_spells_briefly", "say_symptoms", "say_timeline", "say_title", "say_trend",
    "say_unclear_without_one", "say_usual_range", "say_warning_signs", "say_weekdays", "say_what_it_is",
    "say_what_it_would_take",
    "say_without_each", "say_worth_keeping", "short_day", "table_answers", "table_cent", "table_chances",
    "table_change", "table_columns",
    "table_comparison", "table_completeness", "table_courses", "table_distribution", "table_gaps",
    "table_hours", "table_intakes", "table_lags", "table_levels", "table_named_rates", "table_places",
    "table_plan", "table_planned", "table_pooled", "table_problems", "table_questions", "table_relief",
    "table_spells", "table_suggestions", "table_symptoms", "table_warning_signs", "table_weeks",
    "table_what_it_would_take", "text_review", "title_night", "unbroken", "unit_of_files", "volume_amount",
    "volume_unit", "when_changed",
]  # fmt: skip

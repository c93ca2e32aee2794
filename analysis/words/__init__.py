"""Results as sentences, in everyday and in clinical wording.

``say_*`` gives words, ``label_*`` the name of a row or level, ``table_*`` the rows under a chart. All text is
plain, and text out of a file stands in it untouched: where Markdown or HTML is read, pass it through
``markdown``.
"""

from analysis.words.completeness import say_bounds, say_completeness, say_leaning, say_what_it_would_take
from analysis.words.exposures import anchor_of, exposure_sentence, say_exposure, say_lags, say_levels
from analysis.words.frequency import (
    say_assumption,
    say_compare,
    say_overall,
    say_recent,
    say_share,
    say_trend,
)
from analysis.words.labels import (
    changed,
    exposure_name,
    label_change,
    label_course,
    label_level,
    label_question,
    medicine,
    quantity,
    volume_amount,
)
from analysis.words.medications import (
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
from analysis.words.notes import say_chance_note, say_disclaimer, say_dummy_note, say_no_cause, say_range_note
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
from analysis.words.plain_text import text_review
from analysis.words.receipts import say_night_rule, say_problem, say_receipt
from analysis.words.speech import GLASS_ML, Anchor, Sentence, Volume, Wording, markdown
from analysis.words.summary import say_figures, say_findings, say_no_clear_difference
from analysis.words.tables import (
    Row,
    table_change,
    table_comparison,
    table_completeness,
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
    table_warning_signs,
    table_weeks,
    table_what_it_would_take,
)
from analysis.words.warning_signs import label_sign, say_not_recorded, say_warning_signs

__all__ = [
    "GLASS_ML", "Anchor", "Row", "Sentence", "Volume", "Wording", "anchor_of", "change_sentence", "changed",
    "course_sentence", "exposure_name", "exposure_sentence", "label_change", "label_course", "label_level",
    "label_question", "label_sign", "markdown", "medicine", "quantity", "same_night", "say_assumption",
    "say_bounds", "say_caveats", "say_chance_note", "say_change", "say_compare", "say_completeness",
    "say_course", "say_date_rank", "say_disclaimer", "say_dummy_note", "say_duration", "say_evidence",
    "say_exposure", "say_figures", "say_findings", "say_hour_of_night", "say_lags", "say_leaning",
    "say_levels", "say_months", "say_night_rule", "say_no_cause", "say_no_clear_difference",
    "say_not_recorded", "say_overall", "say_places", "say_problem", "say_range_note", "say_receipt",
    "say_recent", "say_relief", "say_sequence_ratio", "say_severity", "say_share", "say_symptoms",
    "say_trend", "say_usual_range", "say_warning_signs", "say_weekdays", "say_what_it_would_take",
    "table_change", "table_comparison", "table_completeness", "table_distribution", "table_gaps",
    "table_hours", "table_lags", "table_levels", "table_named_rates", "table_places", "table_questions",
    "table_relief", "table_symptoms", "table_warning_signs", "table_weeks", "table_what_it_would_take",
    "text_review", "volume_amount",
]  # fmt: skip

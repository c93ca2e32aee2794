"""One cell -> one value: the readers of a journal's cells, one for each kind of field."""

from analysis.journal.cells.amounts import (
    System,
    amount_and_unit,
    measures_of,
    read_amount,
    said_measures,
    unit_in,
)
from analysis.journal.cells.answers import (
    PAIN_IN_A_WORD,
    read_level,
    read_muscle,
    read_scale,
    read_side,
    read_words,
    read_yes_no,
)
from analysis.journal.cells.beside_counts import SEVERAL, remark_beside
from analysis.journal.cells.clocks import read_clock, with_named_clocks
from analysis.journal.cells.coded_answers import (
    CIRCLES,
    MINUS,
    circles_that_say_nothing,
    coded_answers,
    none_by_marks,
)
from analysis.journal.cells.counts import (
    cramps_in_cell,
    strength_in_cell,
    times_in_cell,
)
from analysis.journal.cells.cramp_words import (
    CRAMP,
    CRAMP_TOLD,
    closes_unread,
    of_other_cramps,
    tells_of_a_cramp,
    whose_cramps,
    without_cramps,
)
from analysis.journal.cells.date_forms import ANY_DAY, YEAR, read_date
from analysis.journal.cells.date_parts import DatePart, date_part, is_since_before
from analysis.journal.cells.dates import (
    EARLIEST,
    DateColumn,
    DateProblem,
    read_chosen_dates,
    read_date_column,
)
from analysis.journal.cells.drinks import read_drinks
from analysis.journal.cells.durations import read_duration
from analysis.journal.cells.hours_and_minutes import with_minutes_joined
from analysis.journal.cells.late_patterns import late_pattern
from analysis.journal.cells.none_told import negations_apart, says_none
from analysis.journal.cells.numbers import NO_COUNT, UNREAD, DecimalMark, range_of, read_count, read_number
from analysis.journal.cells.pairs import with_pairs
from analysis.journal.cells.scale_ends import bare_score, end_of_scale
from analysis.journal.cells.sign_words import SIGNS, SpokenOf, signs_in
from analysis.journal.cells.sized_vessels import vessel_of_heading
from analysis.journal.cells.swapped_dates import lie_together, swapped_dates
from analysis.journal.cells.times_of_day import (
    AFTER_HOUR,
    AM_OR_PM,
    BEFORE_CLOCK,
    CLOCK,
    EARLY,
    HALF_OF_DAY,
    HOUR_SURELY,
    HOUR_TOLD,
    LATE,
    is_one_clock,
)
from analysis.journal.cells.unit_groups import DAY_ML, Change, change_of_unit, other_units, units_by_size
from analysis.journal.cells.units import (
    ASSUMED_SIZE,
    FLUID_UNITS,
    GLASS,
    MILLILITRES,
    MINUTES,
    UNIT_OF_LENGTH,
    unit_of_header,
)
from analysis.journal.cells.values import Cell, before_reading, plain, vocabulary, words_found
from analysis.journal.cells.words import (
    alternatives,
    compile_patterns,
    every_word,
    pattern_of,
    words_apart,
    words_of,
)
from analysis.journal.cells.zones import in_zone, is_of_utc, is_zone, local_moments, names_utc

__all__ = [
    "AFTER_HOUR",
    "AM_OR_PM",
    "ANY_DAY",
    "ASSUMED_SIZE",
    "BEFORE_CLOCK",
    "CIRCLES",
    "CLOCK",
    "CRAMP",
    "CRAMP_TOLD",
    "DAY_ML",
    "EARLIEST",
    "EARLY",
    "FLUID_UNITS",
    "GLASS",
    "HALF_OF_DAY",
    "HOUR_SURELY",
    "HOUR_TOLD",
    "LATE",
    "MILLILITRES",
    "MINUS",
    "MINUTES",
    "NO_COUNT",
    "PAIN_IN_A_WORD",
    "SEVERAL",
    "SIGNS",
    "UNIT_OF_LENGTH",
    "UNREAD",
    "YEAR",
    "Cell",
    "Change",
    "DateColumn",
    "DatePart",
    "DateProblem",
    "DecimalMark",
    "SpokenOf",
    "System",
    "alternatives",
    "amount_and_unit",
    "bare_score",
    "before_reading",
    "change_of_unit",
    "circles_that_say_nothing",
    "closes_unread",
    "coded_answers",
    "compile_patterns",
    "cramps_in_cell",
    "date_part",
    "end_of_scale",
    "every_word",
    "in_zone",
    "is_of_utc",
    "is_one_clock",
    "is_since_before",
    "is_zone",
    "late_pattern",
    "lie_together",
    "local_moments",
    "measures_of",
    "names_utc",
    "negations_apart",
    "none_by_marks",
    "of_other_cramps",
    "other_units",
    "pattern_of",
    "plain",
    "range_of",
    "read_amount",
    "read_chosen_dates",
    "read_clock",
    "read_count",
    "read_date",
    "read_date_column",
    "read_drinks",
    "read_duration",
    "read_level",
    "read_muscle",
    "read_number",
    "read_scale",
    "read_side",
    "read_words",
    "read_yes_no",
    "remark_beside",
    "said_measures",
    "says_none",
    "signs_in",
    "strength_in_cell",
    "swapped_dates",
    "tells_of_a_cramp",
    "times_in_cell",
    "unit_in",
    "unit_of_header",
    "units_by_size",
    "vessel_of_heading",
    "vocabulary",
    "whose_cramps",
    "with_minutes_joined",
    "with_named_clocks",
    "with_pairs",
    "without_cramps",
    "words_apart",
    "words_found",
    "words_of",
]

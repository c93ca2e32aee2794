"""What is asked about a table, as sentences: each says what is not plain in it, and what to say of it."""

from analysis.journal.columns.about_cramps import Other
from analysis.journal.tables import RawTable, is_calendar

ARE_THESE_CRAMPS = (
    "Nothing in the file says that it is about leg cramps; say whether these are leg cramps, or leave it out."
)
ARE_ROWS_CRAMPS = (
    "Nothing in the file says whether each of its rows is a cramp; say whether these are leg cramps, or "
    "leave it out."
)
OTHER_CRAMPS = "The cramps of this file {}; say whether these are leg cramps, or leave it out."
_OTHERS = {
    "bleeding": "stand beside a monthly bleeding, or in a log of one",
    "signs": "stand beside signs that can be of the belly, a period or a pregnancy",
    "bowel": "stand beside what the bowel did",
    "elsewhere": "are all of another part of the body than the leg",
}


def say_other(other: Other) -> str:
    """What is asked where the cramps of a file may be others than those of a leg."""
    return ANOTHER_PAIN if other == "pain" else OTHER_CRAMPS.format(_OTHERS[other])


ANOTHER_PAIN = "The file is named after another pain; say whether these are leg cramps, or leave it out."
SOMETHING_ELSE = (
    "The file is about something other than cramps, as its name or its headings say; if it does list leg "
    "cramps, say so, or leave it out."
)
CRAMP_COLUMN = "cramp_column_not_known"
NOT_TAKEN = "The column “{}” speaks of cramps, and what it says of them is not known; say what it holds."
BESIDE_YES = (
    "The column “{}” has a number just where the answer about cramps is yes, and may say how many there "
    "were; say what it holds."
)
COULD_COUNT = (
    "A column of the file that is not known could say how many cramps there were; "
    "map that column to use the file."
)

_LONGER_TIMES = (
    "Each row of the file is about a week or a month, and a journal needs one row for each night; "
    "choose the file in which the nights stand."
)
_A_CALENDAR = (
    "The days of the week stand across the file, as in a calendar, and which dates they are is not plain; "
    "write month and year above them, such as March 2025, or one row for each night with its date."
)


def say_longer_times(table: RawTable) -> str:
    """Why a table whose rows are longer than a night is not read, and what to do."""
    return _A_CALENDAR if is_calendar(table.headers) else _LONGER_TIMES

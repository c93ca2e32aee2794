"""What stands on paper beside the sentences of the screen: headings, what was cut, what the file holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analysis.journal import Receipt
from analysis.review import Review
from analysis.words.completeness import nothing_logged
from analysis.words.notes import files_named
from analysis.words.speech import Wording, between, capital, count, day, listing, one_line
from analysis.words.unused import say_could_hold
from analysis.words.warning_signs import RAISING

Cut = Literal["questions", "medicines", "signs", "remarks", "asked"]
_CUT: dict[Cut, str] = {
    "questions": "question",
    "medicines": "entry",
    "signs": "sign",
    "remarks": "remark",
    "asked": "question",
}
_MANY = {"entry": "entries"}
_FILES_NAMED = 3
_STRETCHES_NAMED = 3


@dataclass(frozen=True)
class Headings:
    """The headings of the page, in reading order."""

    name: str = "Name"
    born: str = "Date of birth"
    better: str = "Better or worse"
    over_time: str = "Over time"
    goes_with: str = "What it goes with"
    plan: str = "The plan"
    medicines: str = "Medicines"
    raising: str = RAISING["everyday"]
    in_words: str = "In the patient’s words"
    asked: str = "Questions to ask"
    notes: str = "Notes"
    how: str = "How it was worked out"
    every_night: str = "Every night"

    @classmethod
    def worded(cls, wording: Wording) -> "Headings":
        """Those of a page for the patient or for a clinician."""
        return cls(raising=RAISING[wording])


def say_title(name: str = "", what: str = "journal") -> str:
    """``Cramp journal of Anna``; without a name ``Cramp journal``."""
    return f"Cramp {what} of {name.strip()}" if name.strip() else f"Cramp {what}"


def say_period(review: Review, made_on: date) -> str:
    """From which night to which, and when the page was made."""
    made = f"Page made on {day(made_on)}."
    nights = review.journal.nights.index
    if not len(nights):
        return f"{capital(nothing_logged(review))}. {made}"
    return f"Nights of {between(nights[0].date(), nights[-1].date())}. {made}"


def say_head_of_sheet(
    name: str, first: date | None, last: date | None, files: Sequence[str], today: date
) -> str:
    """Whose, which nights, which files and which day, in one line to stand on every printed sheet."""
    period = f"nights of {between(first, last)}" if first and last else "no night is logged"
    named = listing(files_named(files, _FILES_NAMED))
    return one_line(" · ".join([say_title(name), period, named, f"printed on {day(today)}"]))


def say_shortened(what: Cut, more: int) -> str:
    """That ``more`` rows of a list are in the journal and not on the sheet; empty where none is."""
    if more <= 0:
        return ""
    noun = _CUT[what]
    return f"Shortened: {more} more {noun if more == 1 else _MANY.get(noun, f'{noun}s')} in the journal."


def say_no_sign(*, unused: bool = False) -> str:
    """Where no warning sign is recorded; ``unused``: part of the files is not used and could hold one."""
    if unused:
        return f"No warning sign was found in what was read. {say_could_hold()}"
    return "No warning sign is recorded. That does not mean that there was none."


def say_every_night() -> str:
    """What the table of all nights shows."""
    return "The cramps of each night; a dash is a night that is not logged."


def say_how_to_fill_in() -> str:
    """What stands above the blank diary."""
    return (
        "One row a night, named by the date of its evening. Write 0 for a night without a cramp; leave "
        "the row empty if you do not know. Water and activity are those of the day before the night."
    )


def say_files(receipts: Sequence[Receipt]) -> str:
    """Which files were read; empty where none was."""
    used = [receipt for receipt in receipts if receipt.error is None]
    if not used:
        return ""
    named = [receipt.name for receipt in used[:_FILES_NAMED]]
    more = len(used) - len(named)
    others = f", and {count(more, 'more table')}" if more > 0 else ""
    return f"Read from {listing(named)}{others}."


def say_inside(*, data_inside: bool) -> str:
    """Whether the page's file holds the journal, and who can then read it."""
    if data_inside:
        return (
            "This file holds the whole journal: whoever has it can read all of it. Opened with next month’s "
            "file, it goes on."
        )
    return "This file holds this page only, not the journal."


def say_sheet(number: str, of: str) -> str:
    """``Cramp Journal, page 1 of 2``."""
    return f"Cramp Journal, page {number} of {of}"


def say_replaced(letters: Sequence[str], mark: str, most: int = 12) -> str:
    """Which letters no font of this computer has, by their code points; empty where every one was printed."""
    codes = [f"U+{ord(letter):04X}" for letter in letters]
    if not codes:
        return ""
    more = f" and {len(codes) - most} more" if len(codes) > most else ""
    return f"No font of this computer has {', '.join(codes[:most])}{more}; “{mark}” stands for each."


def say_left_out_nights(nights: Sequence[date]) -> str:
    """The nights that somebody asked to leave out of every rate, as stretches; empty where none is."""
    if not nights:
        return ""
    stretches: list[list[date]] = []
    for night in sorted(nights):
        if stretches and (night - stretches[-1][-1]).days == 1:
            stretches[-1].append(night)
        else:
            stretches.append([night])
    said = listing([between(stretch[0], stretch[-1]) for stretch in stretches[:_STRETCHES_NAMED]])
    more = len(stretches) - _STRETCHES_NAMED
    others = f", and {count(more, 'more stretch', 'more stretches')}" if more > 0 else ""
    return f"Left out of every rate: {count(len(nights), 'night')}, {said}{others}."


def say_timeline(review: Review, lanes: Sequence[str], shown: Sequence[str]) -> str:
    """The timeline for somebody who cannot see it: what it shows, from where to where, and where the numbers
    stand.

    lanes : medicines and others that have a line of their own. shown : what is drawn beneath, such as fluid.
    """
    often = review.frequency
    nights = review.journal.nights.index
    known = [week.rate.per_week for week in often.weeks if week.rate.per_week is not None]
    if not len(nights):
        return "Timeline of a journal without a logged night."
    rates = (
        f"weekly rates from {min(known):.1f} to {max(known):.1f} cramps a week" if known else "no weekly rate"
    )
    parts = [
        f"{rates} from {between(nights[0].date(), nights[-1].date())}, with nights without an entry hatched",
        f"in lanes: {listing(list(lanes))}" if lanes else "",
        f"beneath: {listing(list(shown))}" if shown else "",
    ]
    said = "; ".join(part for part in parts if part)
    return f"Timeline: {said}. The numbers stand in the text and tables of this page."


def say_key_of_timeline(*, weekly: bool) -> list[str]:
    """What the bars and the line of the timeline are."""
    return ["Cramps a week", f"bars: {'weeks' if weekly else 'months'}", "line: 4 weeks"]


def say_hatched(*, assumed: bool = False) -> str:
    """What the hatching of the timeline is; ``assumed``: in a log of cramps."""
    return "no entry" if assumed else "not logged"


def say_hollow(few: int) -> str:
    """What a hollow bar of the timeline is: of its nights fewer than ``few`` are logged."""
    return f"under {few} logged"


def say_more_medicines(number: int) -> str:
    """In place of the lanes of medicines for which there is no room."""
    return count(number, "more medicine")


def say_events() -> str:
    """The name of the lane of what somebody marked."""
    return "Events"


def say_row_of_timeline(title: str, unit: str) -> str:
    """``Fluid, L``: what a line beneath the timeline is, and its unit, of a day."""
    return f"{title}, {unit}" if unit else title


def say_mean_of_days(stretch: int) -> str:
    """Over how many days such a line is the mean."""
    return f"{stretch}-day mean"


def say_blood_tests() -> str:
    """The name of the lane of blood tests."""
    return "Blood tests"

"""What stands on the page: the sentences and tables of the screen, in the order in which they are read."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from analysis import words
from analysis.findings import DIRECTIONS
from analysis.measures import (
    Course,
    ExposureAnswer,
    MedicationChange,
    SpellRate,
    WarningSign,
    recent_signs,
    without_entry,
)
from analysis.report.letters import printable
from analysis.report.options import Keep
from analysis.review import Review

Content = dict[str, Any]
QUOTED = 4  # remarks that stand beside the signs
_GIVES = ("questions", "medicines", "signs", "remarks", "asked", "letters", "notes", "drawing")
# What gives way, step by step, where the sheet is full: rows of each table and list, letters of a remark,
# lines for notes, and which of the drawings. The answers and the signs give way after the drawing, the
# medicines that are taken now last, and what room a step leaves goes back to the lists (page.typ).
LEVELS: tuple[dict[str, int], ...] = tuple(
    dict(zip(_GIVES, row, strict=True))
    for row in (
        (14, 12, 9, 4, 8, 220, 6, 0),
        (10, 10, 9, 4, 6, 160, 4, 0),
        (8, 8, 9, 3, 5, 140, 3, 0),
        (7, 6, 9, 2, 4, 120, 2, 0),
        (6, 6, 9, 2, 4, 100, 2, 0),
        (5, 5, 9, 2, 3, 90, 1, 0),
        (4, 4, 9, 1, 3, 90, 1, 0),
        (5, 5, 9, 2, 3, 90, 2, 1),
        (4, 5, 9, 1, 3, 90, 2, 1),
        (5, 5, 9, 2, 3, 80, 2, 2),
        (4, 4, 9, 1, 3, 80, 1, 2),
        (4, 4, 9, 1, 2, 80, 1, 3),
        (4, 4, 9, 0, 1, 60, 0, 3),
        (3, 4, 9, 0, 1, 60, 0, 3),
        (2, 3, 7, 0, 1, 50, 0, 3),
        (2, 2, 3, 0, 1, 50, 0, 3),
        (1, 1, 2, 0, 1, 40, 0, 3),
    )
)
_QUESTION_COLUMNS = ("Question", "Nights", "Rate ratio", "Shrunk", "95 % CI", "Answer")
LONGEST, LONGEST_WORD, LONGEST_IN_CELL = 400, 60, 22  # letters of a text, and of a word in it, on the page


def page_content(review: Review, keep: Keep) -> Content:
    """Everything that stands on the page, as plain text: letters, lists and tables of letters."""
    wording, unused = keep.wording, words.could_hold_more(review.journal)
    person = review.journal.person
    leans = review.completeness.leaning.leans
    content: Content = {
        "said": asdict(words.Headings.worded(wording)),
        "title": words.say_title(keep.name),
        "period": words.say_period(review, keep.day),
        "facts": [line for line in words.say_person(person) if not line.startswith("To ask: ")],
        "to_write": _to_write(keep),
        "complete": [
            words.say_not_read(review.journal),
            words.say_assumption(review.journal, on_screen=False),
            words.say_leaning(review.completeness, wording) if leans else "",
            words.say_left_out_nights(review.left_out),
        ],
        "figures": [list(figure) for figure in words.say_figures(review, wording)],
        "better": better_or_worse(review, keep),
        "named": words.say_named_question(review, wording, keep.volume, keep.glass_ml),
        "questions": questions_table(review, keep),
        "unclear": words.say_unclear_without_one(review, wording),
        "plan": next_test(review, keep),
        "parts": [list(part) for part in parts_of_plan(review, keep)],
        "medicines": medicines_table(review.spells),
        "signs": signs(review, keep),
        "no_sign": words.say_no_sign(unused=unused),
        "guidance": words.say_guidance(review.warning_signs, wording),
        "cent": checklist(review, keep),
        "remarks": remarks(review),
        "not_recorded": words.say_not_recorded(review.warning_signs, wording, unused=unused),
        "asked": list(person.questions) if keep.questions else [],
        "nothing": words.say_nothing_recorded("together", unused=unused),
        "how": how_it_was_worked_out(review, keep),
        "inside": words.say_inside(data_inside=keep.data_inside),
        "nights": every_night(review) if keep.all_nights else [],
        "every_night": words.say_every_night(),
    }
    return {key: plain(_without_blank(value)) for key, value in content.items()}


def left_out_of(content: Content) -> dict[str, list[str]]:
    """What stands under each list of the page, by how many of its rows are shown."""
    lengths: dict[words.Cut, int] = {
        "questions": max(len(content["questions"]) - 1, 0),
        "medicines": max(len(content["medicines"]) - 1, 0),
        "signs": len(content["signs"]),
        "remarks": len(content["remarks"]),
        "asked": len(content["asked"]),
    }
    return {
        what: [words.say_shortened(what, length - shown) for shown in range(length + 1)]
        for what, length in lengths.items()
    }


def signs(review: Review, keep: Keep) -> list[str]:
    """The warning signs of the last nights, the most urgent first, and those of longer ago in one line."""
    nights = review.journal.nights.index
    if not len(nights):
        return words.list_signs(review.warning_signs, keep.wording)
    recent, older = recent_signs(review.warning_signs, nights[-1].date())
    before = words.say_signs_briefly(older, keep.wording, older=True)
    return [*words.list_signs(recent, keep.wording), *([before.text] if before else [])]


def _to_write(keep: Keep) -> list[str]:
    """What is left to be written by hand, so that the sheet can be filed: whose it is."""
    said = words.Headings()
    return [said.born] if keep.name.strip() else [said.name, said.born]


def better_or_worse(review: Review, keep: Keep) -> list[str]:
    """The last weeks against those before, and the trend; what changed since the last visit stands first, and
    what its plan gave."""
    often, assumed = review.frequency, words.said_once(review.journal)  # above the figures
    earlier, since = review.journal.earlier, review.since_visit
    return [
        ""
        if earlier is None or since is None
        else words.say_since_visit(since, earlier.made_on, keep.wording, assumed=assumed),
        *(
            []
            if (planned := review.planned) is None
            else [
                words.planned_sentence(planned, keep.wording).text,
                " ".join(words.say_kept_to_plan(planned)),
            ]
        ),
        words.say_recent(often.recent, keep.wording, assumed=assumed),
        words.say_trend(often.trend, keep.wording, assumed=assumed),
    ]


def next_test(review: Review, keep: Keep) -> list[str]:
    """The plan that leaves with them; its dates are those of its parts. Empty where there is none."""
    plan = keep.plan_to_keep(review)
    return [] if plan is None else words.say_plan(plan)


def parts_of_plan(review: Review, keep: Keep) -> list[tuple[str, str, bool]]:
    """Every part of the plan to come, its dates, and whether it is on, for boxes; empty without a plan."""
    plan = keep.plan_to_keep(review)
    return [] if plan is None else words.list_parts(plan)


def checklist(review: Review, keep: Keep) -> dict[str, str]:
    """CENT 2015 for the plan that leaves with them, else for the one that was compared; else empty. Only one
    that is still to come gives way where there is no room."""
    earlier = keep.whole_journal(review).earlier
    compared = None if earlier is None else earlier.plan
    plan = keep.plan_to_keep(review) or compared
    if plan is None:
        return {"full": "", "brief": ""}
    planned = review.planned if plan == compared else None
    every = words.say_cent(plan, planned, keep.wording)
    return {"full": every, "brief": words.say_cent_left_out() if planned is None else every}


def questions_table(review: Review, keep: Keep) -> list[list[str]]:
    """Header and rows of everything that was asked: the one that they came with, then the clearest answer
    first; empty where nothing was asked."""
    named = words.label_named(review, keep.wording, keep.volume, keep.glass_ml)
    units = (keep.volume, keep.glass_ml)
    if keep.wording == "everyday":
        rows = words.table_answers(review, *units)
    else:
        rows = words.table_questions(review, keep.wording, *units)
    rows.sort(key=lambda row: row["Question"] != named)
    header = [name for name in _QUESTION_COLUMNS if any(name in row for row in rows)]
    return [header, *([_cell(row.get(name)) for name in header] for row in rows)] if rows else []


def answered(review: Review) -> int:
    """How many rows of the table of questions hold a direction or are the one that they came with."""
    asked: list[ExposureAnswer | MedicationChange | Course] = [
        *review.exposures,
        *review.medication_changes,
        *review.courses,
    ]
    named = review.named
    return sum(each.verdict in DIRECTIONS or each is named for each in asked)


def medicines_table(spells: Sequence[SpellRate]) -> list[list[str]]:
    """Header and rows of what was taken: dose, when, on how many logged nights, and the rate of cramps then;
    what is taken now stands first."""
    ordered = sorted(spells, key=lambda spell: spell.first_night or date.min, reverse=True)
    ordered.sort(key=lambda spell: spell.last_night or date.max, reverse=True)
    rows = [
        [
            _cell(f"{words.medicine(spell.medication, spell.generic)} {_dose(spell)}".strip()),
            words.say_taken(spell.first_night, spell.last_night),
            str(spell.rate.nights),
            "–" if spell.rate.per_week is None else words.fixed(spell.rate.per_week),
        ]
        for spell in ordered
    ]
    return [["Medicine", "Taken", "Nights", "Cramps a week"], *rows] if rows else []


def _dose(spell: SpellRate) -> str:
    return "" if spell.dose is None else f"{spell.dose:g}\u00a0{spell.unit or ''}".strip()


def remarks(review: Review) -> list[str]:
    """What the patient wrote: remarks that hold a word of a sign, sign by sign, then those of nights that
    show one, the latest first. Quoted, never counted."""
    quoted = {remark.night for remark in review.quoted}
    shown = {night for sign in review.warning_signs for night in _nights_of(sign)} - quoted
    table = review.journal.remarks
    written = zip((night.date() for night in table["night"]), table["text"], strict=True)
    others = [f"{words.day(night)}: “{text}”" for night, text in written if night in shown]
    return [*words.list_quoted(review.quoted), *others[::-1][:QUOTED]]


def _nights_of(sign: WarningSign) -> Sequence[date]:
    return sign.nights if sign.status == "recorded" else ()


def every_night(review: Review) -> list[list[str]]:
    """Header and a row for each month: the cramps of each night, a dash where nothing is logged."""
    nights = review.journal.nights
    bare = without_entry(review.journal)
    rows: dict[tuple[int, int], list[str]] = {}
    for stamp, cramps, missing in zip(nights.index, nights["cramps"].tolist(), bare.tolist(), strict=True):
        month = rows.setdefault((stamp.year, stamp.month), [""] * 31)
        month[stamp.day - 1] = "–" if missing else f"{cramps:g}"
    named = ([f"{year}-{month:02d}", *days] for (year, month), days in rows.items())
    return [["Month", *(str(number) for number in range(1, 32))], *named] if rows else []


def how_it_was_worked_out(review: Review, keep: Keep) -> list[str]:
    """What the figures rest on, what they cannot tell, and that this is no medical device."""
    return [
        *words.say_lost(review),
        words.say_night_rule(review.journal),
        words.say_bounds(review.completeness, keep.wording, assumed=words.assumes(review.journal)),
        words.say_range_note(keep.wording),
        words.say_no_cause(keep.wording),
        words.say_files(review.journal.receipts),
        words.say_disclaimer(),
    ]


def _cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.2f}"
    return words.day(value) if isinstance(value, date) else _broken(str(value), LONGEST_IN_CELL)


def _without_blank(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [item for item in value if item.strip()]
    return value


def _broken(text: str, most: int) -> str:
    """``text`` with every word cut that no line or column can hold."""
    return " ".join(word if len(word) <= most else f"{word[: most - 1]}…" for word in text.split(" "))


def plain(value: Any) -> Any:
    """Every text on one line and of a length that a sheet can hold."""
    if isinstance(value, str):
        line = _broken(printable(value), LONGEST_WORD)
        return line if len(line) <= LONGEST or line.count(" ") > 40 else f"{line[:LONGEST]}…"
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, bool):
        return value
    return [plain(item) for item in value]

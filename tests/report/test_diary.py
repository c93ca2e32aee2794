"""The blank diary: what is to be written in each box, and that the boxes are read when it is typed in."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from analysis import Review, read_journal, review
from analysis.journal import Earlier, Plan, export_plan
from analysis.measures import planned
from analysis.plan import Design, schedule
from analysis.report import Keep, write_diary
from analysis.report.diary import heads
from analysis.report.letters import FONTS
from analysis.words import say_not_read
from tests.journals import make_journal
from tests.report.pages import changes, of_the_year, review_of_the_year

MADE = date(2025, 9, 2)
EXAMPLES = {"how many; 0 for none": "0", "yes or no": "no", "dose, as 40 mg; 0 if not taken": "40 mg"}


@cache
def the_plan() -> Plan:
    design, what = Design("on_off", 112, 14, 3), "calf stretches"
    return schedule(design, of_the_year(), start=date(2025, 9, 3), made_on=MADE, what=what, seed=7)


def with_the_plan() -> Keep:
    return Keep(plan=the_plan(), made_on=MADE, journal=of_the_year())


def test_every_box_says_what_is_written_in_it() -> None:
    """Oracle: the hints by hand, in the text of the sheet; only the night, which is printed, has none."""
    text = " ".join(
        PdfReader(io.BytesIO(write_diary(review_of_the_year(), with_the_plan())))
        .pages[0]
        .extract_text()
        .split()
    )
    hints = heads(review_of_the_year(), with_the_plan())
    assert [head for head, hint in hints.items() if not hint] == ["Night of"]
    for said in ("on: do it; off: leave it", "done? yes or no", "as 02:30, 04:10", "dose, as 40 mg"):
        assert said in text


def test_no_head_reaches_into_the_next_box() -> None:
    """Four long names, with and without a plan. Oracle: where each word of the heads begins and ends on the
    sheet: no two words of one line overlap."""
    long = review(make_journal([0, 1] * 60, changes=changes(4, "Hydrochlorothiazidum")))
    for keep in (with_the_plan(), Keep(made_on=MADE)):
        assert not _overlaps(write_diary(review_of_the_year(), keep))
        assert not _overlaps(write_diary(long, replace(keep, journal=None)))


def _overlaps(sheet: bytes) -> list[str]:
    """Words of the heads that reach over the border of a column to their right."""
    font = TTFont(FONTS / "NotoSans-Bold.ttf")
    letters, width = font.getBestCmap(), font["hmtx"]
    page = PdfReader(io.BytesIO(sheet)).pages[0]
    words: list[tuple[float, float, float, str]] = []

    def see(text: str, matrix: list[float], of_text: list[float], font: object, size: float) -> None:
        if text.strip(" -") and round(size * abs(of_text[3] * matrix[3]), 1) == 7.0:
            left = matrix[0] * of_text[4] + matrix[4]
            wide = sum(width[letters[ord(each)]][0] for each in text.strip()) * 7 / 1000
            words.append((left, left + wide, round(matrix[3] * of_text[5] + matrix[5]), text.strip()))

    page.extract_text(visitor_text=see)
    first = max(line for _, _, line, _ in words)
    columns = sorted({round(left, 1) for left, _, line, _ in words if line == first})
    assert len(columns) >= 10
    return [
        text
        for left, right, _, text in words
        if any(round(left, 1) + 0.2 < column < right + 0.5 for column in columns)
    ]


def test_what_is_written_beside_the_plan_tells_the_nights_off_plan() -> None:
    """The sheet typed in as its hints ask. Oracle: by hand: done on every night that is on but the third, and
    on none that is off."""
    nights = [the_plan().start + timedelta(days=at) for at in range(112)]
    on = {
        night
        for block in the_plan().blocks
        if block.on
        for night in nights
        if block.first <= night <= block.last
    }
    missed = sorted(on)[2]
    out = io.StringIO()
    rows = csv.writer(out)
    hints = heads(review_of_the_year(), with_the_plan())
    rows.writerow(hints)
    for night in nights:
        said = {"Night of": f"{night:%a %d %b %Y}", "Cramps": str(night.day % 2), "Plan: calf stretches": ""}
        said["calf stretches"] = "yes" if night in on and night != missed else "no"
        rows.writerow([said.get(head, EXAMPLES.get(hint, "")) for head, hint in hints.items()])
    typed = read_journal([("typed.csv", out.getvalue().encode())], today=date(2026, 1, 10))
    kept = review(replace(typed, earlier=Earlier(MADE, {}, plan=the_plan()))).planned
    assert int(typed.nights["logged"].sum()) == 112
    assert kept is not None
    assert kept.off_plan == (missed,)


@cache
def on_magnesium() -> tuple[tuple[str, bytes], Review]:
    """Ninety nights of which magnesium was begun on the fourth: the file and its review."""
    begun = "started magnesium citrate 300 mg"
    rows = [("night", "cramps", "medication")] + [
        (str(MADE - timedelta(days=90 - at)), str(at % 2), begun if at == 3 else "") for at in range(90)
    ]
    old = ("old.csv", "\n".join(map(",".join, rows)).encode())
    return old, review(read_journal([old], today=MADE))


@pytest.mark.parametrize(
    ("what", "missed"),
    [
        ("pickle juice", 1),
        ("no coffee", 1),
        ("water", 1),
        ("no calf stretches", 1),
        ("heat", 1),
        ("magnesium 300 mg", 14),
        ("quinine", 14),
    ],
)
def test_whatever_is_tried_the_sheet_and_the_plan_tell_the_nights_off_plan(what: str, missed: int) -> None:
    """The sheet of a plan typed in, and given with the plan as a file; magnesium citrate is taken throughout,
    so that a bare magnesium is that. Oracle: by hand: not done on the last nights that are on, of a medicine
    on all of a part, since one night without a tablet is no stop; no column of the sheet is called not used.
    """
    old, found = on_magnesium()
    journal = found.journal
    form = Design("on_off", 56, 14, 3)
    plan = schedule(form, journal, start=MADE + timedelta(days=1), made_on=MADE, what=what, seed=7)
    hints = heads(found, Keep(plan=plan, made_on=MADE, journal=journal))
    nights = [plan.start + timedelta(days=at) for at in range(56)]
    on = [night for night in nights if any(b.on and b.first <= night <= b.last for b in plan.blocks)]
    lines = [",".join(hints)]
    for night in nights:
        said = {"Night of": f"{night:%a %d %b %Y}", "Cramps": str(night.day % 2)}
        said[f"Plan: {what}"] = "on" if night in on else "off"
        said[what] = "yes" if night in on and night not in on[-missed:] else "no"
        lines.append(",".join(said.get(head, EXAMPLES.get(hint, "")) for head, hint in hints.items()))
    files = [old, ("typed.csv", "\n".join(lines).encode()), ("plan.csv", export_plan(plan))]
    typed = read_journal(files, today=date(2025, 12, 1))
    kept = planned(typed)
    assert kept is not None
    assert kept.off_plan == tuple(on[-missed:])
    assert say_not_read(typed) == ""

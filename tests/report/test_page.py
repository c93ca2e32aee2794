"""The page: one sheet of every journal, tagged, with the numbers of the screen, and text that stays text."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pikepdf
import pypdf
import pytest
from fontTools.ttLib import TTFont

from analysis import Person, read_journal, review, words
from analysis.measures import recent_signs, treatment_sessions
from analysis.measures.results import Rate
from analysis.measures.spells import SpellRate
from analysis.report import Keep, page_picture, write_page
from analysis.report.content import medicines_table
from analysis.report.lanes import lanes_of
from analysis.report.letters import FONTS, foreign_letters
from analysis.report.timeline import timeline
from tests.journal_files import cramp_log_only
from tests.journals import make_journal
from tests.plan.made import by_turns
from tests.report.pages import HOSTILE, SAMPLES, journals, reviewed, sample, sheets_of, structure_of, text_of

ROOT = Path(__file__).parents[2]
MADE = date(2025, 9, 2)
JOURNALS = journals()


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", JOURNALS)
def test_every_journal_fits_on_one_sheet(name, paper):
    """Oracle: the number of sheets as pypdf counts them, in both wordings."""
    found = reviewed(name)
    for wording in ("everyday", "clinical"):
        page = write_page(found, Keep(paper=paper, wording=wording, made_on=MADE, name="Name " * 30))
        assert sheets_of(page) == 1
        assert "How it was worked out" in text_of(page)


def test_beside_a_quoted_word_of_a_sign_nothing_says_that_none_is_recorded():
    """Oracle: the two sentences, by hand: the one about no sign stands only without a remark on one."""
    for written, says in (("left ankle swollen and red", False), ("late tea", True)):
        found = review(make_journal([0] * 20 + [1], fields={"notes": [written, *[None] * 20]}))
        text = text_of(write_page(found, Keep(made_on=MADE)))
        assert ("No warning sign is recorded." in text) == says
        assert ("“left ankle swollen and red” (a word of swelling)" in text) != says
        assert ("swelling of one leg" in text) == says


def test_the_page_says_what_the_screen_says():
    """Oracle: the words of the same review, as pypdf reads them from the sheet."""
    _, found = sample()
    text = text_of(write_page(found, Keep(made_on=MADE)))
    for figure in words.say_figures(found):
        for part in figure:
            assert " ".join(part.split()) in text
    assert words.say_recent(found.frequency.recent, assumed=False) in text
    assert words.say_trend(found.frequency.trend, assumed=False) in text
    recent, older = recent_signs(found.warning_signs, found.journal.nights.index[-1].date())
    for sign in words.list_signs(recent):
        assert sign in text
    assert words.say_signs_briefly(older, older=True).text in text
    assert words.list_quoted(found.quoted)
    for remark in words.list_quoted(found.quoted):
        assert remark in text
    assert words.say_named_question(found) in text
    assert words.say_disclaimer() in text


def test_what_is_shortened_says_so():
    """Oracle: rows on the sheet and rows that it says are left out add up to all of them."""
    found = reviewed("forty changes")
    text = text_of(write_page(found, Keep(made_on=MADE)))
    [left_out] = re.findall(r"Shortened: (\d+) more entries in the journal", text)
    shown = len(set(re.findall(r"Medicine\w\w 5 mg since \d+ \w+ \d{4}", text)))
    assert shown + int(left_out) == len(found.spells)


def test_a_full_sheet_keeps_what_has_to_be_known():
    """The sample with a plan agreed. Oracle: the question that they came with stands in its table, before
    every other; each medicine that is taken when the journal ends and each sign of the last weeks stands."""
    journal, found = sample()
    plan = by_turns(start=date(2025, 9, 3))
    text = text_of(write_page(found, Keep(made_on=MADE, plan=plan, journal=journal)))
    table = text.partition("Question Nights")[2]
    named = words.label_named(found)
    assert 0 < table.find(named) < 60
    for spell in found.spells:
        if spell.last_night is None:
            assert f"{words.medicine(spell.medication, spell.generic)} {spell.dose:g}" in even(text)
    recent, _ = recent_signs(found.warning_signs, found.journal.nights.index[-1].date())
    for line in words.list_signs(recent, "everyday"):
        assert even(line) in even(text)


def even(text: str) -> str:
    return " ".join(text.split())


def at_rate(per_week: float) -> SpellRate:
    rate = Rate(20, 1.0, per_week, None, None)
    return SpellRate("Medicine", None, None, None, None, None, None, rate, None, None)


def test_a_rate_stands_as_the_text_has_it():
    """Oracle: rounded half up by hand, as the sentences are."""
    assert medicines_table([at_rate(4.55), at_rate(5.249)])[1:] == [
        ["Medicine", "all the time", "20", "4.6"],
        ["Medicine", "all the time", "20", "5.2"],
    ]


def test_the_page_of_the_sample_is_the_one_of_today():
    """Oracle: a fresh page with the day of making of the kept one. Make both again by
    ``write_page(found, Keep(made_on=…))`` and ``page_picture(…)`` of the sample."""
    kept = (SAMPLES / "page.pdf").read_bytes()
    told = pypdf.PdfReader(io.BytesIO(kept)).metadata
    assert told is not None
    assert told.creation_date is not None
    fresh = write_page(sample()[1], Keep(made_on=told.creation_date.date()))
    assert even(text_of(fresh)) == even(text_of(kept))
    assert sheets_of(fresh) == sheets_of(kept)


def test_the_page_can_be_filed():
    """Oracle: by hand: whose it is can be written where nobody typed it, the unread column is named, guidance
    stands for every sign that is recorded, and a finding is a sentence."""
    _, found = sample()
    text = text_of(write_page(found, Keep(made_on=MADE)))
    assert text.startswith("Cramp journal Name Date of birth Nights of")
    assert text_of(write_page(found, Keep(made_on=MADE, name="Anna"))).startswith(
        "Cramp journal of Anna Date of birth Nights of"
    )
    assert "Not used: column “Meal”." in text
    assert words.say_guidance(found.warning_signs) in text
    for row in words.table_answers(found)[:4]:
        assert even(f"{row['Question']} {row['Nights']} {row['Answer']}") in even(text)
    assert "Magnesium citrate started: after against before 168 about 55 % fewer (25 to 80 %)" in text


def test_the_page_is_tagged():
    """Oracle: PDF/UA-1: a title, a language, headings that skip no level, header cells, alternative texts."""
    _, found = sample()
    page = write_page(found, Keep(made_on=MADE, name="Anna"))
    with pikepdf.open(io.BytesIO(page)) as pdf:
        assert str(pdf.Root.Lang).startswith("en")
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Cramp journal of Anna"
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
    structure = structure_of(page)
    kinds = [kind for kind, _ in structure]
    headings = [int(kind[1]) for kind in kinds if re.fullmatch(r"H\d", kind)]
    assert headings == [1] + [2] * (len(headings) - 1)
    assert len(headings) >= 6
    assert kinds.count("Table") == 2
    assert kinds.count("TH") == 7  # question, nights, answer; medicine, from, to, a week
    assert [bool(alt) for kind, alt in structure if kind == "Figure"] == [True]


def test_no_letter_is_smaller_than_nine_points():
    """Oracle: the size of every text on the sheet, as pypdf gives it with its matrix, on both papers."""
    _, found = sample()
    for paper in ("a4", "letter"):
        sizes = []

        def see(text, matrix, of_text, font, size, sizes=sizes):
            if text.strip():
                sizes.append(size * abs(of_text[3] * matrix[3]))

        page = write_page(found, Keep(paper=paper, made_on=MADE))
        pypdf.PdfReader(io.BytesIO(page)).pages[0].extract_text(visitor_text=see)
        assert len(sizes) > 100
        assert min(sizes) >= 8.99


DAY = "Night of,Cramps,Notes\n"
DOSES = "Date,Medicine,Dose\n"


def test_what_is_taken_now_and_then_and_blood_tests_are_on_the_timeline():
    """Oracle: the names and results as written in the files, in the letters of the drawing and in its
    alternative text."""
    nights = pd.date_range("2025-03-01", periods=60)
    diary = DAY + "".join(f"{night:%Y-%m-%d},{at % 2},\n" for at, night in enumerate(nights))
    doses = DOSES + "".join(f"{night:%Y-%m-%d},Paracetamol,500 mg\n" for night in nights[10::12])
    tests = (
        "date,test,result,unit,low,high\n2025-03-20,potassium,3.1,mmol/L,3.5,5.1\n"
        "2025-04-20,sodium,140,mmol/L,135,145\n"
    )
    files = [("d.csv", diary.encode()), ("doses.csv", doses.encode()), ("blood.csv", tests.encode())]
    found = review(read_journal(files, today=MADE))
    assert len(found.journal.intakes) == 5
    drawn, said = timeline(found, Keep())
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    assert {"paracetamol", "Blood tests", "K 3.1", "Na 140"} <= {*texts, *map(str.lower, texts)}
    assert "5 single intakes" in said
    page = write_page(found, Keep(made_on=MADE))
    assert said in [alt for kind, alt in structure_of(page) if kind == "Figure"]


def test_a_pause_is_a_dotted_line_and_a_stop_is_none():
    """Oracle: the dates of the list: one pause that is ended, one that goes on, and one stop."""
    nights = pd.date_range("2025-03-01", periods=60)
    diary = DAY + "".join(f"{night:%Y-%m-%d},{at % 2},\n" for at, night in enumerate(nights))
    listed = (
        "Date,Medication,Change,Dose\n2025-03-05,Lasix,start,40 mg\n2025-03-20,Lasix,pause,\n"
        "2025-03-30,Lasix,resume,40 mg\n2025-04-10,Lasix,pause,\n2025-03-05,Ramipril,start,5 mg\n"
        "2025-04-10,Ramipril,stop,\n"
    )
    found = review(read_journal([("d.csv", diary.encode()), ("list.csv", listed.encode())], today=MADE))
    lanes = {lane.name: lane.pauses for lane in lanes_of(found, nights[0].date(), nights[-1].date(), 6)}
    assert lanes["ramipril"] == ()
    assert lanes["Lasix (furosemide)"] == (
        (date(2025, 3, 20), date(2025, 3, 30)),
        (date(2025, 4, 10), date(2025, 4, 29)),
    )
    drawn, _ = timeline(found, Keep())
    assert drawn.count('stroke-dasharray="2 2"') == 2


def letters_of(drawn):
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawn)


def test_sessions_and_events_are_on_the_timeline():
    """Oracle: what the sample says: ten sessions, a cold and a holiday."""
    _, found = sample()
    drawn, said = timeline(found, Keep())
    assert {"Electroanalgesia", "Events", "a cold", "holiday by the sea"} <= set(letters_of(drawn))
    assert f"Electroanalgesia, {len(treatment_sessions(found.journal)['electroanalgesia'])} sessions" in said
    assert "Events" in said


@pytest.mark.parametrize("wording", ["everyday", "clinical"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_fluid_and_activity_give_way_only_where_much_does(paper, wording):
    """Oracle: the sample has eight lanes, and its page on A4 the curves beneath them; on the shorter sheet
    every warning sign still stands."""
    _, found = sample()
    page = write_page(found, Keep(paper=paper, wording=wording, made_on=MADE))
    [said] = [alt for kind, alt in structure_of(page) if kind == "Figure"]
    if paper == "a4" and wording == "everyday":
        assert "beneath: Fluid and Activity" in said
    assert "Longer ago:" in text_of(page)


def test_medicines_without_a_lane_are_counted():
    """Oracle: forty medicines, six lanes."""
    drawn, _ = timeline(reviewed("forty changes"), Keep(), most_lanes=6)
    assert "34 more medicines" in letters_of(drawn)


def test_the_key_names_what_is_drawn_and_nothing_else():
    """Oracle: by hand: a week of two logged nights is hollow and does not set the axis; short gaps are not
    hatched; a log of cramps has nights without an entry."""
    drawn, _ = timeline(review(make_journal([0, 1] * 21)), Keep())
    assert not {"under 4 logged", "not logged", "no entry"} & set(letters_of(drawn))
    weeks = [0, 1, 0, 0, 1, 0, 0] * 4
    counts = [*weeks, 9, None, None, None, None, None, 9, *weeks]
    drawn, _ = timeline(review(make_journal(counts, start="2025-01-06")), Keep())
    texts = letters_of(drawn)
    assert "under 4 logged" in texts
    assert "not logged" not in texts
    assert max(float(text) for text in texts if text.replace(".", "").isdigit()) < 20
    drawn, _ = timeline(review(read_journal(cramp_log_only())), Keep())
    assert "no entry" in letters_of(drawn)


def test_what_is_known_of_few_days_is_no_curve():
    """Oracle: fluid known on one night in seven has no mean of seven days."""
    fluid = [1500.0 if place % 7 == 0 else None for place in range(84)]
    _, said = timeline(review(make_journal([0, 1] * 42, fields={"hydration": fluid})), Keep())
    assert "beneath" not in said


def test_the_plan_stands_on_the_page():
    """Oracle: the words of the plan that was just made; none where none was."""
    _, found = sample()
    plan = by_turns(start=date(2025, 9, 3))
    text = text_of(write_page(found, Keep(made_on=MADE, plan=plan)))
    assert words.say_plan(plan)[0] in text
    assert "The plan" not in text_of(write_page(found, Keep(made_on=MADE)))


def test_the_drawing_follows_the_unit_of_the_reader():
    """Oracle: the sample's fluid in fluid ounces is 1000 / 29.57 times that in litres."""
    _, found = sample()
    tops = {}
    for volume in ("mL", "fl oz"):
        drawn, _ = timeline(found, Keep(volume=volume))
        texts = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
        tops[volume] = float(texts[texts.index(f"Fluid, {'L' if volume == 'mL' else volume}") + 2])
    assert tops == {"mL": 4, "fl oz": 100}


def test_markup_and_code_are_text():
    """Oracle: the remark stands on the sheet letter by letter, and nothing of the template was read by it."""
    text = text_of(write_page(reviewed("markup"), Keep(made_on=MADE, name=HOSTILE)))
    assert "#strong[x] $x$ = @a <b> *c* _d_ `e`" in text
    assert '#read("page.typ")' in text
    assert "sys.inputs" not in text


def test_letters_without_a_font_are_replaced_and_listed(monkeypatch):
    """Oracle: a private-use letter and an emoji where the system has no font at all."""
    from analysis.report import page as of_page

    own = of_page._fonts(system=False)
    monkeypatch.setattr(of_page, "_fonts", lambda *, system: own)
    text = text_of(write_page(reviewed("Arabic and Japanese"), Keep(made_on=MADE)))
    assert "No font of this computer has U+" in text
    assert "\ufffd" in text


def test_greek_and_cyrillic_stand_as_written():
    """Oracle: the remark as pypdf reads it."""
    text = text_of(write_page(reviewed("Greek and Cyrillic"), Keep(made_on=MADE)))
    assert "swollen καλημέρα судорога" in text


def test_the_list_of_letters_is_that_of_the_fonts():
    """Oracle: the character maps as fontTools reads them."""
    maps = [set(TTFont(path).getBestCmap()) for path in sorted(FONTS.glob("*.ttf"))]
    both = set.intersection(*maps)
    assert len(maps) == 2
    every = {chr(code) for code in range(0x20, 0x3000)}
    assert foreign_letters(every) == {letter for letter in every if ord(letter) not in both}


def test_a_second_sheet_only_where_asked_for():
    """Oracle: all counts of the ledger stand on it, month by month."""
    journal, found = sample()
    page = write_page(found, Keep(made_on=MADE, all_nights=True))
    assert sheets_of(page) == 2
    text = text_of(page, 1)
    september = journal.nights["cramps"].iloc[:30]
    row = " ".join("–" if value != value else f"{value:g}" for value in september)
    assert f"2024-09 {row}" in text


def test_questions_and_name_go_in_only_where_chosen():
    """Oracle: the typed texts."""
    journal, _ = sample()
    found = review(replace(journal, person=Person(questions=("May I stop the water tablet?",))))
    assert "May I stop the water tablet?" in text_of(write_page(found, Keep(made_on=MADE)))
    without = write_page(found, Keep(made_on=MADE, questions=False))
    assert "water tablet?" not in text_of(without)
    with pikepdf.open(io.BytesIO(without)) as pdf:
        for file in pdf.attachments.values():
            assert b"water tablet?" not in file.get_file().read_bytes()


def test_data_inside_is_optional_and_said():
    """Oracle: the attachments as pikepdf lists them."""
    _, found = sample()
    for inside in (True, False):
        page = write_page(found, Keep(made_on=MADE, data_inside=inside))
        with pikepdf.open(io.BytesIO(page)) as pdf:
            assert bool(pdf.attachments) == inside
        assert ("This file holds the whole journal" in text_of(page)) == inside
        assert ("not the journal." in text_of(page)) != inside


def test_the_same_page_twice_is_the_same():
    """Oracle: the bytes."""
    _, found = sample()
    assert write_page(found, Keep(made_on=MADE)) == write_page(found, Keep(made_on=MADE))


def test_the_picture_is_a_picture():
    """Oracle: the signature of PNG."""
    _, found = sample()
    assert page_picture(found, Keep(made_on=MADE)).startswith(b"\x89PNG")


FORGOTTEN = """
import sys
from analysis import review
from analysis.report import Keep, write_page
from tests.journals import make_journal
found = review(make_journal([0, 1, 2] * 30))
def kilobytes():
    lines = open("/proc/self/status").read().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
name = "".join(map(chr, range(97, 110)))
write_page(found, Keep(name=name))
before = kilobytes()
for number in range(25):
    write_page(found, Keep(name=f"{name} {number}"))
print(kilobytes() - before)
"""


def test_memory_stays_flat():
    """Oracle: resident memory after 25 more pages, as the system tells it; typst alone would keep 300 MB."""
    ran = subprocess.run(
        [sys.executable, "-c", FORGOTTEN], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) < 30_000

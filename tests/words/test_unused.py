"""What is not used, in one line. Oracle: each sentence written by hand beside the files that it says."""

from dataclasses import replace

import pytest

from analysis import read_journal, review, words
from analysis.journal import Journal
from tests.journal_files import Files
from tests.words import results

NIGHTS = b"date,cramps,Ziehen\n2025-03-01,1,x\n2025-03-02,0,\n2025-03-03,2,y\n"
PLAIN = b"date,cramps\n2025-03-01,1\n2025-03-02,0\n2025-03-03,2\n"
TABLETS = b"when,what\n2025-03-02,furosemide\n"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(60)
HEADACHES = b"date,episodes\n2025-03-01,1\n2025-03-02,0\n2025-03-03,2\n"
WORDS = (
    b"date,cramps\n2025-03-01,1\n2025-03-02,0\n2025-03-03,perhaps so\n2025-03-04,perhaps so\n2025-03-05,2\n"
)


def opened(files: Files, **options: object) -> Journal:
    return read_journal(files, **options)  # type: ignore[arg-type]


def said(journal: Journal) -> str:
    return words.say_not_used(journal.receipts, journal.not_understood)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([("n.csv", PLAIN)], ""),
        ([("n.csv", NIGHTS)], "Not used: column “Ziehen”. Say what it is."),
        ([("n.csv", PLAIN), ("p.png", PICTURE)], "Not used: file p.png. Say what it is."),
        (
            [("n.csv", NIGHTS), ("p.png", PICTURE), ("q.png", PICTURE + b"1")],
            "Not used: files p.png and q.png; column “Ziehen”. Say what they are.",
        ),
        ([("w.csv", WORDS)], "Not used: 2 answers. Say what they are."),
        ([("n.csv", PLAIN), ("empty.csv", b"date,cramps\n")], ""),
    ],
)
def test_what_is_not_used_is_one_line(files: Files, sentence: str) -> None:
    """An empty template holds nothing, so that nothing of it is unused."""
    journal = opened(files)
    assert said(journal) == sentence
    assert words.could_hold_more(journal) == bool(sentence)


def test_many_columns_are_named_in_part() -> None:
    header = ",".join(f"Spalte {letter}" for letter in "abcde")
    lines = [f"2025-03-0{day},1,{','.join('xyxyx')}" for day in range(1, 4)]
    journal = opened([("n.csv", "\n".join([f"date,cramps,{header}", *lines]).encode())])
    assert said(journal) == (
        "Not used: columns “Spalte a”, “Spalte b”, “Spalte c” and 2 more. Say what they are."
    )


def test_long_names_stay_in_one_line() -> None:
    """By hand: two headings of 38 letters are 84 with their marks, so that one is named."""
    long, other = f"Answer {'x' * 31}", f"Question {'y' * 29}"
    lines = [f"2025-03-0{day},1,a,b,c" for day in range(1, 4)]
    journal = opened([("n.csv", "\n".join([f"date,cramps,{long},{other},Spalte", *lines]).encode())])
    assert said(journal) == f"Not used: columns “{long}” and 2 more. Say what they are."


def test_what_somebody_left_out_is_not_named() -> None:
    """Oracle: the answers of a person; a column and a file that they left out are used as they said."""
    mapping = {"Ziehen": "ignore", "file:h.csv": "ignore"}
    journal = opened([("n.csv", NIGHTS), ("h.csv", HEADACHES)], mapping=mapping)
    assert said(journal) == ""
    assert not words.could_hold_more(journal)


def test_a_file_that_is_asked_about_is_named() -> None:
    journal = opened([("n.csv", PLAIN), ("h.csv", HEADACHES)])
    assert "h.csv" in said(journal)
    assert words.could_hold_more(journal)


def test_nothing_is_called_not_recorded_while_something_could_hold_it() -> None:

    assert words.say_not_recorded(results.signs(), unused=True) == (
        "Not found in what was read: redness of the skin or weakness of the leg or foot. Part of the "
        "files is not used and could hold it."
    )
    for anchor in ("together", "nights", "hydration", "activity", "medication"):
        text = words.say_nothing_recorded(anchor, unused=True)  # type: ignore[arg-type]
        assert "recorded" not in text
        assert text.endswith("could hold it.")
    assert "ecorded" not in words.say_not_kept(["Pain"], 3, unused=True)


def test_the_answers_that_are_not_understood_are_asked_once_for_all_alike() -> None:
    journal = opened([("w.csv", WORDS)])
    assert words.answers_not_understood(journal.receipts) == {("cramps", "perhaps so"): ""}
    mapping = {"word:cramps:perhaps so": "cramp"}
    assert words.answers_told(mapping) == {("cramps", "perhaps so"): "cramp"}
    assert opened([("w.csv", WORDS)], mapping=mapping).not_understood == 0


def test_the_record_names_the_columns_that_were_not_read() -> None:
    """By hand: eight of ten columns that nobody knows are named, as a record has no screen to look at."""
    names = [f"qz{letter}" for letter in "abcdefghij"]
    rows = "".join(f"2025-10-{day:02d},{day % 2}{',zu' * 10}\n" for day in range(1, 29))
    journal = read_journal([("diary.csv", f"Date,Cramps,{','.join(names)}\n{rows}".encode())])
    named = ", ".join(f"“{name}”" for name in names[:8])
    assert words.say_not_read(journal) == f"Not used: columns {named} and 2 more."
    assert words.say_not_used(journal.receipts).startswith(
        "Not used: columns “qza”, “qzb”, “qzc” and 7 more."
    )


def test_the_record_says_what_was_not_read_in_numbers() -> None:
    """By hand: of 70 rows 40 have no date, one answer is not understood; a journal that is read whole says
    nothing.
    """
    rows = "".join(f"2025-10-{day:02d},{day % 2}\n" for day in range(1, 29))
    lost = rows + "someday,1\n" * 40 + "2025-10-29,blah\n2025-10-30,0\n"
    journal = read_journal([("diary.csv", f"Date,Cramps\n{lost}".encode())])
    assert words.say_not_read(journal) == (
        "Not used: 40 of 70 rows and 1 answer about cramps not understood."
    )
    assert any("40 of 70 rows" in line for line in words.text_review(review(journal)))
    assert review(journal).to_dict()["journal"]["not_read"] == {
        "files": 0, "rows": 40, "of_rows": 70, "answers": 1,
    }  # fmt: skip
    whole = read_journal([("diary.csv", f"Date,Cramps\n{rows}".encode())])
    assert words.say_not_read(whole) == ""


def test_a_file_that_may_be_about_other_cramps_asks_before_it_says_anything() -> None:
    """Oracle: by hand: while the question is open no sentence may say what the file holds of cramps."""
    name, rows = "stomachcramps.csv", b"date,cramps,water (mL)\n2025-03-01,1,1500\n2025-03-02,0,1700\n"
    journal = read_journal([(name, rows)])
    [receipt] = journal.receipts
    ask = f"One question first: is {name} about leg cramps?"
    assert words.waits_for_an_answer(receipt)
    assert said(journal) == words.say_first_question(journal.receipts) == words.say_not_read(journal) == ask
    assert words.say_receipt(receipt) == (
        f"{name}: no cramp of it counts before that is said. 2 rows read, all used."
    )
    log = b"Date,Time,Pain,Water (oz)\n6/2/2026,4:10 AM,5,64\n6/7/2026,3:00 AM,4,40\n6/9/2026,11:30 PM,4,40\n"
    taken = read_journal([("log_with_water.csv", log)]).receipts
    assert words.say_first_question(taken) == "Nothing says that log_with_water.csv is about leg cramps."
    both = [replace(taken[0], name=each) for each in ("june.csv", "july.csv")]
    assert words.say_first_question(both) == "Nothing says that june.csv and july.csv are about leg cramps."
    answered = read_journal([(name, rows)], mapping={f"file:{name}": "cramps"})
    assert words.say_first_question(answered.receipts) == words.say_not_read(answered) == ""

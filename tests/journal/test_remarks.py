"""What the patient wrote beside the nights. Oracle: diaries of a few lines, read by hand."""

from datetime import date

import pandas as pd

from analysis import read_journal, review, words
from analysis.journal import remarks_about_signs
from tests.for_each import for_each
from tests.journals import make_journal

DIARY = b"night,cramps,notes\n2025-03-01,1,ankle swollen\n2025-03-02,0,\n2025-03-03,2,<b>late</b> tea\n"
LOG = b"date,time,muscle,notes\n2025-03-01,02:10,calf,foot numb after\n2025-03-05,23:30,calf,\n"


def test_the_remarks_of_a_diary_and_of_a_log_are_kept_with_their_nights() -> None:
    """Oracle: 02:10 on 1 March is the night of 28 February."""
    diary = read_journal([("diary.csv", DIARY)]).remarks
    assert diary["text"].tolist() == ["ankle swollen", "<b>late</b> tea"]
    assert diary["night"].tolist() == [pd.Timestamp("2025-03-01"), pd.Timestamp("2025-03-03")]
    log = read_journal([("cramps.csv", LOG)]).remarks
    assert list(zip(log["night"], log["text"], strict=True)) == [
        (pd.Timestamp("2025-02-28"), "foot numb after")
    ]


def test_a_journal_without_remarks_has_none() -> None:
    remarks = make_journal([1, 0, 2]).remarks
    assert list(remarks.columns) == ["night", "text"]
    assert remarks.empty


@for_each(
    ("text", "about"),
    [
        ("ankle SWOLLEN in the evening", "swelling"),
        ("Knöchel geschwollen", "swelling"),
        ("mollet enflé", "swelling"),
        ("calf was red and warm", "redness"),
        ("pins and needles in both feet", "numbness"),
        ("leg gave way on the stairs", "weakness"),
        ("sweltering night, tired", None),
        ("hundred steps, last week", None),
    ],
)
def test_a_word_of_a_sign_is_found_whole_and_in_any_language(text: str, about: str | None) -> None:
    journal = make_journal([1, 0, 2], fields={"notes": [None, text, None]})
    found = remarks_about_signs(journal)
    assert [remark.about for remark in found] == ([about] if about else [])
    assert all((remark.night, remark.text) == (date(2025, 1, 7), text) for remark in found)


def test_a_remark_is_quoted_and_never_counted() -> None:
    """Oracle: swelling, of one leg or both, is no longer "not recorded" where the words stand, and no sign is
    recorded by a remark. One colon stands before all that is quoted."""
    made = review(make_journal([1, 0, 2] * 10, fields={"notes": ["ankle swollen", None, None] * 10}))
    assert not any(sign.name == "swelling" and sign.nights for sign in made.warning_signs)
    said = words.say_not_recorded(made.warning_signs)
    assert "weakness" in said
    assert "swelling" not in said
    (line,) = words.say_quoted(made.quoted)
    assert line == (
        "Written by the patient, with a word of swelling: on 2 February 2025 “ankle swollen”; on 30 January "
        "2025 “ankle swollen”; on 27 January 2025 “ankle swollen”; 7 more in the journal."
    )
    assert words.list_quoted(made.quoted) == ["2 February 2025: “ankle swollen” (a word of swelling; 9 more)"]


def test_a_long_remark_is_quoted_by_its_beginning() -> None:
    """Oracle: by hand: twenty times 14 letters; 160 of them and a mark, on one line."""
    made = review(make_journal([1, 0, 2] * 10, fields={"notes": ["ankle swollen " * 20, *[None] * 29]}))
    (line,) = words.say_quoted(made.quoted)
    assert line.endswith("“" + ("ankle swollen " * 20)[:160].rstrip() + "…”.")


def test_remarks_outside_the_period_are_not_quoted() -> None:
    journal = make_journal([1, 0, 2] * 10, fields={"notes": ["swollen", None, None] * 10})
    made = review(journal, start=date(2025, 1, 7), end=date(2025, 1, 8))
    assert made.quoted == ()

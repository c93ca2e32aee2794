"""Answers about cramps that are no number. Oracle: what each says, read by hand."""

import pytest

from analysis.journal import read_journal
from analysis.journal.cells.counts import cramps_in_cell, times_in_cell
from analysis.review import review
from tests.for_each import for_each


@for_each(
    "text",
    [
        "left calf", "L", "R", "both legs", "cramp", "CRAMP", "charley horse", "++", "**", "had one",
        "woke at 3", "woke me up", "right foot", "bad cramp in the left calf", "YES_MANUAL", "YES_AUTO",
        "linke Wade", "Krampf", "mollet gauche", "calambre", "rechterbeen", "polpaccio sinistro",
    ],
)  # fmt: skip
def test_a_place_a_tick_or_the_word_itself_is_one_cramp(text: str) -> None:
    assert cramps_in_cell(text).value == 1


@pytest.mark.parametrize("text", ["no", "NO", "none", "keine", "0", "no cramps", "aucune"])
def test_none_is_none(text: str) -> None:
    assert cramps_in_cell(text).value == 0


@pytest.mark.parametrize(
    "text", ["bad night", "rough night", "back", "left back", "somewhere else", "cramp in the back"]
)
def test_a_nights_quality_and_a_place_not_of_the_leg_are_no_cramp_of_it(text: str) -> None:
    assert cramps_in_cell(text).value is None


@pytest.mark.parametrize("text", ["back of leg", "left calf again", "back of thigh", "hip"])
def test_a_place_of_the_leg_is_one_cramp(text: str) -> None:
    assert cramps_in_cell(text).value == 1


@pytest.mark.parametrize(
    "text", ["purple", "see notes", "not in the calf", "ok", "SKIP", "UNKNOWN", "calf felt fine but tired"]
)
def test_what_is_not_plain_is_neither(text: str) -> None:
    assert cramps_in_cell(text).value is None


def diary(odd: int, nights: int = 40, text: str = "purple") -> bytes:
    answers = [text if at < odd else ("1" if at % 4 == 0 else "0") for at in range(nights)]
    rows = "".join(f"2025-0{1 + at // 28}-{at % 28 + 1:02d},{answer}\n" for at, answer in enumerate(answers))
    return f"Night of,Cramps\n{rows}".encode()


@pytest.mark.parametrize(("odd", "refused"), [(0, False), (2, False), (3, True), (10, True)])
def test_above_a_twentieth_of_the_answers_rates_are_refused(odd: int, refused: bool) -> None:
    """3 of 40 are 7.5 %; 2 of 40 are 5 %, and fewer than three."""
    journal = read_journal([("diary.csv", diary(odd))])
    assert journal.not_understood == odd
    often = review(journal).frequency
    assert (often.reason == "answers_not_understood") == refused
    assert (often.overall.per_week is None) == refused


@pytest.mark.parametrize(
    ("meaning", "logged", "cramps"), [("cramp", 40, 17), ("none", 40, 7), ("not logged", 30, 7)]
)
def test_a_meaning_given_once_is_taken_for_all_its_like(meaning: str, logged: int, cramps: int) -> None:
    """By hand: ten words, then every fourth of the 30 others is a cramp, from the 13th night on; without an
    answer the ledger begins with the 11th night."""
    journal = read_journal([("diary.csv", diary(10))], mapping={"word:Cramps:Purple": meaning})
    assert journal.not_understood == 0
    assert (int(journal.nights["logged"].sum()), journal.nights["cramps"].sum()) == (logged, cramps)


def test_a_near_miss_of_a_meaning_is_asked_back() -> None:
    with pytest.raises(ValueError, match="did you mean 'cramp'"):
        read_journal([("diary.csv", diary(5))], mapping={"word:Cramps:purple": "crmp"})


def test_a_row_with_pain_above_0_is_never_none() -> None:
    text = b"Night of,Cramps,Pain\n2025-03-01,0,6\n2025-03-02,0,0\n2025-03-03,1,4\n"
    journal = read_journal([("diary.csv", text)])
    assert journal.nights["logged"].tolist() == [True, True]
    assert journal.not_understood == 1


def test_the_place_in_an_answer_is_kept() -> None:
    journal = read_journal([("diary.csv", b"Night of,Cramps\n2025-03-01,left calf\n2025-03-02,no\n")])
    assert journal.cramps[["side", "muscle"]].to_numpy().tolist() == [["left", "calf"]]


@for_each(
    ("text", "count"),
    [("oui, deux fois", 2), ("ja (2x)", 2), ("ja, zweimal", 2), ("sí, dos veces", 2), ("yes twice", 2),
     ("yes, three times", 3), ("sim, duas", 2), ("ja 2x", 2), ("duas", 2), ("nenhuma", 0), ("ingen", 0)],
)  # fmt: skip
def test_a_yes_with_how_often_counts_so_often(text: str, count: float) -> None:
    assert cramps_in_cell(text).value == count


@pytest.mark.parametrize("text", ["fuerte", "hevig", "forte", "heftig", "linkerkuit", "sévère", "leve"])
def test_how_bad_it_was_is_one_cramp(text: str) -> None:
    assert cramps_in_cell(text).value == 1


@pytest.mark.parametrize("text", ["hand", "cramp in my hand", "stomach", "mano", "Nacken"])
def test_another_part_of_the_body_is_no_leg_cramp(text: str) -> None:
    assert cramps_in_cell(text).value is None


def test_an_answer_without_a_place_says_of_none() -> None:
    """ "ja 2x" and "deux" name no muscle, and no two sides; "rechts" a side and no muscle."""
    text = "Nuit du;Crampes\n2025-01-01;oui, deux fois\n2025-01-02;rechts\n2025-01-03;mollet gauche\n"
    journal = read_journal([("d.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [2, 1, 1]
    assert journal.nights["side"].dropna().tolist() == ["right", "left"]
    assert journal.nights["muscle"].dropna().tolist() == ["calf"]


@for_each(
    ("text", "count"),
    [("had 2 cramps", 2), ("had two", 2), ("I had 3 cramps last night", 3), ("hatte 2 Krämpfe", 2),
     ("had none", 0),
     ("2 Krämpfe gehabt", 2), ("j'ai eu 2 crampes", 2), ("tuve 2 calambres", 2), ("ho avuto due crampi", 2),
     ("ik had 2 krampen", 2), ("had a few cramps", 2), ("had one bad one", 1), ("didn't have any", 0)],
)  # fmt: skip
def test_having_had_them_says_nothing_of_how_many(text: str, count: float) -> None:
    assert cramps_in_cell(text).value == count


@for_each(
    "text",
    ["no cramp relief from magnesium", "no relief from cramps", "no sleep because of cramps",
     "nothing helped",
     "no cramp cream left", "none?", "0?", "no, until 5am", "none, then 2 at 5am", "no (except one at 5)",
     "no stomach cramps", "no hand cramps", "zero sleep", "no second cramp", "no cramp in the left leg",
     "keine Linderung der Krämpfe", "pas de soulagement des crampes"],
)  # fmt: skip
def test_what_is_missing_has_to_be_the_cramps(text: str) -> None:
    assert cramps_in_cell(text).value is None


@for_each(
    "text",
    ["kein Krampf heute", "no leg cramps at all", "sem cãibras", "inga kramper", "ingen kramp i natt",
     "brak skurczów", "ei kramppeja", "kramp yok", "いいえ", "なし", "niets", "None.",
     "nothing to report", "nichts, gut"],
)  # fmt: skip
def test_none_is_none_in_every_language_of_the_vocabulary(text: str) -> None:
    assert cramps_in_cell(text).value == 0


@for_each(
    ("text", "count"),
    [("2L 1R", 3), ("L2 R1", 3), ("left: 2, right: 1", 3), ("1x links, 2x rechts", 3), ("li", 1),
     ("left 2", 2),
     ("yes - left calf", 1), ("yes both calves", 1), ("5 minutes in left calf", 1), ("1 and 1", 2),
     ("two or three", 2), ("zwei bis drei", 2), ("😖", 1), ("★★★", 1), ("joo", 1), ("はい", 1), ("dwa", 2),
     ("env. 2", 2), ("mind. 2", 2)],
)  # fmt: skip
def test_counts_as_people_write_them(text: str, count: float) -> None:
    """Of a range the smaller end; stars and faces say how bad it was."""
    assert cramps_in_cell(text).value == count


def test_a_hand_beside_a_calf_is_asked_about() -> None:
    assert cramps_in_cell("1 hand 1 calf").value is None


@for_each(
    "text",
    ["none - forgot to log", "no - not sure", "0 - did not write it down", "no - forgot to fill in",
     "none (didn't log)", "keine - vergessen", "none - well one small one", "no, 3", "none, 2 in the day",
     "no; 2 at 3am", "no, a cramp by day", "yes - no", "yes (none)", "yes, 0", "2 - none"],
)  # fmt: skip
def test_an_answer_that_its_remark_takes_back_is_asked_about(text: str) -> None:
    assert cramps_in_cell(text).value is None


@for_each(
    ("text", "count"),
    [("no - slept well", 0), ("none, a quiet night", 0), ("no, no cramps", 0), ("0 (no cramps)", 0),
     ("keine - gut geschlafen", 0), ("no, just tired", 0), ("yes, not bad", 1), ("1 (no pain)", 1),
     ("3 (1 bad)", 3)],
)  # fmt: skip
def test_another_remark_leaves_the_answer_as_it_is(text: str, count: float) -> None:
    assert cramps_in_cell(text).value == count


@for_each(
    "text",
    ["23:00, no cramp", "up at 03:00 no cramps", "bed 22:30", "bed: 22:30", "22:30, bed", "2:30 bed",
     "pill at 22:00", "woke 3:00 for toilet", "3:00 woke for toilet", "ill", "lil", "2 aspirin",
     "two aspirin", "had 2 aspirin", "2 bananas", "2 toilet visits", "2 pillows",
     "two pillows under left leg", "2 times a day", "L5", "L 5"],
)  # fmt: skip
def test_numbers_and_times_of_something_else_are_no_cramps(text: str) -> None:
    """Neither a cramp nor its onset: what stands beside the number or the time is about something else."""
    assert cramps_in_cell(text).value is None
    assert times_in_cell(text).value is None


@pytest.mark.parametrize(
    ("text", "count", "times"),
    [("left calf cramped at 3am", 1, ["03:00"]), ("I had cramps at 1:15 and 2:40", 2, ["01:15", "02:40"]),
     ("woke up at 3:00 with cramp", 1, ["03:00"]), ("yes, 3:00", 1, ["03:00"]), ("2:10 Uhr", 1, ["02:10"]),
     ("02:10 (left calf)", 1, ["02:10"]), ("2:10, 4:45 (bad)", 2, ["02:10", "04:45"])],
)  # fmt: skip
def test_times_beside_a_cramp_are_counted_and_are_its_onset(text: str, count: int, times: list[str]) -> None:
    assert cramps_in_cell(text).value == count
    assert [f"{time:%H:%M}" for time in times_in_cell(text).value] == times


@for_each(
    ("text", "count"),
    [("2 big ones", 2), ("2 in the night", 2), ("2 cramps left calf at night", 2), ("a single cramp", 1),
     ("1 severe 2 mild", 3), ("iii", 3), ("lll", 3), ("L: 2", 2)],
)  # fmt: skip
def test_numbers_beside_words_about_cramps_are_counted(text: str, count: float) -> None:
    assert cramps_in_cell(text).value == count


@for_each(
    ("there_was", "there_was_none"),
    [("var", "yok"), ("van", "nincs"), ("jest", "brak"), ("есть", "нет"), ("vorhanden", "nicht vorhanden"),
     ("presente", "assente"), ("présente", "absente"), ("aanwezig", "afwezig"), ("pos", "neg"),
     ("있음", "없음")],
)  # fmt: skip
def test_where_none_is_read_its_counterpart_is_too(there_was: str, there_was_none: str) -> None:
    """By hand: were only one of the two read, the journal would have too many nights of it."""
    assert (cramps_in_cell(there_was).value, cramps_in_cell(there_was_none).value) == (1, 0)


@for_each(
    ("text", "count"),
    [("bad", 1), ("terrible", 1), ("very bad", 1), ("sehr stark", 1), ("horrible", 1), ("unbearable", 1),
     ("low", None), ("high", None), ("medium", None), ("bad night", None), ("bad headache", None)],
)  # fmt: skip
def test_a_strength_that_is_said_of_pains_tells_of_a_cramp(text: str, count: float | None) -> None:
    assert cramps_in_cell(text).value == count


@pytest.mark.parametrize("cell", ["calf: n", "leg: n", "leg n/a", "calf NA", "left calf -"])
def test_a_place_with_an_answer_of_its_own_behind_it_is_asked_about(cell: str) -> None:
    assert cramps_in_cell(cell).value is None


@pytest.mark.parametrize(
    ("cell", "count"),
    [("sin calambres", 0), ("sans crampes", 0), ("ohne Krämpfe", 0), ("senza crampi", 0), ("solo uno", 1),
     ("un par", 2)],
)  # fmt: skip
def test_without_is_none_and_no_side(cell: str, count: int) -> None:
    """The Spanish "sin" abbreviates the Italian for left elsewhere."""
    assert cramps_in_cell(cell).value == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("yes x 3", 3), ("3-mal", 3), ("tak, 10 minut", 1), ("ja, 5 min", 1), ("0回", 0),
     ("mírná", 1), ("fod", 1)],
)  # fmt: skip
def test_an_answer_with_how_often_or_how_long_is_read(text: str, count: float | None) -> None:
    assert cramps_in_cell(text).value == count


@for_each(
    ("text", "count"),
    [("2 a.m. and again at 5", 2), ("2:10 és 4:45", 2), ("2:10 en 4:45", 2), ("02:10 (L), 04:45 (R)", 2),
     ("02:10 and once more at 04:45", 2), ("2時10分、4時45分", 2), ("2時半", 1), ("about 2", 2), ("ca. 2", 2),
     ("0回", 0), ("around 2", None), ("gegen 3", None), ("vers 3", None), ("Wadenkrampf 2", None),
     ("cramp 2", None)],
)  # fmt: skip
def test_times_are_counted_and_what_may_be_an_hour_is_no_number(text: str, count: int | None) -> None:
    """By hand; "around 2" is an hour as well as a number, and "cramp 2" its number, strength or place."""
    assert cramps_in_cell(text).value == count


@for_each(
    "text",
    ["02:15 6", "02:15, 6", "02:15/6", "03:00 10", "3am 7", "3am/7", "03:00 & 2", "02:10+3", "03:00 4/10",
     "02:15 and 6", "02:15, about 6", "23:00 a 02:00", "02:10 (l) 6"],
)  # fmt: skip
def test_a_bare_number_behind_a_clock_time_is_no_further_cramp(text: str) -> None:
    """Oracle: by hand: it can be how bad or how long the cramp was, how many there were, or an hour."""
    assert cramps_in_cell(text).value is None
    assert cramps_in_cell(text).problem
    assert times_in_cell(text).value is None


def test_a_bare_number_behind_a_clock_time_leaves_the_night_unlogged() -> None:
    text = "Date,Leg cramps\n2025-03-01,0\n2025-03-02,02:15 6\n2025-03-03,1\n"
    assert read_journal([("diary.csv", text.encode())]).nights["logged"].tolist() == [True, False, True]

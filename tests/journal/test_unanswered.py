"""Pains of the night that nothing calls cramps, beside a diary. Oracle: the diary alone, night by night."""

import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.for_each import for_each

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
OF_THE_DIARY = {"2025-03-01": 0.0, "2025-03-02": 1.0, "2025-03-03": 0.0}
PAINS = (
    b"Date,Time,Pain\n2025-03-01,23:30,5\n2025-03-04,02:10,6\n2025-03-20,01:00,4\n",
    b"Datum;Uhrzeit;Schmerz\n01.03.2025;23:30;5\n04.03.2025;02:10;6\n20.03.2025;01:00;4\n",
    b"When,Pain\n2025-03-01 23:30,5\n2025-03-04 02:10,6\n2025-03-20 01:00,4\n",
)


def counts(journal: Journal) -> dict[str, float]:
    return {f"{night:%Y-%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


@pytest.mark.parametrize("pains", PAINS)
@pytest.mark.parametrize("first", [True, False])
def test_pains_overrule_no_diary_and_widen_nothing_before_the_answer(pains: bytes, *, first: bool) -> None:
    files = [DIARY, ("log.csv", pains)] if first else [("log.csv", pains), DIARY]
    journal = read_journal(files)
    assert counts(journal) == OF_THE_DIARY
    receipt = next(receipt for receipt in journal.receipts if receipt.name == "log.csv")
    assert receipt.question == "are_these_leg_cramps"
    assert receipt.error is not None
    assert (receipt.rows.used, receipt.rows.rejected, receipt.rows.read) == (0, 3, 3)


@pytest.mark.parametrize("pains", PAINS)
def test_the_answer_is_obeyed(pains: bytes) -> None:
    """23:30 on 1 March is of that night, 02:10 on 4 March of the 3rd, 01:00 on the 20th of the 19th."""
    said_yes = counts(read_journal([DIARY, ("log.csv", pains)], mapping={"file:log.csv": "cramps"}))
    assert {night for night, count in said_yes.items() if count} == {
        "2025-03-01", "2025-03-02", "2025-03-03", "2025-03-19"
    }  # fmt: skip
    said_no = read_journal([DIARY, ("log.csv", pains)], mapping={"file:log.csv": "ignore"})
    assert counts(said_no) == OF_THE_DIARY


@pytest.mark.parametrize("pains", PAINS)
def test_alone_they_are_read_and_asked_about(pains: bytes) -> None:
    journal = read_journal([("log.csv", pains)])
    assert len(journal.cramps) == 3
    assert journal.receipts[0].question == "are_these_leg_cramps"


@for_each(
    "name",
    ["back pain.csv", "migraine.csv", "Nackenschmerzen.csv", "Migräne 2025.csv", "dolor_de_espalda.csv",
     "mal de dos.csv", "tooth.csv", "hoofdpijn.csv"],
)  # fmt: skip
@for_each("pains", PAINS)
def test_pains_of_another_place_are_not_taken_alone_either(name: str, pains: bytes) -> None:
    with pytest.raises(JournalError) as raised:
        read_journal([(name, pains)])
    assert raised.value.receipts[0].question == "are_these_leg_cramps"
    assert len(read_journal([(name, pains)], mapping={f"file:{name}": "cramps"}).cramps) == 3


@pytest.mark.parametrize("name", ["main.csv", "google drive back.csv", "2025 periode.csv", "arm band.csv"])
def test_everyday_words_in_a_name_are_no_pain_of_another_place(name: str) -> None:
    assert len(read_journal([(name, PAINS[0])]).cramps) == 3


@pytest.mark.parametrize("name", ["back pain.csv", "Kopf.csv"])
def test_a_file_that_speaks_of_cramps_is_about_them_whatever_its_name(name: str) -> None:
    journal = read_journal([(name, DIARY[1])])
    assert counts(journal) == OF_THE_DIARY


@pytest.mark.parametrize("morning", [True, False])
def test_pains_that_are_the_cramps_of_the_diary_belong_to_them(*, morning: bool) -> None:
    """Of six nights three have a cramp, and their times stand in the other file; by hand."""
    first = 2 if morning else 1
    diary = "".join(f"2025-03-{day + first:02d},{count}\n" for day, count in enumerate((0, 1, 2, 0, 0, 1)))
    log = "2025-03-03,02:10,6\n2025-03-04,01:00,4\n2025-03-04,04:30,7\n2025-03-06,23:50,5\n"
    files = [("d.csv", f"Date,Cramps\n{diary}".encode()), ("log.csv", f"Date,Time,Pain\n{log}".encode())]
    journal = read_journal(files)
    assert journal.nights["cramps"].tolist() == [0, 1, 2, 0, 0, 1]
    assert journal.cramps["severity"].tolist() == [6, 4, 7, 5]
    assert journal.night_rule.dates_mean == ("morning" if morning else "evening")


def test_one_pain_more_than_the_diary_counts_waits() -> None:
    log = "Date,Time,Pain\n2025-03-03,02:10,6\n2025-03-03,03:00,4\n"
    journal = read_journal([DIARY, ("log.csv", log.encode())])
    assert counts(journal) == OF_THE_DIARY

"""Hostile and damaged files: from any bytes comes a sound journal or a JournalError, soon, and nothing else.

The oracle is the receipt's own sum and the ledger's own rules (`checks.py`), which hold for every input.
"""

import io
import os
import random
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from analysis.journal import JournalError, export_journal, read_journal
from analysis.journal.tables.sheets import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from tests.journal.checks import assert_receipts_add_up, assert_sound

TODAY = date(2026, 1, 1)
SAMPLES = Path(__file__).parents[2] / "sample_data"
LONGEST_READING = 20.0  # s, on a busy machine; a hang is what is looked for


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    for position, (title, rows) in enumerate(sheets):
        sheet = book.active if position == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


DIARY = (
    "Night of;Cramps;Pain (0-10);Time;Side;Water (mL);Activity;Sleep;Medication;Notes\r\n"
    "2024-03-01;2;6/10;02:10, 04:45;left;1500;30 min;7,5;;\r\n"
    "2024-03-02;0;;;;2,1 L;1h 20;8;started magnesium 400 mg;\r\n"
    '2024-03-03;;;;;8 glasses;;6;;"two\nlines"\r\n'
    "2024-03-04;yes;severe;3 am;both;1800;45;7;;x\r\n"
    "Total;3;;;;;;;;\r\n"
).encode("cp1252")
LOG = (
    b"Date and time,Pain,Duration,Muscle,Relief\n2024-03-02 02:10,6,10 min,calf,stretching\n"
    b"2024-03-05 23:50,4,0:08,foot,\n5 March 2024,3,30 s,,heat\n"
)
CHANGES = (
    b"Date|Medicine|Change|Dose|Reason\n01/03/2024|Lasix|start|40 mg|\n"
    b"13/03/2024|Atorvastatin 20mg|stopped||pain\n"
)
LIST_OF_MEDICINES = (
    b"Medicine,Dose,Started,Stopped\nFurosemide,40 mg,2024-03-01,\nSlow-Mag,,2024-02-01,2024-04-01\n"
)
BLOOD = (
    b"Date\tTest\tResult\tUnit\tRange\n2024-03-01\tPotassium\t3.4\tmmol/L\t3.5-5.1\n"
    b"2024-03-09\tCK\t<140\tU/L\t\n"
)
DEVICE = (
    b"Id,ActivityDate,TotalSteps,VeryActiveMinutes,FairlyActiveMinutes\n"
    b"1,3/1/2024,5000,10,5\n1,3/2/2024,0,0,0\n1,3/13/2024,7000,1,5\n"
)
EVENTS = (
    b"Icon,Action,UTC Time,Time Zone,Note\n"
    b",Leg cramp,2024-03-01 01:10:00,Europe/Berlin,\n"
    b",Coffee,2024-03-01 08:00:00,Europe/Berlin,a\n"
    b",Leg cramp,2024-03-04 23:10:00,Europe/Berlin,\n,Coffee,2024-03-05 08:00:00,UTC+2,\n"
)
BEARABLE = (
    b"date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
    b"5th Mar 2024,Tuesday,am,Symptom,2,Leg cramp (moderate),\n"
    b"6th Mar 2024,Wednesday,pm,Meds,1,Magnesium (400 mg),\n"
)


def corpus() -> list[bytes]:
    rows: list[list[object]] = [
        ["Date", "Cramps", "Water"],
        [date(2024, 3, 1), 2, 1500],
        [date(2024, 3, 2), 0, 1.5],
    ]
    files = [DIARY, LOG, CHANGES, LIST_OF_MEDICINES, BLOOD, DEVICE, EVENTS, BEARABLE]
    files += [DIARY.decode("cp1252").encode("utf-16"), LOG.replace(b"\n", b"\r"), b"sep=;\r\n" + DIARY]
    files.append(workbook(("Nights", rows), ("Cramps", [["Time", "Pain"], ["2024-03-03 02:10", 5]])))
    files += [path.read_bytes()[:6000] for path in sorted(SAMPLES.glob("*.csv"))]
    files.append((SAMPLES / "messy.xlsx").read_bytes())
    return files


NASTY = (
    "\0", "\ufeff", "\u202e", "\U0001f9b5", "\x1a", '"', '""', "'", "=cmd|' /C calc'!A0", "@SUM(1)",
    "+1", "-", "--", "1e999", "-1e308",
    "nan", "inf", "Infinity", "NULL", "31/02/2024", "00/00/0000", "9999-12-31", "0001-01-01",
    "2024-02-30", "45352", "45352.5", "-1", "0",
    "99999999999999999999", "1.2.3.4", "1,2,3", "½", "٣", "²", "24:00", "25:61", "2:10 2:10 2:10",
    "yes no", "; ; ;", "\r", "\n", "\r\n", "\t", ",",
    ";", "|", "Date", "Cramps", "Total", "a" * 300, "1" * 400, "( " * 100, "1-" * 100, "and " * 80,
    "2024-03-01T02:10:00+25:00", "12:00 am", "noon",
    "March", "13.13.13", "5/5/5", "\ud7ff", "𝟚", "1 000 000", "1'000", "٪", "-0", "1e5", "0x10", "true",
    "TRUE", "sep=|",
)  # fmt: skip


def mutated(rng: random.Random, files: list[bytes]) -> bytes:
    """A file of the corpus after one to six random blows."""
    content = bytearray(rng.choice(files))
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(content) + 1)
        end = min(len(content), at + rng.choice((1, 2, 5, 20, 200)))
        blow = rng.randrange(11)
        if blow == 0 and at < len(content):
            content[at] = rng.randrange(256)
        elif blow == 1:
            del content[at:end]
        elif blow == 2:
            content[at:at] = content[at:end] * rng.choice((1, 2, 10))
        elif blow == 3:
            content[at:at] = rng.choice(NASTY).encode("utf-8", "surrogatepass")
        elif blow == 4:
            other = rng.choice(files)
            start = rng.randrange(len(other))
            content[at:at] = other[start : start + rng.choice((10, 100, 2000))]
        elif blow == 5:
            old, new = rng.choice(
                ((b",", b";"), (b";", b","), (b"\n", b"\r"), (b"-", b"/"), (b".", b","), (b"2024", b"24"))
            )
            content = bytearray(bytes(content).replace(old, new))
        elif blow == 6:
            content[at:at] = bytes(rng.randrange(256) for _ in range(rng.choice((1, 4, 64))))
        elif blow == 7:
            content = content[: max(1, at)]
        elif blow == 8:
            lines = bytes(content).split(b"\n")
            rng.shuffle(lines)
            content = bytearray(b"\n".join(lines))
        elif blow == 9:
            cells = bytes(content).split(b",")
            cells[rng.randrange(len(cells))] = rng.choice(NASTY).encode("utf-8", "surrogatepass")
            content = bytearray(b",".join(cells))
        else:
            content = bytearray(_repacked(rng, bytes(content)))
    return bytes(content)


def _repacked(rng: random.Random, content: bytes) -> bytes:
    """A workbook with a blow to one of its unpacked members; other files as they are."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError, NotImplementedError):
        return content
    except Exception as error:
        if type(error).__module__ not in ("zlib", "struct"):
            raise
        return content
    if not members:
        return content
    struck = rng.randrange(len(members))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for position, (name, data) in enumerate(members):
            if position == struck and data:
                at = rng.randrange(len(data))
                data = (
                    data[:at]
                    + rng.choice(NASTY).encode("utf-8", "surrogatepass")
                    + data[at + rng.randrange(5) :]
                )
            archive.writestr(name, data)
    return packed.getvalue()


def read_and_check(rng: random.Random, files: list[bytes]) -> bool:
    """Reads one to three mutated files; true where they gave a journal."""
    given = [(f"file {at}.csv", mutated(rng, files)) for at in range(rng.choice((1, 1, 1, 2, 3)))]
    began = time.perf_counter()
    try:
        journal = read_journal(
            given,
            dates_mean=rng.choice((None, None, "evening", "morning")),
            date_order=rng.choice((None, None, "dmy", "mdy", "ymd")),
            unlogged=rng.choice((None, None, "cramp-free", "unknown")),
            mapping=rng.choice(
                ({}, {"Water": "own", "kind:Coffee": "caffeine"}, {"Notes": "cramps", "Time": "ignore"})
            ),
            today=TODAY,
        )
    except JournalError as error:
        assert_receipts_add_up(error.receipts)
        return False
    assert time.perf_counter() - began < LONGEST_READING
    assert_sound(journal)
    export_journal(journal).decode("utf-8-sig")
    return True


def fuzz(seed: int, go_on: Callable[[int], bool]) -> tuple[int, int]:
    files = corpus()
    number = journals = 0
    while go_on(number):
        rng = random.Random(f"{seed}/{number}")
        try:
            journals += read_and_check(rng, files)
        except Exception as error:
            raise AssertionError(f"file {number} of seed {seed}") from error
        number += 1
    return number, journals


def test_mutated_files_give_a_sound_journal_or_a_journal_error() -> None:
    number, journals = fuzz(seed=1, go_on=lambda number: number < 75)
    # Most blows leave something to read; if none did, nothing would have been tested.
    assert journals > number / 3


@pytest.mark.slow
def test_mutated_files_for_minutes() -> None:
    """``CRAMP_JOURNAL_FUZZ_MINUTES`` (default 2) and ``CRAMP_JOURNAL_FUZZ_SEED`` (default 2) set how long
    and which.
    """
    minutes = float(os.environ.get("CRAMP_JOURNAL_FUZZ_MINUTES", "2"))
    seed = int(os.environ.get("CRAMP_JOURNAL_FUZZ_SEED", "2"))
    end = time.monotonic() + 60 * minutes
    number, journals = fuzz(seed, go_on=lambda _: time.monotonic() < end)
    print(f"seed {seed}: {number} sets of files in {minutes:g} minutes, {journals} journals")
    assert journals > number / 3


def error_of(content: bytes, name: str = "diary.csv") -> str:
    with pytest.raises(JournalError) as raised:
        read_journal([(name, content)], today=TODAY)
    assert_receipts_add_up(raised.value.receipts)
    return str(raised.value)


def test_each_bound_has_its_sentence() -> None:
    """The bounds are those of ``tables.py``; the sentence names what is too much and never a cell."""
    assert "MB" in error_of(b"Date,Cramps\n" + b"x" * MOST_BYTES)
    assert "rows" in error_of(b"Date,Cramps\n" + b"2024-03-01,1\n" * (MOST_ROWS + 1))
    assert "columns" in error_of(b"Date,Cramps" + b",a" * MOST_COLUMNS + b"\n2024-03-01,1\n")
    assert "quotation mark" in error_of(b'Date,Cramps\n2024-03-01,"' + b"secret " * LONGEST_CELL)
    assert "secret" not in error_of(b'Date,Cramps\n2024-03-01,"' + b"secret " * LONGEST_CELL)


def test_what_is_no_journal_is_named() -> None:
    assert "empty" in error_of(b"")
    assert "empty" in error_of(b" \r\n\0\n")
    assert "PDF" in error_of(b"%PDF-1.7 ...")
    assert "old Excel" in error_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert "JSON" in error_of(b'{"nights": []}')
    assert "web page" in error_of(b"<!DOCTYPE html><html></html>")
    assert "no rows" in error_of(b"Date,Cramps\n")
    assert "date" in error_of(b"Colour,Shape\nred,round\nblue,square\n")
    assert "packed archive" in error_of(zipped({"letter.txt": b"hello"}))
    assert "damaged" in error_of(workbook(("A", [["Date", "Cramps"], ["2024-03-01", 1]]))[:2000])


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def with_sheet(sheet: bytes) -> bytes:
    book = workbook(("A", [["Date", "Cramps"], ["2024-03-01", 1]]))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped(members | {"xl/worksheets/sheet1.xml": sheet})


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = with_sheet(b"<worksheet><sheetData>" + b" " * 150_000_000 + b"</sheetData></worksheet>")
    assert len(bomb) < 1_000_000
    assert "unpacks to more than" in error_of(bomb, "diary.xlsx")


def test_a_workbook_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(with_sheet(b" " * 150_000_000))
    # The unpacked size in the central directory (offset 24 of each entry) is made small.
    at = 0
    while (at := bytes(bomb).find(b"PK\x01\x02", at)) >= 0:
        bomb[at + 24 : at + 28] = (1000).to_bytes(4, "little")
        at += 4
    assert "unpacks to more than" in error_of(bytes(bomb), "diary.xlsx")


def test_a_sheet_that_spans_millions_of_cells_is_refused() -> None:
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "more than" in error_of(
        with_sheet(b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>"), "d.xlsx"
    )


@pytest.mark.parametrize(
    "cell", ["1 " * 9_000, "(" * 19_000, "a," * 9_000, "2024-" * 3_000, "1h " * 6_000, "and " * 4_900,
    "magnesium " * 1_900, "-" * 19_000]
)  # fmt: skip
def test_hostile_cells_take_linear_time(cell: str) -> None:
    """Each long cell in every column of 6 rows, by this process's own clock; a pattern with quadratic time
    would need minutes in 20 rows."""
    header = (
        "Date,Cramps,Severity,Duration,Time,Side,Muscle,Symptoms,Relief,Water,Activity,Sleep,Medication,Notes"
    )
    rows = [f"2024-03-{day:02d},1" + f',"{cell}{day}"' * 12 for day in range(1, 7)]
    rows += [f'"{cell}",0' + "," * 12, f'2024-03-25,"{cell}"' + "," * 12]
    began = time.process_time()
    journal = read_journal([("diary.csv", "\n".join([header, *rows]).encode())], today=TODAY)
    assert time.process_time() - began < LONGEST_READING * 6 / 20
    assert journal.receipts[0].rows.rejected == 1
    assert_sound(journal)


def test_no_exception_and_no_message_repeats_free_text() -> None:
    content = b"Date,Cramps,Notes\n2024-03-01,1,told the priest\nnever mind the priest,2,priest\n"
    journal = read_journal([("diary.csv", content)], today=TODAY)
    assert journal.receipts[0].rows.rejected == 1
    assert all("priest" not in problem.problem + problem.hint for problem in journal.receipts[0].problems)
    assert "priest" not in repr(journal.receipts[0]).replace("cell='never mind the priest'", "")
    assert "priest" not in error_of(b"Date,Notes\npriest,priest\n")


def test_a_raised_digit_is_no_number() -> None:
    """``²`` is a digit for ``str.isdigit`` and none for ``int``; a long run of the fuzz found it in a zone.
    The only row has no time that can be used, so that no journal is left.
    """
    log = "Icon,Action,UTC Time,Time Zone\nx,Leg cramp,2025-03-02 02:10:00,+2²\n"
    assert error_of(log.encode(), "log.csv")

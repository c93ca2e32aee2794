"""Nobody can be recognised in what a run writes. Oracle: words, dates and names that were planted in
journals, looked for in all that is unpacked from every file, down to the properties of documents."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pikepdf
import pyarrow.parquet as pq
import pytest

from analysis.__main__ import main
from tests.cohort.stopping import STATE
from tests.report.pages import text_of

PERSON, FOLDER, FILE = "Zanzibar", "Quetzal", "Xylofon"
REMARK, COLUMN, HERB, PLACE = "kangaroo", "Didgeridoo", "Wurzelsepp", "Ouagadougou"
RARE, CLASS = "simvastatin", "statin"
DATES = ("2019-0", "2019/", ".03.2019", "Mar 2019", "March 2019")
FIRST = pd.Timestamp("2019-03-01")
PLANTED = (PERSON, FOLDER, FILE, REMARK, COLUMN, HERB, PLACE, RARE, CLASS, *DATES)


def diary(number: int, medicine: str, *, water: bool) -> str:
    """Six weeks with remarks, a column of its own, and a medicine from the middle on."""
    drunk = [f"{1000 + 100 * ((at * 3 + number) % 9)}," if water else "" for at in range(42)]
    lines = [
        f"{FIRST + pd.Timedelta(days=at + number):%Y-%m-%d},{(at * 7 + number) % 4 == 0:d},"
        f"{drunk[at]}{at % 3},{medicine if at >= 21 else ''},"
        f"{REMARK} with {PERSON}"
        for at in range(42)
    ]
    return f"Night of,Cramps,{'Water (mL),' * water}{COLUMN},Medication,Notes\n" + "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven journals, one of them with a medicine that only one takes and one with an herb, both of those
    without water, and failures of each kind; stopped by nothing, but with failures, so that all that a run
    can leave is there."""
    place = tmp_path_factory.mktemp("people")
    folder, out = place / f"{PLACE} clinic", place / "out"
    for number in range(7):
        own = folder / f"{FOLDER} {number}"
        own.mkdir(parents=True)
        medicine = {5: RARE, 6: HERB}.get(number, "magnesium")
        text = diary(number, medicine, water=medicine == "magnesium")
        (own / f"{FILE} {number}.csv").write_text(text, encoding="utf-8")
    bad = {
        "damaged.xlsx": b"PK\x03\x04 nothing",
        "people.csv": f"Night,Name,Cramps\n2019-03-01,{PERSON} A,1\n2019-03-01,{PERSON} B,0\n".encode() * 9,
        "other.csv": f"Date,{COLUMN}\n2019-03-01,{REMARK}\n".encode(),
    }
    for name, content in bad.items():
        (folder / f"{FOLDER} {name}").mkdir()
        (folder / f"{FOLDER} {name}" / f"{FILE} {name}").write_bytes(content)
    for path in folder.rglob("*"):
        os.utime(path, (FIRST.timestamp(), FIRST.timestamp()))
    assert main(["cohort", str(folder), "--out", str(out), "--workers", "1"]) == 3
    return out


def unpacked(path: Path) -> Iterator[str]:
    """Everything of a file as text: as it lies there, and what is packed in it with its properties."""
    content = path.read_bytes()
    yield content.decode("latin-1")
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            yield from (f"{name} {book.read(name).decode()}" for name in book.namelist())
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        yield f"{table.schema.metadata} {pq.read_metadata(path).metadata} {table.to_pylist()}"
    if path.suffix == ".pdf":
        with pikepdf.open(io.BytesIO(content)) as page:
            assert not page.attachments
            yield str(page.docinfo)
            for each in page.objects:
                if isinstance(each, pikepdf.Stream):
                    yield each.read_bytes().decode("latin-1")
                yield repr(each)
        yield text_of(content)


def test_nothing_that_was_planted_is_in_any_file(written: Path) -> None:
    looked_at = set()
    for path in written.rglob("*"):
        text = "\n".join(unpacked(path))
        looked_at.add(path.name)
        # That few take a class is known at the end only: what --resume needs is passed on to nobody.
        planted = set(PLANTED) - ({CLASS} if path.name == STATE else set())
        found = [secret for secret in planted if secret in text or secret in path.name]
        assert not found, path.name
    assert {"journals.parquet", "cohort.xlsx", "pooled.pdf", "pooled.json", ".cohort-state.jsonl"} <= set(
        looked_at
    )


def test_the_search_finds_what_is_packed(written: Path) -> None:
    """What is there, is found in each packed file: the class that five journals have, and a number."""
    for name in ("cohort.xlsx", "pooled.pdf", "questions.parquet"):
        assert "magnesium" in "\n".join(unpacked(written / name)).lower(), name


def test_what_fewer_than_five_ask_about_is_not_told(written: Path) -> None:
    """Of seven journals five have water and magnesium; a statin is of one journal alone."""
    told = pd.read_csv(written / "questions.csv", dtype=str)
    of_changes = told[told["part"] == "medication_changes"]
    assert of_changes["about"].fillna("").value_counts().to_dict() == {"magnesium": 5, "": 1}
    assert set(told.loc[told["part"] == "exposures", "about"]) == {"hydration"}


def test_no_file_has_the_time_of_a_journal(written: Path) -> None:
    """Every file is of the time at which it was written, and the rows are in the order of random numbers."""
    assert not [path for path in written.rglob("*") if path.stat().st_mtime < FIRST.timestamp() + 1e8]
    for name in ("journals", "questions"):
        assert pd.read_csv(written / f"{name}.csv")["journal"].is_monotonic_increasing

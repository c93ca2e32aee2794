"""A run over many journals. Oracle: folders made here, with the bad ones known."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.cohort import Cohort, journals_in, run_cohort
from analysis.cohort.folders import WrongOptions, options_in
from analysis.cohort.kept import Kept
from analysis.cohort.rows import How, Row, journal_row
from analysis.executor import Bounds, InProcess, Processes
from tests.cohort.tasks import BAD, GOOD, NAME, hostile


def diary(seed: int, nights: int = 70, start: str = "2025-01-01", *, water: bool = True) -> str:
    """Without water nothing is asked of the days, and the journal is reviewed in half the time."""
    days = pd.date_range(start, periods=nights)
    drunk = [f"{1000 + 100 * ((at * 3 + seed) % 9)}," if water else "" for at in range(nights)]
    lines = [
        f"{day:%Y-%m-%d},{(at * 7 + seed) % 5 == 0:d},{drunk[at]}walked with {NAME}"
        for at, day in enumerate(days)
    ]
    return f"Night of,Cramps,{'Water (mL),' * water}Notes\n" + "\n".join(lines) + "\n"


def journals_below(parent: Path) -> Path:
    """Two good journals of few nights and one more, a folder of two files, and two bad ones."""
    place = parent / "journals"
    place.mkdir()
    for number in range(2):
        (place / f"{NAME} {number}.csv").write_text(diary(number, 20), encoding="utf-8")
    both = place / "both"
    both.mkdir()
    (both / "diary.csv").write_text(diary(8, water=False), encoding="utf-8")
    (both / "changes.csv").write_text(
        "date,medication,change\n2025-02-01,magnesium,start\n", encoding="utf-8"
    )
    (place / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (place / "steps.csv").write_text("Date,Weight (kg)\n2025-01-01,71\n", encoding="utf-8")
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return journals_below(tmp_path)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Cohort:
    """What a run over the folder finds, with no option."""
    folder = journals_below(tmp_path_factory.mktemp("found"))
    return run_cohort(list(journals_in(folder)), InProcess(), How())


@dataclass(frozen=True)
class Written:
    """A run from the shell: its exit code, what it said beside its results, and what it wrote."""

    code: int
    said: str
    out: Path
    names: Path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    place, said = tmp_path_factory.mktemp("written"), io.StringIO()
    out, names = place / "out", place / "names.csv"
    given = [str(journals_below(place)), "--out", str(out), "--workers", "1", "--names", str(names)]
    with redirect_stderr(said), redirect_stdout(io.StringIO()):
        code = main(["cohort", *given])
    return Written(code, said.getvalue(), out, names)


def test_every_journal_has_its_row_and_every_failure_its_sentence(found: Cohort) -> None:
    assert (len(found.rows), set(found.failed)) == (3, {"broken.xlsx", "steps.csv"})
    assert sorted(row["nights"] for row in found.rows) == [20, 20, 70]
    assert sum(row["changes"] for row in found.rows) == 1


def test_nobody_can_be_recognised(written: Written) -> None:
    """No name, no date and no remark in any file that is written; the list of names only where asked for."""
    assert written.code == 3
    assert "broken.xlsx" in written.said
    contents = {path.name: path.read_bytes() for path in written.out.iterdir()}
    assert {
        "journals.csv",
        "journals.parquet",
        "questions.csv",
        "pooled.json",
        "pooled.pdf",
        "cohort.xlsx",
    } <= set(contents)
    for name, content in contents.items():
        for secret in (NAME, "Zanzibar", "2025-0", "both", "walked"):
            assert secret.encode() not in content, (name, secret)
    assert NAME in written.names.read_text(encoding="utf-8")
    assert len(pd.read_parquet(written.out / "journals.parquet")) == 3


def test_a_stopped_run_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    """What was done is not done again, and the same options are needed; the state holds no name."""
    state, asked = tmp_path / "state.jsonl", []

    def counted(files: tuple[Path, ...], how: How) -> tuple[Row, list[Row]]:
        asked.append(files)
        return journal_row(files, how)

    journals = list(journals_in(folder))
    run_cohort(journals[:2], InProcess(), How(), Kept(state, How(), resume=False), task=counted)
    found = run_cohort(journals, InProcess(), How(), Kept(state, How(), resume=True), task=counted)
    assert (len(asked), len(found.rows) + len(found.failed)) == (len(journals), len(journals))
    other = How(reviewing=(("washout", 7),))
    run_cohort(journals[:1], InProcess(), other, Kept(state, other, resume=True), task=counted)
    assert len(asked) == len(journals) + 1
    assert NAME not in state.read_text(encoding="utf-8")


def test_a_line_that_was_cut_off_is_done_again(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    journals = list(journals_in(folder))[:2]
    run_cohort(journals, InProcess(), How(), Kept(state, How(), resume=False))
    lines = state.read_text(encoding="utf-8").splitlines()
    state.write_text("\n".join([*lines[:-1], lines[-1][:40]]), encoding="utf-8")
    assert len(Kept(state, How(), resume=True).done) == 1
    assert all(json.loads(line) for line in lines)


def test_a_bad_journal_costs_itself_only() -> None:
    """Of eight journals the four bad ones are named, and no message holds what the fault says."""
    names = [name for pair in zip(GOOD, BAD, strict=True) for name in pair]
    workers = Processes(2, Bounds(seconds=4, megabytes=1500))
    try:
        found = run_cohort([(name, (Path(name),)) for name in names], workers, How(), task=hostile)
    finally:
        workers.close()
    assert set(found.failed) == set(BAD)
    assert sorted(found.names.values()) == [*GOOD]
    assert not any(NAME in why for why in found.failed.values())


def test_small_groups_are_not_broken_down() -> None:
    """By hand: four journals with one class and six with another; only the six are pooled."""

    def asked(journal: int, about: str) -> Row:
        return {"journal": journal, "part": "medication_changes", "about": about, "form": "start",
                "ratio": 0.7, "error": 0.3, "reason": None}  # fmt: skip

    found = Cohort(questions=[asked(at, "statin" if at < 4 else "magnesium") for at in range(10)])
    assert [(group.about, len(group.journals)) for group in found.pooled()] == [("magnesium", 6)]


def test_an_empty_folder_and_one_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["cohort", str(tmp_path / "empty"), "--out", str(tmp_path / "out")]) == 1
    assert main(["cohort", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == 2


def test_every_column_that_is_written_is_described(written: Written, found: Cohort) -> None:
    """Oracle: the columns of the tables, and the dictionary that lies beside them."""
    told = pd.read_csv(written.out / "dictionary.csv")
    for name, rows in (("journals", found.rows), ("questions", found.questions)):
        described = list(told.loc[told["table"] == name, "column"])
        assert list(pd.read_csv(written.out / f"{name}.csv").columns) == described
        assert {key for row in rows for key in row} == set(described)
    assert told["meaning"].notna().all()


def test_one_journal_has_options_of_its_own(folder: Path, found: Cohort) -> None:
    """Oracle: a wash-out for one journal changes its answer to the change and no other row."""
    journals = list(journals_in(folder))
    names = {name for name, _ in journals}
    (folder / "cohort.csv").write_text("journal,washout,dates_mean\nboth,28,\n", encoding="utf-8")
    own = options_in(folder, names, How())
    assert own == {"both": How(reviewing=(("washout", 28),))}
    told = run_cohort(journals, InProcess(), How(), own=own)

    def of_changes(cohort: Cohort) -> dict[str, object]:
        return {
            cohort.names[asked["journal"]]: (asked["after_per_week"], asked["reason"])
            for asked in cohort.questions
            if asked["part"] == "medication_changes"
        }

    assert of_changes(found).keys() == of_changes(told).keys() == {"both"}
    assert of_changes(found) != of_changes(told)

    def of_nights(cohort: Cohort) -> dict[str, object]:
        return {cohort.names[row["journal"]]: (row["nights"], row["cramps"]) for row in cohort.rows}

    assert len(told.rows) == 3
    assert of_nights(told).items() <= of_nights(found).items()


@pytest.mark.parametrize(
    "text",
    ["journal,colour\nboth,red\n", "journal,washout\nnobody,3\n", "journal,washout\nboth,soon\n",
     "journal,dates_mean\nboth,noon\n", "name\nboth\n"],
)  # fmt: skip
def test_options_that_cannot_be_used_stop_the_run(
    folder: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and nothing is read."""
    (folder / "cohort.csv").write_text(text, encoding="utf-8")
    assert main(["cohort", str(folder), "--out", str(tmp_path / "out"), "--workers", "1"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_full_disk_at_the_end_costs_nothing_that_was_done(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Oracle: a device without room; the second run does no journal again."""
    out = tmp_path / "out"
    given = ["cohort", str(folder), "--out", str(out), "--workers", "1"]
    assert main([*given, "--names", "/dev/full"]) == 1
    assert "--resume" in capsys.readouterr().err
    state = (out / ".cohort-state.jsonl").read_text(encoding="utf-8")
    assert main([*given, "--resume"]) == 3
    assert (out / ".cohort-state.jsonl").read_text(encoding="utf-8") == state


def test_a_journal_that_has_to_be_asked_is_read_with_its_answer(tmp_path: Path) -> None:
    """Two lists of which nothing says that they are of leg cramps. Oracle: without an answer none is read;
    with that of one journal in the file of options, or of all on the command line, the two cramps are."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(
            "Date,Intensity\n2025-03-01 02:10,5\n2025-03-04 03:20,6\n", encoding="utf-8"
        )
    command = ["cohort", str(folder), "--out", str(out), "--workers", "1"]
    assert main(command) == 1
    (folder / "cohort.csv").write_text("journal,mapping\na.csv,file:a.csv=cramps\n", encoding="utf-8")
    assert main(command) == 3
    assert pd.read_csv(out / "journals.csv")["cramps"].tolist() == [2]
    assert main([*command, "--map", "file:b.csv=cramps"]) == 0
    assert pd.read_csv(out / "journals.csv")["cramps"].tolist() == [2, 2]


@pytest.mark.parametrize("cell", ["file:a.csv", "=cramps", "Water=hydratoin"])
def test_a_wrong_answer_in_the_file_of_options_is_named_by_its_row(tmp_path: Path, cell: str) -> None:
    (tmp_path / "a.csv").write_text("Night of,Cramps\n2025-03-01,1\n", encoding="utf-8")
    (tmp_path / "cohort.csv").write_text(f"journal,mapping\na.csv,{cell}\n", encoding="utf-8")
    with pytest.raises(WrongOptions, match="row 2"):
        options_in(tmp_path, ["a.csv"], How())

"""The journals of a folder, and the options of single ones. Oracle: files made here."""

from pathlib import Path

import pytest

from analysis.cohort.folders import WrongOptions, journals_in, options_in
from analysis.cohort.rows import How

HOW = How(reading=(("mapping", {"Wadl": "cramps"}), ("dates_mean", None)), reviewing=(("washout", 7),))


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_each_folder_and_each_file_beside_them_is_a_journal(tmp_path: Path) -> None:
    """What is hidden, empty or of another type is none, nor is the file of options."""
    write(tmp_path, "b.csv", "a.XLSX", "both/one.csv", "both/deep/two.txt", "both/.three.csv", "both/p.jpg")
    write(tmp_path, ".hidden.csv", "letter.docx", "photos/p.jpg", "cohort.csv", ".git/x.csv")
    (tmp_path / "empty").mkdir()
    found = journals_in(tmp_path)
    assert len(found) == 3
    assert [(name, [str(file.relative_to(tmp_path)) for file in files]) for name, files in found] == [
        ("a.XLSX", ["a.XLSX"]),
        ("b.csv", ["b.csv"]),
        ("both", ["both/deep/two.txt", "both/one.csv"]),
    ]


def test_a_file_that_comes_later_is_read_when_its_journal_has_its_turn(tmp_path: Path) -> None:
    write(tmp_path, "both/one.csv")
    found = journals_in(tmp_path)
    write(tmp_path, "both/two.csv", "late.csv")
    assert [len(files) for _, files in found] == [2]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        journals_in(tmp_path / "nowhere")


def test_without_a_file_of_options_all_are_read_alike(tmp_path: Path) -> None:
    assert options_in(tmp_path, ["a.csv"], HOW) == {}
    (tmp_path / "cohort.csv").write_text("", encoding="utf-8")
    assert options_in(tmp_path, ["a.csv"], HOW) == {}


def test_what_a_row_tells_goes_before_what_is_told_for_all(tmp_path: Path) -> None:
    """An empty cell is as for all; answers stand beside those for all, several in a cell."""
    (tmp_path / "cohort.csv").write_text(
        "journal,washout,dates_mean,choose,mapping\n"
        "a.csv,28,,,\n"
        'b.csv,,morning,Ann,"Tag=night;\nfile:b.csv = cramps"\n'
        "c.csv,,,,Wadl=ignore\n",
        encoding="utf-8-sig",
    )
    own = options_in(tmp_path, ["a.csv", "b.csv", "c.csv", "d.csv"], HOW)
    assert own["a.csv"] == How(HOW.reading, (("washout", 28),))
    assert dict(own["b.csv"].reading) == {
        "mapping": {"Wadl": "cramps", "Tag": "night", "file:b.csv": "cramps"},
        "dates_mean": "morning",
        "choose": "Ann",
    }
    assert own["b.csv"].reviewing == HOW.reviewing
    assert dict(own["c.csv"].reading)["mapping"] == {"Wadl": "ignore"}
    assert "d.csv" not in own
    assert dict(HOW.reading)["mapping"] == {"Wadl": "cramps"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name\nb.csv\n", "has the columns journal and any of"),
        ("journal,colour\na.csv,red\n", "has the columns journal and any of"),
        ("journal,washout\na.csv,3\nnobody,3\n", "row 3: there is no journal of this name"),
        ("journal,washout\na.csv,366\n", "row 2: washout is a number of nights up to 365"),
        ("journal,washout\na.csv,-1\n", "row 2: washout is a number of nights"),
        ("journal,hemisphere\na.csv,east\n", "row 2: hemisphere is one of north, south"),
        ("journal,mapping\na.csv,file:a.csv\n", "row 2: an answer reads HEADING=FIELD"),
        ("journal,mapping\na.csv,Wadl=craps\n", "did you mean 'cramps'"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_row(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "cohort.csv").write_text(text, encoding="utf-8")
    with pytest.raises(WrongOptions) as refused:
        options_in(tmp_path, ["a.csv"], HOW)
    assert told in str(refused.value)


def test_the_longest_washout_is_a_year(tmp_path: Path) -> None:
    (tmp_path / "cohort.csv").write_text("journal,washout\na.csv,365\n", encoding="utf-8")
    assert dict(options_in(tmp_path, ["a.csv"], HOW)["a.csv"].reviewing) == {"washout": 365}

"""Files as they were given. Oracle: the names and bytes by hand."""

import hashlib
import io
from pathlib import Path

import pytest

from analysis.journal.opened import clean_name, name_and_content, open_files
from analysis.journal.tables import MOST_BYTES, UnreadableFile

PAGE = Path(__file__).parents[2] / "sample_data" / "page.pdf"


class Upload(io.StringIO):
    name = "folder/typed.csv"


def test_each_way_of_giving_a_file_has_its_name_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "diary.csv"
    path.write_bytes(b"x")
    upload = io.BytesIO(b"z")
    upload.name = "sub/upload.csv"  # type: ignore[attr-defined]
    assert name_and_content(path) == ("diary.csv", b"x")
    assert name_and_content(str(path)) == ("diary.csv", b"x")
    assert name_and_content(("given.csv", b"y")) == ("given.csv", b"y")
    assert name_and_content(upload) == ("upload.csv", b"z")  # type: ignore[arg-type]
    assert name_and_content(Upload("café")) == ("typed.csv", "café".encode())  # type: ignore[arg-type]


def test_a_name_has_no_control_characters_and_an_end() -> None:
    assert clean_name("di\x00a\nry\x1b[31m.csv") == "diary[31m.csv"
    assert clean_name("a" * 300) == "a" * 200
    assert clean_name("\ud800x.csv") == "?x.csv"


def test_a_file_that_is_not_there_or_too_large_is_refused_without_its_folder(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(UnreadableFile, match="larger than"):
        name_and_content(large)
    with pytest.raises(UnreadableFile, match="could not be opened") as raised:
        name_and_content(tmp_path / "secret" / "missing.csv")
    assert "secret" not in str(raised.value)
    with large.open("wb") as file:
        file.truncate(MOST_BYTES)
    assert len(name_and_content(large)[1]) == MOST_BYTES


def test_files_keep_their_order_and_one_that_cannot_be_opened_its_place(tmp_path: Path) -> None:
    missing = tmp_path / "missing.csv"
    opened = open_files([("first.csv", b"1"), missing, PAGE, ("C:\\notes\\last.csv", b"3")])
    assert [file.name for file in opened] == ["first.csv", "missing.csv", "page.pdf", "C:\\notes\\last.csv"]
    assert [file.error is not None for file in opened] == [False, True, False, False]
    assert [file.page is not None for file in opened] == [False, False, True, False]
    assert opened[0].content == b"1"
    assert opened[1].error is not None
    assert opened[1].error.draft.error_code == "unreadable"


def test_a_file_that_is_not_there_is_named_by_its_last_part_on_any_system() -> None:
    (opened,) = open_files(["C:\\notes\\" + "m" * 300 + ".csv"])
    assert opened.name == "m" * 200


def test_half_a_page_is_refused_with_the_mark_of_its_bytes() -> None:
    """Oracle: sha256 by hashlib; half a PDF cannot be unpacked."""
    half = PAGE.read_bytes()[:2000]
    (opened,) = open_files([("half.pdf", half)])
    assert opened.error is not None
    assert opened.error.draft.sha256 == hashlib.sha256(half).hexdigest()

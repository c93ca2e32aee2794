"""How a journal is read and reviewed, as options: what they become, and what is refused."""

import argparse
from datetime import date
from pathlib import Path

import pytest

from analysis.journal import mapping_to_json
from analysis.review_options import (
    add_reading_options,
    add_review_options,
    read_date,
    reading_of,
    reviewing_of,
    told_in,
)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser()
    add_reading_options(made)
    add_review_options(made)
    return made


def test_what_is_not_given_is_left_to_the_journal() -> None:
    """Oracle: the defaults of ``read_journal`` and of ``review``; no nights are left out, which is not "none
    of them"."""
    given = parser().parse_args([])
    assert set(reading_of(given).values()) == {None}
    assert reviewing_of(given) == {
        "start": None, "end": None, "washout": 0, "hemisphere": "north", "question": None, "left_out": None,
    }  # fmt: skip


def test_what_is_given_reaches_reading_and_review() -> None:
    """Oracle: by hand; stretches of nights add up, and one night is a stretch."""
    words = "--dates-mean morning --date-order mdy --unlogged cramp-free --glass-ml 300 --start 2025-03-01"
    words += " --end 2025-04-01 --washout 365 --hemisphere south --leave-out 2025-03-30..2025-04-01"
    given = parser().parse_args([*words.split(), "--leave-out", "2025-03-05", "--question", ""])
    assert reading_of(given) == {
        "dates_mean": "morning", "date_order": "mdy", "unlogged": "cramp-free", "glass_ml": 300.0,
    }  # fmt: skip
    assert reviewing_of(given) == {
        "start": date(2025, 3, 1), "end": date(2025, 4, 1), "washout": 365, "hemisphere": "south",
        "question": "",
        "left_out": [date(2025, 3, 30), date(2025, 3, 31), date(2025, 4, 1), date(2025, 3, 5)],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("option", "fits", "refused"),
    [
        ("--washout", ["0", "365"], ["366", "-1", "1.5", "٣", ""]),
        ("--glass-ml", ["30", "2000", "250.5"], ["29.9", "2001", "nan", "a glass"]),
        ("--map", ["Water=hydration", "a=b=cramps"], ["Water", "=cramps", "Water= "]),
        ("--start", ["2024-02-29"], ["2025-02-29", "1 March"]),
        ("--leave-out", ["2025-03-01..2025-03-01"], ["2025-03-02..2025-03-01", "..2025-03-01"]),
    ],
)
def test_only_what_can_be_used_is_taken(
    option: str, fits: list[str], refused: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Oracle: by hand, at both ends of each range."""
    for text in fits:
        parser().parse_args([f"{option}={text}"])
    for text in refused:
        with pytest.raises(SystemExit):
            parser().parse_args([f"{option}={text}"])
        assert option in capsys.readouterr().err


def test_a_header_may_hold_the_sign_that_parts_it_from_its_field() -> None:
    [answer] = parser().parse_args(["--map", " a = b = cramps "]).map
    assert answer == ("a = b", "cramps")


def test_later_answers_go_before_earlier_ones_and_single_ones_before_files(tmp_path: Path) -> None:
    """Oracle: by hand."""
    for name, mapping in (("a", {"Wadl": "cramps", "Tag": "night"}), ("b", {"Wadl": "ignore"})):
        (tmp_path / name).write_text(mapping_to_json(mapping), encoding="utf-8")
    files = [f"--mapping={tmp_path / name}" for name in "ab"]
    for words, expected in (
        (files, {"Wadl": "ignore", "Tag": "night"}),
        (files[::-1], {"Wadl": "cramps", "Tag": "night"}),
        ([*files, "--map", "Wadl=pain"], {"Wadl": "pain", "Tag": "night"}),
    ):
        assert told_in(parser(), parser().parse_args(words)) == (expected, [])


def test_a_file_that_is_no_mapping_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.json").write_text("[1]", encoding="utf-8")
    for name, told in (("m.json", "This is not a mapping"), ("none.json", "could not be read: No such file")):
        given = parser().parse_args(["--mapping", str(tmp_path / name)])
        with pytest.raises(SystemExit) as ended:
            told_in(parser(), given)
        assert ended.value.code == 2
        said = capsys.readouterr().err
        assert name in said
        assert told in said


def test_a_date_is_read_in_one_form_only() -> None:
    assert read_date("2025-03-01") == date(2025, 3, 1)
    with pytest.raises(argparse.ArgumentTypeError, match=r"a date reads 2025-03-01, not '1\.3\.2025'"):
        read_date("1.3.2025")

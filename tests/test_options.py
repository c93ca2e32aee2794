"""The options of the command: what is given, and what is wrong with what is given."""

from pathlib import Path

import pytest

from analysis.options import choices, read_options


def test_each_option_has_its_own_name() -> None:
    """Oracle: by hand; without an option nothing is written or chosen."""
    given = read_options(["a.csv", "b.xlsx", "--json", "out.json", "--text", "--paper", "letter"])
    assert given.files == [Path("a.csv"), Path("b.xlsx")]
    assert (given.json, given.text, given.page, given.paper) == ("out.json", "-", None, "letter")
    plain = read_options(["a.csv"])
    assert (plain.json, plain.text, plain.paper, plain.wording) == (None, None, "a4", "everyday")
    assert (plain.told, plain.typed, plain.suggest) == ({}, [], False)


def test_whose_rows_are_read_goes_for_every_file_or_for_the_one_that_is_named() -> None:
    """Oracle: by hand; "a=b" is a name where no file is called "a"."""
    files = ["one/a.csv", "b.csv"]
    for chosen, expected in (
        (["Ann"], {"a.csv": "Ann", "b.csv": "Ann"}),
        (["Ann", "b.csv=Bo"], {"a.csv": "Ann", "b.csv": "Bo"}),
        (["b.csv=Bo"], {"b.csv": "Bo"}),
        (["c.csv=Bo"], {"a.csv": "c.csv=Bo", "b.csv": "c.csv=Bo"}),
        (["a.csv="], {"a.csv": "a.csv=", "b.csv": "a.csv="}),
        ([], {}),
    ):
        words = [part for choice in chosen for part in ("--choose", choice)]
        assert choices(read_options([*files, *words])) == expected


def test_one_output_may_be_printed_and_no_two_have_one_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Oracle: by hand: a name is the same by whatever way it is told."""
    read_options(["a.csv", "--json", "-", "--text", "a.txt"])
    for words, told in (
        (["a.csv", "--json", "--text"], "only one output can go to the terminal"),
        (["a.csv", "--json", "out", "--text", "./out"], "./out is named for two outputs"),
        (["a.csv", "--copy", "sub/../a.csv"], "would be overwritten"),
        (["a.csv", "--mapping", "m.json", "--json", "m.json"], "would be overwritten"),
    ):
        with pytest.raises(SystemExit) as ended:
            read_options(words)
        assert ended.value.code == 2
        assert told in " ".join(capsys.readouterr().err.split())


def test_a_period_of_one_night_is_a_period(capsys: pytest.CaptureFixture[str]) -> None:
    read_options(["a.csv", "--start", "2025-03-01", "--end", "2025-03-01"])
    with pytest.raises(SystemExit):
        read_options(["a.csv", "--start", "2025-03-02", "--end", "2025-03-01"])
    assert "ends on 2025-03-01, before it starts on 2025-03-02" in " ".join(capsys.readouterr().err.split())

"""The next test from the command line: what is written, and what comes back at the next visit."""

import csv
from datetime import date, timedelta

import pytest

from analysis.__main__ import main
from analysis.executor import InProcess
from analysis.journal import read_journal
from tests.plan.test_calendar import strictly_read

FIRST = date.today() - timedelta(days=90)


@pytest.fixture
def diary(tmp_path, monkeypatch):
    """Ninety nights to yesterday, and no other process."""
    monkeypatch.setattr("analysis.executor.executor", lambda **_: InProcess())
    nights = [f"{FIRST + timedelta(days=night)},{(0, 1, 0, 2, 1)[night % 5]}" for night in range(90)]
    file = tmp_path / "diary.csv"
    file.write_text("\n".join(["night,cramps", *nights]), encoding="utf-8")
    return str(file)


def test_the_plan_goes_home_in_every_form_and_comes_back(diary, tmp_path, capsys):
    """Oracle: the options; the plan that is read is the one in page and file, its calendar is valid, and its
    chances stand in it."""
    table, calendar, page = (str(tmp_path / name) for name in ("plan.csv", "plan.ics", "page.pdf"))
    asked = [
        "--plan", "by-turns", "--try", "magnesium", "--weeks", "8", "--carry-over", "2", "--seed", "4",
        "--futures", "4", "--plan-file", table, "--calendar", calendar, "--page", page, "--chances", "-",
    ]  # fmt: skip
    assert main([diary, *asked]) == 0
    said = capsys.readouterr().out
    assert "Magnesium on and off by turns" in said
    assert "seed 4" in said
    assert said.count("of 100 (give or take") == 2 * 4 + 2  # of each form, and in the plan
    with open(table, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["carry-over nights"]) for row in rows][1:] == [2, 2, 2]
    with open(calendar, "rb") as file:
        assert len(strictly_read(file.read())) == 5
    of_file, of_page = (read_journal([name, diary]).earlier.plan for name in (table, page))
    assert of_file == of_page
    assert (of_page.what, of_page.seed, len(of_page.blocks)) == ("magnesium", 4, 4)
    assert [(told.fall, told.futures) for told in of_page.expected] == [(0.3, 4), (0.5, 4)]
    assert main([table, diary, "--json", "-"]) == 0
    assert '"reason": "plan_goes_on"' in capsys.readouterr().out


def test_the_page_carries_the_plan_on_until_it_is_over(diary, tmp_path):
    """Oracle: the page of a visit in the middle of a plan, made without a new one, holds the same plan."""
    first, second = str(tmp_path / "first.pdf"), str(tmp_path / "second.pdf")
    assert main([diary, "--plan", "watch", "--weeks", "4", "--futures", "1", "--page", first]) == 0
    assert main([first, diary, "--page", second]) == 0
    plans = [read_journal([page, diary]).earlier.plan for page in (first, second)]
    assert plans[0] is not None
    assert plans[0] == plans[1]


def test_chances_are_told_without_a_plan(diary, capsys):
    """Oracle: every form of the length is named, and no file is written."""
    assert main([diary, "--chances", "-", "--weeks", "8", "--futures", "1"]) == 0
    said = capsys.readouterr().out
    for form in ("By turns, 2 weeks each", "By turns, 4 weeks each", "One change", "Watching on"):
        assert form in said


def test_too_short_a_journal_says_what_it_lacks(tmp_path, capsys):
    """Oracle: by hand: 10 nights, 18 more for 28."""
    nights = [f"{FIRST + timedelta(days=night)},1" for night in range(10)]
    file = tmp_path / "short.csv"
    file.write_text("\n".join(["night,cramps", *nights]), encoding="utf-8")
    assert main([str(file), "--chances", "-"]) == 0
    assert "18 more logged nights" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--plan", "by-turns"], "--plan needs --try"),
        (["--calendar", "c.ics"], "need --plan"),
        (["--plan", "by-turns", "--try", "x", "--block-weeks", "9"], "blocks have 7 to"),
        (["--plan", "by-turns", "--try", "x", "--carry-over", "9"], "take longer blocks"),
        (["--plan", "watch", "--weeks", "1"], "at least 14 nights"),
        (["--plan", "watch", "--weeks", "4000"], "at most"),
        (["--plan", "one-change", "--try", "x" * 121], "at most 120 letters"),
        (["--plan", "watch", "--begin", "2020-01-01"], "before it is made"),
        (["--plan", "watch", "--futures", "0"], "--futures"),
    ],
)  # fmt: skip
def test_wrong_arguments_are_named_with_code_2(diary, arguments, message, capsys):
    """Oracle: the exit code of the command line, and nothing is written."""
    with pytest.raises(SystemExit) as ended:
        main([diary, *arguments])
    assert ended.value.code == 2
    assert message in capsys.readouterr().err

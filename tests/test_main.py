"""The review without a screen: what goes in, what comes out, exit codes, and no word of a cell in an
error."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import __main__ as program
from analysis.__main__ import main
from analysis.journal import mapping_from_json, mapping_to_json, read_journal
from tests.clock import slowness

ROOT = Path(program.__file__).parent.parent
SAMPLES = ROOT / "sample_data"
SECRET = "Annas geheime Notiz"
DIARY = "Night of,Cramps,Fluid (mL)\n" + "".join(
    f"2025-03-{day:02d},{day % 3},{1500 + 20 * day}\n" for day in range(1, 31)
)


@pytest.fixture
def diary(tmp_path):
    path = tmp_path / "diary.csv"
    path.write_text(DIARY, encoding="utf-8")
    return str(path)


def test_text_goes_to_the_terminal(diary, capsys):
    """Oracle: 30 nights with 30 cramps by hand, 7 a week."""
    assert main([diary]) == 0
    printed = capsys.readouterr()
    assert "30 cramps in 30 logged nights" in printed.out
    assert printed.err == ""
    assert len(printed.out.splitlines()) <= 25


def test_json_goes_to_the_terminal_and_to_a_file(diary, tmp_path, capsys):
    """Oracle: the sums by hand; both are the same data."""
    out = tmp_path / "review.json"
    assert main([diary, "--json", "-"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert main([diary, "--json", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(out.read_text(encoding="utf-8")) == printed
    assert printed["frequency"]["overall"]["per_week"] == 7
    assert printed["journal"]["first_night"] == "2025-03-01"


def test_text_and_json_together(diary, tmp_path, capsys):
    """Oracle: one to a file, the other to the terminal."""
    out = tmp_path / "review.txt"
    assert main([diary, "--json", "-", "--text", str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "cramp-journal-review/2"
    assert "30 cramps" in out.read_text(encoding="utf-8")


def test_options_reach_reading_and_review(diary, capsys):
    """Oracle: dates that mean the morning move all nights one evening back; the period cuts ten nights; a
    mapped column is a question."""
    arguments = ["--dates-mean", "morning", "--start", "2025-03-05", "--end", "2025-03-14", "--washout", "7"]
    arguments += ["--hemisphere", "south", "--map", "Fluid (mL)=hydration"]
    arguments += ["--question", "exposure:hydration", "--leave-out", "2025-03-08..2025-03-09"]
    assert main([diary, "--json", "-", *arguments]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["journal"]["night_rule"]["dates_mean"] == "morning"
    assert (data["journal"]["first_night"], data["journal"]["nights"]) == ("2025-03-05", 10)
    assert data["options"] == {
        "start": "2025-03-05",
        "end": "2025-03-14",
        "washout": 7,
        "hemisphere": "south",
        "question": "exposure:hydration",
        "left_out": ["2025-03-08", "2025-03-09"],
    }
    assert data["journal"]["nights_left_out"] == 2
    assert [item["question"] for item in data["exposures"]] == ["hydration"]


def test_wording_changes_the_words_only(diary, capsys):
    """Oracle: the clinical text differs and holds the same count of cramps."""
    texts = []
    for wording in ("everyday", "clinical"):
        assert main([diary, "--wording", wording]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] != texts[1]
    assert all("30 cramps" in text for text in texts)


def test_no_journal_is_one_sentence_and_code_1(tmp_path, capsys):
    """Oracle: nothing on the standard output, no traceback, and no word of the file."""
    path = tmp_path / "letter.txt"
    path.write_text(f"Dear doctor,\n{SECRET}\n", encoding="utf-8")
    assert main([str(path), "--json", "-"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    assert SECRET not in printed.err
    assert printed.err.strip()


def test_a_missing_file_is_one_sentence_and_code_1(tmp_path, capsys):
    """Oracle: code 1 and the name of the file."""
    assert main([str(tmp_path / "nothing.csv")]) == 1
    assert "nothing.csv" in capsys.readouterr().err


def test_a_file_that_could_not_be_read_beside_one_that_could_is_code_3(diary, tmp_path, capsys):
    """Oracle: the review is there, and the other file is named with its reason."""
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    assert main([diary, str(empty)]) == 3
    printed = capsys.readouterr()
    assert "30 cramps" in printed.out
    assert printed.err.startswith("empty.csv: ")


def test_one_file_that_cannot_be_read_says_its_sentence_once(tmp_path, capsys):
    """Oracle: one line, which begins with the name of the file."""
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    assert main([str(empty)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith("empty.csv: ")


def test_a_file_of_several_people_names_them_and_how_to_choose(tmp_path, capsys):
    """Oracle: both names of the file stand beside the option, and with one of them the file is read."""
    path = tmp_path / "two.csv"
    rows = "".join(f"{who},2025-03-{day:02d},{day % 2}\n" for who in ("Ann", "Bo") for day in range(1, 20))
    path.write_text(f"Participant,Date,Cramps\n{rows}", encoding="utf-8")
    assert main([str(path)]) == 1
    said = capsys.readouterr().err
    assert "--choose NAME" in said
    assert "Ann, Bo" in said
    assert "none of them" not in said
    assert main([str(path), "--choose", "Carl"]) == 1
    assert "Carl is none of them. Add --choose NAME, with one of: Ann, Bo." in capsys.readouterr().err
    assert main([str(path), "--choose", "Bo"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "FILE"),
        (["a.csv", "--start", "1/2/2025"], "1/2/2025"),
        (["a.csv", "--start", "2025-02-01", "--end", "2025-01-01"], "before it starts"),
        (["a.csv", "--washout", "-3"], "nights"),
        (["a.csv", "--washout", "many"], "'many'"),
        (["a.csv", "--glass-ml", "0"], "'0'"),
        (["a.csv", "--map", "Water"], "'Water'"),
        (["a.csv", "--hemisphere", "east"], "'east'"),
        (["a.csv", "--leave-out", "2025-02-02..2025-02-01"], "before they start"),
        (["a.csv", "--json", "-", "--text", "-"], "only one"),
        (["a.csv", "--json", "a.json", "--text", "a.json"], "two outputs"),
        (["a.txt", "--json", "a.txt"], "overwritten"),
        (["--text", "a.csv", "b.csv"], "no name for --text"),
        (["--json", "a.xlsx", "b.csv"], "no name for --json"),
    ],
)
def test_wrong_arguments_are_named_with_code_2(arguments, message, capsys):
    """Oracle: argparse's code, and the argument in the message."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


def test_what_is_asked_about_a_file_is_said_with_its_answer(diary, tmp_path, capsys):
    """Oracle: the answer that is printed, given again, is asked no more; nothing is asked of the diary."""
    log = tmp_path / "log.csv"
    log.write_text("Date,Intensity\n2025-03-01 02:10,5\n2025-03-04 03:20,6\n", encoding="utf-8")
    assert main([diary, str(log)]) == 3
    asked = capsys.readouterr().err
    assert asked.count("\n") == 1
    [answer] = re.findall(r"--map '(file:log.csv=ignore)'", asked)
    main([diary, str(log), "--map", answer])
    assert "--map" not in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--text", "--json"])
def test_an_option_without_a_name_prints(option, diary, capfdbinary):
    """Oracle: the same output with the name -."""
    assert main([diary, option, "-"]) == 0
    named = capfdbinary.readouterr().out
    assert named
    assert main([diary, option]) == 0
    assert capfdbinary.readouterr().out == named


def test_what_the_page_of_the_last_visit_told_holds_unless_it_is_told_anew(diary, tmp_path, capsys):
    """Nights left out and the size of a glass. Oracle: what was given when the page was made, and the one
    night that is given instead."""
    page = str(tmp_path / "page.pdf")
    assert main([diary, "--leave-out", "2025-03-02", "--glass-ml", "300", "--page", page]) == 0
    assert main([page, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["options"]["left_out"] == ["2025-03-02"]
    assert main([page, "--json", "--leave-out", "2025-03-03"]) == 0
    assert json.loads(capsys.readouterr().out)["options"]["left_out"] == ["2025-03-03"]
    again = str(tmp_path / "again.pdf")
    assert main([page, "--page", again]) == 0
    assert read_journal([again]).earlier.glass_ml == 300


def test_a_fault_of_the_program_shows_no_word_of_a_cell(diary, monkeypatch, capsys):
    """Oracle: an error that quotes a cell is told by its place alone."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(program, "review", broken)
    assert main([diary]) == 70
    printed = capsys.readouterr()
    assert SECRET not in printed.out + printed.err
    assert "RuntimeError in test_main.py" in printed.err


def test_an_output_that_cannot_be_written_is_one_sentence(diary, tmp_path, capsys):
    """Oracle: a folder that is not there."""
    assert main([diary, "--json", str(tmp_path / "no" / "folder.json")]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_the_sample_year_from_the_shell_in_time(tmp_path):
    """Oracle: a year from the shell in under 4 s of the processor, imports included (the operating system's
    count of a child's time; as much longer as this machine is slower), and the sums that the sample was made
    from."""
    names = ("year.csv", "year_medication_changes.csv", "year_blood_tests.csv")
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))["year"]
    before = os.times()
    ran = subprocess.run(
        [sys.executable, "-m", "analysis", *(str(SAMPLES / name) for name in names), "--json", "-"],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    after = os.times()
    data = json.loads(ran.stdout)
    assert data["journal"]["cramps"] == truth["cramps"]
    assert data["journal"]["nights_logged"] == truth["nights_logged"]
    if os.name == "posix":
        used = after.children_user + after.children_system - before.children_user - before.children_system
        assert used < 4 * slowness()


def test_a_reader_that_stops_early_is_no_fault():
    """Oracle: the shell's ``| head -1``."""
    command = [sys.executable, "-m", "analysis", str(SAMPLES / "year.csv"), "--json", "-"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read().decode()
    assert "Traceback" not in said
    assert "fault" not in said


def test_a_question_that_the_journal_does_not_have_is_named_with_those_that_it_has(diary, capsys):
    """Oracle: the code for wrong arguments, and the key of the mapped column."""
    assert main([diary, "--map", "Fluid (mL)=hydration", "--question", "exposure:sun"]) == 2
    told = capsys.readouterr().err
    assert "exposure:sun" in told
    assert "exposure:hydration" in told


def test_an_answer_that_is_nearly_one_is_asked_back_and_nothing_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``craps`` is no field and no name of one's own; the file is not opened, as it is not there."""
    for answer in ("Count=craps", "file:a.csv=craps", "kind:Ouch=cramp"):
        with pytest.raises(SystemExit) as stopped:
            main([str(tmp_path / "nowhere.csv"), "--map", answer])
        assert stopped.value.code == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert "did you mean 'cramps'?" in printed.err


def test_a_mapping_file_is_read_beside_single_answers(tmp_path, capsys):
    """Oracle: by hand, 3 nights with 2 cramps; what --suggest prints is a mapping, and --map goes before a
    file."""
    diary = tmp_path / "diary.csv"
    diary.write_text("Tag,Wadl\n2025-03-01,2\n2025-03-02,0\n2025-03-03,0\n", encoding="utf-8")
    answers = tmp_path / "answers.json"
    answers.write_text(mapping_to_json({"Wadl": "cramps", "Tag": "night"}), encoding="utf-8")
    assert main([str(diary), "--mapping", str(answers)]) == 0
    assert "2 cramps in 3 logged nights" in capsys.readouterr().out
    assert main([str(diary), "--mapping", str(answers), "--map", "Wadl=ignore"]) == 1
    capsys.readouterr()
    assert main([str(diary), "--map", "Tag=night", "--suggest"]) == 0
    suggested = mapping_from_json(capsys.readouterr().out)
    assert isinstance(suggested, dict)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "could not be read"),
        ("[1]", "This is not a mapping of Cramp Journal"),
        ('{"format": "cramp-journal-mapping/1", "mapping": {"Wadl": "craps"}}', "did you mean 'cramps'?"),
    ],
)
def test_a_mapping_file_that_is_none_ends_with_code_2(content, message, diary, tmp_path, capsys):
    """Oracle: a sentence that names what is wrong, and nothing is read."""
    answers = tmp_path / "answers.json"
    if content is not None:
        answers.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main([diary, "--mapping", str(answers)])
    assert ended.value.code == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""

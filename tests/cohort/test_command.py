"""The command of a cohort, as far as it needs no run: what is refused, stopped and passed on."""

import csv
import os
import signal
from pathlib import Path

import pytest

from analysis.cohort.command import main, pooled_as_data, results_of, stopped_by_terminate, write_names
from analysis.cohort.rows import Row
from analysis.cohort.runs import Cohort
from analysis.journal import Added, answers_to_json


def asked(journal: int, about: str = "hydration", ratio: float | None = 0.8) -> Row:
    return {
        "journal": journal, "part": "exposures", "about": about, "form": "per_step",
        "reason": None if ratio else "too_few_nights", "ratio": ratio, "error": ratio and 0.2,
    }  # fmt: skip


def test_the_list_of_names_is_in_the_order_of_the_numbers(tmp_path: Path) -> None:
    """Oracle: by hand; a name with a comma or a quote is one cell."""
    write_names({7: "b, Anna", 2: 'the "second"'}, tmp_path / "names.csv")
    with (tmp_path / "names.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [["journal", "name"], ["2", 'the "second"'], ["7", "b, Anna"]]


def test_what_is_pooled_is_told_with_those_that_gave_no_answer() -> None:
    """Oracle: counted by hand: of seven asked five answered; fewer than five give nothing together."""
    found = Cohort(questions=[asked(number, ratio=0.8 if number < 5 else None) for number in range(7)])
    [group] = pooled_as_data(found.pooled())
    assert (group["part"], group["answered"], group["refused"]) == ("exposures", 5, 2)
    assert group["pooled"]["journals"] == 5
    four = Cohort(questions=[asked(number, ratio=0.8 if number < 4 else None) for number in range(7)])
    assert [group["pooled"] for group in pooled_as_data(four.pooled())] in ([], [None])


def test_what_few_ask_about_is_not_passed_on() -> None:
    found = Cohort(questions=[*map(asked, range(6)), asked(6, "zinc"), asked(7, "zinc")])
    found.failed["g.csv"] = "This is no journal."
    results = results_of(found, found.pooled())
    assert [row["about"] for row in results.questions] == ["hydration"] * 6 + [None] * 2
    assert results.failed == 1


def test_a_request_to_terminate_stops_a_run_as_the_keyboard_does() -> None:
    """Oracle: the handler that was there before is there again."""
    before = signal.getsignal(signal.SIGTERM)

    def asked_to_end() -> None:
        with stopped_by_terminate():
            os.kill(os.getpid(), signal.SIGTERM)
            signal.pause()

    with pytest.raises(KeyboardInterrupt):
        asked_to_end()
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--out", "out"], 1, "There is no journal in the folder"),
        (["--out", "a file/out", "--workers", "1"], 2, "The folder cannot be used: Not a directory."),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_in_a_sentence(
    words: list[str], code: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a file").write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert main(["empty", *words]) == code
    assert told in capsys.readouterr().err


def test_a_scheduler_goes_with_all_its_certificates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("Night of,Cramps\n2025-03-01,1\n", encoding="utf-8")
    given = [str(tmp_path), "--out", str(tmp_path / "out"), "--scheduler", "tls://127.0.0.1:9"]
    for more in ([], ["--tls-ca", "a", "--tls-cert", "b"]):
        assert main([*given, *more]) == 2
        assert "go --tls-ca, --tls-cert and --tls-key" in capsys.readouterr().err


def test_what_was_typed_on_screen_is_of_one_journal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("Night of,Cramps\n2025-03-01,1\n", encoding="utf-8")
    typed = [Added("Remarks", {"night of": "2025-03-01", "remark": "slept badly"})]
    (tmp_path / "m.json").write_text(answers_to_json({}, typed), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path), "--out", str(tmp_path / "out"), "--mapping", str(tmp_path / "m.json")])
    assert ended.value.code == 2
    assert "typed on screen is of one journal" in " ".join(capsys.readouterr().err.split())

"""The doctor. Oracle: it passes on this program as it is, and each planted fault fails its own row."""

import json
import re

import pytest

from analysis import doctor

KEYS = dict.fromkeys(("SECRET_FILE", "KEY_FILE"), "key")


def test_every_control_passes_and_is_told_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    """The marks are seen while the journal is open, so that the count can fail."""
    assert doctor.main(["--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    names = {"address", "hosts", "frames", "telemetry", "error details", "request forgery", "versions"}
    assert set(rows) == names | {"disk", "outgoing requests", "memory after close", "gate"}
    assert all(row["evidence"] and row["mend"] for row in rows.values())
    counted = re.search(r"of ([\d,]+) marks|Linux", rows["memory after close"]["evidence"])
    assert counted is not None
    assert not counted[1] or int(counted[1].replace(",", "")) >= doctor.NIGHTS * doctor.EACH


def test_a_control_that_fails_ends_with_1_and_says_how_to_mend_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "settings", lambda: {"browser": {"gatherUsageStats": True}})
    monkeypatch.setattr(doctor, "CHECKS", (doctor.of_the_settings,))
    assert doctor.main([]) == 1
    told = capsys.readouterr().out
    assert "FAIL  telemetry: browser.gatherUsageStats is True\n      Set browser.gatherUsageStats" in told


@pytest.mark.parametrize(
    ("found", "left"),
    [([8_000, 53, 40], 40), ([8_000] * 100, 8_000)],
    ids=["let go at the second pass", "never let go"],
)
def test_what_is_left_is_told_when_nothing_more_is_let_go(
    monkeypatch: pytest.MonkeyPatch, found: list[int], left: int
) -> None:
    """By hand: 40 of the 2,000 marks of a journal are what may be left; the last pass is 20 s after Close."""
    waited: list[float] = []
    seen = iter(found)
    monkeypatch.setattr(doctor, "times_in_memory", lambda _, __: next(seen))
    monkeypatch.setattr(doctor.time, "monotonic", lambda: sum(waited))
    monkeypatch.setattr(doctor.time, "sleep", waited.append)
    assert doctor.left_after_close(1) == left
    assert 20 < sum(waited) < 60 or left == 40


@pytest.mark.parametrize(
    ("named", "passed"),
    [
        ({}, True),
        ({"ISSUER": "http://127.0.0.1"}, False),
        (
            {"ISSUER": "i", "CLIENT": "c", "ADDRESS": "http://a", "SECRET_FILE": "key", "KEY_FILE": "key"},
            False,
        ),
        (
            {"ISSUER": "i", "CLIENT": "c", "ADDRESS": "https://a", "SECRET_FILE": "key", "KEY_FILE": "key"},
            True,
        ),
    ],
)
def test_a_gate_is_off_or_whole_and_behind_tls(
    monkeypatch: pytest.MonkeyPatch, tmp_path, named: dict[str, str], passed: bool
) -> None:
    (tmp_path / "key").write_text("k" * 64)
    monkeypatch.chdir(tmp_path)
    for name, value in named.items():
        monkeypatch.setenv(f"CRAMP_JOURNAL_{name}", value)
    assert doctor.of_the_gate().passed is passed

"""Doses in turn from what was taken each night. Oracle: small journals read by hand."""

from tests.journal.medicines.test_record import changes, diary, read, taken


def test_off_every_night_is_one_stop() -> None:
    journal = read(diary(30, {"Medicines": taken((12, "atorvastatin 20 mg"), (18, "off atorvastatin"))}))
    assert changes(journal) == [(12, "atorvastatin", "stop", None)]


def test_a_dose_that_goes_back_within_two_nights_is_a_slip() -> None:
    words = taken((15, "atorvastatin 20 mg"), (2, "atorvastatin 40 mg"), (15, "atorvastatin 20 mg"))
    assert changes(read(diary(32, {"Medicines": words}))) == []


def test_a_taper_is_told_step_by_step() -> None:
    words = ["" for _ in range(60)]
    words[3], words[20], words[30], words[40] = (
        "started gabapentin 300 mg",
        "gabapentin down to 200 mg",
        "tapering gabapentin to 100 mg",
        "gabapentin withdrawn",
    )
    assert changes(read(diary(60, {"Medicines": words}))) == [
        (3, "gabapentin", "start", 300),
        (20, "gabapentin", "decrease", 200),
        (30, "gabapentin", "decrease", 100),
        (40, "gabapentin", "stop", None),
    ]

"""Apple Health's samples. Oracle: the sums of each source, and the larger of them, by hand."""

import time

import pytest

from analysis.journal import Journal, JournalError, read_journal

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
# kind, source, unit, begin, end, value; written when it had ended
SAMPLES = [
    ("HKQuantityTypeIdentifierStepCount", "Phone", "count", "2025-03-01 08:00", "2025-03-01 08:10", "500"),
    ("HKQuantityTypeIdentifierStepCount", "Watch", "count", "2025-03-01 08:00", "2025-03-01 08:10", "480"),
    ("HKQuantityTypeIdentifierStepCount", "Phone", "count", "2025-03-01 23:50", "2025-03-01 23:55", "300"),
    ("HKQuantityTypeIdentifierStepCount", "Watch", "count", "2025-03-02 10:00", "2025-03-02 10:10", "900"),
    ("HKQuantityTypeIdentifierHeartRate", "Watch", "count/min", "2025-03-02 10:00", "2025-03-02 10:10", "90"),
    ("HKQuantityTypeIdentifierDietaryWater", "App", "mL", "2025-03-01 09:00", "2025-03-01 09:00", "250"),
    ("HKQuantityTypeIdentifierDietaryWater", "App", "L", "2025-03-01 19:00", "2025-03-01 19:00", "0.5"),
    ("HKQuantityTypeIdentifierAppleExerciseTime", "Watch", "min", "2025-03-01 18:00", "2025-03-01 18:31",
     "31"),
    ("HKCategoryTypeIdentifierSleepAnalysis", "Watch", "", "2025-03-01 23:58", "2025-03-02 03:58",
     "HKCategoryValueSleepAnalysisAsleepCore"),
    ("HKCategoryTypeIdentifierSleepAnalysis", "Watch", "", "2025-03-02 04:00", "2025-03-02 06:00",
     "HKCategoryValueSleepAnalysisAsleepREM"),
    ("HKCategoryTypeIdentifierSleepAnalysis", "Watch", "", "2025-03-01 23:00", "2025-03-02 06:30",
     "HKCategoryValueSleepAnalysisInBed"),
]  # fmt: skip
TABLE = "type,sourceName,unit,creationDate,startDate,endDate,value\n" + "".join(
    f"{kind},{source},{unit},{end}:30 +0100,{begin}:00 +0100,{end}:00 +0100,{value}\n"
    for kind, source, unit, begin, end, value in SAMPLES
)
ENDS = ('><MetadataEntry key="a" value="b"/></Record>', "/>")
EXPORT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate)>\n]>\n'
    '<HealthData locale="en_GB">\n'
    + "".join(
        f' <Record type="{kind}" sourceName="Ann&apos;s {source}" sourceVersion="1" device="&lt;x&gt;" '
        f'unit="{unit}" creationDate="{end}:30 +0100" startDate="{begin}:00 +0100" endDate="{end}:00 +0100" '
        f'value="{value}"{ENDS[at % 2]}\n'
        for at, (kind, source, unit, begin, end, value) in enumerate(SAMPLES)
    )
    + "</HealthData>\n"
)


def read(text: str, name: str) -> Journal:
    journal = read_journal([DIARY, (name, text.encode())])
    assert journal.nights["cramps"].tolist() == [0, 1, 0]
    return journal


@pytest.mark.parametrize(("name", "text"), [("samples.csv", TABLE), ("export.xml", EXPORT)])
def test_days_of_the_source_that_counted_most(name: str, text: str) -> None:
    """The phone's 500 + 300 of the first day are more than the watch's 480; the sum would be 1280. Asleep
    are 4 + 2 hours of the night of 1 March; the time in bed is no sleep.
    """
    journal = read(text, name)
    assert journal.days["steps"].dropna().tolist() == [800, 900]
    assert journal.days["hydration"].dropna().tolist() == [750]
    assert journal.days["activity"].dropna().tolist() == [31]
    assert journal.nights["sleep"].dropna().tolist() == [6]
    assert f"{journal.nights['sleep'].dropna().index[0]:%m-%d}" == "03-01"
    assert any("several sources" in problem.problem for problem in journal.receipts[1].problems)


def test_a_unit_that_is_not_known_is_listed_and_not_counted() -> None:
    receipt = read(TABLE.replace(",mL,", ",drops,"), "samples.csv").receipts[1]
    assert any(problem.row == 7 and problem.action == "set_aside" for problem in receipt.problems)


def test_samples_of_nothing_that_is_used() -> None:
    text = TABLE.splitlines()[0] + "\n" + TABLE.splitlines()[5] + "\n"
    receipt = read(text, "samples.csv").receipts[1]
    assert receipt.rows.used == 0
    assert receipt.error


def actions(journal: Journal, action: str) -> list[int | None]:
    return [problem.row for problem in journal.receipts[1].problems if problem.action == action]


def sample(kind: str, value: str, hours: str = "08:00 08:10", further: str = "") -> str:
    begin, end = hours.split()
    return (
        f'<Record type="HK{kind}" sourceName="Watch" {further} unit="count" '
        f'startDate="2025-03-01 {begin}:00 +0100" endDate="2025-03-01 {end}:00 +0100" value="{value}"/>\n'
    )


def export(*records: str) -> Journal:
    return read('<HealthData locale="en_GB">\n' + "".join(records) + "</HealthData>\n", "export.xml")


STEPS = "QuantityTypeIdentifierStepCount"
SLEEP = "CategoryTypeIdentifierSleepAnalysis"


@pytest.mark.parametrize("device", ["x" * 5000, "a > b", "<<HKDevice>, name:Watch>"])
def test_a_sample_of_a_long_or_odd_device_is_read(device: str) -> None:
    """500 and 300 steps of one source are 800."""
    journal = export(sample(STEPS, "500", "08:00 08:10", f'device="{device}"'), sample(STEPS, "300"))
    assert journal.days["steps"].dropna().tolist() == [800]
    assert (journal.receipts[1].rows.read, journal.receipts[1].rows.used) == (2, 2)


def test_a_sample_that_cannot_be_read_is_counted_and_listed() -> None:
    """Of four samples one has a quotation mark that ends nowhere and one a number that is no character; the
    heart rate is of no use, whole or not.
    """
    broken = sample(STEPS, "500").replace('unit="count"', 'unit="count')
    odd = sample(STEPS, "500", "09:00 09:10", 'device="a"').replace("Watch", f"&#{'9' * 5000};")
    pulse = sample("QuantityTypeIdentifierHeartRate", "90").replace('unit="count"', 'unit="count')
    journal = export(broken, sample(STEPS, "300"), odd, pulse, sample(STEPS, "20", "10:00 10:10"))
    rows = journal.receipts[1].rows
    assert (rows.read, rows.used, rows.rejected) == (4, 2, 2)
    assert len(actions(journal, "set_aside")) == 2
    assert journal.days["steps"].dropna().tolist() == [320]


@pytest.mark.parametrize("odd", ["<Record ", '<Record a="', '<Record "<', '<Record a="x>" '])
def test_half_samples_are_read_at_once(odd: str) -> None:
    """100 kB of them; a time that grows with the square is far more than the bound."""
    began = time.process_time()
    export(sample(STEPS, "300"), odd * (100_000 // len(odd)))
    assert time.process_time() - began < 7


@pytest.mark.parametrize("begun", ["", "<Workout/>", "<a>" * 1000])
def test_an_export_without_a_sample_is_told_as_one(begun: str) -> None:
    """Nothing in it can be of use: one sentence."""
    with pytest.raises(JournalError):
        read_journal([("export.xml", f'<HealthData locale="en_GB">{begun}'.encode())])


def test_time_in_bed_and_a_sleep_without_its_end_have_their_lines() -> None:
    """Only the first of five samples is a sleep: 19:00 to 23:00 are 4 hours."""
    journal = export(
        sample(SLEEP, "AsleepCore", "19:00 23:00"),
        sample(SLEEP, "InBed", "18:30 23:30"),
        sample(SLEEP, "Awake", "23:00 23:30"),
        sample(SLEEP, "AsleepREM", "20:00 19:00"),
        sample(SLEEP, "AsleepREM", "21:00 xx:yy"),
    )
    rows = journal.receipts[1].rows
    assert (rows.read, rows.used, rows.rejected) == (5, 1, 4)
    assert len(actions(journal, "set_aside")) == 4
    assert journal.nights["sleep"].dropna().tolist() == [4]


def test_the_same_sample_again_is_a_duplicate() -> None:
    """500 once, and another 500 of later that morning: 1000, not 1500."""
    journal = export(sample(STEPS, "500"), sample(STEPS, "500"), sample(STEPS, "500", "09:00 09:10"))
    rows = journal.receipts[1].rows
    assert (rows.read, rows.used, rows.duplicate) == (3, 2, 1)
    assert journal.days["steps"].dropna().tolist() == [1000]
    assert len(actions(journal, "duplicate")) == 1

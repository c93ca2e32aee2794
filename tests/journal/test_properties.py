"""A known ledger, written in a random combination of forms, is read back equal.

The oracle is the ledger that was written. The writer of this file shares no code with the reader.
"""

import csv
import io
import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.journal import Journal, export_journal, read_journal
from tests.journal.checks import assert_same_journal, assert_sound

TODAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Night:
    """One night as it was: ``cramps`` None is not written down."""

    cramps: int | None
    times: tuple[time, ...] = ()
    severity: int | None = None
    duration: int | None = None
    side: str | None = None
    water: int | None = None
    steps: int | None = None
    stretching: bool | None = None


@dataclass(frozen=True)
class Ledger:
    first: date
    nights: tuple[Night, ...]

    @property
    def dated(self) -> list[tuple[date, Night]]:
        return [(self.first + timedelta(days=at), night) for at, night in enumerate(self.nights)]


clock_times = st.integers(0, 24 * 60 - 1).map(lambda minutes: time(minutes // 60, minutes % 60))


@st.composite
def nights(draw: st.DrawFn) -> Night:
    cramps = draw(st.sampled_from((None, 0, 0, 0, 1, 1, 2, 3)))
    water = draw(st.one_of(st.none(), st.integers(8, 30).map(lambda value: value * 100)))
    steps = draw(st.one_of(st.none(), st.integers(500, 20_000)))
    stretching = draw(st.one_of(st.none(), st.booleans()))
    if not cramps:
        return Night(cramps, water=water, steps=steps, stretching=stretching)
    number = draw(st.integers(0, cramps))
    times = draw(st.lists(clock_times, min_size=number, max_size=number, unique=True))
    # In the order of the night, noon to noon, as a person would write them.
    times.sort(key=lambda moment: (moment.hour < 12, moment))
    return Night(
        cramps,
        tuple(times),
        draw(st.one_of(st.none(), st.integers(1, 10))),
        draw(st.one_of(st.none(), st.integers(1, 60))),
        draw(st.sampled_from((None, "left", "right", "both"))),
        water,
        steps,
        stretching,
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Months of which at least one day is after the 12th, so that the order of day and month is told."""
    first = draw(st.dates(date(1990, 1, 1), date(2025, 6, 1)))
    length = draw(st.integers(14, 40))
    ledger = Ledger(first, tuple(draw(st.lists(nights(), min_size=length, max_size=length))))
    logged = [at for at, night in enumerate(ledger.nights) if night.cramps is not None]
    if not logged or all(ledger.nights[at].cramps for at in logged):
        return Ledger(first, (Night(0), *ledger.nights[1:]))
    return ledger


def ordinal_ending(day: int) -> str:
    return "th" if 10 <= day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


DATE_FORMS = {
    "iso": lambda day: day.isoformat(),
    "dotted": lambda day: f"{day.day}.{day.month}.{day.year}",
    "dotted with zeros": lambda day: f"{day.day:02d}.{day.month:02d}.{day.year}",
    "day/month": lambda day: f"{day.day:02d}/{day.month:02d}/{day.year}",
    "month/day": lambda day: f"{day.month}/{day.day}/{day.year}",
    "compact": lambda day: f"{day:%Y%m%d}",
    "month name": lambda day: f"{day.day} {day:%b} {day.year}",
    "weekday": lambda day: f"{day:%A}, {day:%d %B %Y}",
    "american words": lambda day: f"{day:%B} {day.day}, {day.year}",
    "ordinal": lambda day: f"{day.day}{ordinal_ending(day.day)} {day:%b} {day.year}",
    "midnight": lambda day: f"{day.isoformat()} 00:00:00",
    "serial": lambda day: str((day - date(1899, 12, 30)).days),
}  # fmt: skip
HEADERS = {
    "date": (("Date",), ("Night",), ("Night of",), ("Datum",), ("Fecha",), ("DATE ",), (" date",)),
    "cramps": (("Cramps",), ("Leg cramps",), ("Number of cramps",), ("How many cramps?",),
               ("Wadenkrämpfe",), ("Calambres",), ("Crampes",)),
    "severity": (("Severity",), ("Pain (0-10)",), ("Worst pain",), ("Schmerz",),
                 ("Douleur",), ("pain_score",)),
    "times": (("Time",), ("Time(s)",), ("Uhrzeit",), ("Hora",), ("Onset",)),
    "duration": (("Duration (min)",), ("How long (minutes)",), ("Dauer (min)",)),
    "side": (("Side",), ("Leg",), ("Left/right",), ("Seite",)),
    "steps": (("Steps",), ("Step count",), ("Schritte",), ("Pasos",)),
    "stretching": (("Stretching",), ("Calf stretching",), ("Stretched?",)),
}  # fmt: skip
WATER_FORMS = {
    "Water (mL)": lambda value, mark: str(value),
    "Water (L)": lambda value, mark: f"{value / 1000:g}".replace(".", mark),
    "Fluid in dl": lambda value, mark: f"{value / 100:g}",
    "Water": lambda value, mark: f"{value} ml",
    "Trinkmenge": lambda value, mark: f"{value / 1000:.1f} L".replace(".", mark),
    "Drinks (cl)": lambda value, mark: f"{value // 10}",
}
NUMBER_WORDS = ("none", "one", "two", "three")
COUNT_FORMS = {
    "digits": str,
    "words": lambda number: NUMBER_WORDS[number],
    "times": lambda number: f"{number}x" if number else "0",
    "noun": lambda number: f"{number} cramp{'' if number == 1 else 's'}",
}
SEVERITY_FORMS = {
    "plain": str,
    "out of ten": lambda score: f"{score}/10",
    "words": lambda score: f"{score} out of 10",
}
CLOCK_FORMS = {
    "colon": lambda moment: f"{moment:%H:%M}",
    "short": lambda moment: f"{moment.hour}:{moment.minute:02d}",
    "dotted": lambda moment: f"{moment:%H.%M}",
    "am and pm": lambda moment: (
        f"{moment.hour % 12 or 12}:{moment.minute:02d} {'am' if moment.hour < 12 else 'pm'}"
    ),
}
DURATION_FORMS = {
    "plain": str,
    "min": lambda value: f"{value} min",
    "colon": lambda value: f"0:{value:02d}" if value < 60 else "1:00",
    "minutes": lambda value: f"{value} minutes",
}
SIDE_FORMS = {
    "words": {"left": "left", "right": "right", "both": "both"},
    "letters": {"left": "L", "right": "R", "both": "both"},
    "german": {"left": "links", "right": "rechts", "both": "beide"},
    "capitals": {"left": "LEFT", "right": "RIGHT", "both": "BOTH"},
}
YES_FORMS = (
    ("yes", "no"),
    ("y", "n"),
    ("1", "0"),
    ("TRUE", "FALSE"),
    ("ja", "nein"),
    ("✓", "✗"),
    ("oui", "non"),
    ("x", "no"),
)


@dataclass(frozen=True)
class Form:
    """How a ledger is written: a choice for everything that people do differently."""

    seed: int
    date: str
    delimiter: str
    encoding: str
    ending: str
    mark: str
    water: str
    count: str
    severity: str
    clock: str
    duration: str
    side: str
    yes: tuple[str, str]
    titles: int
    totals: bool
    header_again: bool
    blanks: bool
    shuffled: bool
    padded: bool
    told_delimiter: bool
    headers: tuple[int, ...] = field(default=())


forms = st.builds(
    Form,
    seed=st.integers(0, 2**32),
    date=st.sampled_from(sorted(DATE_FORMS)),
    delimiter=st.sampled_from((",", ";", "\t", "|")),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")),
    ending=st.sampled_from(("\n", "\r\n", "\r")),
    mark=st.sampled_from((".", ",")),
    water=st.sampled_from(sorted(WATER_FORMS)),
    count=st.sampled_from(sorted(COUNT_FORMS)),
    severity=st.sampled_from(sorted(SEVERITY_FORMS)),
    clock=st.sampled_from(sorted(CLOCK_FORMS)),
    duration=st.sampled_from(sorted(DURATION_FORMS)),
    side=st.sampled_from(sorted(SIDE_FORMS)),
    yes=st.sampled_from(YES_FORMS),
    titles=st.integers(0, 2),
    totals=st.booleans(),
    header_again=st.booleans(),
    blanks=st.booleans(),
    shuffled=st.booleans(),
    padded=st.booleans(),
    told_delimiter=st.booleans(),
    headers=st.tuples(*[st.integers(0, 20)] * len(HEADERS)),
)


def written(ledger: Ledger, form: Form) -> bytes:
    """The ledger as a file in that form."""
    names = {
        column: HEADERS[column][choice % len(HEADERS[column])][0]
        for column, choice in zip(HEADERS, form.headers, strict=True)
    }
    yes, no = form.yes
    if form.encoding == "cp1252":
        yes, no = {"✓": "yes"}.get(yes, yes), {"✗": "no"}.get(no, no)
    header = [names[name] for name in ("date", "cramps", "times", "severity", "duration", "side")]
    header += [form.water, names["steps"], names["stretching"]]
    rows = []
    for day, night in ledger.dated:
        said = [
            night.cramps,
            night.severity,
            night.duration,
            night.side,
            night.water,
            night.steps,
            night.stretching,
        ]
        if all(value is None for value in said):
            continue
        rows.append(
            [
                DATE_FORMS[form.date](day),
                "" if night.cramps is None else COUNT_FORMS[form.count](night.cramps),
                ", ".join(CLOCK_FORMS[form.clock](moment) for moment in night.times),
                "" if night.severity is None else SEVERITY_FORMS[form.severity](night.severity),
                "" if night.duration is None else DURATION_FORMS[form.duration](night.duration),
                "" if night.side is None else SIDE_FORMS[form.side][night.side],
                "" if night.water is None else WATER_FORMS[form.water](night.water, form.mark),
                "" if night.steps is None else str(night.steps),
                "" if night.stretching is None else (yes if night.stretching else no),
            ]
        )
    if form.shuffled:
        random.Random(form.seed).shuffle(rows)
    if form.header_again:
        rows.insert(len(rows) // 2, header)
    if form.blanks:
        rows.insert(len(rows) // 3, [])
    if form.totals:
        rows.append(["Total", "7"])
    titles = [["My cramp diary"], ["Spring"]][: form.titles]
    text = io.StringIO()
    csv.writer(text, delimiter=form.delimiter, lineterminator=form.ending).writerows([*titles, header, *rows])
    content = text.getvalue()
    if form.padded:
        content = content.replace(form.delimiter, f" {form.delimiter}") if form.delimiter != "," else content
    if form.told_delimiter:
        content = f"sep={form.delimiter}{form.ending}{content}"
    return content.encode(form.encoding)


def assert_is(journal: Journal, ledger: Ledger) -> None:
    """The journal says what the ledger says: every night, every count, and everything else that was
    written.
    """
    assert_sound(journal)
    logged = {day: night for day, night in ledger.dated if night.cramps is not None}
    assert [moment.date() for moment in journal.nights.index[[0, -1]]] == [min(logged), max(logged)]
    table = journal.nights
    for moment, cramps in table["cramps"].items():
        expected = logged.get(moment.date())  # type: ignore[union-attr]
        assert (None if cramps != cramps else cramps) == (expected.cramps if expected else None), moment
    for name in ("severity", "duration", "side"):
        told = table[name].dropna() if name in table else {}
        found = {moment.date(): value for moment, value in told.items()}
        assert found == {
            day: value for day, night in logged.items() if (value := getattr(night, name)) is not None
        }
    for name, own in (("hydration", "water"), ("steps", "steps"), ("stretching", "stretching")):
        told = journal.days[name].dropna() if name in journal.days else {}
        found = {moment.date(): value for moment, value in told.items()}
        written_down = {
            day: value for day, night in ledger.dated if (value := getattr(night, own)) is not None
        }
        assert found.keys() == written_down.keys()
        assert all(abs(float(found[day]) - float(value)) < 1e-6 for day, value in written_down.items())
    onsets = sorted(moment.to_pydatetime() for moment in journal.cramps["onset"].dropna())
    assert onsets == sorted(
        datetime.combine(day + timedelta(days=moment.hour < 12), moment)
        for day, night in logged.items()
        for moment in night.times
    )


def read(*contents: bytes) -> Journal:
    return read_journal([(f"file {at}.csv", content) for at, content in enumerate(contents)], today=TODAY)


def check_forms(ledger: Ledger, form: Form) -> None:
    journal = read(written(ledger, form))
    assert_is(journal, ledger)
    (receipt,) = journal.receipts
    assert receipt.rows.read == receipt.rows.used
    assert not [
        problem for problem in receipt.problems if problem.action in ("set_aside", "conflict", "not_mapped")
    ]


quick = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
thorough = settings(
    derandomize=False,
    max_examples=20_000,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)


@quick
@given(ledgers(), forms)
def test_a_ledger_in_any_combination_of_forms_is_read_back_equal(ledger: Ledger, form: Form) -> None:
    check_forms(ledger, form)


@pytest.mark.slow
@thorough
@given(ledgers(), forms)
def test_a_ledger_in_20_000_combinations_of_forms_is_read_back_equal(ledger: Ledger, form: Form) -> None:
    check_forms(ledger, form)


@settings(quick, max_examples=10)
@given(ledgers(), forms, st.integers(1, 13))
def test_splitting_shuffling_or_reading_twice_changes_nothing(ledger: Ledger, form: Form, cut: int) -> None:
    whole = written(ledger, form)
    journal = read(whole)
    assert_same_journal(journal, read(whole, whole))
    parts = [
        written(Ledger(ledger.first, ledger.nights[:cut]), form),
        written(Ledger(ledger.first + timedelta(days=cut), ledger.nights[cut:]), form),
    ]
    # Each half alone may be too short to tell the order of day and month, or the unit; the whole file told
    # it.
    if form.date not in ("day/month", "month/day"):
        assert_same_journal(journal, read(*parts))


@settings(quick, max_examples=10)
@given(ledgers(), forms)
def test_our_own_export_is_read_back_equal(ledger: Ledger, form: Form) -> None:
    journal = read(written(ledger, form))
    assert_same_journal(journal, read(export_journal(journal)))


@settings(quick, max_examples=10)
@given(ledgers(), forms, st.integers(7, 13))
def test_a_longer_copy_of_the_same_file_changes_nothing_but_the_new_nights(
    ledger: Ledger, form: Form, cut: int
) -> None:
    if form.date in ("day/month", "month/day"):
        return
    shorter = written(Ledger(ledger.first, ledger.nights[:cut]), form)
    longer = written(ledger, form)
    assert_same_journal(read(longer), read(shorter, longer))

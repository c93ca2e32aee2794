"""Which columns of an event log hold what. Oracle: each log read by hand."""

from tests.for_each import for_each
from tests.journal.exports.test_event_logs import cramp_nights, ledger, read


@for_each(
    "header",
    ["Time,Event", "Timestamp,Type", "UTC date,Category", "Date,Action", "time,kind of event", "When,What",
     "Zeitpunkt,Ereignis", "Fecha y hora,Evento", "Horodatage,Evénement"],
)  # fmt: skip
def test_a_moment_and_a_kind_are_an_event_log(header: str) -> None:
    rows = "2025-03-11 02:30,Leg cramp\n2025-03-12 12:00,Headache\n2025-03-13 23:50,Leg cramp\n"
    assert cramp_nights(read(f"{header}\n{rows}")) == {"03-10": 1, "03-13": 1}


def test_the_column_of_the_kinds_can_be_mapped() -> None:
    text = "date,my words,value\n2025-03-01,Leg cramp,1\n2025-03-01,Water,1500\n2025-03-03,Leg cramp,2\n"
    journal = read(text, mapping={"my words": "event_kind", "kind:Leg cramp": "cramps"})
    assert cramp_nights(journal) == {"03-01": 1, "03-03": 2}


def test_an_event_log_with_unix_times() -> None:
    """1740880800 s is 02:00 UTC on 2 March 2025: the night of 1 March."""
    text = "Timestamp,Event\n1740880800,Leg cramp\n1740916800,Tea\n1741053600,Leg cramp\n"
    assert cramp_nights(read(text)) == {"03-01": 1, "03-03": 1}


def test_the_questions_of_a_journal_and_the_tags_of_a_ring() -> None:
    """WHOOP answers each question of each day; Oura's tags have a name of the person's own."""
    text = "Cycle start time,Cycle end time,Cycle timezone,Question text,Answered yes,Notes\n" + "".join(
        f"2025-03-0{day} 22:30:00,2025-03-0{day + 1} 07:00:00,UTC+01:00,{question},{answer},\n"
        for day, answer in ((1, "true"), (2, "false"))
        for question in ("Had leg cramps?", "Read in bed?")
    )
    assert ledger(read(text)) == {"03-01": 1, "03-02": 0}
    tags = (
        "tag_type_code;start_time;end_time;comment;custom_name\n"
        "tag_generic;2025-03-01T23:30:00+01:00;;;Leg cramp\ntag_generic;2025-03-03T12:00:00+01:00;;;Coffee\n"
        "tag_generic;2025-03-04T23:30:00+01:00;;;Leg cramp\n"
    )
    assert cramp_nights(read(tags)) == {"03-01": 1, "03-04": 1}

"""The calendar file, by the rules of RFC 5545 written out here."""

import re
from datetime import date, timedelta

import pytest

from analysis.plan import Design, schedule, write_calendar
from tests.journals import make_journal
from tests.plan.made import by_turns

PLAN = by_turns()
NASTY = "a;b,c\\d\nEND:VCALENDAR\r\nX:1 ⚠️ Ωμέγα " + "ä" * 60


def strictly_read(content: bytes) -> list[dict[str, str]]:
    """The events of a calendar. Fails where RFC 5545 is broken: line ends and lengths (3.1), order and
    nesting (3.4, 3.6), required properties (3.6.1, 3.7), dates and texts (3.3.4, 3.3.5, 3.3.11)."""
    text = content.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = re.sub("\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("VERSION:2.0") == 1
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    events: list[dict[str, str]] = []
    inside = False
    for line in lines[1:-1]:
        name, colon, value = line.partition(":")
        assert colon, line
        assert re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[A-Z-]+)*", name), line
        if line == "BEGIN:VEVENT":
            assert not inside
            events.append({})
            inside = True
        elif line == "END:VEVENT":
            assert inside
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(events[-1])
            inside = False
        elif inside:
            bare = name.partition(";")[0]
            assert bare not in events[-1], line
            events[-1][bare] = value
            if bare in ("DTSTART", "DTEND"):
                assert name == f"{bare};VALUE=DATE"
                assert re.fullmatch(r"\d{8}", value)
            elif bare == "DTSTAMP":
                assert re.fullmatch(r"\d{8}T\d{6}Z", value)
            elif bare in ("SUMMARY", "DESCRIPTION"):
                assert re.fullmatch(r"(?:[^\x00-\x1f\x7f\\;,]|\\[\\;,nN])*", value), value
        else:
            assert name in ("VERSION", "PRODID", "CALSCALE", "METHOD")
    assert not inside
    assert len({event["UID"] for event in events}) == len(events)
    return events


def day(value: str) -> date:
    return date(int(value[:4]), int(value[4:6]), int(value[6:]))


def test_every_block_is_an_event_and_the_plan_has_an_end() -> None:
    """Oracle: the blocks; the end of an all-day event is the day after its last (RFC 5545, 3.6.1)."""
    *events, over = strictly_read(write_calendar(PLAN))
    assert [(day(e["DTSTART"]), day(e["DTEND"]) - timedelta(days=1)) for e in events] == [
        (block.first, block.last) for block in PLAN.blocks
    ]
    assert [("on" in e["SUMMARY"].split(":")[1].split("\\")[0]) for e in events] == [
        b.on for b in PLAN.blocks
    ]
    assert day(over["DTSTART"]) == PLAN.end + timedelta(days=1)


def test_what_is_tried_is_named_only_where_it_was_asked_for() -> None:
    """Oracle: the words of the plan."""
    assert b"magnesium" not in write_calendar(PLAN)
    assert all(
        "magnesium citrate" in e["SUMMARY"] for e in strictly_read(write_calendar(PLAN, named=True))[:-1]
    )


@pytest.mark.parametrize("what", [NASTY[:120], "=1+1", "\u202e reversed", "🧦" * 60])
def test_no_text_breaks_the_calendar(what) -> None:
    """Oracle: the strict reader above; the same number of events."""
    events = strictly_read(write_calendar(by_turns(what=what), named=True))
    assert len(events) == len(PLAN.blocks) + 1


def test_the_same_plan_has_the_same_events_and_another_has_others() -> None:
    """Oracle: RFC 5545, 3.8.4.7: an identifier tells events apart for good."""
    assert write_calendar(PLAN) == write_calendar(by_turns())
    ours, theirs = ({e["UID"] for e in strictly_read(write_calendar(p))} for p in (PLAN, by_turns(what="b")))
    assert not ours & theirs


def test_the_nights_before_a_step_or_watching_are_no_events() -> None:
    """Oracle: by hand: one event to come and the end."""
    journal = make_journal([1, 0] * 40, start="2025-06-13")
    for kind in ("step", "watch"):
        made = date(2025, 8, 31)
        plan = schedule(Design(kind, 56), journal, start=made + timedelta(1), made_on=made, what="one")
        events = strictly_read(write_calendar(plan))
        assert [day(e["DTSTART"]) for e in events] == [date(2025, 9, 1), plan.end + timedelta(days=1)]

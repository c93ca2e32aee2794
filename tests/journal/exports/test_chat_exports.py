"""Telegram's export of a chat. Oracle: the messages read by hand."""

import json

import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.clock import assert_within

WRITTEN = [
    ("2025-03-02T07:10:00", "Ann", "2 cramps last night"),
    ("2025-03-03T07:20:00", "Ann", "no cramps last night"),
    ("2025-03-03T19:00:00", "Ann", "see you tomorrow"),
]


def chat(*messages: dict[str, object]) -> dict[str, object]:
    return {"name": "Ann", "type": "saved_messages", "id": 1, "messages": list(messages)}


def message(at: str, sender: str, text: object) -> dict[str, object]:
    return {"type": "message", "date": at, "date_unixtime": "1", "from": sender, "text": text}


def read(told: object, name: str = "result.json") -> Journal:
    content = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
    return read_journal([(name, content.encode())])


def cramps(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


PAGE = "".join(
    '<div class="message default clearfix" id="m"><div class="body">'
    f'<div class="pull_right date details" title="{at[8:10]}.{at[5:7]}.{at[:4]} {at[11:]} UTC+01:00">x</div>'
    f'<div class="from_name">\n{sender}\n</div>'
    f'<div class="text">\n<strong>{text[:1]}</strong>{text[1:]}</div></div></div>'
    for at, sender, text in WRITTEN
)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("result.json", chat(*(message(*written) for written in WRITTEN))),
        ("result.json", {"about": "x", "chats": {"list": [chat(), chat(*(message(*w) for w in WRITTEN))]}}),
        (
            "result.json",
            chat(
                {"type": "service", "date": "2025-03-01T07:00:00", "actor": "Ann", "text": ""},
                message(*WRITTEN[0]),
                message(WRITTEN[1][0], "Ann", ["no ", {"type": "bold", "text": "cramps"}, " last night"]),
                message(*WRITTEN[2]),
            ),
        ),
        ("messages.html", f"<!DOCTYPE html><html><body>{PAGE}</body></html>"),
    ],
    ids=["one chat", "all chats", "parts", "page"],
)
def test_messages_of_the_morning_are_of_the_night_before(name: str, told: object) -> None:
    journal = read(told, name)
    assert cramps(journal) == {"03-01": 2, "03-02": 0}
    assert journal.receipts[0].rows.rejected == 1  # the farewell says nothing of a night


def test_several_chats_and_other_json_are_not_guessed_at() -> None:
    one = chat(message(*WRITTEN[0]))
    for told in (
        {"chats": {"list": [one, one]}},
        {"messages": "2 cramps"},
        [{"text": "2 cramps"}],
        '{"messages": [' + "[" * 9999,
    ):
        with pytest.raises(JournalError, match="JSON"):
            read(told)


def test_two_who_write_are_two_people() -> None:
    told = chat(message(*WRITTEN[0]), message("2025-03-02T07:30:00", "Ben", "1 cramp last night"))
    with pytest.raises(JournalError) as refused:
        read(told)
    assert set(refused.value.receipts[0].choices) == {"Ann", "Ben"}


HEAD = '<!DOCTYPE html><html><div class="pull_right date details" title="01.03.2025 07:10:00"></div>'
DIARY = ("diary.csv", b"Night of,Cramps\n2025-02-25,0\n2025-02-26,1\n")


def beside_a_diary(page: str) -> Journal:
    journal = read_journal([DIARY, ("messages.html", page.encode())])
    assert cramps(journal).items() >= {"02-25": 0, "02-26": 1}.items()
    return journal


def test_what_is_no_tag_is_a_character_of_the_message() -> None:
    """By hand: no cramps in the night of the morning of 1 March, whatever stands between the words."""
    for odd in ("<![ x ]>", "<3", "&lt;![x]&gt;", "<!--", "<?", '<a href="1', "<b>:)</b>"):
        journal = beside_a_diary(f'{HEAD}<div class="text">woke {odd}<br>no cramps</div>')
        assert cramps(journal)["02-28"] == 0, odd


@pytest.mark.parametrize(
    "odd", ["<a ", '<div a="', "<!--", "<", '<a "', "<div><br>", '<div class="text">', "&#"]
)
@pytest.mark.clock
def test_a_page_of_half_tags_is_read_at_once(odd: str) -> None:
    """600 kB of the same half tag are read, or are no chat; a time that grows with the square is minutes."""
    page = HEAD + '<div class="text">' + odd * (600_000 // len(odd))
    assert_within(10, lambda: beside_a_diary(page), tries=2)


def test_a_number_that_is_no_character_makes_it_no_chat() -> None:
    receipt = beside_a_diary(f'{HEAD}<div class="text">no cramps &#{"9" * 5000};</div>').receipts[1]
    assert receipt.rows.used == 0

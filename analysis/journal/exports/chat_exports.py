"""A chat as Telegram exports it, as JSON or as a web page -> lines as other chats have them."""

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from analysis.journal.tables import MOST_BYTES

_LONGEST_SENDER = 60  # characters
_OPENING = 4_000  # bytes


def chat_lines(content: bytes) -> str | None:
    """The messages of a chat, each as "[date, time] sender: text"; None for a file of any other form, and for
    an export of several chats, of which only a person knows which one is meant.
    """
    if not 0 < len(content) <= MOST_BYTES:
        return None
    opening = content[:_OPENING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(b"{") and b'"messages"' in content:
        found = _of_json(content)
    elif opening.startswith((b"<!doctype html", b"<html")) and b"pull_right date details" in content:
        found = _of_page(content)
    else:
        return None
    return "\n".join(map(_line, found)) if found else None


@dataclass
class _Message:
    """``at`` is the wall-clock moment as "2025-03-01 07:10:00"."""

    at: str
    sender: str
    text: str


def _line(message: _Message) -> str:
    day, _, clock = message.at.partition(" ")
    sender = " ".join(message.sender.replace(":", " ").split())[:_LONGEST_SENDER] or "?"
    words = [line.strip() for line in message.text.splitlines() if line.strip()]
    return f"[{day}, {clock}] {sender}: " + "; ".join(words)


def _of_json(content: bytes) -> list[_Message]:
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return []
    chats = told.get("chats") if isinstance(told, dict) else None
    several = chats.get("list") if isinstance(chats, dict) else None
    if isinstance(several, list):
        holding = [chat for chat in several if isinstance(chat, dict) and chat.get("messages")]
        told = holding[0] if len(holding) == 1 else None
    messages = told.get("messages") if isinstance(told, dict) else None
    if not isinstance(messages, list):
        return []
    found = [_of_entry(entry) for entry in messages if isinstance(entry, dict)]
    return [message for message in found if message is not None]


def _of_entry(entry: dict[str, Any]) -> _Message | None:
    at, text = entry.get("date"), _joined(entry.get("text"))
    if entry.get("type", "message") != "message" or not isinstance(at, str) or not text.strip():
        return None
    return _Message(at.replace("T", " ")[:19], str(entry.get("from") or ""), text)


def _joined(text: object) -> str:
    """A message's text: as it stands, or of parts that are bold, links and the like."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    parts = [part.get("text", "") if isinstance(part, dict) else part for part in text]
    return "".join(part for part in parts if isinstance(part, str))


def _of_page(content: bytes) -> list[_Message]:
    page = _Page()
    page.feed(content.decode("utf-8", "replace"))
    page.close()
    return [message for message in page.messages if message.text.strip()]


class _Page(HTMLParser):
    """Collects the messages of a page: a block of each class ("date details", "from_name", "text")."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.messages: list[_Message] = []
        self.sender = ""
        self._inside = ""
        self._depth = 0  # of the blocks inside the one that is read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add("\n")
            return
        if tag != "div":
            return
        told = dict(attrs)
        classes = (told.get("class") or "").split()
        self._depth += bool(self._inside)
        if "details" in classes and told.get("title"):
            self.messages.append(_Message(_moment(told["title"] or ""), self.sender, ""))
        elif "from_name" in classes:
            self.sender, self._inside, self._depth = "", "from_name", 0
        elif "text" in classes:
            self._inside, self._depth = "text", 0

    def handle_endtag(self, tag: str) -> None:
        if tag != "div" or not self._inside:
            return
        if self._depth:
            self._depth -= 1
            return
        if self._inside == "from_name" and self.messages:
            self.sender = self.sender.strip()
            self.messages[-1].sender = self.sender
        self._inside = ""

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, data: str) -> None:
        if self._inside == "from_name":
            self.sender += data
        elif self._inside == "text" and self.messages:
            self.messages[-1].text += data


def _moment(title: str) -> str:
    """The moment that stands in a message's title, "01.03.2025 07:10:00 UTC+01:00", without its offset."""
    day, _, rest = title.partition(" ")
    parts = day.split(".")
    clock = rest.split(" ")[0]
    return f"{parts[2]}-{parts[1]}-{parts[0]} {clock}" if len(parts) == 3 else f"{day} {clock}"

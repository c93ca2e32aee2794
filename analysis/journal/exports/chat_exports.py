"""A chat as Telegram exports it, as JSON or as a web page -> lines as other chats have them."""

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from analysis.journal.tables import MOST_BYTES

_LONGEST_SENDER = 60  # characters
_OPENING = 4_000  # bytes
# A "<" that begins no such tag is a character of a message. No two ways lead through one text, and none goes
# beyond the next "<": the time is that of the page's length, whatever it holds. (Python before 3.11.5 errs where
# a group is possessive.)
_TAG = re.compile(
    r'<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,15}+)(?P<attributes>(?:[\s/](?:[^<>"]|"[^"<]*+")*)?)>'
)
_ATTRIBUTE = re.compile(r'\b(class|title)="([^"]*)"')


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
    text = content.decode("utf-8", "replace")
    at = 0
    try:
        for tag in _TAG.finditer(text):
            page.add(unescape(text[at : tag.start()]))
            page.meet(tag)
            at = tag.end()
        page.add(unescape(text[at:]))
        return page.messages()
    except ValueError:  # a character's number of thousands of digits
        return []


class _Page:
    """Collects the messages of a page: a block of each class ("date details", "from_name", "text")."""

    def __init__(self) -> None:
        self._sender = ""
        self._found: list[tuple[str, list[str]]] = []  # each one's moment, and the pieces of its text
        self._senders: list[str] = []
        self._pieces: list[str] = []  # of the block that is read
        self._inside = ""
        self._depth = 0  # of the blocks inside the one that is read

    def messages(self) -> list[_Message]:
        told = zip(self._found, self._senders, strict=True)
        made = [_Message(at, sender, "".join(pieces)) for (at, pieces), sender in told]
        return [message for message in made if message.text.strip()]

    def add(self, data: str) -> None:
        if self._inside:
            self._pieces.append(data)

    def meet(self, tag: re.Match[str]) -> None:
        if tag["name"].lower() == "br":
            self.add("\n")
        elif tag["name"].lower() == "div":
            if tag["closing"]:
                self._close()
            else:
                self._open(dict(_ATTRIBUTE.findall(tag["attributes"])))

    def _open(self, told: dict[str, str]) -> None:
        classes = told.get("class", "").split()
        self._depth += bool(self._inside)
        if "details" in classes and told.get("title"):
            self._found.append((_moment(unescape(told["title"])), []))
            self._senders.append(self._sender)
        elif "from_name" in classes:
            self._inside, self._depth, self._pieces = "from_name", 0, []
        elif "text" in classes:
            self._inside, self._depth = "text", 0
            self._pieces = self._found[-1][1] if self._found else []

    def _close(self) -> None:
        if not self._inside:
            return
        if self._depth:
            self._depth -= 1
            return
        if self._inside == "from_name":
            self._sender = "".join(self._pieces).strip()
            if self._senders:
                self._senders[-1] = self._sender
        self._inside = ""


def _moment(title: str) -> str:
    """The moment that stands in a message's title, "01.03.2025 07:10:00 UTC+01:00", without its offset."""
    day, _, rest = title.partition(" ")
    parts = day.split(".")
    clock = rest.split(" ")[0]
    return f"{parts[2]}-{parts[1]}-{parts[0]} {clock}" if len(parts) == 3 else f"{day} {clock}"

"""Text out of a file or typed is text in everything that is made of it.

Oracle: one journal with markup, formulas, links, commands of a terminal and signs of direction in every name
and cell, and what stands of them in each output as its own readers see it.
"""

import csv
import io
import json
import pickle
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pypdf
import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from analysis import Review, read_journal, review
from analysis import __main__ as program
from analysis.__main__ import main
from analysis.journal import Added, Journal, Person, added_file, export_journal
from analysis.report import FORMS, Keep
from analysis.screen.session import VIEWS
from tests.journal_files import Files, as_csv
from tests.without_browser import open_app, opened_at

MARK = "Zanzibar"
MARKUP = (
    "<img src=x onerror=alert(1)>", "<b>", "</div>", "**bold**", "[go](http", "![see](http", "$x^2$",
    ":material/home:", ":smile:", ":red[", "`code`", "~~gone~~", "<a href=", "%{x}",
    "%{customdata", "javascript:",
)  # fmt: skip
# Commands of a terminal (C0, C1), marks of direction, NUL.
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
TEXT = (
    f"{MARK} <img src=x onerror=alert(1)> <b>b</b> </div></script> **bold** [go](http://elsewhere.example) "
    "![see](http://elsewhere.example/i.png) $x^2$ :material/home: :smile: :red[y] `code` ~~gone~~ %{x} "
    "%{customdata[0]} <a href='javascript:alert(1)'>k</a> http://elsewhere.example &lt;i&gt; "
    "\x1b[31mred\x9b32m \u202edrow\u202c \u2067o\u2069 zero\u200bwidth \x07"
)
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://elsewhere.example\")")  # fmt: skip
PERSON = Person(50, None, (TEXT,), TEXT, (TEXT,))


def files() -> Files:
    """Every kind of table; the diary as a workbook, with a sheet of that name."""
    rows: list[tuple[object, ...]] = []
    for day in range(84):
        when = date(2025, 1, 6) + timedelta(days=day)
        remark = FORMULAS[day] if day < len(FORMULAS) else TEXT
        pain = 4 + day % 4 if day % 3 else ""
        rows.append(
            (when, day % 3, pain, 1500 + day * 7 % 400, TEXT, TEXT, TEXT, remark, "yes" if day % 2 else "no")
        )
    rows.append((TEXT, 1, 5, 1500, "calf", "", "", "", "no"))
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"<b>{MARK}</b> $x^2$ `c`".replace("/", "")
    for row in [
        ("night of", "cramps", "pain", "water (mL)", "muscle", "symptoms", "relief", "notes", TEXT),
        *rows,
    ]:
        sheet.append([STEERING.sub("", cell) if isinstance(cell, str) else cell for cell in row])
    packed = io.BytesIO()
    book.save(packed)
    changes = as_csv(
        ("date", "medication", "change", "dose", "unit", "reason"),
        [("2025-02-10", TEXT, "start", "5", "mg", TEXT), ("2025-03-03", f"={TEXT}", "start", "5", TEXT, TEXT),
         (TEXT, TEXT, TEXT, TEXT, TEXT, TEXT)],
    )  # fmt: skip
    tests = as_csv(
        ("date", "test", "result", "unit", "low", "high"), [("2025-02-03", TEXT, "3", TEXT, "4", "5")]
    )
    events = as_csv(("time", "event"), [("2025-02-04 03:00", TEXT), ("2025-02-05 03:00", f"cramp {TEXT}")])
    return [
        (f"=1 {TEXT}.xlsx", packed.getvalue()), (f"{TEXT}.csv", changes), ("blood.csv", tests),
        ("log.csv", events),
        added_file([Added("Remarks", {"night of": "2025-02-06", "remark": f"typed {TEXT}\0"})]),
    ]  # fmt: skip


@cache
def hostile() -> Journal:
    return replace(read_journal(files()), person=PERSON)


@cache
def reviewed() -> Review:
    return review(hostile())


@cache
def visit() -> AppTest:
    """One visit with the files, of which each test opens a part."""
    return open_app(files())


def made(name: str) -> bytes:
    return FORMS[name].write(reviewed(), Keep(name=TEXT, journal=hostile()))


def strings(message: Message) -> Iterator[tuple[str, str]]:
    """Every text of an element that goes to the browser, with the name of its field."""
    for field, value in message.ListFields():
        for each in value if field.is_repeated else [value]:
            if isinstance(each, Message):
                yield from strings(each)
            elif isinstance(each, str):
                yield field.full_name.removeprefix("streamlit."), each


def elements(block: Any) -> Iterator[Message]:
    for child in block.children.values():
        if hasattr(child, "children"):
            if child.proto is not None:
                yield child.proto
            yield from elements(child)
        elif child.proto is not None:
            yield child.proto


# Fields that the browser shows as they are: no Markdown is read in them.
PLAIN = {
    "PlotlyChart.spec", "PlotlyChart.alt", "BidiComponent.json", "Selectbox.options", "Selectbox.raw_value",
    "Code.code_text",
}  # fmt: skip
OWN_TAGS = {"b", "/b", "br", "i", "/i", "extra", "/extra", "/span"}
OWN_COLOUR = re.compile(r"span style='(color:#[0-9a-f]{6}|[a-z-]+:[a-z0-9#.-]+)'")


def unescaped(text: str) -> str:
    """What is left to be read as markup."""
    return re.sub(r"\\[!-/:-@\[-`{-~]", "", text)


def markup_in(text: str) -> list[str]:
    return [markup for markup in MARKUP if markup in unescaped(text)]


@pytest.mark.parametrize("view", VIEWS.values())
def test_on_screen_it_is_no_markup(view: str) -> None:
    """Every text of every element; the cells of tables are Markdown too, those of frames are not."""
    app = opened_at(visit(), view)
    told = [text for proto in elements(app._tree) for text in strings(proto)]
    told += [("cell", text) for table in app.table for text in cells(table.value)]
    frames = [text for frame in app.dataframe for text in cells(frame.value)]
    assert any(MARK in text for _, text in told)
    assert not [text for _, text in told if STEERING.search(text)]
    assert not [text for text in frames if STEERING.search(text)]
    assert not [
        (field, text) for field, text in told if field not in PLAIN and MARK in text and markup_in(text)
    ]
    assert not app.exception
    assert not [error.value for error in app.error if "fault in the program" in error.value]


def cells(frame: pd.DataFrame) -> Iterator[str]:
    yield from map(str, frame.columns)
    yield from (text for name in frame for text in frame[name].tolist() if isinstance(text, str))


def drawn(view: str) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in opened_at(visit(), view).get("plotly_chart")]


def texts_in(part: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of data, with the name under which it stands."""
    if isinstance(part, str):
        yield name, part
    elif isinstance(part, dict):
        for key, each in part.items():
            yield from texts_in(each, key)
    elif isinstance(part, list):
        for each in part:
            yield from texts_in(each, name)


@pytest.mark.parametrize("view", ["Summary", "Medication", "Nights", "Everything together"])
def test_in_a_chart_it_is_no_tag_and_no_template(view: str) -> None:
    """Plotly reads tags in every text, and ``%{…}`` in templates."""
    found = [each for figure in drawn(view) for each in texts_in([figure["data"], figure["layout"]])]
    assert any(MARK in text for _, text in found)
    for name, text in found:
        tags = re.findall(r"<([^>]*)>?", text)
        assert all(tag in OWN_TAGS or OWN_COLOUR.fullmatch(tag) for tag in tags), text[:300]
        assert not STEERING.search(text), text[:300]
        assert MARK not in text or "template" not in name, text[:300]


class Tags(HTMLParser):
    """The tags of a file, with their attributes, and its words outside scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] and self.tags[-1][0] not in ("script", "style"):
            self.words += data


def test_in_the_copy_it_is_no_tag() -> None:
    """Oracle: the standard library's parser, and the copy of the same journal without the text."""
    found = Tags(made("copy").decode())
    assert MARK in found.words
    assert "<img src=x" in found.words
    assert {tag for tag, _ in found.tags} & {
        "img",
        "a",
        "iframe",
        "b",
        "i",
        "object",
        "form",
        "base",
    } == set()
    shown = [value for _, given in found.tags for value in given.values() if value]
    handlers = [name for _, given in found.tags for name in given if name.startswith("on")]
    assert not handlers
    assert not [value for value in shown if value.startswith(("http", "javascript"))]
    assert not STEERING.search(found.words)


def test_on_the_page_it_is_no_link_and_no_command() -> None:
    """Oracle: pypdf. No link leads elsewhere, nothing runs when the page is opened."""
    page = pypdf.PdfReader(io.BytesIO(made("page")))
    assert MARK in "".join(sheet.extract_text() for sheet in page.pages)
    links = [str(note.get_object().get("/A")) for sheet in page.pages for note in sheet.get("/Annots", [])]
    assert not [link for link in links if "elsewhere" in link or "JavaScript" in link]
    assert not {"/OpenAction", "/AA"} & set(page.trailer["/Root"])


def test_in_the_workbook_it_is_no_formula_and_no_link() -> None:
    """Oracle: openpyxl, and the names of the parts of the file."""
    packed = made("workbook")
    found = [cell for sheet in openpyxl.load_workbook(io.BytesIO(packed)) for row in sheet for cell in row]
    texts = [cell for cell in found if isinstance(cell.value, str) and MARK in cell.value]
    assert texts
    assert any(cell.value in FORMULAS for cell in found)
    assert not [cell.value for cell in found if cell.data_type == "f" or cell.hyperlink]
    assert not [cell.value for cell in texts if STEERING.search(cell.value)]
    parts = zipfile.ZipFile(io.BytesIO(packed))
    assert not [
        name
        for name in parts.namelist()
        if "elsewhere" in parts.read(name).decode("latin-1") and "rels" in name
    ]


def test_in_the_record_it_is_no_tag() -> None:
    """Oracle: the standard library's XML parser on every narrative: no tag that leads elsewhere."""
    told = json.loads(made("fhir"))
    narratives = [text for _, text in texts_in(told) if text.startswith("<div")]
    assert MARK in json.dumps(told)
    for narrative in narratives:
        tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(narrative).iter()}
        assert not tags & {"img", "a", "script", "b"}
    assert not [text for _, text in texts_in(told) if STEERING.search(text)]


def test_in_the_csv_no_cell_begins_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(export_journal(hostile()).decode("utf-8-sig"))))
    told = [cell for row in rows for cell in row]
    assert any(MARK in cell for cell in told)
    assert not [
        cell for cell in told if cell.startswith(("=", "+", "@", "\t", "\r")) or re.match(r"-\D|-.*\D$", cell)
    ]
    assert not [cell for cell in told if STEERING.search(cell)]


def once(make: Callable[..., Any]) -> Callable[..., Any]:
    """What ``make`` gave when it was given the same."""
    known: dict[bytes, Any] = {}

    def made(*given: Any, **named: Any) -> Any:
        asked = pickle.dumps((given, named))
        if asked not in known:
            known[asked] = make(*given, **named)
        return known[asked]

    return made


def test_on_a_terminal_it_steers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Everything that the command says and prints, text and data, warnings and refusals. The files are read
    and reviewed once for all that is asked of them alike."""
    monkeypatch.setattr(program, "read_journal", once(program.read_journal))
    monkeypatch.setattr(program, "review", once(program.review))
    paths = []
    for at, (name, content) in enumerate(files()):
        path = (
            tmp_path / f"{at} {STEERING.sub('', name).replace('/', '')[:80]}\x1b[31m\u202e{Path(name).suffix}"
        )
        path.write_bytes(content)
        paths.append(str(path))
    main([*paths])
    main([*paths, "--json", "-"])
    main([*paths, "--fhir", "-"])
    main([*paths, "--suggest"])
    main([*paths, "--question", TEXT.replace("\0", "")])
    main([str(tmp_path / "none \x1b[31m\x9b32m.csv")])
    for arguments in (
        ["--map", f"{TEXT}=water"],
        ["--start", TEXT],
        ["--choose", TEXT],
        ["--paper", TEXT],
        [TEXT],
    ):
        with pytest.raises(SystemExit) as end:
            raise SystemExit(main([*paths, *arguments]))
        assert end.value.code
    said = capfd.readouterr()
    assert MARK in said.out
    assert MARK in said.err
    assert not [line for line in (said.out + said.err).splitlines() if STEERING.search(line)]

"""The parts of which the page is made: sentences, tables, charts, answers, boxes for files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.charts import CONFIG, Figure
from analysis.faults import ProgramFault, place_of
from analysis.journal import MOST_FILES, MOST_TOGETHER, which_fit
from analysis.review import Review
from analysis.screen.server import ROOT
from analysis.screen.session import add_files, choose, kept
from analysis.screen.shielded import words
from analysis.screen.streamlit_inside import lend_download, script_of_charts, take_upload
from analysis.words import count

Rows = Sequence[Mapping[str, Any]]
DATES = "YYYY-MM-DD"  # read alike everywhere
OTHER_DATES = "Other dates"
FILE_TYPES = ["csv", "tsv", "txt", "xlsx", "ods", "pdf", "json", "html", "xml"]
ROWS_AS_TEXT = 60
SHORT_CELL = 26  # letters
COLUMNS_ON_PHONE = 3  # of a table; more would have to be scrolled sideways, which no keyboard can
ROWS_ON_PHONE = 12  # of a table that is shown at once; each row is several lines there
PASTED = "pasted text"
MOST_PASTED = 200_000  # letters


def part_of_page(name: str, **options: Any) -> Any:
    """A part that Streamlit does not have, from its style and its script."""
    style, script = (
        (ROOT / ".streamlit" / "parts" / f"{name}.{kind}").read_text("utf-8") for kind in ("css", "js")
    )
    return st.components.v2.component(name, css=style, js=script, **options)


def viewport(**options: Any) -> Any:
    """Tells whether the page is narrow."""
    return part_of_page("viewport", isolate_styles=False)(**options)


def lost_journal(*, fresh: bool) -> bool:
    """Whether this window showed a journal that its session does not know: the connection broke, or the
    program was started again. ``fresh``: no journal was open in this session."""
    held = bool(st.session_state.get("lost", {}).get("lost")) if fresh else False
    seen = part_of_page("lost")(key="lost", data={"fresh": fresh, "lost": held}, on_lost_change=lambda: None)
    return fresh and bool(seen.get("lost"))


def fetch_ahead() -> None:
    """Has the browser fetch and read what draws charts while people look for their file: several megabytes,
    which the first chart would else wait for longer than for anything else."""
    if script := script_of_charts():
        part_of_page("ahead")(key="ahead", data={"script": script})


def findings(**options: Any) -> Any:
    """A list of sentences, each with the way to its part."""
    return part_of_page("findings", html="<ul></ul>")(**options)


def bring_into_view(part: str, turn: int) -> None:
    """Scrolls to the heading in the container of that key, once for each ``turn``; 0 does nothing."""
    part_of_page("opened")(data={"part": part, "turn": turn}, key=f"opened {part}")


def pick(
    label: str, options: Mapping[Any, str], name: str, default: object = None, read: bool = False
) -> Any:
    """One of a few answers; ``read``: a choice of how the files are read."""
    return st.segmented_control(
        label, list(options), default=default or next(iter(options)), format_func=options.__getitem__,
        required=True, key=f"{name} {st.session_state.version}" if read else name,
        on_change=choose if read else "rerun", args=(name,) if read else None,
    )  # fmt: skip


def uploaded(label: str, types: list[str], name: str, *, folder: bool = False) -> list[tuple[str, bytes]]:
    """Files, or those of a ``folder``, as they arrive, once; of too many or too large ones those that fit.

    Streamlit's own store of uploads outlives the session: it keeps nothing."""
    turn = st.session_state.turn
    files = st.file_uploader(
        label, types, accept_multiple_files="directory" if folder else True, key=f"{name} {turn}"
    )
    context = get_script_run_ctx()
    held = st.session_state.files if files else ()
    arrived, too_much = which_fit(held, ((file.name, file.getvalue()) for file in files))
    for file in files:
        if context is not None:
            take_upload(context.session_id, file.file_id)
    if files:
        st.session_state.update(turn=turn + 1, too_much=too_much)
    if files and not arrived:
        st.rerun()
    return arrived


def say_too_much() -> None:
    """How many of the files that were just chosen were not taken, where there are such."""
    if too_much := st.session_state.get("too_much"):
        st.error(
            f"{count(too_much, 'file')} of those chosen could not be taken: all files together can be "
            f"{MOST_TOGETHER // 1_000_000} MB and {MOST_FILES:,} files. Leave some out."
        )


def say_lost(result: Review) -> None:
    """Which questions a fault has cost, above every part: none of them is told as not recorded."""
    for line in words.say_lost(result):
        st.error(words.markdown(line))


def upload_box(label: str, name: str) -> None:
    """A box for files of the journal."""
    if arrived := uploaded(label, FILE_TYPES, name):
        add_files(arrived, st.session_state.too_much)
        st.rerun()


def paste_box(label: str, name: str) -> None:
    """A box for text: it is read as a file named "pasted text"."""
    with st.form(f"paste {name}", clear_on_submit=True, border=False):
        text = st.text_area(label, key=f"pasted {name}", height=110, max_chars=MOST_PASTED,
                            placeholder="Night, Cramps, Pain")  # fmt: skip
        if st.form_submit_button("Read this text", key=f"read pasted {name}") and text and text.strip():
            add_files([(PASTED, text.encode())])
            st.rerun()


def title(text: str) -> None:
    """The heading of a part, without the link that would write it into the address."""
    st.title(words.markdown(text), anchor=False)


def heading(text: str) -> None:
    """A heading within a part, without the link that would write it into the address."""
    st.header(words.markdown(text), anchor=False)


def offer(label: str, make: Callable[[], str | bytes], name: str, kind: str, **options: Any) -> None:
    """A button with a file, made when it is clicked: before, the browser has nothing of it; after the journal
    was closed, nobody has."""
    offers: dict[str, Callable[[], str | bytes]] = st.session_state.kept.setdefault("offers", {})
    place = options.get("key", label)
    offers[place] = make
    context = get_script_run_ctx()

    def made() -> bytes:
        """A fault has its place and not a word of the data: it is logged."""
        try:
            content = offers[place]()
        except Exception as fault:
            raise ProgramFault(place_of(fault)) from None
        content = content.encode() if isinstance(content, str) else content
        if context is not None:
            lend_download(context.session_id, content, kind, name)
        return content

    st.download_button(label, made, name, kind, on_click="ignore", **options)


def say(text: str) -> None:
    if text:
        st.markdown(words.markdown(text))


def bullets(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {words.markdown(line)}" for line in lines if line))


def cell(value: Any) -> str:
    if value is None or value != value:
        return "–"
    if isinstance(value, date):
        return f"{value.day}\u00a0{value:%b\u00a0%Y}"
    text = words.markdown(f"{value:,}" if isinstance(value, int | float) else str(value))
    short = len(text) <= SHORT_CELL and any(letter.isdecimal() for letter in text)
    return text.replace(" ", "\u00a0") if short else text  # an amount and its unit stay together


def table(rows: Rows, name: str, title: str = "As a table") -> None:
    """Rows, sent when they are asked for: as text where they are few, else in a frame that scrolls."""
    if not rows:
        return
    box = st.expander(title, key=f"table {name}", on_change="rerun")
    if box.open:
        _rows(box, rows, name, title)


def open_table(rows: Rows, name: str) -> None:
    """Rows that a part begins with, shown at once; on a phone behind a click where they are many, as what
    follows would be screens away."""
    if st.session_state.get("narrow") and len(rows) > ROWS_ON_PHONE:
        table(rows, name)
    else:
        whole_table(rows, name)


def whole_table(rows: Rows, name: str) -> None:
    """Rows that are all there is to be seen, shown at once at every width."""
    _rows(st.container(), rows, name, name)


def _rows(box: Any, rows: Rows, name: str, title: str) -> None:
    if len(rows) <= ROWS_AS_TEXT:
        text = [{words.markdown(head): cell(value) for head, value in row.items()} for row in rows]
        if st.session_state.get("narrow") and len(text[0]) > COLUMNS_ON_PHONE:
            box.markdown("\n".join(f"- {_in_a_line(row)}" for row in text))
            return
        box.table(pd.DataFrame(text), hide_index=True, border="horizontal")
    else:
        box.dataframe(pd.DataFrame(rows), hide_index=True, key=f"frame {name}", alt=title)


def _in_a_line(row: Mapping[str, str]) -> str:
    """One row as a phone shows it: its first cell names it, and an empty cell needs no head there."""
    first, *others = row.items()
    said = "; ".join(f"{name}: {value}" for name, value in others if value.strip())
    colon = "" if first[1].rstrip().endswith(("?", "!", ".", ":")) else ":"  # a column may be a question
    return f"**{first[1]}**{colon} {said}"


def picture(
    title: str, sentences: str | Sequence[str], figure: Figure | None, rows: Rows = (), name: str = "",
    note: str = "", **options: Any,
) -> None:  # fmt: skip
    """One chart: its title, its sentence above, how to read it and its table below. Without a chart the
    sentence says why."""
    name = name or title
    lines = [sentences] if isinstance(sentences, str) else [line for line in sentences if line]
    heading(title)
    for line in lines:
        say(line)
    if figure is not None:
        chart(name, told_above(title, table=bool(rows)), figure, **options)
        if note:
            st.markdown(f":small[{words.markdown(note)}]")
        table(rows, name)


def told_above(title: str, *, table: bool) -> str:
    """What who cannot see a chart is told of it: where its sentence and its ``table`` stand. With the
    sentence itself the browser would draw an unchanged chart anew wherever its wording is another."""
    return f"{words.full_stop(title)} A chart of what is said above{'; its table is below' if table else ''}."


class Packed(Figure):  # type: ignore[misc]  # plotly has no types
    """A figure as the page gets it, that no longer changes: Plotly copies and encodes any other again for
    each run, which takes as long as all else on its part."""

    packed: Mapping[str, Any] = MappingProxyType({})  # Plotly lets a figure keep only what its class names

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.packed = figure.to_dict()

    def to_dict(self) -> Mapping[str, Any]:
        return self.packed


def kept_chart(
    name: str, key: object, make: Callable[[], Figure | None], *, chosen: bool = False
) -> Figure | None:
    """What ``make`` draws, once for each ``key``. A chart whose marks are ``chosen`` by a click says so
    itself: Streamlit would say it after the first drawing, and on a slow machine that drawing's end takes it
    back."""

    def packed() -> Packed | None:
        if (figure := make()) is None:
            return None
        if chosen:
            figure.update_layout(clickmode="event+select")
        return Packed(figure)

    return kept(f"chart {name}", key, packed)


def chart(name: str, alt: str, figure: Figure | None, **options: Any) -> None:
    """A figure; nothing where there is none."""
    if figure is None:
        return
    st.plotly_chart(figure, theme=None, config=CONFIG, key=f"chart {name}", alt=alt, **options)

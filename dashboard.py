"""The screen, top to bottom as the visit goes. Layout only: what is shown was worked out in ``analysis``."""

import gc
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial, wraps
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar, cast

import pandas as pd
import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis import charts, words
from analysis.charts import CONFIG, Display
from analysis.journal import (
    Journal,
    JournalError,
    Person,
    Receipt,
    export_journal,
    mapping_from_json,
    mapping_to_json,
    read_journal,
    rejected_rows,
    to_csv,
)  # fmt: skip
from analysis.measures import (
    ExposureAnswer,
    Hemisphere,
    MedicationChange,
    NamedRate,
    Period,
    around,
    compare_periods,
    halves,
    lagged,
    season_pairs,
    without_entry,
)
from analysis.review import Review, review
from analysis.words import capital, count, day, listing

T = TypeVar("T")
Rows = Sequence[Mapping[str, Any]]

HERE = Path(__file__).parent
SAMPLE = ("year.csv", "year_medication_changes.csv", "year_blood_tests.csv")
TEMPLATES = {
    "Night diary": "template_nights.csv",
    "Cramp log": "template_cramps.csv",
    "Medication changes": "template_medication_changes.csv",
    "Blood tests": "template_blood_tests.csv",
    "All in one workbook": "template.xlsx",
}
MOON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%234b3a8c' d='M11 14A7 7 0 1 1 8 1a6 6 0 0 0 6 10 7 7 0 0 1-3 3z'/%3E%3C/svg%3E"  # noqa: E501
FILE_TYPES = ["csv", "tsv", "txt", "xlsx"]
VIEWS: dict[words.Anchor, str] = {
    "summary": "Summary",
    "hydration": "Hydration",
    "activity": "Activity",
    "medication": "Medication",
    "nights": "Nights",
    "together": "Everything together",
    "journal": "Journal",
}
PERIODS = {"Last 4 weeks": 28, "Last 3 months": 91, "Last year": 365}
WHOLE, OTHER_DATES = "Whole journal", "Other dates"
HALVES, VISIT = "First half and second half", "Before and after a visit"
DATES = "YYYY-MM-DD"  # read alike everywhere
FIRST_WEEKDAYS = {"Monday": 0, "Saturday": 5, "Sunday": 6}
CONDITIONS = (
    "diabetes", "neuropathy", "restless legs", "kidney disease", "thyroid disease", "liver disease",
    "peripheral artery disease", "varicose veins", "flat feet", "arthritis",
)  # fmt: skip
PREGNANT = {"not said": None, "no": False, "yes": True}
SAME_DAY = "swelling_one_sided"  # its advice is never folded away
LARGE_TYPE = "<style>html { font-size: 125%; }</style>"
PAGE = 780  # pixels of a text that is read in lines
HALF_PAGE = 420  # pixels of a chart that shares its row
MANY_YEARS = 3  # years from which the calendar offers one of them
KEPT_AT_MOST = 4
ROWS_AS_TEXT = 60


def part_of_page(name: str, **options: Any) -> Any:
    """A part that Streamlit does not have, from its style and its script."""
    style, script = (
        (HERE / ".streamlit" / "parts" / f"{name}.{kind}").read_text("utf-8") for kind in ("css", "js")
    )
    return st.components.v2.component(name, css=style, js=script, **options)


viewport = part_of_page("viewport", isolate_styles=False)
findings = part_of_page("findings", html="<ul></ul>")


@dataclass(frozen=True)
class Shown:
    """How the two people want to see it, and what they typed beside it."""

    wording: words.Wording
    volume: words.Volume
    glass_ml: float
    display: Display
    person: Person


@st.cache_resource(show_spinner=False)
def start_server() -> None:
    """Once for the server: imported libraries are kept from the garbage collector, ended sessions are let go.

    By itself Streamlit keeps an ended session, with all that it holds, until another one ends.
    """
    gc.collect()
    gc.freeze()
    runtime: Any = get_instance()
    events = runtime._get_async_objs().eventloop

    def let_go_of_ended_sessions() -> None:
        if runtime._session_mgr._session_storage._cache.expire():
            gc.unfreeze()  # what was frozen holds the first session too
            gc.collect()
            gc.freeze()
        events.call_later(5, let_go_of_ended_sessions)

    events.call_soon_threadsafe(let_go_of_ended_sessions)


def is_ours(file: str) -> bool:
    return Path(file).is_relative_to(HERE) and ".venv" not in file


def guarded(part: Callable[..., None]) -> Callable[..., None]:
    """``part``, where a fault becomes one sentence: its place in the program, and not a word of the data."""

    @wraps(part)
    def shown(*args: Any) -> None:
        try:
            part(*args)
        except Exception as fault:
            frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if is_ours(frame.filename)]
            place = (
                f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}"
                if frames
                else "an unknown place"
            )
            st.error(
                f"This part cannot be shown: a fault in the program ({type(fault).__name__} in {place}). "
                "Nothing was saved or sent, and the other parts still work."
            )

    return shown


def kept(name: str, key: object, make: Callable[[], T]) -> T:
    """What ``make`` gives, made once for each ``key``; the last few are held, in this session only."""
    held: dict[object, T] = st.session_state.kept.setdefault(name, {})
    if key not in held:
        held[key] = make()
        while len(held) > KEPT_AT_MOST:
            del held[next(iter(held))]
    return held[key]


def open_files(files: Sequence[tuple[str, bytes]]) -> None:
    """These files and no others from now on; all that was chosen, typed and worked out is forgotten."""
    version, turn = st.session_state.get("version", 0) + 1, st.session_state.get("turn", 0)
    for name in list(st.session_state):
        if name != "view":
            del st.session_state[name]
    st.session_state.update(files=tuple(files), version=version, turn=turn, choices={}, mapping={}, kept={})


def change_files(files: Sequence[tuple[str, bytes]]) -> None:
    """The same journal from these files: what was chosen and typed stays, the rest is worked out again."""
    st.session_state.update(files=tuple(files), version=st.session_state.version + 1, kept={})


def open_sample() -> None:
    open_files([(name, (HERE / "sample_data" / name).read_bytes()) for name in SAMPLE])


def choose(name: str) -> None:
    """Keeps the answer of a widget as the person's own choice; until it is touched, the files decide."""
    st.session_state.choices[name] = st.session_state[f"{name} {st.session_state.version}"]


def show_view(view: str, **also: object) -> None:
    st.session_state.update({"view": view} | also)


def pick(
    label: str, options: Mapping[Any, str], name: str, default: object = None, read: bool = False
) -> Any:
    """One of a few answers; ``read``: a choice of how the files are read."""
    return st.segmented_control(
        label, list(options), default=default or next(iter(options)), format_func=options.__getitem__,
        required=True, key=f"{name} {st.session_state.version}" if read else name,
        on_change=choose if read else "rerun", args=(name,) if read else None,
    )  # fmt: skip


def uploaded(label: str, types: list[str], name: str) -> list[tuple[str, bytes]]:
    """Files as they arrive, once. Streamlit's own store of uploads outlives the session: it keeps nothing."""
    turn = st.session_state.turn
    files = st.file_uploader(label, types, accept_multiple_files=True, key=f"{name} {turn}")
    context, store = get_script_run_ctx(), cast("Any", get_instance().uploaded_file_mgr)
    arrived = [(file.name, file.getvalue()) for file in files]
    for file in files:
        if context is not None:
            store.remove_file(context.session_id, file.file_id)
    if arrived:
        st.session_state.turn = turn + 1
    return arrived


def upload_box(label: str, name: str) -> None:
    """A box for files of the journal. The same file again changes nothing; another of its name is kept."""
    arrived = uploaded(label, FILE_TYPES, name)
    files = list(st.session_state.files)
    for called, content in arrived:
        again = sum(Path(other).name.endswith(called) for other, _ in files)
        if (called, content) not in files:
            files.append((called if not again else f"{again + 1} {called}", content))
    if arrived:
        change_files(files)
        st.rerun()


def say(text: str) -> None:
    if text:
        st.markdown(words.markdown(text))


def bullets(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {words.markdown(line)}" for line in lines if line))


def cell(value: Any) -> str:
    if value is None or value != value:
        return "–"
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    return words.markdown(f"{value:,}" if isinstance(value, int | float) else str(value))


def table(rows: Rows, name: str, title: str = "As a table") -> None:
    """Rows, sent when they are asked for: as text where they are few, else in a frame that scrolls."""
    if not rows:
        return
    box = st.expander(title, key=f"table {name}", on_change="rerun")
    if not box.open:
        return
    if len(rows) <= ROWS_AS_TEXT:
        text = [{words.markdown(head): cell(value) for head, value in row.items()} for row in rows]
        box.table(pd.DataFrame(text), hide_index=True, border="horizontal")
    else:
        box.dataframe(pd.DataFrame(rows), hide_index=True, key=f"frame {name}", alt=title)


def first_visit() -> None:
    with st.container(width=PAGE):
        st.title("Cramp Journal")
        say(words.say_what_it_is())
        upload_box("Files of the journal, one or several: .xlsx, .csv, .tsv or .txt", "first")
        st.button("Try the sample journal", on_click=open_sample, icon=":material/play_arrow:")
        st.header("No journal yet?")
        templates()
        st.space("small")
        say("Everything stays on this computer: nothing is stored or sent. Close the page, and it is gone.")
        say(words.say_disclaimer())


def templates() -> None:
    say("Download a page to fill in. Write 0 for a night without a cramp; an empty cell says nothing.")
    with st.container(horizontal=True):
        for title, name in TEMPLATES.items():
            content = (HERE / "sample_data" / name).read_bytes()
            st.download_button(title, content, name, on_click="ignore", icon=":material/download:")


def read_files() -> Journal | JournalError:
    """The opened files, read as the two people chose."""
    state = st.session_state

    def make() -> Journal | JournalError:
        with st.spinner(f"Reading {count(len(state.files), 'file')} …", show_time=True):
            try:
                return read_journal(state.files, mapping=state.mapping or None, **state.choices)
            except JournalError as refusal:
                return refusal

    return kept("journal", as_read(), make)


def as_read() -> tuple[object, ...]:
    """What the journal depends on: the opened files and how they are read."""
    return st.session_state.version, repr(st.session_state.choices), repr(st.session_state.mapping)


def pick_period(journal: Journal) -> tuple[date | None, date | None]:
    """First and last night to look at; None is the journal's own end."""
    nights = journal.nights.index
    if len(nights) < 2:
        return None, None
    first, last = nights[0].date(), nights[-1].date()
    fitting = [name for name, length in PERIODS.items() if length < len(nights)]
    name = st.selectbox("Period", [WHOLE, *fitting, OTHER_DATES], key="period")
    if name in PERIODS:
        return last - timedelta(days=PERIODS[name] - 1), last
    if name == WHOLE:
        return None, None
    picked = st.date_input("First and last night", (first, last), first, last, key="dates", format=DATES)
    if not isinstance(picked, tuple) or len(picked) < 2:
        say("Now pick the last night.")
        return None, None
    return picked


def sidebar(journal: Journal) -> tuple[Review, Shown]:
    st.header("Cramp Journal")
    opened(journal)
    start, end = pick_period(journal)
    pick("A night carries the date of its", {"evening": "evening", "morning": "morning"}, "dates_mean",
         journal.night_rule.dates_mean, read=True)  # fmt: skip
    if journal.never_says_none and (without_entry(journal).any() or "unlogged" in st.session_state.choices):
        assumed = "cramp-free" if journal.unlogged_assumed_cramp_free else "unknown"
        pick("A night without an entry is", {"cramp-free": "no cramp", "unknown": "not known"},
             "unlogged", assumed, read=True)  # fmt: skip
    wording = pick("Wording", {"everyday": "everyday", "clinical": "clinical"}, "wording")
    fluid = "hydration" in journal.days.columns and bool(journal.days["hydration"].notna().any())
    units = {"mL": "litres", "fl oz": "fl oz", "glasses": "glasses"}
    volume: words.Volume = pick("Fluid in", units, "volume") if fluid else "mL"
    with st.expander("More settings", key="more"):
        weekday = st.selectbox("Calendar weeks begin on", list(FIRST_WEEKDAYS), key="weekday")
        hemisphere = pick("Summer is in", {"north": "June to August", "south": "December on"}, "hemisphere")
        washout = st.number_input("Nights left out after a change (wash-out)", 0, 42, 0, key="washout")
        glass = f"glass_ml {st.session_state.version}"
        held = st.session_state.choices.get("glass_ml", 250)
        glass_ml = st.number_input(
            "One glass [mL]", 50, 1000, held, 10, key=glass, on_change=choose, args=("glass_ml",)
        )
        large = st.toggle("Large type", key="large")
    with st.expander("About the patient", key="patient"):
        person = about_the_patient()
    with st.expander("Add files", key="add"):
        upload_box("More files of the same journal", "more")
    st.button("Close this journal", on_click=open_files, args=((),), width="stretch")
    say("Stays on this computer. Nothing is stored or sent.")
    seen = viewport(key="viewport", data={"narrow": st.session_state.get("narrow", False)})
    narrow = st.session_state.narrow = bool(seen.get("narrow"))
    if large:
        st.html(LARGE_TYPE)
    display = Display(
        theme="dark" if st.context.theme.type == "dark" else "light",
        volume="glass" if volume == "glasses" else volume,
        glass_ml=glass_ml, narrow=narrow, large=large, first_weekday=FIRST_WEEKDAYS[weekday],
    )  # fmt: skip
    result = worked_out(journal, start=start, end=end, washout=washout, hemisphere=hemisphere)
    return result, Shown(wording, volume, glass_ml, display, person)


def opened(journal: Journal) -> None:
    """What is open, and the way to what became of it."""
    nights, assumed = journal.nights, len(journal.nights_assumed)
    how = "with an entry" if assumed else "logged"
    entries = f"{count(len(nights), 'night')}, {int(nights['logged'].sum()) - assumed:,} {how}"
    logged = f": {entries}" if len(nights) else ""
    with st.container(gap="xxsmall"):
        say(f"Opened: {listing([name for name, _ in st.session_state.files])}{logged}.")
        st.button("What was read", "read", type="tertiary", icon=":material/arrow_forward:",
                  on_click=show_view, args=(VIEWS["journal"],))  # fmt: skip


def worked_out(journal: Journal, **chosen: Any) -> Review:
    def make() -> Review:
        with st.spinner(f"Comparing {count(len(journal.nights), 'night')} …", show_time=True):
            return review(journal, **chosen)

    return kept("review", (*as_read(), *chosen.values()), make)


def reviewed(result: Review) -> tuple[object, ...]:
    """What the review depends on."""
    return *as_read(), result.start, result.end, result.washout, result.hemisphere


def about_the_patient() -> Person:
    """Typed on screen and never required. It stays in this session."""
    age = st.number_input("Age", 0, 120, None, key="age", placeholder="not said")
    pregnant = pick("Pregnant", {answer: answer for answer in PREGNANT}, "pregnant")
    conditions = st.multiselect(
        "Conditions", CONDITIONS, key="conditions", accept_new_options=True, placeholder="none said"
    )
    family = st.text_input("Leg cramps in the family", key="family", placeholder="who, since when")
    questions = st.text_area("Questions to ask, one on each line", key="questions").splitlines()
    asked = tuple(line.strip() for line in questions if line.strip())
    return Person(age, PREGNANT[pregnant], tuple(conditions), family.strip(), asked)


def picture(
    title: str, sentences: str | Sequence[str], figure: charts.Figure | None, rows: Rows = (), name: str = "",
    note: str = "", **options: Any,
) -> None:  # fmt: skip
    """One chart: its title, its sentence above, how to read it and its table below. Without a chart the
    sentence says why."""
    name = name or title
    lines = [sentences] if isinstance(sentences, str) else [line for line in sentences if line]
    st.header(words.markdown(title))
    for line in lines:
        say(line)
    if figure is not None:
        chart(name, f"{title}. {' '.join(lines)}", figure, **options)
        if note:
            st.markdown(f":small[{words.markdown(note)}]")
        table(rows, name)


def chart(name: str, alt: str, figure: charts.Figure, **options: Any) -> None:
    st.plotly_chart(figure, theme=None, config=CONFIG, key=f"chart {name}", alt=alt, **options)


@guarded
def summary(result: Review, shown: Shown) -> None:
    st.title("How is it going?")
    if result.journal.nights.empty:
        say(words.say_nothing_recorded("nights"))
        st.button("See Journal", "see journal", type="primary", on_click=show_view, args=(VIEWS["journal"],))
        return
    narrow, wraps = shown.display.narrow, shown.display.narrow or shown.display.large
    columns = (1 if shown.display.large else 2) if narrow else 4
    with st.grid(columns, min_column_width=130 if narrow else 205, gap="small"):
        for label, value, detail in words.say_figures(result, shown.wording):
            with st.container(border=True, height="stretch", gap="xsmall"):
                if wraps:  # a label of a metric is cut, not wrapped
                    say(label)
                st.metric(label, value, label_visibility="collapsed" if wraps else "visible")
                say(detail)
    stands_out(result, shown)
    worth_raising(result, shown)
    often, seen = result.frequency, (*reviewed(result), shown.display)
    assumed = words.assumes(result.journal)
    figure = kept("timeline", seen, partial(charts.plot_timeline, result, shown.display))
    picture(
        "The whole journal" if result.start is None else "The chosen period",
        [words.say_overall(often, shown.wording, assumed=assumed), words.say_assumption(result.journal)],
        figure, words.table_weeks(often), "timeline",
        on_select=open_change, selection_mode="points",
    )  # fmt: skip
    share = words.say_share(
        often.cramp_nights_share, shown.wording, often.cramps_per_cramp_night, assumed=assumed
    )
    bullets([words.say_trend(often.trend, shown.wording, assumed=assumed), share])
    compare_two(result, shown)
    if lines := words.say_person(shown.person):
        st.header("About the patient")
        bullets(lines)
    with st.expander("How to read this", key="how to read"):
        bullets([words.say_range_note(shown.wording), words.say_no_cause(shown.wording),
                 words.say_chance_note(shown.wording), words.say_dummy_note(shown.wording)])  # fmt: skip


def emphasised(sentence: words.Sentence) -> str:
    """The sentence as Markdown, its lead in bold."""
    lead = f"**{words.markdown(sentence.lead)}** " if sentence.lead else ""
    return lead + words.markdown(sentence.after_lead)


def open_change() -> None:
    """A click on a change in the timeline opens its comparison."""
    for point in st.session_state["chart timeline"]["selection"]["points"][:1]:
        if told := point.get("customdata"):
            show_view(VIEWS["medication"], change=int(told[0]))


def worth_raising(result: Review, shown: Shown) -> None:
    """The warning signs in one sentence; what public guidance says about each is a click away."""
    signs = words.say_warning_signs(result.warning_signs, shown.wording)
    together = words.say_signs_together(result.warning_signs, shown.wording)
    if together is not None:
        same_day = [emphasised(sign) for sign in signs if sign.key == SAME_DAY]
        st.warning("\n\n".join([emphasised(together), *same_day]), icon=":material/flag:")
    not_recorded = words.say_not_recorded(result.warning_signs, shown.wording)
    if signs or not_recorded:
        with st.expander("What public guidance says, and what is not recorded", key="guidance"):
            st.markdown("\n".join(f"- {emphasised(sign)}" for sign in signs))
            say(not_recorded)


def stands_out(result: Review, shown: Shown) -> None:
    """Three to five sentences, each with the way to its chart."""
    st.header("What stands out")
    found = words.say_findings(result, shown.wording, shown.volume, shown.glass_ml)
    ways = ["" if each.anchor == "summary" else VIEWS[each.anchor] for each in found]
    said = [
        (words.unbroken(each.lead), words.unbroken(each.after_lead), way)
        for each, way in zip(found, ways, strict=True)
    ]

    def follow() -> None:
        place = int(st.session_state["findings"]["place"])
        about, _, key = found[place].key.partition(":")
        show_view(ways[place], **opened_by(about, key, result))

    findings(key="findings", data={"said": said}, on_place_change=follow)


def opened_by(about: str, key: str, result: Review) -> dict[str, int | str]:
    """The change, course or question that a finding is about, to be chosen when its tab opens."""
    if about == "medication_change":
        return {"change": int(key)}
    if about == "course":
        return {"change": len(result.medication_changes) + int(key)}
    fields = [answer.field for answer in result.exposures if about == "exposure" and answer.question == key]
    return {"question": fields[0]} if fields else {}


@st.fragment
@guarded
def compare_two(result: Review, shown: Shown) -> None:
    """Any two periods, worked out when they are looked at."""
    with st.expander("Compare two periods", key="compare", on_change="rerun") as box:
        if box.open:
            two_periods(result, shown)


def two_periods(result: Review, shown: Shown) -> None:
    nights = result.journal.nights.index
    if len(nights) < 28:
        say("Two periods need at least 28 nights.")
        return
    periods = pick_two(nights[0].date(), nights[-1].date(), result.hemisphere)
    if periods is None:
        say("Pick the first and the last night of both periods.")
        return
    with st.spinner("Comparing …"):
        comparison = compare_periods(result.journal, *periods, alongside=result.p_values)
    assumed = words.assumes(result.journal)
    sentence = words.say_compare(comparison, shown.wording, assumed=assumed)
    figure = charts.plot_compare(comparison, shown.display, assumed=assumed)
    rows = words.table_comparison(comparison, shown.wording)
    picture("The later against the earlier", sentence, figure, rows)


def pick_two(first: date, last: date, hemisphere: Hemisphere) -> tuple[Period, Period] | None:
    """The two periods of a comparison; None while one of them is only half picked."""
    seasons = {words.label_seasons(pair): pair for pair in season_pairs(first, last, hemisphere)}
    asked = st.selectbox("Periods", [HALVES, VISIT, *seasons, OTHER_DATES], key="periods")
    early, late = halves(first, last)
    if asked in seasons:
        return seasons[asked].earlier, seasons[asked].later
    if asked == HALVES:
        return early, late
    if asked == VISIT:
        soonest = first + timedelta(days=1)
        visit = st.date_input("Day of the visit", late[0], soonest, last, key="visit", format=DATES)
        return None if visit is None else around(first, last, visit)
    with st.grid(2):
        earlier = st.date_input("Earlier", early, first, last, key="earlier", format=DATES)
        later = st.date_input("Later", late, first, last, key="later", format=DATES)
    return (earlier, later) if len(earlier) == len(later) == 2 else None


def exposures_of(result: Review, anchor: words.Anchor | None = None) -> list[list[ExposureAnswer]]:
    """The questions that belong to a tab, or all; those of one field together."""
    mine = [answer for answer in result.exposures if anchor in (None, words.anchor_of(answer))]
    return [list(group) for _, group in groupby(mine, key=lambda answer: answer.field)]


def exposure(answers: Sequence[ExposureAnswer], result: Review, shown: Shown) -> None:
    """One exposure: its answers, its chart, its table, and on request the days before."""
    first, units = answers[0], (shown.volume, shown.glass_ml)
    sentences = [words.say_exposure(answer, shown.wording, *units) for answer in answers]
    levels = words.say_levels(first, shown.wording, *units)
    drawn = len(first.levels) > 1 and any(level.rate.cramps for level in first.levels)
    figure = charts.plot_exposure(first, shown.display) if drawn else None
    title = f"{first.label} during the day before"
    note = words.say_levels_note(shown.wording) if figure else ""
    picture(title, [*sentences, levels], figure, words.table_levels(first, *units), first.field, note)
    second_look(answers, result, shown)


@st.fragment
@guarded
def second_look(answers: Sequence[ExposureAnswer], result: Review, shown: Shown) -> None:
    """The same question asked of the days before: fitted when it is looked at."""
    box = st.expander("A second look: the days before", key=f"lags {answers[0].field}", on_change="rerun")
    if not box.open:
        return
    units = (shown.wording, shown.volume, shown.glass_ml)
    for answer in answers:
        with box, st.spinner("Asking the days before …"):
            question = answer.question
            lags = kept(question, reviewed(result), partial(lagged, result.journal, question))
        with box:
            bullets(words.say_lags(lags, *units))
            alt = f"{answer.label}: the days before"
            if any(lag.verdict != "not_enough_data" for lag in lags):
                chart(f"lags {question}", alt, charts.plot_lags(lags, shown.display))
                table(words.table_lags(lags, *units), f"lags {question}")


@guarded
def exposure_tab(result: Review, shown: Shown, anchor: words.Anchor) -> None:
    st.title("What goes with it?")
    groups = exposures_of(result, anchor)
    if not groups:
        say(words.say_nothing_recorded(anchor))
        return
    for answers in groups:
        exposure(answers, result, shown)
    say(words.say_no_cause(shown.wording))


@guarded
def medication(result: Review, shown: Shown) -> None:
    st.title("Before and after a change")
    changes, courses = result.medication_changes, result.courses
    names = [capital(f"{words.changed(change)}, {day(change.night)}") for change in changes]
    names += [words.label_course(course, shown.wording) for course in courses]
    if not names:
        say(words.say_nothing_recorded("medication"))
        return
    if st.session_state.get("change", len(names)) >= len(names):
        told = [opened_by(found.about, found.key, result).get("change") for found in result.findings]
        st.session_state.change = next(
            (place for place in told if place is not None), max(len(changes) - 1, 0)
        )
    assumed = words.assumes(result.journal)
    place = st.selectbox("Change", range(len(names)), format_func=names.__getitem__, key="change")
    if place < len(changes):
        one_change(names[place], changes[place], shown, assumed=assumed)
        if changes[place].verdict == "not_enough_data":  # the same medicine may still have an answer
            for course in courses:
                if course.medication == changes[place].medication:
                    say(words.say_course(course, shown.wording))
    else:
        course = courses[place - len(changes)]
        figure = charts.plot_course(course, shown.display, assumed=assumed)
        rows = words.table_courses([course], shown.wording)
        picture(names[place], words.say_course(course, shown.wording), figure, rows, "course")
    if it_would_take := words.say_what_it_would_take(result.what_it_would_take, shown.wording):
        st.header("What it would take")
        say(it_would_take)
    table(words.table_what_it_would_take(result.what_it_would_take), "what it would take")
    say(words.say_no_cause(shown.wording))


def one_change(name: str, change: MedicationChange, shown: Shown, *, assumed: bool) -> None:
    sentences = [words.say_change(change, shown.wording), words.say_usual_range(change, shown.wording)]
    figure = charts.plot_change(change, shown.display, assumed=assumed)
    picture(name, sentences, figure, words.table_change(change, shown.wording), "change")
    if change.date_rank.of:
        picture("The same comparison at other dates", words.say_date_rank(change, shown.wording),
                charts.plot_other_dates(change, shown.display))  # fmt: skip
    caveats = words.say_caveats(change, shown.wording)
    if caveats and change.verdict != "not_enough_data":
        st.header("To keep in mind")
        bullets(caveats)
    if evidence := words.say_evidence(change.evidence, change.drug_class):
        st.header("What is published")
        say(evidence)
        if change.evidence is not None and change.evidence.measure == "adjusted sequence ratio":
            say(words.say_sequence_ratio())


def several(rates: Sequence[NamedRate]) -> bool:
    """Whether there is more than one rate to draw, and a cramp in them: else nothing is compared."""
    given = [each.rate for each in rates if each.rate.per_week is not None]
    return len(given) > 1 and any(rate.cramps for rate in given)


@guarded
def nights(result: Review, shown: Shown) -> None:
    st.title("The nights")
    found, how, look = result.patterns, shown.wording, shown.display
    complete = result.completeness
    journal, said = result.journal, words.say_completeness(complete, how)
    st.header("Night by night")
    say(said)
    year = pick_year(journal, narrow=look.narrow)
    figure = charts.plot_calendar(journal.nights, look, assumed=journal.nights_assumed, year=year)
    chart("nights", f"Night by night. {said}", figure)
    table(words.table_completeness(complete), "nights")
    half = replace(look, width=None if look.narrow else HALF_PAGE)
    hours, pain, length = found.hour_of_night, found.severity, found.duration
    came, done, table_of = found.symptoms, found.relief, words.table_distribution
    pictures: tuple[tuple[str, str | list[str], charts.Figure | None, Rows], ...] = (
        ("Hour of the night", words.say_hour_of_night(hours, how),
         charts.plot_hour_of_night(hours, half) if hours.timed > 1 else None, words.table_hours(hours)),
        ("Muscle and side", words.say_places(found.places, how),
         charts.plot_places(found.places, half) if found.places else None, words.table_places(found.places)),
        ("Pain", words.say_severity(pain, how),
         charts.plot_severity(pain, half) if pain.recorded > 1 else None, table_of(pain, "0-10")),
        ("Length of a cramp", words.say_duration(length, how),
         charts.plot_duration(length, half) if length.recorded > 1 else None, table_of(length, "min")),
        ("Day of the week", words.say_weekdays(found.weekdays, how),
         charts.plot_weekday(found.weekdays, half) if several(found.weekdays) else None,
         words.table_named_rates(found.weekdays, "Evening of")),
        ("Month of the year", words.say_months(found.months, how),
         charts.plot_month(found.months, half) if several(found.months) else None,
         words.table_named_rates(found.months, "Month")),
        ("What came with the cramps", words.say_symptoms(came, how),
         charts.plot_symptoms(came, half) if came else None, words.table_symptoms(came)),
        ("What was done for relief", words.say_relief(done, how),
         charts.plot_relief(done, half) if done else None, words.table_relief(done)),
    )  # fmt: skip
    placed = any(place.muscle or place.side for place in found.places)
    held = (hours.timed, placed, pain.recorded, length.recorded, True, True, came, done)
    with st.grid(2, min_column_width=HALF_PAGE, gap="medium"):
        for (title, sentences, figure, rows), anything in zip(pictures, held, strict=True):
            if anything:
                with st.container():
                    picture(title, sentences, figure, rows)
    empty = [title for (title, *_), anything in zip(pictures, held, strict=True) if not anything]
    say(words.say_not_kept(empty, result.frequency.overall.cramps))


def pick_year(journal: Journal, *, narrow: bool) -> int | None:
    """The year of the calendar; None is all of them. A phone begins with the last of many."""
    if journal.nights.empty:
        return None
    years = list(range(journal.nights.index[-1].year, journal.nights.index[0].year - 1, -1))
    if len(years) < MANY_YEARS:
        return None
    choices = [None, *years]
    return st.selectbox("Year shown", choices, int(narrow), key=f"year {narrow}",
                        format_func=lambda year: "All years" if year is None else str(year))  # fmt: skip


@guarded
def together(result: Review, shown: Shown) -> None:
    st.title("Everything together")
    rows = words.table_questions(result, shown.wording, shown.volume, shown.glass_ml)
    if not rows:
        say(words.say_nothing_recorded("together"))
        return
    nothing = words.say_no_clear_difference(result, shown.wording)
    sentences = [words.say_all_questions(result), nothing.text if nothing else ""]
    picture("All questions at once", sentences, charts.plot_forest(result, shown.display), rows)
    parts: tuple[Sequence[Any], ...] = (result.exposures, result.medication_changes, result.courses)
    if any(each.verdict != "not_enough_data" for part in parts for each in part):
        say(words.say_range_note(shown.wording))
    groups = {answers[0].field: answers for answers in exposures_of(result)}
    if groups:
        if st.session_state.get("question") not in groups:
            st.session_state.question = next(iter(groups))
        labels = {field: answers[0].label for field, answers in groups.items()}
        field = st.selectbox(
            "Look at one exposure", list(groups), format_func=labels.__getitem__, key="question"
        )
        exposure(groups[field], result, shown)
    say(words.say_no_cause(shown.wording))


@guarded
def journal_tab(journal: Journal, result: Review, shown: Shown) -> None:
    st.title("What was read")
    say(words.say_night_rule(journal))
    say(words.say_assumption(journal))
    read_part(journal.receipts)
    complete = result.completeness
    says = (words.say_completeness, words.say_bounds, words.say_leaning)
    told = len(complete.months) > 1 and complete.logged < complete.nights
    figure = charts.plot_logged_months(complete, shown.display) if told else None
    picture("How complete it is", [each(complete, shown.wording) for each in says], figure,
            words.table_completeness(complete))  # fmt: skip
    table(words.table_gaps(complete), "gaps", "Every gap")
    ledger(journal)


def read_part(receipts: Sequence[Receipt]) -> None:
    """What became of every file, and every way to have it read differently."""
    order_of_dates(receipts)
    for place, receipt in enumerate(receipts):
        with st.container(border=True, key=f"file {place}"):
            said = words.markdown(words.say_receipt(receipt))
            if receipt.error is not None:
                (st.info if receipt.choices else st.error)(said)
            else:
                name = words.markdown(receipt.name)
                st.markdown(f"**{name}**{said.removeprefix(name)}")
            whose(receipt, place)
            table(words.table_columns(receipt), f"columns {place}", "Columns, and what each is taken for")
            noticed = words.table_problems(receipt)
            table(noticed, f"problems {place}", f"{count(len(noticed), 'thing')} noticed")
            mend(receipt, place)
    mapping_part(receipts)


def order_of_dates(receipts: Sequence[Receipt]) -> None:
    """The switch between two readings of dates, once for all files, and kept in sight after it was used."""
    either = [receipt for receipt in receipts if receipt.date_order_open]
    order = st.session_state.choices.get("date_order") or (either[0].date_order if either else None)
    if order is not None:
        orders = {"dmy": "day, month, year", "mdy": "month, day, year", "ymd": "year, month, day"}
        pick("Some dates can be read in two ways. They are", orders, "date_order", order, read=True)
        say(next((words.say_open_dates(receipt) for receipt in either), ""))


def whose(receipt: Receipt, place: int) -> None:
    """Which of several people's rows to read."""
    if not receipt.choices:
        return
    people = st.session_state.choices.get("choose", {})
    chosen = people.get(receipt.name)
    at = receipt.choices.index(chosen) if chosen in receipt.choices else None
    ask = "Several people are in this file. Whose journal is it?"
    person = st.selectbox(ask, receipt.choices, at, key=f"whose {place}")
    if person is not None and person != chosen:
        st.session_state.choices["choose"] = people | {receipt.name: person}
        st.rerun()


def mend(receipt: Receipt, place: int) -> None:
    """Rows that could not be used: to download, or to mend here and read again as a file of their own."""
    raw = receipt.raw_rejected
    if not raw.rows:
        return
    with st.expander(f"{count(len(raw.rows), 'row')} that could not be used", key=f"mend {place}"):
        say("Mend them here, or download them, mend them in a spreadsheet and add the file.")
        names = [header or f"column {position + 1}" for position, header in enumerate(raw.headers)]
        with st.form(f"rows {place}", border=False):
            index = pd.Index(raw.numbers, name="row")
            rows = pd.DataFrame(list(raw.rows), columns=names, index=index, dtype="str")
            mended = st.data_editor(rows, key=f"editor {place}", alt="Rows that could not be used")
            if st.form_submit_button("Read the mended rows"):
                name = f"mended rows of {Path(receipt.name).stem}.csv"
                content = to_csv([list(raw.headers), *mended.astype("str").to_numpy().tolist()])
                files = [file for file in st.session_state.files if file[0] != name]
                change_files([*files, (name, content)])
                st.rerun()
        name = f"rejected rows of {Path(receipt.name).stem}.csv"
        content = rejected_rows(receipt)
        st.download_button(
            "Download these rows", content, name, "text/csv", f"rejected {place}", on_click="ignore"
        )


def mapping_part(receipts: Sequence[Receipt]) -> None:
    """Unknown columns and kinds of event: each is a field, is kept under its own name, or is left out."""
    columns = [
        column
        for receipt in receipts
        if not (receipt.error and receipt.choices)
        for column in receipt.columns
        if column.header != receipt.person_column
    ]
    unknown = [column.header for column in columns if column.field is None and column.header]
    kinds = [f"kind:{kind}" for receipt in receipts for kind in receipt.event_kinds]
    mapping = st.session_state.mapping
    asked = list(dict.fromkeys([*kinds, *unknown, *mapping]))
    if not asked:
        return
    st.header("Kinds of event, and columns that are not known" if kinds else "Columns that are not known")
    say("Say what each is, or leave it out. One that is kept under its own name is compared like the others.")
    fields, events = (words.label_answers(mapping.values(), event=event) for event in (False, True))
    with st.form("columns"):
        with st.grid(3):
            for place, name in enumerate(asked):
                answers = events if name in kinds else fields
                at = list(answers).index(mapping.get(name, ""))
                label, key = (
                    words.markdown(name.removeprefix("kind:")),
                    f"map {place} {st.session_state.version}",
                )
                st.selectbox(label, list(answers), at, format_func=answers.__getitem__, key=key)
        st.form_submit_button("Read again", on_click=map_columns, args=(asked,))
    st.download_button("Download these answers", mapping_to_json(mapping), "cramp journal mapping.json",
                       "application/json", on_click="ignore", disabled=not mapping)  # fmt: skip
    for _, content in uploaded("Answers from last time (.json)", ["json"], "answers"):
        try:
            st.session_state.mapping = mapping_from_json(content)
        except ValueError as refusal:
            st.error(str(refusal))
        else:
            st.rerun()


def map_columns(asked: Sequence[str]) -> None:
    """Takes the answers before the page runs, so that a click right after it cannot overtake them."""
    held = st.session_state
    answers = {name: held[f"map {place} {held.version}"] for place, name in enumerate(asked)}
    held.mapping = {name: field for name, field in answers.items() if field}


def ledger(journal: Journal) -> None:
    """Every night as the program sees it, and the journal to take home."""
    st.header("Every night, as read")
    for title, frame in (
        ("Nights", journal.nights.reset_index()),
        ("Cramps", journal.cramps),
        ("Medication changes", journal.changes),
        ("Blood tests", journal.measurements),
    ):
        if frame.empty:
            continue
        frame = frame.dropna(axis="columns", how="all")
        rows = count(len(frame), "row")
        with st.expander(f"{title}: {rows}", key=f"ledger {title}", on_change="rerun") as box:
            if box.open:
                columns = {name: column_of(frame[name], journal) for name in frame.columns}
                st.dataframe(frame, hide_index=True, column_config=columns, placeholder="–",
                             key=f"frame {title}", alt=title)  # fmt: skip
    st.download_button("Download the journal as read", partial(export_journal, journal), "cramp journal.csv",
                       "text/csv", on_click="ignore", icon=":material/download:")  # fmt: skip
    but = " but the nights that were assumed" if words.assumes(journal) else ""
    say(f"One file with everything above{but}. It can be opened here again.")


def column_of(column: pd.Series, journal: Journal) -> Any:
    """How a column of the ledger is headed and shown."""
    name = str(column.name)
    label = words.label_column(name, journal.own_fields)
    if name in ("night", "date"):
        return st.column_config.DateColumn(label, format="D MMM YYYY")
    if pd.api.types.is_datetime64_dtype(column):  # the times of a night are text
        return st.column_config.DatetimeColumn(label, format="D MMM YYYY, HH:mm")
    return st.column_config.Column(label)


def page() -> None:
    """Reads, reviews and draws what is chosen, and no tab that is closed."""
    if not st.session_state.files:
        first_visit()
        return
    journal = read_files()
    if isinstance(journal, JournalError):
        st.title("Cramp Journal")
        if len(journal.receipts) != 1:
            st.error(words.markdown(str(journal)))
        read_part(journal.receipts)
        upload_box("Other files", "other")
        templates()
        st.button("Start again", on_click=open_files, args=((),))
        return
    with st.sidebar:
        result, shown = sidebar(journal)
    tabs = st.tabs(list(VIEWS.values()), key="view", bind="query-params")
    parts: tuple[Callable[[], None], ...] = (
        lambda: summary(result, shown),
        lambda: exposure_tab(result, shown, "hydration"),
        lambda: exposure_tab(result, shown, "activity"),
        lambda: medication(result, shown),
        lambda: nights(result, shown),
        lambda: together(result, shown),
        lambda: journal_tab(journal, result, shown),
    )
    for tab, part in zip(tabs, parts, strict=True):
        if tab.open:
            with tab:
                part()


def main() -> None:
    st.set_page_config("Cramp Journal", MOON, "wide", menu_items={"About": words.say_disclaimer()})
    start_server()
    if "files" not in st.session_state:
        open_files(())
    guarded(page)()


main()

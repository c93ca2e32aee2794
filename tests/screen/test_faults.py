"""Faults of the program. Oracle: a fault that is planted, and what the screen, a browser and the log then
tell beside what they tell without it."""

import inspect
import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, wraps
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

from analysis import Journal, Review, read_journal, review
from analysis.faults import Lost, ProgramFault
from analysis.measures import Patterns, patterns
from analysis.screen import session, shielded
from analysis.screen.session import VIEWS
from tests.conftest import ROOT, Server, start_server, stop_server
from tests.journal_files import a_season, one_night
from tests.visitor import BOX, Visitor
from tests.without_browser import open_app, opened_at, text_of

pytestmark = pytest.mark.usefixtures("remembered")
SECRET = "Zanzibar-7731"


@cache
def of_a_season() -> Journal:
    return read_journal(a_season())


@cache
def review_of_a_season() -> Review:
    return review(of_a_season())


def broken(*_: object, **__: object) -> None:
    raise ValueError(SECRET)


def strings(told: Any) -> int:
    """How many sentences or rows an outcome of words has."""
    if told is None or isinstance(told, str):
        return 1
    return sum(map(strings, told)) if isinstance(told, Iterable) and not isinstance(told, dict) else 1


def lines(app: AppTest) -> set[str]:
    return {line for block in app.markdown for line in block.value.splitlines() if line}


def gained(before: set[str], after: set[str]) -> set[str]:
    """What is said that was not said, in whole or within a line."""
    return {line for line in after if not any(line.strip() in other for other in before)}


def drawn_anew(app: AppTest) -> AppTest:
    """The part again, without what was drawn before."""
    for held in set(app.session_state.kept) - {"journal", "review"}:
        del app.session_state.kept[held]
    return app.run()


class Planted:
    """Stands before the shield: counts what is called, and lets one of them fail."""

    def __init__(self) -> None:
        self.shield, self.called, self.failing = shielded.shielded, dict[str, list[int]](), ""

    def __call__(self, make: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(make)
        def made(*given: Any, **named: Any) -> Any:
            if make.__name__ == self.failing:
                raise ValueError(SECRET)
            outcome = make(*given, **named)
            self.called.setdefault(make.__name__, []).append(strings(outcome))
            return outcome

        return self.shield(made)


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(view, marks=[] if view in ("Summary", "Nights") else [pytest.mark.slow])
        for view in VIEWS.values()
    ],
)
def test_a_sentence_table_or_chart_that_fails_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    """Each that the part calls, one after the other: every line and chart but its own stays, and nothing
    is said that was not."""
    planted = Planted()
    monkeypatch.setattr(shielded, "shielded", planted)
    app = open_app(a_season(), view)
    planted.called.clear()  # of the first visit
    drawn_anew(app)
    whole, charts = lines(app), len(app.get("plotly_chart"))
    called = {name: (len(told), sum(told)) for name, told in planted.called.items()}
    assert not app.error
    assert called
    for name, (times, told) in called.items():
        planted.failing = name
        with_fault = drawn_anew(app)
        assert with_fault.error, name
        assert all("(ValueError in " in error.value for error in with_fault.error), name
        assert SECRET not in text_of(with_fault)
        assert len(whole - lines(with_fault)) <= told, (name, whole - lines(with_fault))
        assert not gained(whole, lines(with_fault)), name
        lost = charts - len(with_fault.get("plotly_chart"))
        assert lost == (times if name.startswith("plot_") else 0), name


# What rests on a measure: the parts that may tell of its fault.
RESTS_ON = {
    "patterns": {"Summary", "Nights", "Keep"},
    "warning_signs": {"Summary", "Keep"},
    "completeness": {"Summary", "Medication", "Nights", "Journal", "Keep"},
    "what_it_would_take": {"Summary", "Medication", "Keep"},
    "findings": {"Summary", "Medication", "Keep"},
    "remarks_about_signs": {"Summary", "Keep"},
    "spell_rates": {"Medication", "Keep"},
    "medication_periods": {"Summary", "Medication", "Keep"},
    "exposures": {"Summary", "Hydration", "Activity", "Medication", "Everything together", "Keep"},
    "medication_changes": {"Summary", "Medication", "Everything together", "Keep"},
    "frequency": set(VIEWS.values()) - {"Journal"},
}
QUICK = ("patterns", "warning_signs")


@cache
def whole_parts() -> dict[str, set[str]]:
    """What every part of a season says without a fault."""
    app = open_app(a_season())
    return {view: lines(opened_at(app, view)) for view in VIEWS.values()}


@pytest.mark.parametrize(
    "measure", [pytest.param(name, marks=[] if name in QUICK else [pytest.mark.slow]) for name in RESTS_ON]
)
def test_a_measure_that_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch, measure: str) -> None:
    """Worked out in this process, where the fault is planted. The parts that do not rest on the measure are
    as without the fault; those that do say so, and nothing that was not said."""
    whole = whole_parts()
    monkeypatch.setattr(session, "in_a_worker", lambda _key, _doing, task, *given: task(*given))
    monkeypatch.setattr(sys.modules["analysis.review"], measure, broken)
    app = open_app(a_season())
    told = set()
    for view, before in whole.items():
        app.session_state.view = view
        app.run()
        if view not in RESTS_ON[measure]:
            assert not app.error, view
            assert lines(app) == before
            continue
        assert SECRET not in text_of(app)
        assert all("(ValueError in " in error.value for error in app.error)
        told |= {view} if app.error else set()
        assert not gained(before, lines(app)), view
    assert told


PARTS = tuple(inspect.signature(Patterns).parameters)


@cache
def figures_and_pictures() -> tuple[set[str], set[str], int]:
    """What the Summary of a season has without a fault: the names of its figures and all its lines; and
    how many pictures the Nights have."""
    app = open_app(a_season())
    figures, told = {metric.label for metric in app.metric}, lines(app)
    app.session_state.view = "Nights"
    return figures, told, len(app.run().get("plotly_chart"))


# What takes most of a review of it and rests on no pattern.
BESIDE = ("frequency", "exposures", "medication_changes", "spell_rates")
FOUND: dict[str, Any] = {}


def once(make: Callable[..., Any]) -> Callable[..., Any]:
    """What ``make`` gave first, where each that asks has the same journal."""

    def made(*given: Any, **named: Any) -> Any:
        if make.__name__ not in FOUND:
            FOUND[make.__name__] = make(*given, **named)
        return FOUND[make.__name__]

    return made


@pytest.mark.parametrize("lost", PARTS)
def test_one_pattern_that_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch, lost: str) -> None:
    """Each part of the patterns, one after the other: the Summary keeps every figure but the worst pain,
    which alone rests on one, and the Nights lose the picture of that part and no other."""
    monkeypatch.setattr(session, "in_a_worker", lambda _key, _doing, task, *given: task(*given))
    module = sys.modules["analysis.review"]
    for measure in BESIDE:
        monkeypatch.setattr(module, measure, once(getattr(module, measure)))
    figures, before, pictures = figures_and_pictures()
    whole = sys.modules["analysis.review"].patterns

    def hole(*given: Any, **named: Any) -> Patterns:
        return replace(whole(*given, **named), **{lost: Lost("ValueError in patterns.py, line 7")})

    monkeypatch.setattr(sys.modules["analysis.review"], "patterns", hole)
    app = open_app(a_season())
    missing = {"Worst pain"} if lost == "severity" else set()
    assert {metric.label for metric in app.metric} == figures - missing
    assert len(app.error) == len(missing)
    assert len(before - lines(app)) == len(missing)  # what stood below that figure
    app.session_state.view = "Nights"
    app.run()
    assert [error.value.count("ValueError in patterns.py, line 7") for error in app.error] == [1]
    assert len(app.get("plotly_chart")) == pictures - 1


def test_each_pattern_is_worked_out_by_itself() -> None:
    """Every part is called on its own, so that one that raises is lost alone."""
    called: list[str] = []

    def lose_each(make: Any, *given: Any) -> Any:
        called.append(make.__name__)
        return Lost("ValueError in patterns.py, line 7")

    found = patterns(of_a_season(), run=lose_each)
    assert len(called) == len(PARTS)
    assert all(isinstance(getattr(found, part), Lost) for part in PARTS)


def test_without_a_screen_a_fault_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller gets the fault itself, not a review with a hole."""
    monkeypatch.setattr(sys.modules["analysis.review"], "patterns", broken)
    with pytest.raises(ValueError, match=SECRET):
        review(of_a_season())


def test_questions_whose_answers_are_lost_count_as_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Oracle: the review without the fault. No q-value is smaller beside lost answers than beside the true
    ones, so that nothing stands out because something else failed."""
    journal, whole = of_a_season(), review_of_a_season()
    monkeypatch.setattr(sys.modules["analysis.review"], "medication_changes", broken)
    left = review(journal, stop_at_fault=False)
    pairs = [
        (a.q_value, b.q_value) for a, b in zip(left.exposures, whole.exposures, strict=True) if b.q_value
    ]
    assert len(pairs) > 2
    assert all(left >= of_whole for left, of_whole in pairs)
    with pytest.raises(ProgramFault, match="ValueError in "):
        len(left.medication_changes)
    assert pickle.loads(pickle.dumps(left)).exposures == left.exposures  # as a worker sends it


# The dashboard, where the follow-up of a setting and a download fail with a word of the journal.
PLANTED = f"""
import sys
import analysis.screen
def broken(*_, **__):
    raise ValueError("{SECRET}")
sys.modules["analysis.screen.sidebar"].choose = broken
sys.modules["analysis.screen.journal"].export_journal = broken
from streamlit.web import cli
sys.argv = ["streamlit", "run", "dashboard.py"]
cli.main()
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Iterator[Server]:
    running = start_server(tmp_path, sys.executable, "-c", PLANTED)
    yield running
    stop_server(running)


class Listener(Visitor):
    """A visit that remembers every byte of what the server told it."""

    def forget(self) -> None:
        super().forget()
        self.told = getattr(self, "told", b"")

    def heard(self) -> Iterator[ForwardMsg]:
        for message in super().heard():
            self.told += message.SerializeToString()
            yield message


def test_a_fault_in_a_callback_or_a_download_leaves_the_page_and_no_word(faulty: Server) -> None:
    """The word is neither in the log nor in anything that the page was sent."""
    with Listener(faulty.url) as visit:
        visit.rerun()
        visit.upload(one_night(), BOX)
        visit.unfold("More settings")
        visit.enter("One glass [mL]", 300)
        [said] = visit.faults
        assert "could not be taken: a fault in the program (ValueError" in said
        assert any("How is it going?" in line for line in visit.text)
        visit.open_tab("Journal")
        with pytest.raises(AssertionError, match="Failed"):
            visit.download("Download the journal as read")
        assert visit.alive()
    log = faulty.output.read_text(errors="replace")
    assert log.count("A fault: ValueError in ") == 2
    word = SECRET.partition("-")[0]  # a colour of a terminal may part it
    assert word not in log
    assert word.encode() not in visit.told


@pytest.mark.parametrize(
    "path", sorted((ROOT / "analysis" / "screen").glob("*.py")), ids=lambda path: path.name
)
def test_the_screen_takes_words_and_charts_with_their_shield(path: Path) -> None:
    unshielded = re.findall(
        r"^from analysis import .*(?:words|charts)", path.read_text("utf-8"), re.MULTILINE
    )
    assert not unshielded or path.name == "shielded.py"


@pytest.mark.parametrize(
    ("measure", "part", "view", "lost"),
    [
        ("exposures", "levels", "Hydration", "Fluid"),
        ("medications", "date_rank", "Medication", "Paracetamol"),
    ],
)
def test_one_question_that_fails_leaves_the_others_on_screen(
    monkeypatch: pytest.MonkeyPatch, measure: str, part: str, view: str, lost: str
) -> None:
    """The first question of its kind: it is named with the place of the fault on every part, counts as
    asked, and nothing is told as not recorded."""
    module = sys.modules[f"analysis.measures.{measure}"]
    first, calls = getattr(module, part), [0]

    def fails_first(*given: Any, **named: Any) -> Any:
        calls[0] += 1
        return broken() if calls[0] == 1 else first(*given, **named)

    whole, before = review_of_a_season(), lines(open_app(a_season(), view))
    monkeypatch.setattr(session, "in_a_worker", lambda _key, _doing, task, *given: task(*given))
    monkeypatch.setattr(module, part, fails_first)
    app = open_app(a_season(), view)
    left = app.session_state.kept["review"].popitem()[1]
    [said] = [error.value for error in app.error]
    assert lost in said
    assert "ValueError in " in said
    assert SECRET not in text_of(app)
    assert len(left.lost) == 1
    assert len(left.p_values) == len(whole.p_values)
    assert len(left.exposures) + len(left.medication_changes) == (
        len(whole.exposures) + len(whole.medication_changes) - 1
    )
    assert not any("recorded" in line for line in gained(before, lines(app)))
    assert left.to_dict()["lost"] == [{"key": left.lost[0].key, "place": left.lost[0].place}]

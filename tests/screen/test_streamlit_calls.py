"""What the screen may ask of Streamlit. Oracle: the source of every module of the screen."""

import ast
import tomllib
from collections.abc import Iterator

import pytest
import streamlit

from analysis.screen.streamlit_inside import TRIED
from tests.conftest import ROOT

MODULES = [*sorted((ROOT / "analysis" / "screen").glob("*.py")), ROOT / "dashboard.py"]
HEADINGS = {"title", "header", "subheader"}


def calls(source: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_heading_is_a_link(path):
    """A heading's link would write its words, a medicine's name too, into the address and the history."""
    for name, call in calls(path.read_text(encoding="utf-8")):
        if name in HEADINGS:
            assert any(each.arg == "anchor" and ast.unparse(each.value) == "False" for each in call.keywords)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_files_of_a_journal_are_made_when_they_are_clicked(path):
    """The browser fetches a file that is given at once, and keeps it on its disk; only the blank templates
    are."""
    given = [call for name, call in calls(path.read_text(encoding="utf-8")) if name == "download_button"]
    assert not given or path.name in ("parts.py", "first_visit.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_streamlit_s_inside_is_touched_in_one_place(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
    }
    assert not inside or path.name == "streamlit_inside.py"


def test_the_rules_see_what_they_forbid():
    seen = [name for name, _ in calls("st.header('x')\nbox.download_button(1)")]
    assert seen == ["header", "download_button"]


def test_this_version_of_streamlit_was_tried():
    """Where this fails, try `tests/test_privacy.py` on the new version, then add it to ``TRIED``."""
    assert streamlit.__version__.startswith(TRIED)


def test_no_other_page_may_send_messages():
    """By itself Streamlit listens to the sites of its own cloud, which may then frame the page."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["allowedOrigins"] == []

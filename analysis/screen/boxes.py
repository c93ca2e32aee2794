"""Boxes whose answer stays while another part is looked at.

Streamlit forgets a box that it does not draw, and a click on another part right after an answer may draw
nothing of the part that asked.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st


def stays(key: str, default: object, fits: Callable[[Any], bool] | None = None) -> dict[str, Any]:
    """What a box is given for that: its key, and a call that keeps each answer before anything is drawn.

    An answer that no longer ``fits`` what can be answered gives way to the ``default``.
    """
    state = st.session_state
    held = state[key] if key in state else answered(key, default)
    if fits is not None and not fits(held):
        held = default
    if key not in state or state[key] != held:
        state[key] = held
    return {"key": key, "on_change": _keep, "args": (key,)}


def answered(key: str, default: Any) -> Any:
    """The last answer in such a box, drawn or not; ``default`` where there is none."""
    return st.session_state.answered.get(key, default)


def give(answers: Mapping[str, object]) -> None:
    """Answers from elsewhere, before their boxes are drawn."""
    state = st.session_state
    state.answered.update(answers)
    state.update({key: answer for key, answer in answers.items() if key in state})


def _keep(key: str) -> None:
    st.session_state.answered[key] = st.session_state[key]

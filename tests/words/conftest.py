"""Whatever a test of the words lets them say is held to the words that one must never read."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, is_dataclass
from functools import cache, wraps
from typing import Any

import pytest

from analysis import words
from tests.words.test_vocabulary import FORBIDDEN, QUOTED

SAYING = ("say_", "label_", "table_")


def texts_of(said: object) -> Iterator[str]:
    """Every text in what a saying function returns: a sentence, several, a table, a record."""
    if isinstance(said, str):
        yield said
    elif is_dataclass(said) and not isinstance(said, type):
        yield from texts_of(asdict(said))
    elif isinstance(said, dict):
        for name, value in said.items():
            yield from texts_of(name)
            yield from texts_of(value)
    elif isinstance(said, list | tuple):
        for one in said:
            yield from texts_of(one)


@cache
def held_to_the_list(text: str) -> None:
    """Each text once: the tests let most of them be said again and again."""
    assert not FORBIDDEN.search(text), text


def held(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def saying(*arguments: Any, **named: Any) -> Any:
        said = function(*arguments, **named)
        for text in texts_of(said):
            held_to_the_list(text)
        return said

    return saying


@pytest.fixture(autouse=True, scope="package")
def _every_word_is_held() -> Iterator[None]:
    """Oracle: the list of words, for every public function that says something, in every test here."""
    with pytest.MonkeyPatch.context() as patch:
        for name in words.__all__:
            if name.startswith(SAYING) and name not in QUOTED:
                patch.setattr(words, name, held(getattr(words, name)))
        yield

"""The page: one sheet that stands by itself, made by typst as PDF/UA-1 and PDF/A-3a, the journal inside."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from analysis import words
from analysis.journal import PAGE_MARK
from analysis.report.content import LEVELS, Content, answered, left_out_of, page_content
from analysis.report.inside import attachments
from analysis.report.letters import FAMILY, FONTS, REPLACEMENT, alike, foreign_letters, missing_letter
from analysis.report.options import Keep
from analysis.report.timeline import DRAWINGS, timeline
from analysis.review import Review

if TYPE_CHECKING:
    import typst

STANDARDS: tuple[Literal["a-3a"], Literal["ua-1"]] = ("a-3a", "ua-1")
_REMEMBERED = 12  # documents: typst drops what none of its last ten used
_HERE = Path(__file__).parent


def write_page(review: Review, keep: Keep | None = None) -> bytes:
    """The page as PDF: one sheet, and a second one with every night only where ``keep`` asks for it.

    What does not fit is shortened, and says so. Letters that no font of this machine has are replaced and
    listed. With ``data_inside`` the journal, the review and what was typed are attached.
    """
    keep = keep or Keep()
    pages = typeset("page.typ", _data(review, keep, attached=True), keep, "pdf")
    return pages[0]


def page_picture(review: Review, keep: Keep | None = None, *, dots_per_inch: float = 110) -> bytes:
    """The first sheet as PNG, as it would be printed."""
    keep = keep or Keep()
    return typeset("page.typ", _data(review, keep, attached=False), keep, "png", dots_per_inch)[0]


def _data(review: Review, keep: Keep, *, attached: bool) -> Content:
    content = page_content(review, keep)
    return content | {
        "mark": PAGE_MARK,
        "paper": keep.paper,
        "sheet": words.say_sheet("{number}", "{of}"),
        "shortened": left_out_of(content),
        "drawings": [timeline(review, keep, **drawing) for drawing in DRAWINGS],
        "levels": LEVELS,
        "clear": answered(review),
        "taken_now": sum(spell.last_night is None for spell in review.spells),
        "attached": attachments(review, keep) if attached and keep.data_inside else [],
    }


def typeset(template: str, data: Content, keep: Keep, form: str, dots_per_inch: float = 110) -> list[bytes]:
    """Every sheet in PNG, or the one PDF. Letters without a font are replaced, script by script."""
    import typst

    made = keep.day
    shown = {key: value for key, value in data.items() if key != "attached"}
    foreign = foreign_letters(_texts(shown))
    replaced: set[str] = set()
    stamp = datetime.combine(made, time(12), UTC)
    while True:
        whole = {
            "made": [made.year, made.month, made.day],
            "fonts": [FAMILY],
            "foreign": bool(foreign - replaced),
            "replaced": words.say_replaced(sorted(replaced), REPLACEMENT),
            **_replace(shown, replaced),
            "attached": data.get("attached", []),
        }
        # A compiler keeps what it was given: each page has its own.
        compiler = typst.Compiler(
            _HERE / template, root=_HERE, font_paths=_fonts(system=bool(foreign - replaced))
        )
        inputs = {"data": json.dumps(whole, ensure_ascii=False)}
        try:
            if form == "png":
                made_of = compiler.compile(format="png", ppi=dots_per_inch, sys_inputs=inputs)
            else:
                made_of = compiler.compile(
                    format="pdf", sys_inputs=inputs, pdf_standards=[*STANDARDS], timestamp=stamp
                )
        except typst.TypstError as error:
            letter = missing_letter(str(error))
            if letter is None or set(letter) <= replaced:
                raise RuntimeError("the page could not be set") from None
            for each in letter:
                replaced |= alike(each, foreign)
            continue
        finally:
            _forget()
        return [made_of] if isinstance(made_of, bytes) else list(made_of or [])


def _forget() -> None:
    """typst remembers the parts of its last ten documents (300 MB of pages); empty ones take their place, so
    that nothing of a journal stays in memory. 17 ms."""
    import typst

    empty = typst.Compiler()
    for _ in range(_REMEMBERED):
        empty.compile(input=b"", format="pdf")


@cache
def _fonts(*, system: bool) -> "typst.Fonts":
    """The page's own font; with those of the system where it lacks a letter. Scanned once."""
    import typst

    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in _texts(item)]
    return [text for item in value for text in _texts(item)] if isinstance(value, list | tuple) else []


def _replace(value: Any, letters: set[str]) -> Any:
    if isinstance(value, str):
        return value.translate({ord(letter): REPLACEMENT for letter in letters}) if letters else value
    if isinstance(value, Mapping):
        return {key: _replace(item, letters) for key, item in value.items()}
    return [_replace(item, letters) for item in value] if isinstance(value, list | tuple) else value

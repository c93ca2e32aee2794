"""The page in large type, for somebody who cannot read small letters: the figures, better or worse, the one
question that they came with, what is worth raising, and the plan. No letter is under 14 pt.

It holds no picture and no journal; both are of the page itself.
"""

from analysis import words
from analysis.measures import recent_signs
from analysis.report.content import next_test, parts_of_plan, plain
from analysis.report.options import Keep
from analysis.report.page import typeset
from analysis.review import Review


def write_large(review: Review, keep: Keep | None = None) -> bytes:
    """The sheet as PDF; what it cannot hold goes on to a second one, and nothing is left out for want of
    room."""
    keep = keep or Keep()
    data = {
        "title": words.say_title(keep.name),
        "period": _period(review, keep),
        "figures": [list(figure) for figure in words.say_figures(review, keep.wording)],
        "parts": _parts(review, keep),
        "calendar": [list(part) for part in parts_of_plan(review, keep)],
        "foot": [
            words.say_no_cause(keep.wording),
            words.say_disclaimer(),
            words.say_inside(data_inside=False),
        ],
        "sheet": words.say_sheet("{number}", "{of}"),
    }
    return typeset("large.typ", plain(data) | {"paper": keep.paper}, keep, "pdf")[0]


def _period(review: Review, keep: Keep) -> list[str]:
    said = [
        words.say_period(review, keep.day),
        words.say_not_read(review.journal),
        words.say_assumption(review.journal, on_screen=False),
        words.say_left_out_nights(review.left_out),
    ]
    return [line for line in said if line]


def _parts(review: Review, keep: Keep) -> list[tuple[str, list[str]]]:
    """Each part with its heading; those that have something to say. The plan stands last, above its dates."""
    heads = words.Headings.worded(keep.wording)
    said = [
        (heads.better, [words.say_better(review, keep.wording).text]),
        (heads.goes_with, [words.say_named_answer(review, keep.wording, keep.volume, keep.glass_ml)]),
        (heads.raising, _raising(review, keep)),
        (heads.plan, next_test(review, keep)),
    ]
    return [(title, lines) for title, every in said if (lines := [line for line in every if line])]


def _raising(review: Review, keep: Keep) -> list[str]:
    """The signs with their number of nights, what the patient wrote of them, and public guidance."""
    signs, nights = review.warning_signs, review.journal.nights.index
    recent, older = recent_signs(signs, nights[-1].date()) if len(nights) else (signs, [])
    unused = words.could_hold_more(review.journal)
    now = words.say_signs_briefly(recent, keep.wording)
    before = words.say_signs_briefly(older, keep.wording, older=True)
    said = [
        *([] if now is None else [words.capital(now.rest)]),
        *([] if before is None else [before.text]),
        *words.say_quoted(review.quoted),
    ]
    return [*(said or [words.say_no_sign(unused=unused)]), words.say_guidance(signs, keep.wording)]

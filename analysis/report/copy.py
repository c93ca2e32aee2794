"""The interactive copy: one HTML file that opens without a network, under a policy of its own."""

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from analysis import words
from analysis.report.content import Content, better_or_worse, how_it_was_worked_out, page_content
from analysis.report.copy_parts import Part, parts_of
from analysis.report.options import Keep
from analysis.review import Review

_HERE = Path(__file__).parent
_NOTHING = base64.b64encode(hashlib.sha256(b"").digest()).decode()  # plotly adds an empty style element


def write_copy(review: Review, keep: Keep | None = None) -> bytes:
    """The figures, charts, tables and sentences of the review as one HTML file; it asks nothing of a network
    and nothing can be made to."""
    from analysis import charts  # draws, and takes its time to be imported

    keep = keep or Keep()
    content = page_content(review, keep)
    parts = parts_of(review, keep)
    drawing, style = charts.drawing_script(), (_HERE / "copy.css").read_text(encoding="utf-8")
    script = (_HERE / "copy.js").read_text(encoding="utf-8")
    figures = [[json.loads(figure.to_json()) for figure in part.figures] for part in parts]
    policy = _policy((script, drawing), style)
    body = _body(content, parts, review, keep)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(content["title"])}</title>'
        f"<style>{style}</style></head><body><main>{body}</main>"
        f'<script type="application/gzip" id="drawing">{_packed(drawing)}</script>'
        f'<script type="application/gzip" id="figures">{_packed(json.dumps(figures))}</script>'
        f"<script>{script}</script></body></html>"
    ).encode()


def _policy(scripts: Iterable[str], style: str) -> str:
    """The policy that the file brings: nothing but these scripts and this style, and nothing is fetched.

    Plotly sets style attributes on what it draws; style elements and scripts stay bound to their hashes.
    """
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; "
        f"style-src {_hash(style)} 'sha256-{_NOTHING}'; style-src-attr 'unsafe-inline'; "
        f"img-src data:; base-uri 'none'; form-action 'none'"
    )


def _body(content: Content, parts: Sequence[Part], review: Review, keep: Keep) -> str:
    """The sentences, tables and places of the charts, in the order of the screen."""
    said = words.Headings.worded(keep.wording)
    return "".join(
        [
            f"<h1>{escape(content['title'])}</h1>",
            _lines([content["period"], *content["facts"], *content["complete"]]),
            '<ul class="figures">',
            *(
                f"<li><span>{escape(label)}</span> <strong>{escape(value)}</strong> "
                f"<span>{escape(detail)}</span></li>"
                for label, value, detail in content["figures"]
            ),
            f"</ul><h2>{said.better}</h2>",
            _lines(better_or_worse(review, keep)),
            *(_part(place, part) for place, part in enumerate(parts)),
            f"<h2>{said.raising}</h2>",
            _list(content["signs"])
            + _lines([words.say_guidance(review.warning_signs, keep.wording)])
            + _list(content["remarks"]),
            f"<h2>{said.asked}</h2>{_list(content['asked'])}" if content["asked"] else "",
            f"<h2>{said.plan}</h2>{_lines(content['plan'])}{_calendar(review, keep)}"
            if content["plan"]
            else "",
            f"<h2>{said.how}</h2>",
            _lines([*how_it_was_worked_out(review, keep), content["cent"]["full"]]),
        ]
    )


def _calendar(review: Review, keep: Keep) -> str:
    """The parts of the plan with their dates."""
    plan = keep.plan_to_keep(review)
    return "" if plan is None else _table(words.table_plan(plan))


def _part(place: int, part: Part) -> str:
    drawn = " ".join([part.title, *part.said]).strip()
    numbers = f"<details><summary>The numbers</summary>{_table(part.rows)}</details>" if part.rows else ""
    return (
        f"<section><h2>{escape(words.capital(part.title))}</h2>{_lines(part.said)}"
        f'<div class="chart" id="chart-{place}" role="img" aria-label="{escape(drawn)}"></div>'
        f"{numbers}</section>"
    )


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    if not rows:
        return ""
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    lines = ("".join(f"<td>{escape(_cell(row.get(name)))}</td>" for name in names) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return words.day(value) if isinstance(value, date) else str(value)


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _list(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" if lines else ""


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _packed(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode("ascii")

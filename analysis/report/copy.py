"""The interactive copy: one HTML file that opens without a network, under a policy of its own."""

import base64
import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Literal

from analysis import words
from analysis.report.content import better_or_worse, how_it_was_worked_out, page_content
from analysis.report.options import Keep
from analysis.review import Review

_HERE = Path(__file__).parent
_NOTHING = base64.b64encode(hashlib.sha256(b"").digest()).decode()  # plotly adds an empty style element
Part = tuple[str, Sequence[str], Any, Sequence[Mapping[str, Any]]]


def write_copy(review: Review, keep: Keep | None = None) -> bytes:
    """The figures, charts, tables and sentences of the review as one HTML file; it asks nothing of a network
    and nothing can be made to."""
    from analysis import charts  # draws, and takes its time to be imported

    keep = keep or Keep()
    content, said = page_content(review, keep), words.Headings()
    parts = _parts(review, keep) if len(review.journal.nights) else []
    drawing, style = charts.drawing_script(), (_HERE / "copy.css").read_text(encoding="utf-8")
    script = (_HERE / "copy.js").read_text(encoding="utf-8")
    figures = [json.loads(figure.to_json()) for _, _, figure, _ in parts]
    # Plotly sets style attributes on what it draws; style elements and scripts stay bound to their hashes.
    policy = (
        f"default-src 'none'; script-src {_hash(script)} {_hash(drawing)}; "
        f"style-src {_hash(style)} 'sha256-{_NOTHING}'; style-src-attr 'unsafe-inline'; "
        f"img-src data:; base-uri 'none'; form-action 'none'"
    )
    body = "".join(
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
            _list(content["signs"]) + _lines([content["guidance"]["full"]]) + _list(content["remarks"]),
            f"<h2>{said.asked}</h2>{_list(content['asked'])}" if content["asked"] else "",
            f"<h2>{said.plan}</h2>{_lines(content['plan'])}" if content["plan"] else "",
            f"<h2>{said.how}</h2>",
            _lines([*how_it_was_worked_out(review, keep), content["cent"]["full"]]),
        ]
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(content["title"])}</title>'
        f"<style>{style}</style></head><body><main>{body}</main>"
        f'<script type="application/gzip" id="drawing">{_packed(drawing)}</script>'
        f'<script type="application/gzip" id="figures">{_packed(json.dumps(figures))}</script>'
        f"<script>{script}</script></body></html>"
    ).encode()


def _parts(review: Review, keep: Keep) -> list[Part]:
    """Title, sentences, figure and table of every part that the review can answer."""
    from analysis import charts

    volume: Literal["mL", "fl oz", "glass"] = "glass" if keep.volume == "glasses" else keep.volume
    display = charts.Display(volume=volume, glass_ml=keep.glass_ml)
    often, wording = review.frequency, keep.wording
    assumed = words.assumes(review.journal)
    parts: list[Part] = [
        (
            "The whole journal" if review.start is None else "The chosen period",
            [words.say_overall(often, wording, assumed=assumed)],
            charts.plot_timeline(review, display),
            words.table_weeks(often, wording),
        )
    ]
    questions = words.table_questions(review, wording, keep.volume, keep.glass_ml)
    if questions:
        nothing = words.say_no_clear_difference(review, wording)
        said = [words.say_all_questions(review), nothing.text if nothing else ""]
        parts.append(("All questions at once", said, charts.plot_forest(review, display), questions))
    for answer in review.exposures:
        if answer.verdict != "not_enough_data":
            said = [words.say_exposure(answer, wording, keep.volume, keep.glass_ml)]
            table = words.table_levels(answer, keep.volume, keep.glass_ml, wording)
            figure = charts.plot_exposure(answer, display)
            parts.append((words.exposure_name(answer), said, figure, table))
    for change in review.medication_changes:
        if change.verdict != "not_enough_data":
            said = [words.say_change(change, wording), *words.say_caveats(change, wording)]
            table = words.table_change(change, wording)
            parts.append(
                (words.label_change(change, wording), said, charts.plot_change(change, display), table)
            )
    return parts


def _part(place: int, part: Part) -> str:
    title, said, _, rows = part
    drawn = " ".join([title, *said]).strip()
    return (
        f"<section><h2>{escape(title[:1].upper() + title[1:])}</h2>{_lines(said)}"
        f'<div class="chart" id="chart-{place}" role="img" aria-label="{escape(drawn)}"></div>'
        f"<details><summary>The numbers</summary>{_table(rows)}</details></section>"
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

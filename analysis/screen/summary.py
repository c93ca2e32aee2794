"""The first part: the figures, what stands out, what is worth raising, the timeline."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analysis.findings import Finding
from analysis.measures import WarningSign, recent_signs
from analysis.review import Review
from analysis.screen.answers import about_leg_cramps
from analysis.screen.comparisons import comparison_keys, opens_comparisons
from analysis.screen.night import open_clicked
from analysis.screen.parts import bring_into_view, bullets, findings, kept_chart, picture, say
from analysis.screen.plan import what_next
from analysis.screen.server import guard, guarded
from analysis.screen.session import VIEWS, Shown, reviewed, show_view
from analysis.screen.shielded import charts, words
from analysis.screen.two_periods import compare_two

SAME_DAY = "swelling_one_sided"  # its advice is never folded away


@guarded
def summary(result: Review, shown: Shown) -> None:
    if result.journal.nights.empty:
        st.title("How is it going?", anchor=False)
        waiting = [at for at, one in enumerate(result.journal.receipts) if words.waits_for_an_answer(one)]
        if waiting:
            say(words.say_first_question(result.journal.receipts))
            for at in waiting:
                about_leg_cramps(result.journal.receipts[at], at)
            return
        say(words.say_nothing_recorded("nights"))
        st.button("See Journal", "see journal", type="primary", on_click=show_view, args=(VIEWS["journal"],))
        return
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.title("How is it going?", anchor=False, width="content")
            ways_down(result)
        row_of_figures(result, shown)
    better: words.Sentence | None = None
    with guard("last weeks"):
        better = words.say_better(result, shown.wording)
    timeline(result, shown, better)
    stands_out(result, shown, better)
    turns = st.session_state.pop("jump", {})
    for part, show in (("worth-raising", worth_raising), ("what-next", what_next)):
        with st.container(key=part):
            show(result, shown)
        bring_into_view(part, turns.get(part, 0))
    whole_journal(result, shown)
    compare_two(result, shown)
    if lines := words.say_person(shown.person):
        st.header("About the patient", anchor=False)
        bullets(lines)
    with st.expander("How to read this", key="how to read"):
        bullets([words.say_range_note(shown.wording), words.say_no_cause(shown.wording),
                 words.say_chance_note(shown.wording), words.say_dummy_note(shown.wording)])  # fmt: skip


@guarded
def row_of_figures(result: Review, shown: Shown) -> None:
    narrow, wraps = shown.display.narrow, shown.display.narrow or shown.display.large
    columns = (1 if shown.display.large else 2) if narrow else 4
    with st.grid(columns, min_column_width=130 if narrow else 180, gap="small"):
        for name in words.FIGURES:
            with guard(name), st.container(border=True, height="stretch", gap="xsmall"):
                if not (figure := words.say_figure(name, result, shown.wording)):
                    continue
                label, value, detail = figure
                if wraps:  # a label of a metric is cut, not wrapped
                    say(label)
                st.metric(label, value, label_visibility="collapsed" if wraps else "visible")
                st.markdown(f":small[{words.markdown(detail)}]")


@guarded
def ways_down(result: Review) -> None:
    """What stands below the timeline and must not be missed, one click away from the first screenful."""
    last = result.journal.nights.index[-1].date()
    recent, _ = recent_signs(result.warning_signs, last)
    if raised := words.label_raised(recent, result.quoted):
        st.button(raised, "jump to signs", icon=":material/flag:", type="tertiary",
                  on_click=jump, args=("worth-raising",))  # fmt: skip
    st.button("What next", "jump to next", icon=":material/arrow_downward:", type="tertiary",
              on_click=jump, args=("what-next",))  # fmt: skip


def jump(part: str) -> None:
    """Brings a part of this page into view, once for each click."""
    st.session_state.jumps = st.session_state.get("jumps", 0) + 1
    st.session_state.jump = {part: st.session_state.jumps}


@guarded
def whole_journal(result: Review, shown: Shown) -> None:
    """How often over all nights, and what that rests on."""
    st.header("The whole journal" if result.start is None else "The chosen period", anchor=False)
    often, assumed = result.frequency, words.assumes(result.journal)
    once = words.said_once(result.journal)
    bullets(
        [
            words.say_overall(often, shown.wording, assumed=assumed),
            words.say_assumption(result.journal),
            words.say_trend(often.trend, shown.wording, assumed=once),
            words.say_share(
                often.cramp_nights_share, shown.wording, often.cramps_per_cramp_night, assumed=once
            ),
        ]
    )


@guarded
def timeline(result: Review, shown: Shown, better: words.Sentence | None) -> None:
    """The picture of the visit."""
    seen = (*reviewed(result), shown.display)
    chosen = opens_comparisons(open_change, result, shown)
    draw = partial(charts.plot_timeline, result, shown.display)
    picture(
        "Better or worse?",
        "" if better is None else better.text,
        kept_chart("timeline", seen, draw, chosen=bool(chosen)),
        words.table_weeks(result.frequency), "timeline", **chosen,
    )  # fmt: skip


def emphasised(sentence: words.Sentence) -> str:
    """The sentence as Markdown, its lead in bold."""
    lead = f"**{words.markdown(sentence.lead)}** " if sentence.lead else ""
    return lead + words.markdown(sentence.after_lead)


def open_change(keys: Sequence[str]) -> None:
    """A click on a change in the timeline opens its comparison, of which ``keys`` are all; on a night its
    card."""
    open_clicked("chart timeline")
    for point in st.session_state["chart timeline"]["selection"]["points"][:1]:
        if (told := point.get("customdata")) and isinstance(told[0], int | float):
            show_view(VIEWS["medication"], change=keys[int(told[0])])


def same_day(signs: Sequence[WarningSign], shown: Shown) -> list[str]:
    """What is said of a sign whose advice is never folded away."""
    return [
        emphasised(sign) for sign in words.say_warning_signs(signs, shown.wording) if sign.key == SAME_DAY
    ]


@guarded
def worth_raising(result: Review, shown: Shown) -> None:
    """The warning signs in one sentence; what public guidance says about each is a click away."""
    signs = words.say_warning_signs(result.warning_signs, shown.wording)
    last = result.journal.nights.index[-1].date()
    recent, older = recent_signs(result.warning_signs, last)
    together = words.say_signs_briefly(recent, shown.wording)
    if together is not None:
        st.warning("\n\n".join([emphasised(together), *same_day(recent, shown)]), icon=":material/flag:")
    unused = words.could_hold_more(result.journal)
    quoted = words.say_quoted(result.quoted)
    if not (recent or older or result.quoted):  # by the signs themselves: words may be lost by a fault
        say(words.say_no_sign(unused=unused))
    if (before := words.say_signs_briefly(older, shown.wording, older=True)) is not None:
        st.markdown("\n\n".join([emphasised(before), *same_day(older, shown)]))
    if quoted:
        bullets(quoted)
    not_recorded = words.say_not_recorded(result.warning_signs, shown.wording, unused=unused)
    if signs or not_recorded:
        with st.expander("What public guidance says, and what is not recorded", key="guidance"):
            st.markdown("\n".join(f"- {emphasised(sign)}" for sign in signs))
            say(not_recorded)


@guarded
def stands_out(result: Review, shown: Shown, better: words.Sentence | None) -> None:
    """What was found, each in one line with the way to its chart, but ``better``, which stands above; then
    which of fluid, activity and medicines nothing is recorded about."""
    every = words.say_findings(result, shown.wording, shown.volume, shown.glass_ml)
    found = [each for each in every if each.finding is None or each.finding.about != "recent"]
    found = [each for each in found if better is None or each.lead != better.lead]
    lacking = words.say_not_asked(result)
    recent = ""
    with guard(
        "last weeks in full"
    ):  # apart from the line above the timeline: one may fail without the other
        recent = words.say_recent(
            result.frequency.recent, shown.wording, assumed=words.assumes(result.journal)
        )
    in_full = [said for said in (recent, *(each.details for each in found)) if said]
    if not found and not lacking and not in_full:
        return
    st.header("What stands out", anchor=False)
    if not found:
        say(lacking)
        all_in_full(in_full)
        return
    ways = ["" if each.anchor == "summary" else VIEWS[each.anchor] for each in found]
    said = [
        (words.unbroken(each.lead), words.unbroken(each.after_lead), way)
        for each, way in zip(found, ways, strict=True)
    ]

    about = [opened_by(each.finding, result) for each in found]
    follow = partial(follow_finding, tuple(ways), tuple(about))  # not the review: it would outlive its close
    findings(key="findings", data={"said": said}, on_place_change=follow)
    say(lacking)
    all_in_full(in_full)


def all_in_full(sentences: Sequence[str]) -> None:
    """Better or worse and every finding, with its counts."""
    if sentences:
        with st.expander("The same with all ranges and nights", key="findings in full"):
            bullets(sentences)


def follow_finding(ways: Sequence[str], about: Sequence[dict[str, str]]) -> None:
    """Opens the part of the finding that was clicked."""
    place = int(st.session_state["findings"]["place"])
    show_view(ways[place], **about[place])


def opened_by(finding: Finding | None, result: Review) -> dict[str, str]:
    """The change, course or question that a finding is about, to be chosen when its tab opens."""
    if finding is None or len(finding.items) != 1:
        return {}
    item = finding.items[0]
    if item.about == "exposure":
        return {"question": result.exposures[item.place].field}
    before = len(result.medication_changes) if item.about == "course" else 0
    return {"change": comparison_keys(result)[before + item.place]}

"""What stands out, each in one line of at most 20 words with its range: the fullest form that fits.

The whole sentence, with every range and its nights, stands in its part of the screen and behind the line.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from analysis.measures import (
    Comparison,
    Completeness,
    Course,
    ExposureAnswer,
    MedicationChange,
    Now,
    Planned,
    Rate,
    RateRatio,
    Trend,
    Verdict,
    size_shown,
)
from analysis.words import ratios
from analysis.words.chances import cannot_tell_briefly, leans_to
from analysis.words.exposures import anchor_of
from analysis.words.labels import (
    CHANGED,
    exposed,
    exposure_name,
    label_question,
    medicine,
    step,
    when_changed,
)
from analysis.words.medications import holds_now
from analysis.words.refusals import missing_briefly
from analysis.words.speech import (
    Anchor,
    Sentence,
    Wording,
    capital,
    count,
    day,
    decimal,
    fixed,
    listing,
    places_for,
    weekly,
)
from analysis.words.units import GLASS_ML, Volume

MOST_WORDS = 20
MOST_WORDS_OF_ONE = 6  # of a name in a list
_WORD = re.compile(r"\S*\w\S*")
_NAME_WORDS, _NAME_LETTERS = 3, 40


def number_of_words(text: str) -> int:
    """Words and numbers, without the signs that stand alone.

    >>> number_of_words("25 to 80 % fewer")
    4
    """
    return len(_WORD.findall(text))


def shortened(name: str, most: int = _NAME_WORDS) -> str:
    """A name as written, in at most ``most`` words and 40 letters; no word is cut but one that is longer.

    >>> shortened("a magnesium powder from the market")
    'a magnesium powder…'
    """
    said = name.split()
    cut = " ".join(said[:most])
    if len(said) <= most and len(cut) <= _NAME_LETTERS:
        return name
    if len(cut) > _NAME_LETTERS:
        whole = cut[: _NAME_LETTERS + 1].rpartition(" ")[0]
        cut = whole or cut[:_NAME_LETTERS]
    return f"{cut.rstrip(',;:')}…"


def listed(names: Sequence[str], room: int) -> str:
    """As many of the names as go into ``room`` words, each of few words, then the number of the others."""
    names = [shortened(name, MOST_WORDS_OF_ONE) for name in names]
    for shown in range(len(names), 0, -1):
        others = len(names) - shown
        said = listing([*names[:shown], *([count(others, "other")] if others else [])])
        if number_of_words(said) <= room:
            return said
    return count(len(names), "question")


def brief_change(
    change: MedicationChange, wording: Wording, together: Sequence[MedicationChange] = ()
) -> Sentence:
    """Before and after one change: rates, range, and whether a direction still holds now."""
    *names, barest = _changes_named(change, together)
    leads = [f"{name} ({when_changed(change)}):" for name in names]
    bare = f"{barest} ({day(change.night)}):"
    direction = change.verdict != "no_clear_difference"
    if wording == "clinical":
        says = _verdict(change.verdict, change.change_ratio)
        now = _now(change.now, wording, change.verdict) if direction else []
        shown = size_shown(change.change_ratio, change.chances, change.verdict)
        rests = _clinical(says, change.change_ratio, change.q_value, now, shown)
    elif direction:
        rates = _rates(change.after, change.before)
        now = _now(change.now, wording, change.verdict)
        ranges = _ranges(change.change_ratio)  # what still holds stands before "as many"
        rests = [f"{said} ({each}){then}." for then in now for each in ranges for said in rates]
        more = f"{_fewer_or_more(change.verdict)} cramps, {_range(change.change_ratio)}"
        rests += [f"{more}{then}." for then in (*now, "")]
    else:
        rests = _unclear(
            change.change_ratio,
            _rates(change.after, change.before),
            why=cannot_tell_briefly(change),
            leans=leans_to(change.chances),
        )
    return _first_that_fits(leads, rests, "medication", bare)


def brief_course(course: Course, wording: Wording) -> Sentence:
    """Nights on against nights off."""
    name = capital(shortened(medicine(course.medication, course.generic)))
    rates = _rates(course.on, course.off, "off it", "on it")
    leads = [f"{name}, nights on {'v' if wording == 'clinical' else 'and'} off:"]
    if wording == "clinical":
        shown = size_shown(course.ratio, course.chances, course.verdict)
        rests = _clinical(_verdict(course.verdict, course.ratio), course.ratio, course.q_value, shown=shown)
    elif course.verdict == "no_clear_difference":
        rests = _unclear(course.ratio, rates, leans=leans_to(course.chances))
    else:
        leads = [f"Nights on {name} had {_fewer_or_more(course.verdict)} cramps:", *leads]
        rests = [*(f"{said} ({_range(course.ratio)})." for said in rates), f"{_range(course.ratio)}."]
    return _first_that_fits(leads, rests, "medication")


def brief_exposure(
    answer: ExposureAnswer, wording: Wording, volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> Sentence:
    """What cramps go with, for the natural step of the question."""
    answer = replace(answer, label=shortened(answer.label, 2))
    size = step(answer, wording, volume, glass_ml)
    per = f" per {size}" if size and answer.form != "yes_no" else ""
    name = capital(exposure_name(answer))
    if wording == "clinical":
        says, plain = _verdict(answer.verdict, answer.adjusted), answer.adjusted
        shown = size_shown(plain, answer.chances, answer.verdict)
        rests = _clinical(says, plain, answer.q_value, shown=shown)
        leads = [f"{label_question(answer, wording, volume, glass_ml)}:", f"{name}:"]
        return _first_that_fits(leads, rests, anchor_of(answer))
    if answer.verdict == "no_clear_difference":
        return _first_that_fits(
            [f"{name}:"],
            _unclear(answer.adjusted, per=_without_brackets(per), leans=leans_to(answer.chances)),
            anchor_of(answer),
        )
    after = exposed(answer)
    more = f"{_fewer_or_more(answer.verdict)} cramps:"
    leads = [f"Nights after {after} had {more}", f"After {after} {more}"]
    each = f" for each extra {size}" if per and answer.form == "per_step" else per
    range_ = _range(answer.adjusted)
    return _first_that_fits(leads, [f"{range_}{each}.", f"{range_}{per}."], anchor_of(answer))


def _without_brackets(per: str) -> str:
    """``per half litre, 2.1 cups``, to stand in brackets itself."""
    return per.replace(" (", ", ").removesuffix(")")


def brief_recent(comparison: Comparison, wording: Wording, counted: str = "") -> Sentence:
    """The last 4 weeks against those before, with the rates as the row of figures has them.

    counted : what is assumed of nights, as a sentence that stands behind it.
    """
    until = "" if comparison.current_to is None else f" to {day(comparison.current_to)}"
    leads, ratio = [f"4 weeks{until}:"], comparison.change
    leads.append(re.sub(r" \d{4}:$", ":", leads[0]))  # the row of figures has the year
    rates = f"{weekly(comparison.current)} a week, {weekly(comparison.previous)} before"
    if comparison.reason == "no_cramps":
        rests = ["no cramp is recorded, nor in the 4 weeks before."]
    elif comparison.verdict == "not_enough_data":
        rests = [f"not enough to say yet ({missing_briefly(comparison.reason, comparison.nights_needed)})."]
    elif wording == "clinical":
        rests = _clinical(_verdict(comparison.verdict, ratio), ratio, comparison.q_value)
    elif comparison.verdict == "no_clear_difference":
        rests = _recent_unclear(ratio, rates, cannot_tell_briefly(comparison))
    else:
        more = f"{_fewer_or_more(comparison.verdict)} cramps"
        rests = [f"{more}, {rates} ({each})." for each in _ranges(ratio)]
        rests += [f"{more}, {each}." for each in _ranges(ratio)]
    room = MOST_WORDS - number_of_words(counted)
    found = _first_that_fits(leads, rests, "summary", most=room)
    return replace(found, rest=f"{found.rest} {counted}") if counted else found


def _recent_unclear(ratio: RateRatio, rates: str, why: str) -> list[str]:
    """The last weeks without a direction. A range that tells nothing gives way to the rates and to why."""
    ranges = _ranges(ratio, clear=False)
    if not ratio.tells_nothing:
        full = [f"no clear difference; {rates} ({each})." for each in ranges]
        return [*full, *(f"no clear difference ({each})." for each in ranges)]
    reason = f" ({why})" if why else ""
    full = [f"cannot tell{reason}; {rates} ({each})." for each in ranges]
    return [*full, f"cannot tell{reason}; {rates}.", f"cannot tell; {rates}."]


def brief_trend(trend: Trend, wording: Wording) -> Sentence:
    """The change with every 4 weeks."""
    ratio = trend.per_28_nights
    if wording == "clinical":
        rests = _clinical(_verdict(trend.verdict, ratio), ratio, trend.q_value)
        return _first_that_fits(["Trend per 28 nights:"], rests, "summary")
    if trend.verdict == "no_clear_difference":
        return _first_that_fits(["Over the whole time:"], _unclear(ratio, per=" every 4 weeks"), "summary")
    more = _fewer_or_more(trend.verdict)
    lead = f"Over the whole time {more} and {more} cramps:"
    return Sentence(lead, f"{_range(ratio)} every 4 weeks.", "summary")


def brief_leaning(completeness: Completeness) -> Sentence:
    """That nights are logged more, or less, often after a cramp."""
    ratio = completeness.leaning.ratio
    often = ratios.neutral_span(ratio.low, ratio.high, "as often").removesuffix(" without an upper end")
    return Sentence(
        "Logging leans:", f"nights after a cramp are logged {often}, and rates lean with it.", "journal"
    )


def brief_planned(planned: Planned, name: str, wording: Wording) -> Sentence:
    """What the plan of the last visit gave. ``name`` is what was tried."""
    watch = planned.kind == "watch"
    lead = f"As planned, {shortened(name)}{'' if watch else ' on and off'}:"
    rates = _rates(planned.on, planned.off, *(("before", "after") if watch else ("off it", "on it")))
    if wording == "clinical":
        rests = _clinical(_verdict(planned.verdict, planned.ratio), planned.ratio, planned.q_value)
    elif planned.verdict == "no_clear_difference":
        rests = _unclear(planned.ratio, rates)
    else:
        more = f"{_fewer_or_more(planned.verdict)} cramps"
        rests = [f"{more}, {said} ({_range(planned.ratio)})." for said in rates]
        rests.append(f"{more}, {_range(planned.ratio)}.")
    return _first_that_fits([lead], rests, "summary")


def _first_that_fits(
    leads: Sequence[str], rests: Sequence[str], anchor: Anchor, bare: str = "", most: int = MOST_WORDS
) -> Sentence:
    """The fullest rest with the fullest lead that fits; with the ``bare`` lead, if any, where none does."""
    pairs = [(lead, rest) for rest, lead in product(rests, leads)]
    pairs += [(bare, rest) for rest in rests if bare]
    fits = (pair for pair in pairs if number_of_words(" ".join(pair)) <= most)
    lead, rest = next(fits, pairs[-1])
    return Sentence(lead, rest, anchor)


def _changes_named(change: MedicationChange, together: Iterable[MedicationChange]) -> list[str]:
    """What was changed, as written and then in fewer words; others of the same night by their number."""
    others = list(together)
    written = medicine(change.medication, change.generic)
    names = [written, change.generic or change.medication]
    names = [shortened(name) for name in dict.fromkeys(names)] + [shortened(names[-1], 1)]
    done = CHANGED.get(change.change, "changed")
    if change.switched_from is not None:
        done, names = "", [f"switch to {name}" for name in names]
    elif change.steps and change.change != "pause":
        done = "tapered and stopped" if change.change == "stop" else f"{done} in steps"
    beside = f" and {count(len(others), 'other change')}" if others else ""
    return [capital(" ".join(f"{name} {done}{beside}".split())) for name in dict.fromkeys(names)]


def _rates(first: Rate, second: Rate, before: str = "before", after: str = "after") -> list[str]:
    """``10 a week before, 6 after``, then in fewer words; empty where a rate was refused."""
    if first.per_week is None or second.per_week is None:
        return []
    places = places_for([first, second])
    one, other = decimal(first.per_week, places), decimal(second.per_week, places)
    short = [f"{other} a week, then {one}"] if after == "after" else []
    return [f"{other} a week {before}, {one} {after}", *short]


def _unclear(
    ratio: RateRatio, rates: Sequence[str] = (), *, why: str = "", leans: str = "", per: str = ""
) -> list[str]:
    """Forms of what has no direction, the fullest first; wider than tenfold one cannot tell."""
    wide = ratio.tells_nothing
    says = "cannot tell" if wide else "no clear difference"
    range_ = f"{ratios.briefly(ratio, clear=False)}{per}"
    reason = f" ({why})" if wide and why else ""
    ends = f"; {range_}" if reason else f" ({range_})"  # no two brackets beside each other
    return [
        *(f"{says}, {leans}; {said} ({range_})." for said in rates if leans),
        *([f"{says}, {leans}; {range_}."] if leans else []),
        *(f"{says}{reason}; {said} ({range_})." for said in rates),
        f"{says}{reason}{ends}.",
        f"{says} ({range_}).",
    ]


def _clinical(
    says: str,
    ratio: RateRatio,
    q_value: float | None,
    now: Sequence[str] = ("",),
    shown: RateRatio | None = None,
) -> list[str]:
    """Verdict, ratio with its interval, and q where there is room. ``shown`` : the ratio as it is shown,
    beside a direction the shrunk one, as in the picture; the plain one stands in the whole sentence."""
    sized = ratio if shown is None else shown
    point = "–" if sized.ratio is None else fixed(sized.ratio, 2)
    name = "RR" if sized == ratio else "shrunk RR"
    range_ = f"{name} {point} (95 % CI {ratios.clinical_range(ratio)})"
    q = "" if q_value is None else f", q {ratios.probability(q_value)}"
    said = [f"{says}; {range_}", range_]
    said = [f"{said[0]}{q}", *said] if q else said
    return [f"{each}{then}." for then in dict.fromkeys((*now, "")) for each in said]


def _verdict(verdict: Verdict, ratio: RateRatio) -> str:
    if verdict == "no_clear_difference":
        return "cannot tell" if ratio.tells_nothing else "no clear difference"
    return f"{_fewer_or_more(verdict)} cramps"


def _fewer_or_more(verdict: Verdict) -> str:
    return {"fewer_cramps": "fewer", "more_cramps": "more"}[verdict]


def _range(ratio: RateRatio) -> str:
    return ratios.briefly(ratio, clear=True)


def _ranges(ratio: RateRatio, *, clear: bool = True) -> list[str]:
    """``25 % fewer to twice as many``, then in fewer words."""
    range_ = ratios.briefly(ratio, clear=clear)
    return list(dict.fromkeys((range_, range_.removesuffix(" as many"))))


def _now(now: Now | None, wording: Wording, verdict: Verdict) -> list[str]:
    """The rate of the last weeks, and whether the direction still holds there."""
    if now is None or now.from_ is None:
        return [""]
    if now.rate.per_week is None or now.holds is None:
        return ["; whether still so is not known", f"; {holds_now(now)}"]
    rate = f"{fixed(now.rate.per_week)}/week" if wording == "clinical" else decimal(now.rate.per_week)
    said = [f"; now {rate}, {holds_now(now)}", f"; now {rate}"]
    full = "still" if now.holds else "no longer clearly"
    return said if wording == "clinical" else [f"; now {rate}, {full} {_fewer_or_more(verdict)}", *said]

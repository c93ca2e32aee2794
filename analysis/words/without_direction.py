"""What shows no clear difference, and what could not be compared, named together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from analysis.findings import Asked, Item
from analysis.measures import Course, ExposureAnswer, MedicationChange, RateRatio
from analysis.review import Review
from analysis.words.exposures import anchor_of, by_step
from analysis.words.fitting import MOST_WORDS, MOST_WORDS_OF_ONE, listed, number_of_words, shortened
from analysis.words.labels import change_noun, exposure_name, medicine
from analysis.words.ratios import briefly, clinical_range, holds_one, neutral_span, span
from analysis.words.refusals import missing, missing_briefly, more_nights
from analysis.words.speech import Sentence, Wording, capital, count, listing
from analysis.words.units import GLASS_ML, Volume

MOST_NAMES = 6


@dataclass(frozen=True)
class _Null:
    """A result without a clear difference, by its name, with the logged nights that it rests on."""

    name: str
    ratio: RateRatio
    nights: int
    answer: ExposureAnswer | None = None  # whose step the ratio is of


@dataclass(frozen=True)
class _Group:
    """Results that are named together."""

    answers: Sequence[ExposureAnswer]
    changes: Sequence[MedicationChange]
    courses: Sequence[Course]

    @property
    def ratios(self) -> list[RateRatio]:
        return [
            *(answer.adjusted for answer in self.answers),
            *(change.change_ratio for change in self.changes),
            *(course.ratio for course in self.courses),
        ]

    @property
    def widest(self) -> RateRatio:
        """From the lowest end of their ranges to the highest."""
        highs = [ratio.high for ratio in self.ratios if ratio.high is not None]
        high = max(highs) if len(highs) == len(self.ratios) else None
        return RateRatio(None, min(ratio.low or 0.0 for ratio in self.ratios), high, None)

    @property
    def nulls(self) -> list["_Null"]:
        """One by one, in the order of the names."""
        asked = [
            (anchor_of(answer), _Null(exposure_name(answer), answer.adjusted, answer.nights, answer))
            for answer in self.answers
        ]
        return [
            *(null for anchor, null in asked if anchor != "together"),
            *(
                _Null(change_noun(change), change.change_ratio, change.before.nights + change.after.nights)
                for change in self.changes
            ),
            *(null for anchor, null in asked if anchor == "together"),
            *(
                _Null(f"nights on and off {name}", course.ratio, course.on.nights + course.off.nights)
                for course, name in zip(self.courses, _medicines(self.courses), strict=True)
            ),
        ]

    @property
    def names(self) -> list[str]:
        """Fluid and activity first, then medicines, then the rest."""
        asked = _asked(self.answers)
        names = [
            *(name for answer, name in asked if anchor_of(answer) != "together"),
            *(change_noun(change) for change in self.changes),
            *(name for answer, name in asked if anchor_of(answer) == "together"),
            *_on_and_off(self.courses),
        ]
        return list(dict.fromkeys(names))


def _well_and_not(review: Review, items: Sequence[Item] = ()) -> list[_Group | None]:
    """What has no clear difference, of ``items`` or of all: whose ranges tell something, and the others."""
    keys = {(item.about, item.place) for item in items}

    def places(about: Asked, found: Iterable[tuple[str, RateRatio]], *, tells_nothing: bool) -> list[int]:
        return [
            place
            for place, (verdict, ratio) in enumerate(found)
            if (not keys or (about, place) in keys)
            and verdict == "no_clear_difference"
            and ratio.tells_nothing == tells_nothing
        ]

    asked, changes, courses = review.exposures, review.medication_changes, review.courses
    groups: list[_Group | None] = []
    for nothing in (False, True):
        answered = places("exposure", ((a.verdict, a.adjusted) for a in asked), tells_nothing=nothing)
        changed = places(
            "medication_change", ((c.verdict, c.change_ratio) for c in changes), tells_nothing=nothing
        )
        on_and_off = places("course", ((c.verdict, c.ratio) for c in courses), tells_nothing=nothing)
        group = _Group(
            [asked[place] for place in answered],
            [changes[place] for place in changed],
            [courses[place] for place in on_and_off],
        )
        groups.append(group if group.ratios else None)
    return groups


def say_no_clear_difference(
    review: Review,
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
    *,
    items: Sequence[Item] = (),
) -> Sentence | None:
    """Every question, change and course without a clear difference, or those of ``items``, each with its own
    range, the step that it is of, and its nights; those whose ranges tell nothing apart from the others."""
    said = []
    leads = ("No clear difference", "One cannot tell")
    for group, lead in zip(_well_and_not(review, items), leads, strict=True):
        if group is not None:
            how = " (rate ratios, 95 % CI)" if wording == "clinical" else ""
            each = [
                f"{null.name} ({_reach(null.ratio, wording)}"
                f"{by_step(null.answer, wording, volume, glass_ml) if null.answer else ''}; "
                f"{count(null.nights, 'night')})"
                for null in group.nulls
            ]
            said.append(f"{lead}{how}: {listing(each)}.")
    return Sentence("", " ".join(said), "together") if said else None


def brief_no_clear_difference(review: Review, wording: Wording, items: Sequence[Item]) -> Sentence | None:
    """The same in one line of few words."""
    well, nothing = _well_and_not(review, items)
    if well is None and nothing is None:
        return None
    group, verdict = (nothing, "cannot tell") if well is None else (well, "no clear difference")
    assert group is not None
    widest = group.widest
    ends = f"95 % CI {clinical_range(widest)}" if wording == "clinical" else briefly(widest, clear=False)
    rest = f"{verdict} ({ends})"
    if well is not None and nothing is not None:
        rest += f"; {listed(nothing.names, 4)}: cannot tell"
    names = listed(group.names, MOST_WORDS - number_of_words(rest))
    return Sentence(f"{capital(names)}:", f"{rest}.", "together")


def _on_and_off(courses: Sequence[Course]) -> list[str]:
    """All medicines and treatments that were taken in stretches, as one item of a list: by their names where
    none has to be cut, else by their number."""
    names = _medicines(courses)
    if not names:
        return []
    said = f"nights on and off {listing(names)}"
    if len(names) == 1 or shortened(said, MOST_WORDS_OF_ONE) == said:
        return [said]
    return [f"nights on and off {count(len(names), 'treatment')}"]


def _medicines(courses: Sequence[Course]) -> list[str]:
    return [medicine(course.medication, course.generic) for course in courses]


def _reach(ratio: RateRatio, wording: Wording) -> str:
    if wording == "clinical":
        return clinical_range(ratio)
    return (span if holds_one(ratio) else neutral_span)(ratio.low, ratio.high)


def say_refused(review: Review) -> str:
    """The questions and changes that could not be answered, with what is missing; else empty."""
    lacking = _lacking(review, lambda reason, needed: more_nights(needed) or missing(reason))
    names = [name for each in lacking.values() for name in each]
    if names and _never(review):
        return f"No cramp is recorded, so there is nothing to compare: {listing(_shortened(names))}."
    parts = [f"{listing(_shortened(each))} ({what})" for what, each in lacking.items()]
    return f"Not enough to say yet: {'; '.join(parts)}." if parts else ""


def brief_refused(review: Review) -> Sentence | None:
    """The same in one line of few words: what is missing for the first, and the number of the others."""
    lacking = _lacking(review, missing_briefly)
    if not lacking:
        return None
    lead, why, room = "Not enough to say yet:", "", MOST_WORDS
    (what, names), *others = lacking.items()
    if _never(review):
        lead = "No cramp is recorded, nothing to compare:"
        names = [name for each in lacking.values() for name in each]
    else:
        more = sum(len(each) for _, each in others)
        why = f" ({what})" + (f"; {count(more, 'other')}" if more else "")
    room -= number_of_words(f"{lead}{why}")
    return Sentence(lead, f"{listed(names, room)}{why}.", "together")


def _never(review: Review) -> bool:
    return bool(review.frequency.overall.nights and not review.frequency.overall.cramps)


def _lacking(review: Review, why: Callable[[str | None, int | None], str]) -> dict[str, list[str]]:
    """What was refused, by what is missing for it."""
    answers = [answer for answer in review.exposures if answer.verdict == "not_enough_data"]
    lacking = [
        *((name, answer.reason, answer.nights_needed) for answer, name in _asked(answers)),
        *(
            (change_noun(change), change.reason, change.nights_needed)
            for change in review.medication_changes
            if change.verdict == "not_enough_data"
        ),
    ]
    names: dict[str, dict[str, None]] = {}
    for name, reason, needed in lacking:
        names.setdefault(why(reason, needed), {})[name] = None
    return {what: list(each) for what, each in names.items()}


def _shortened(names: Sequence[str], most: int = MOST_NAMES) -> list[str]:
    """At most so many names; the last then counts the others."""
    return list(names) if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} others"]


def _asked(answers: Sequence[ExposureAnswer]) -> list[tuple[ExposureAnswer, str]]:
    """Every answer with its name; above and below the usual are one where both are among them."""
    fields = [answer.field for answer in answers]
    return [(answer, exposure_name(answer, side=fields.count(answer.field) < 2)) for answer in answers]

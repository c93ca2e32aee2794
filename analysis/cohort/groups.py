"""The questions of many journals by what they are about, and what each group of them answers together."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import log

from analysis.cohort.pooled import FEWEST, OVERSTATED, Counted, Pooled, pool
from analysis.cohort.rows import Row, Rows
from analysis.measures import SeasonBehind
from analysis.words import OTHER_REASONS

RATES = ("rate_before", "rate_after")  # parts whose values are log rates a week; of all others log ratios
_ENDS = ("stop", "decrease", "pause")  # the ratio of an end is no ratio of a beginning
Key = tuple[str, str]  # part, and what it is about


@dataclass(frozen=True)
class Group:
    """The answers to one question: ``part`` of the review (or ``rate_before`` and ``rate_after``, the rates
    around a change), what it is ``about``, the log ratio (or log rate a week) and its error of each journal
    that gave one, in the order of their numbers, how many ``refused``, and the ``pooled`` answer, None where
    fewer than ``FEWEST`` gave one. ``reasons``: of how many of the refused which reason is the last; those of
    fewer than ``FEWEST`` journals are ``OTHER_REASONS`` together.
    """

    part: str
    about: str
    journals: Sequence[int]
    log_values: Sequence[float]
    errors: Sequence[float]
    refused: int
    pooled: Pooled | None
    reasons: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What one journal says: its log ratio or log rate, the error, and what it owes to an expected season;
    a rate before or after a change owes nothing. ``counted``: the cramps and nights behind a ratio of two
    sides."""

    value: float
    error: float
    season: SeasonBehind | None = None
    counted: Counted | None = None


@dataclass
class _Gathered:
    journals: "array[int]" = field(default_factory=lambda: array("q"))
    values: "array[float]" = field(default_factory=lambda: array("d"))
    errors: "array[float]" = field(default_factory=lambda: array("d"))
    seasons: "array[float]" = field(default_factory=lambda: array("d"))  # three numbers a journal
    counted: "array[float]" = field(default_factory=lambda: array("d"))  # and three here
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, journal: int, answer: "Answer | str") -> None:
        if isinstance(answer, str):
            self.reasons[answer] += 1
            return
        self.journals.append(journal)
        self.values.append(answer.value)
        self.errors.append(answer.error)
        if answer.season is not None:
            self.seasons.extend((answer.season.pull, answer.season.size, answer.season.error))
        if answer.counted is not None:
            self.counted.extend(answer.counted)

    def pooled(self, part: str) -> Pooled | None:
        if len(self.values) < FEWEST:
            return None
        seasons = (SeasonBehind(*three) for three in self._threes(self.seasons))
        counted = (Counted(*three) for three in self._threes(self.counted))
        overstated = OVERSTATED if part == "medication_changes" else 1.0
        return pool(self.values, self.errors, seasons, counted=counted, overstated=overstated)

    def _threes(self, numbers: "array[float]") -> "Iterable[tuple[float, ...]]":
        """Three numbers of each journal; nothing where not every journal has them."""
        whole = len(numbers) == 3 * len(self.values)
        return zip(*[iter(numbers)] * 3, strict=True) if whole else ()


def groups_of(questions: Iterable[Row]) -> list[Group]:
    """By medicine class and by exposure, and the rates before and after. Groups of fewer than ``FEWEST``
    journals are left out.

    questions : those of one journal follow each other. Only numbers are held of them.
    """
    gathered: dict[Key, _Gathered] = {}
    for journal, asked in groupby(questions, lambda row: int(row["journal"])):
        for key, answer in _answers(asked).items():
            gathered.setdefault(key, _Gathered()).add(journal, answer)
    return [
        _group(*key, found)
        for key, found in sorted(gathered.items())
        if len(found.journals) + found.reasons.total() >= FEWEST
    ]


def without_small_groups(questions: Collection[Row]) -> Rows:
    """The questions as they may be passed on: what fewer than ``FEWEST`` journals ask about is not told, as
    one that takes a rare medicine could be recognised by it."""
    asking: Counter[Key] = Counter()
    for _, asked in groupby(questions, lambda row: int(row["journal"])):
        asking.update({(row["part"], row["about"]) for row in asked})

    def told(asked: Row) -> Row:
        return asked if asking[asked["part"], asked["about"]] >= FEWEST else {**asked, "about": None}

    return Rows(len(questions), lambda: map(told, questions))


def _group(part: str, about: str, found: _Gathered) -> Group:
    refused, pooled = found.reasons.total(), found.pooled(part)
    told = {reason: number for reason, number in found.reasons.most_common() if number >= FEWEST}
    others = refused - sum(told.values())
    reasons = {**told, **({OTHER_REASONS: others} if others else {})}
    return Group(part, about, found.journals, found.values, found.errors, refused, pooled, reasons)


def _answers(asked: Iterable[Row]) -> dict[Key, Answer | str]:
    """What one journal answers, or why not; of several questions about the same the last that is answered."""
    found: dict[Key, Answer | str] = {}
    for row in asked:
        if not row["about"] or row["form"] in _ENDS:
            continue
        for part, value, error in _parts(row):
            key, answered = (part, _about(row)), row["reason"] is None
            if answered and value and error is not None:
                own = part == row["part"]
                found[key] = Answer(
                    log(value), error, _season(row) if own else None, _counted(row) if own else None
                )
            else:
                found.setdefault(key, row["reason"] or OTHER_REASONS)  # open on one side
    return found


def _about(row: Row) -> str:
    return f"{row['about']} {row['form']}" if row["part"] == "exposures" else str(row["about"])


def _parts(row: Row) -> Iterator[tuple[str, float | None, float | None]]:
    """Part, value and error of everything that is pooled of one question."""
    yield row["part"], row["ratio"], row["error"]
    for rate in RATES:
        when = rate.removeprefix("rate_")
        if f"{when}_per_week" in row:
            yield rate, row[f"{when}_per_week"], row[f"{when}_error"]


def _season(row: Row) -> SeasonBehind | None:
    if row.get("season_pull") is None:
        return None
    return SeasonBehind(row["season_pull"], row["season_size"], row["season_error"])


def _counted(row: Row) -> Counted | None:
    sides = ("before", "after")
    if not all(row.get(f"{side}_{what}") for side in sides for what in ("cramps", "nights")):
        return None  # no change, or without a cramp on one side
    cramps = sum(row[f"{side}_cramps"] for side in sides)
    return Counted(cramps, row["before_nights"], row["after_nights"])

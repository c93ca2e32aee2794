"""What a plan can show, in words: chances with their give or take, and the nights that count."""

from analysis.journal import Plan, Told
from analysis.measures import NoOutlook
from analysis.plan import NONE, Chance, Chances, Counting
from analysis.words.refusals import missing, not_enough
from analysis.words.speech import Wording, capital, decimal, percent


def say_expected(plan: Plan) -> str:
    """The chances that were told when the plan was made, with what the number of futures leaves open; empty
    where none were."""
    if not plan.expected:
        return ""
    where = "from then on" if plan.kind == "watch" else "on it"
    first, *others = (f"{fewer_by(told.fall)}{{}}, {{}} {_told(told)}" for told in plan.expected)
    said = first.format(f" {where}", "that shows in") + "".join(
        f"; if {other.format('', 'in')}" for other in others
    )
    return f"if there are {said}"


def _told(told: Told) -> str:
    if told.futures is None:
        return f"{decimal(100 * told.chance, 0)} of 100"
    return of_100(Chance(told.fall, told.futures, round(told.chance * told.futures)))


def say_counting(counting: Counting) -> str:
    """``about 66``, or ``120 kept and about 81 to come``."""
    coming = f"about {counting.coming:.0f}"
    return f"{counting.kept} kept and {coming} to come" if counting.kept else coming


def label_fall(fall: float) -> str:
    """The heading over the chances to show a fall."""
    if fall == NONE:
        return "A difference is said where there is none"
    return f"{capital(fewer_by(fall))} shows"


def fewer_by(fall: float) -> str:
    """``half as many``, ``30 % fewer``."""
    return "half as many" if fall == 0.5 else f"{percent(fall)} fewer"


def say_chance(chance: Chance) -> str:
    """``44 of 100 (give or take 5)``: the chance with twice the error that the number of journals leaves."""
    if chance.chance is None or chance.error is None:
        return "–"
    return of_100(chance)


def of_100(chance: Chance) -> str:
    """``44 of 100 (give or take 5)``."""
    share, error = chance.chance or 0.0, chance.error or 0.0
    return f"{decimal(100 * share, 0)} of 100 (give or take {decimal(max(1.0, 200 * error), 0)})"


def say_nights_that_count() -> str:
    """Why forms of one length have unlike numbers of nights, and why the best of them changes with the
    length."""
    return (
        "A night counts if it is logged (as often as in the last eight weeks) and not just after a switch, "
        "and how many it would take is told in such nights. One change leaves out fewer, and counts the "
        "nights just before it as well where they are logged, up to half a year on each side: it can show "
        "more in a short test. In a longer one, by turns every week counts."
    )


def say_chances_note(chances: Chances, wording: Wording = "everyday", *, goes_on: bool = False) -> str:
    """What the chances rest on; ``goes_on``: more futures are being drawn."""
    number = chances.journals
    first = " It becomes finer while you read." if goes_on else ""
    if wording == "clinical":
        return (
            "Power by simulation from this patient’s fit (runs, season, slope, nights not logged), "
            f"{number:,} futures a cell, decided as the named question (two-sided, p ≤ 0.05); give or take: "
            f"2 standard errors of the simulation alone.{first}"
        )
    return (
        f"Found by playing this patient’s own nights on {number:,} times for each box, and asking each "
        f"time what this program would then say.{first}"
    )


def say_chances_to_come(drawn: int, of: int) -> str:
    """That the chances of the plan that was agreed on are not told yet, and how far they are."""
    return (
        f"What the next test shows is still being worked out ({drawn} of {of} futures of each size of fall); "
        "it stands in the plan and on the page once that is done."
    )


def say_no_chances(refused: NoOutlook) -> str:
    """Why no chance can be given yet."""
    if refused.reason == "no_cramps":
        return f"What a plan would show cannot be said: {missing(refused.reason)}."
    return f"What a plan would show: {not_enough(refused.reason, refused.nights_needed)}."

"""The checklist of CENT 2015 for a trial in one person, as far as a plan and its comparison answer it.

CENT 2015: Vohra and others, BMJ 2015;350:h1738 (doi 10.1136/bmj.h1738), CONSORT for n-of-1 trials.
"""

from analysis.journal import Plan
from analysis.measures import Planned
from analysis.words.plan_chances import say_expected
from analysis.words.plans import label_plan, planned_sentence, say_kept_to_plan
from analysis.words.rows import Row
from analysis.words.speech import Wording, between, count, listing

ABOVE = ("3a", "5", "7a", "13", "14", "17")


def table_cent(plan: Plan, planned: Planned | None = None, wording: Wording = "everyday") -> list[Row]:
    """Item by item, what the plan says; with its comparison, what came of it. What was not done is said."""
    coming = [block for block in plan.blocks if block.last >= plan.start]
    carried = max(block.carry_over for block in plan.blocks)
    drawn = "not drawn" if plan.seed is None else f"which part comes first, drawn with the seed {plan.seed}"
    said = [
        ("3a Design", f"{label_plan(plan)}, {count(len(coming), 'part')}"),
        ("5 What", plan.what or "nothing is tried"),
        ("6a Outcome", "cramps of each night, from the diary"),
        ("7a Number of nights", say_expected(plan) or "no chances told"),
        ("8 Order", drawn),
        ("9 Concealment", "none: the dates are known to both"),
        ("11 Blinding", "none: both know which part it is"),
        (
            "12 Comparison",
            "nights on against nights off as planned, whatever was done; "
            f"{count(carried, 'night')} after each switch left out",
        ),
    ]
    if planned is not None:
        said.append(("13 How it was kept", " ".join(say_kept_to_plan(planned))))
    said.append(("14 Dates", between(plan.start, plan.end)))
    if planned is not None:
        said.append(("17 Result", planned_sentence(planned, wording).text))
    said.append(("19 Harms", "not asked for; remarks in the diary stand as written"))
    return [{"Item of CENT 2015": item, "Here": text} for item, text in said]


def say_cent(plan: Plan, planned: Planned | None = None, wording: Wording = "everyday") -> str:
    """The same in one paragraph, for a page on which the items of ``ABOVE`` have their sentences."""
    items = [(str(row["Item of CENT 2015"]), str(row["Here"])) for row in table_cent(plan, planned, wording)]
    above = [item.partition(" ")[0] for item, _ in items if item.partition(" ")[0] in ABOVE]
    others = [f"{item}: {text}" for item, text in items if item.partition(" ")[0] not in ABOVE]
    return f"CENT 2015, item by item: {listing(above)} above; {'; '.join(others)}."


def say_cent_left_out() -> str:
    """In place of the items of a plan still to come, where a sheet has no room for them."""
    return "The items of CENT 2015 stand in the interactive copy."

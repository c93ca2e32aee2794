"""What public guidance says to do about a warning sign, in our own words, and the page that says so.

Nothing is added to the pages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.measures import Sign, WarningSign

NHS = "NHS, “Leg cramps”"
NHS_INFORM = "NHS inform, “Leg cramps”"
NHS_ONE_LEG = "NHS, “DVT (deep vein thrombosis)”"
MAYO_CLINIC = "Mayo Clinic, “Muscle cramp”"

PUBLIC = "Public guidance: "


@dataclass(frozen=True)
class Advice:
    """What one page says.

    said : as a sentence goes on. brief : about what one is to see a doctor, in few words; empty where the
        advice is another, which then always stands in full. source : the page.
    """

    said: str
    brief: str
    source: str


GUIDANCE: dict[Sign, Advice] = {
    "ongoing": Advice("speak to a doctor (GP) about frequent leg cramps", "that are frequent", NHS_INFORM),
    "severe_pain": Advice(
        "see a doctor about cramps with severe discomfort", "with severe discomfort", MAYO_CLINIC
    ),
    "weakness": Advice(
        "speak to a doctor (GP) when leg muscles become weaker",
        "with leg muscles that become weaker",
        NHS_INFORM,
    ),
    "swelling": Advice(
        "see a doctor (GP) about cramps with swelling in the legs", "with swelling in the legs", NHS
    ),
    "swelling_one_sided": Advice(
        "one leg swollen and painful is a reason for medical advice on the same day (in the United Kingdom "
        "an urgent GP appointment or NHS 111)",
        "",
        NHS_ONE_LEG,
    ),
    "redness": Advice(
        "see a doctor about cramps with redness or changes of the skin",
        "with redness or changes of the skin",
        MAYO_CLINIC,
    ),
    "numbness": Advice(
        "see a doctor (GP) about cramps with numbness in the legs", "with numbness in the legs", NHS
    ),
    "sleep_and_fatigue": Advice("see a doctor (GP) when leg cramps disturb sleep", "that disturb sleep", NHS),
    "long_cramp": Advice(
        "see a doctor (GP) about cramps that last more than 10 minutes, and soon when they do not ease on "
        "moving",
        "that last more than 10 minutes, and soon when they do not ease on moving",
        f"{NHS}; {NHS_INFORM}",
    ),
}


def say_guidance(signs: Sequence[WarningSign]) -> str:
    """What public guidance says about all signs that are recorded, once each with its page; empty where
    none."""
    advice = dict.fromkeys(f"{each.said} ({each.source})" for each in _about(signs))
    return f"{PUBLIC}{'; '.join(advice)}." if advice else ""


def say_guidance_briefly(signs: Sequence[WarningSign]) -> str:
    """The same in fewer words, page by page, for paper; what is asked for on the same day stands first."""
    about = list(_about(signs))
    parts = [f"{each.said} ({each.source})" for each in about if not each.brief]
    pages = dict.fromkeys(each.source for each in about if each.brief)
    grouped = [f"{_all_of(about, page)} ({page})" for page in pages]
    if grouped:
        parts.append(f"see a doctor (GP) about leg cramps {'; '.join(grouped)}")
    return f"{PUBLIC}{'; '.join(parts)}." if parts else ""


def _about(signs: Sequence[WarningSign]) -> Iterable[Advice]:
    return (GUIDANCE[sign.name] for sign in signs if sign.status == "recorded" and sign.name in GUIDANCE)


def _all_of(about: Sequence[Advice], page: str) -> str:
    return ", ".join(dict.fromkeys(each.brief for each in about if each.source == page))

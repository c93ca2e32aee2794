"""What public guidance says to do about a warning sign, in our own words, and the page that says so.

Nothing is added to the pages, and what one of them asks for is never put before the words of another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.measures import Sign, WarningSign
from analysis.words.speech import Wording, listing

NHS = "NHS, “Leg cramps”"
NHS_INFORM = "NHS inform, “Leg cramps”"
NHS_ONE_LEG = "NHS, “DVT (deep vein thrombosis)”"
MAYO_CLINIC = "Mayo Clinic, “Muscle cramp”"

PUBLIC: dict[Wording, str] = {
    "everyday": "Public guidance: ",
    "clinical": "Public guidance for patients: ",
}


@dataclass(frozen=True)
class Advice:
    """What one page says.

    ask : what it asks for, in its own words up to the ``when``, so that several of one page can follow it.
        when : of what. source : the page. urgent : it asks for more than a visit; that stands first.
    """

    ask: str
    when: str
    source: str
    urgent: bool = False

    @property
    def said(self) -> str:
        """As a sentence goes on."""
        return f"{self.ask} {self.when}"


_GP = "see a doctor (GP) about leg cramps"
_GP_INFORM = "speak to a doctor (GP)"
_DOCTOR = "see a doctor about muscle cramps"

GUIDANCE: dict[Sign, tuple[Advice, ...]] = {
    "ongoing": (Advice(_GP_INFORM, "about frequent leg cramps", NHS_INFORM),),
    "severe_pain": (Advice(_DOCTOR, "with severe discomfort", MAYO_CLINIC),),
    "weakness": (Advice(_GP_INFORM, "when leg muscles become weaker", NHS_INFORM),),
    "swelling": (Advice(_GP, "with swelling in the legs", NHS),),
    "swelling_one_sided": (
        Advice(
            "one leg swollen and painful is a reason for medical advice on the same day",
            "(in the United Kingdom an urgent GP appointment or NHS 111)",
            NHS_ONE_LEG,
            urgent=True,
        ),
    ),
    "redness": (Advice(_DOCTOR, "with redness or changes of the skin", MAYO_CLINIC),),
    "numbness": (Advice(_GP, "with numbness in the legs", NHS),),
    "sleep_and_fatigue": (Advice(_GP, "that disturb sleep", NHS),),
    "long_cramp": (
        Advice(
            "seek medical help at once for leg cramps",
            "that last more than 10 minutes and do not ease with exercise",
            NHS_INFORM,
            urgent=True,
        ),
        Advice(_GP, "that last more than 10 minutes", NHS),
    ),
}


def say_guidance(signs: Sequence[WarningSign], wording: Wording = "everyday") -> str:
    """What public guidance says about all signs that are recorded, page by page and each page in its own
    words; empty where none. What is asked for at once or on the same day stands first."""
    about = sorted(_about(signs), key=lambda each: not each.urgent)
    together: dict[tuple[str, str], dict[str, None]] = {}
    for each in about:
        together.setdefault((each.ask, each.source), {})[each.when] = None
    parts = [f"{ask} {listing(list(when), 'or')} ({source})" for (ask, source), when in together.items()]
    return f"{PUBLIC[wording]}{'; '.join(parts)}." if parts else ""


def guidance_of(sign: Sign, wording: Wording = "everyday") -> tuple[str, str]:
    """What public guidance says of one sign, and the pages that say it."""
    said = "; ".join(each.said for each in GUIDANCE[sign])
    pages = dict.fromkeys(each.source for each in GUIDANCE[sign])
    return f"{PUBLIC[wording]}{said}.", "; ".join(pages)


def _about(signs: Sequence[WarningSign]) -> Iterable[Advice]:
    for sign in signs:
        if sign.status == "recorded":
            yield from GUIDANCE.get(sign.name, ())

"""What is missing, by name, where a measure refused."""

from analysis.words.speech import count

# What every reason for refusing says is missing. A measure that refuses with another name gets the last sentence.
_MISSING = {
    "too_few_nights": "too few logged nights",
    "too_few_cramps": "too few cramps",
    "no_cramps": "no cramps were logged",
    "does_not_vary": "what was recorded is nearly the same every day, so nights cannot be compared",
    "not_recorded": "it was not recorded",
    "nights_without_entry_unknown": (
        "the journal holds only cramps, and nights without an entry are taken as unknown, so no rate can be "
        "given"
    ),
    "no_nights": "no nights are logged",
}
_UNKNOWN = "there is not enough in the journal to say"


def missing(reason: str | None) -> str:
    """What is missing, as the part of a sentence after a colon."""
    return _MISSING.get(reason or "", _UNKNOWN)


def more_nights(nights_needed: int | None, where: str = "") -> str:
    """``needs about 12 more logged nights``; empty where no number of nights would do or none is known."""
    if not nights_needed or nights_needed < 1:
        return ""
    return f"needs about {count(nights_needed, 'more logged night')}{where and ' ' + where}"


def not_enough(reason: str | None, nights_needed: int | None, where: str = "") -> str:
    """``not enough to say yet: too few logged nights (needs about 12 more logged nights)``."""
    needs = more_nights(nights_needed, where)
    return f"not enough to say yet: {missing(reason)}" + (f" ({needs})" if needs else "")

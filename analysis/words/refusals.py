"""What is missing, by name, where a measure refused."""

from analysis.words.speech import count

# Every reason that a measure gives. Another name gets the general sentence.
_MISSING = {
    "no_nights": "no night is logged",
    "nights_without_entry_unknown": (
        "the journal holds only cramps, and nights without an entry are taken as unknown"
    ),
    "answers_not_understood": "too many answers about cramps were not understood; say what they mean first",
    "no_cramps": "no cramp is recorded on the nights that would be compared",
    "too_few_cramps": "too few cramps to compare",
    "too_few_nights": "too few logged nights",
    "too_few_nights_before": "the journal begins too short a time before it",
    "previous_change_too_near": "another change came shortly before it",
    "next_change_too_near": "another change came soon after it",
    "does_not_vary": "it was much the same on nearly every day",
    "known_on_cramp_nights_only": (
        "it is known on nights with a cramp only, so there is nothing to compare them with"
    ),
    "one_level_only": "there are nights of one kind only, so there is nothing to compare them with",
    "outside_the_nights": "it lies before the first or after the last logged night",
    "plan_goes_on": "the plan is not over",
    "beyond_the_limit": "more nights would be needed than can sensibly be waited for",
}
_NOTHING_TO_WAIT_FOR = ("no_cramps", "known_on_cramp_nights_only")
_GENERAL = "the journal does not hold enough for it"


def missing(reason: str | None) -> str:
    """What is missing, as a part of a sentence."""
    return _MISSING.get(reason or "", _GENERAL)


# The same in as many words as a row of a chart has room for, where the whole has too many.
_BRIEFLY = {
    "nights_without_entry_unknown": "nights without entry unknown",
    "answers_not_understood": "answers not understood",
    "no_cramps": "no cramp is recorded",
    "too_few_cramps": "too few cramps",
    "too_few_nights": "too few nights",
    "too_few_nights_before": "too soon after the first night",
    "previous_change_too_near": "another change just before",
    "next_change_too_near": "another change soon after",
    "does_not_vary": "nearly the same every day",
    "known_on_cramp_nights_only": "known on cramp nights only",
    "one_level_only": "nights of one kind only",
    "outside_the_nights": "outside the logged nights",
    "plan_goes_on": "the plan is not over",
}


def missing_briefly(reason: str | None, nights_needed: int | None) -> str:
    """What is missing, for a row of a chart: ``too few nights: 12 more needed``."""
    if nights_needed is not None:
        return f"too few nights: {nights_needed} more needed"
    return _BRIEFLY.get(reason or "") or _MISSING.get(reason or "", "too little recorded")


def more_nights(nights_needed: int | None, which: str = "") -> str:
    """``needs about 12 more logged nights``; empty where no number of nights is known."""
    if nights_needed is None or nights_needed < 1:
        return ""
    return f"needs about {count(nights_needed, 'more logged night')}{which and ' ' + which}"


def not_enough(reason: str | None, nights_needed: int | None, which: str = "") -> str:
    """``not enough to say yet (too few logged nights); needs about 12 more logged nights``.

    Where more nights would not mend it there is nothing to wait for, and only that is said.
    """
    if reason in _NOTHING_TO_WAIT_FOR:
        return missing(reason)
    needs = more_nights(nights_needed, which)
    return f"not enough to say yet ({missing(reason)}){needs and '; ' + needs}"

"""Standing sentences: what the numbers are, what they cannot tell, and figures with their source."""

from collections.abc import Sequence

from analysis.journal import Journal
from analysis.words.speech import Anchor, Wording, count, listing
from analysis.words.unused import say_could_hold

_FILES_OPENED = 5  # that are named; of more, the rest stand in Journal
# What a tab needs that no file has, and how it can be had.
_NOTHING_RECORDED: dict[Anchor, str] = {
    "together": "Nothing is recorded that the cramps could be compared with. A column of fluid or activity, "
    "or a file of medication changes, adds it.",
    "nights": "These files do not say on which nights there was a cramp. In Journal you can name the column "
    "that does, or add a file with it.",
    "hydration": "No fluid is recorded. A column such as “water (mL)” or “drinks (glasses)” in the diary "
    "adds it.",
    "activity": "No activity is recorded. A column such as “activity (min)” or “steps”, or a watch’s file, "
    "adds it.",
    "medication": "No change of a medicine or treatment is recorded. A file with date, medication and change "
    "adds it.",
}


_NOT_FOUND: dict[Anchor, str] = {
    "together": "Nothing that the cramps could be compared with was found in what was read.",
    "nights": "No night with or without a cramp was found in what was read.",
    "hydration": "No fluid was found in what was read.",
    "activity": "No activity was found in what was read.",
    "medication": "No change of a medicine or treatment was found in what was read.",
}


def say_what_it_is() -> str:
    """The first sentence that a visitor reads."""
    return (
        "Open the journal of your night-time leg cramps and look at it together: how often, whether that is "
        "changing, and whether it goes with what you drink, how active you are, or a change of medicine."
    )


def files_named(files: Sequence[str], most: int) -> list[str]:
    """At most ``most`` names, then the number of the others."""
    more = len(files) - most
    return [*files[:most], *([count(more, "other file")] if more > 0 else [])]


def say_opened(files: Sequence[str], journal: Journal, added: int = 0, whose: Sequence[str] = ()) -> str:
    """What is open, with its nights; of many files the first few by name. ``added``: entries typed there.
    ``whose``: the people whose rows were chosen, of files that hold several."""
    nights, assumed = journal.nights, len(journal.nights_assumed)
    how = "with an entry" if assumed else "logged"
    entries = f"{count(len(nights), 'night')}, {int(nights['logged'].sum()) - assumed:,} {how}"
    typed = [count(added, "entry", "entries") + " added on screen"] if added else []
    names = listing([*files_named(files, _FILES_OPENED), *typed])
    names += f", rows of {listing(whose)}" if whose else ""
    return f"Opened: {names}{': ' + entries if len(nights) else ''}."


def say_lost_journal() -> str:
    """Above the first page, where this window showed a journal that the program has no more."""
    return (
        "The connection to the program broke, or it was started again, and the journal that was open is gone "
        "from it. Open its files again."
    )


def say_nothing_recorded(anchor: Anchor, *, unused: bool = False) -> str:
    """What is missing for a tab and how it can be added; KeyError for a tab that always has something.

    unused : part of the files is not used (`could_hold_more`), so that nothing can be called not recorded.
    """
    return f"{_NOT_FOUND[anchor]} {say_could_hold()}" if unused else _NOTHING_RECORDED[anchor]


def say_disclaimer() -> str:
    """Said once, plainly."""
    return (
        "Cramp Journal is not a medical device: it shows what the journal holds, it does not diagnose, and "
        "it does not replace a doctor’s judgement."
    )


def say_no_cause(wording: Wording = "everyday") -> str:
    """What one journal cannot tell."""
    if wording == "clinical":
        return "Record of one patient: associations in time only, open to confounding and to chance."
    return "One journal shows what came after what. It cannot show why."


def say_range_note(wording: Wording = "everyday") -> str:
    """What the range behind a figure means."""
    if wording == "clinical":
        return (
            "Ranges are 95 % intervals of a count model that allows for over-dispersion and for runs of "
            "cramps; q-values are Benjamini-Hochberg over all questions of this journal."
        )
    return (
        "A figure with a range, such as 2 (1 to 3): about 2, and anything from 1 to 3 fits what was logged."
    )


def say_not_kept(names: Sequence[str], cramps: float, *, unused: bool = False) -> str:
    """What the journal could hold of its cramps and does not; empty where ``names`` is.

    names : titles of the pictures that have nothing to show. cramps : how many were logged [count].
    unused : part of the files is not used, so that nothing can be called not recorded.
    """
    if not names:
        return ""
    said = listing([name[:1].lower() + name[1:] for name in names])
    if not cramps:
        return f"No cramp is recorded, so there is nothing to show of {said}."
    if unused:
        return f"Not found in what was read: {said}. {say_could_hold()}"
    them = "it" if len(names) == 1 else "each"
    return f"Not recorded in this journal: {said}. A column in the diary would hold {them}."


def say_levels_note(wording: Wording = "everyday") -> str:
    """How the picture of rates by level is read: what its dots and its line are."""
    if wording == "clinical":
        return "Dots: crude rate at each level, 95 % CI. Line and band: joint model, other exposures held."
    return (
        "Dots: the nights at each level as logged, each with its range. Line and band: all nights together, "
        "other things equal."
    )


def say_chance_note(wording: Wording = "everyday") -> str:
    """How large a fall comes by chance alone, from this project's own simulation.

    2.6 cramps a week, 28 nights against 28, no true change at all: a fall of 50 % or more in 8 % of journals
    with independent nights, in 20 % with runs, in 20 to 49 % where treatment begins after a bad month.
    """
    if wording == "clinical":
        return (
            "With no true change (2.6 cramps/week, 28 v 28 nights) the observed rate falls by 50 % or more "
            "in 8 % (independent nights) to 20 % (clustered nights) of simulated journals, and in 20 to 49 % "
            "where treatment begins after a bad month. Source: Cramp Journal’s own simulation."
        )
    return (
        "Cramps come in runs, so they can halve by chance. With no true change at all, at 2.6 cramps a week, "
        "4 weeks had at most half as many as the 4 weeks before in 8 to 20 of 100 simulated journals, and in "
        "20 to 49 of 100 when something was begun after a bad month. Source: Cramp Journal’s own simulation."
    )


def say_dummy_note(wording: Wording = "everyday") -> str:
    """The fall in the placebo arm of a published trial: 8.51 to 5.48 cramps a week, 36 %."""
    arm = "the placebo arm" if wording == "clinical" else "the people who were given dummy tablets"
    return (
        f"In a magnesium trial {arm} went from 8.51 to 5.48 cramps a week, 36 % fewer, with no active "
        "medicine at all. Source: PMID 28241153."
    )

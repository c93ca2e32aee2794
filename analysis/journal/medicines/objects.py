"""Whether a medicine is what somebody started or stopped, and not what stopped a cramp."""

from analysis.journal.cells import alternatives, late_pattern, vocabulary
from analysis.journal.medicines.doses import DAY_WORDS, NUMBER, UNIT, UNITS, any_of
from analysis.journal.medicines.names import beside_its_name

_ACTED_ON = any_of(vocabulary("what a medicine acts on"))
_HAS_ACTED_ON = late_pattern(_ACTED_ON)
_BEFORE_IT = alternatives(vocabulary("before what a medicine acts on"))
_AUXILIARY = rf"(?:(?:{alternatives(vocabulary('auxiliary'))}|have|has|had|hat|haben|a|ont|heeft|ha|han) )*"
_SUBJECT = late_pattern(rf"{_ACTED_ON} {_AUXILIARY}$")
_BACKGROUND = late_pattern(
    rf"(?:{alternatives(vocabulary('background of a change'))})"
    r"(?: (?:i|i've|i have|i had|we|having|ich|je|j'ai|yo|he|io|ho|ik))?$"
)
_NEGATED = late_pattern(any_of(vocabulary("not taken at an end")))
_SOMETHING_ELSE = late_pattern(
    rf"[a-z]{{3,}} (?:{alternatives(vocabulary('before a name'))}|after|by|in|for) $"
)
_AN_OBJECT = late_pattern(
    rf"(?:{_BEFORE_IT}) (?!(?:{alternatives(vocabulary('word of time'))})(?![a-z]))[a-z]"
)
_JOINED = [[word] for word in vocabulary("but before a no")]
_TAIL = late_pattern(
    any_of([*vocabulary("after a name"), "for", "with", "by", "on", "at", "mit", "bei"]) + ".*"
)
_SINGLE = late_pattern(
    rf"(?:a|an|one|1|eine|une|una|een) (?:(?!{NUMBER} ?(?:{UNIT}))[a-z]+ ){{1,3}}"
    r"(?:tablet|tab|pill|capsule|tablette|kapsel|comprime|pastilla|compressa|pil)(?![a-z])"
    rf"(?! {DAY_WORDS}\b)"  # one a day is how it is taken
)


def is_background(before_verb: str) -> bool:
    """Whether the words before a verb tell that its change was earlier: "since I" (stopped)."""
    return _BACKGROUND.search(before_verb) is not None


def is_object_behind(before_verb: str, after_verb: str, change: str) -> bool:
    """Whether a known medicine behind the verb is what was changed: not in "cramps stopped thanks to it"."""
    single = change == "stop" and _SINGLE.match(after_verb)
    if single or _SUBJECT.search(f"{before_verb} "):
        return False
    between = beside_its_name(after_verb)[0]
    # "Solgar magnesium" has its maker before it; "thanks to magnesium" says something else.
    return not (_HAS_ACTED_ON.search(between) or _SOMETHING_ELSE.search(f"{between} "))


def is_object_before(before_verb: str, after_verb: str) -> bool:
    """Whether a known medicine before the verb is what was changed: not in "it reduced the pain"."""
    if _SUBJECT.search(f"{before_verb} ") or _NEGATED.match(before_verb):
        return False
    behind = _TAIL.sub("", after_verb)
    return not (_AN_OBJECT.match(behind) or _HAS_ACTED_ON.search(behind))


def is_counted_out(before_adjective: str, after_adjective: str) -> bool:
    """Whether "more", "less" or "new" stands before a medicine alone, and not before what happened to it:
    "more tablets bought"."""
    taken = {*vocabulary("beside a medicine"), *vocabulary("before a name"), *UNITS}
    if any(word not in taken for word in before_adjective.split() if not word[0].isdecimal()):
        return False
    return not beside_its_name(_TAIL.sub("", after_adjective))[1]


def is_alone(before_time: str, after_time: str) -> bool:
    """Whether "from tonight" stands beside a medicine alone: not in "since today magnesium helps"."""
    for words in (before_time, after_time):
        left, right = beside_its_name(_TAIL.sub("", words))
        if not vocabulary("intake heading").keys() >= set(right.split()) or left.split()[-1:] in _JOINED:
            return False
    return True


def is_acted_on(name: str) -> bool:
    """Whether words that are no known medicine are what one could act on: "the cramp"."""
    return _HAS_ACTED_ON.search(name) is not None

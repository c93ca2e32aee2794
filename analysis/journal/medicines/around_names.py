"""Changes whose words stand around the name, as one verb before it: "no magnesium any more" is "stop
magnesium"."""

import re
from typing import NamedTuple, cast

from analysis.journal.cells import late_pattern, vocabulary
from analysis.journal.medicines.statements import Change

_NAME = "*"


def _pattern(phrase: str, kind: str) -> re.Pattern[str]:
    before, _, after = (re.escape(part.strip()) for part in phrase.partition(_NAME))
    # "Last ibuprofen today at 18" tells an hour, and "cut it out of caution" a reason.
    ends = "(?! of )" if kind == "stop" else "(?= ?$| ?[)\\]])"
    behind = f" (.{{2,40}}?) {after}(?![a-z]){ends}" if after else "( .+)"
    return late_pattern(rf"(?<![a-z]){before}{behind}")


_PHRASES = [
    (_pattern(phrase, kind), kind)
    for phrase, kind in vocabulary("change around a name").items()
    if _NAME in phrase
]
_RUN = late_pattern("[a-z]+")
# One word of each phrase, the rarer one behind the name where there is one.
AROUND_WORDS = tuple(
    _RUN.findall(phrase.partition(_NAME)[2] or phrase)[-1]
    for phrase in vocabulary("change around a name")
    if _NAME in phrase
)


class OneVerb(NamedTuple):
    """A clause with one verb, and how many nights later its change is."""

    clause: str
    nights: int


def with_one_verb(clause: str) -> OneVerb | None:
    """A plain ``clause`` whose change stands around the name with a verb instead; None for others.

    >>> with_one_verb("no magnesium any more")
    OneVerb(clause='stop magnesium', nights=0)
    >>> with_one_verb("took my last quinine")
    OneVerb(clause='stop quinine', nights=1)
    """
    for pattern, kind in _PHRASES:
        if found := pattern.search(clause):
            change = cast(Change, "stop" if kind == "last" else kind)
            rest = f"{clause[: found.start()]}{change} {found[1].strip()} {clause[found.end() :]}"
            return OneVerb(" ".join(rest.split()), int(kind == "last"))
    return None

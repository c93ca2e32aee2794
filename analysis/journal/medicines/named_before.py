"""The medicine that "first one tonight" means: the one that the words before it name."""

import re

from analysis.journal.cells import alternatives, vocabulary
from analysis.journal.medicines.classes import resolve
from analysis.journal.medicines.doses import NUMBER, UNIT
from analysis.journal.medicines.names import Memory

_ORDER = alternatives(vocabulary("first or last of a medicine"))
_ONE = alternatives(vocabulary("stands for a medicine"))
_THEN = "tonight|today|this|heute|ce soir|esta|stasera|vanavond"
_FIRST_ONE = re.compile(rf"(?<![a-z])(?P<order>{_ORDER}) (?:(?:{_ONE}) )?(?=(?:{_THEN})(?![a-z]))")
_MOST_WORDS = 12


def with_name_before(clause: str, before: str, memory: Memory) -> str:
    """A plain ``clause`` with the name of the medicine that its first or last "one" is: it stands before
    that word, or else is the only one of the clause ``before``. Any other clause as it is.

    >>> with_name_before("first one tonight", "gp prescribed quinine 200 mg", {})
    'first quinine 200 mg tonight'
    >>> with_name_before("magnesium last one tonight", "", {})
    'last magnesium tonight'
    """
    found = _FIRST_ONE.search(clause)
    if found is None:
        return clause
    own = clause[: found.start()].strip(" -:,")
    name = _name_in(own, memory) if own else _name_in(before, memory)
    return f"{found['order']} {name} {clause[found.end() :]}" if name else clause


def _name_in(words: str, memory: Memory) -> str:
    """The one known medicine that the words name, with the dose behind it; "" where they name none, or
    several.
    """
    tokens = words.split()[-_MOST_WORDS:]
    named = [at for at, token in enumerate(tokens) if resolve(token, memory).generic is not None]
    if len(named) == 1:
        behind = _DOSE.match(" ".join(tokens[named[0] + 1 :]))
        return f"{tokens[named[0]]} {behind[0] if behind else ''}".strip()
    ends = [" ".join(tokens[at:]) for at in reversed(range(len(tokens)))]
    return "" if named else next((end for end in ends if resolve(end, memory).generic is not None), "")


_DOSE = re.compile(rf"{NUMBER} ?(?:{UNIT})?(?![a-z])")

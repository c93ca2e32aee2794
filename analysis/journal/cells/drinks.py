"""How many drinks, as people write them: "2 beers", "1 cup + 1 espresso"."""

import re

from analysis.journal.cells.answers import read_yes_no
from analysis.journal.cells.numbers import DecimalMark, read_number
from analysis.journal.cells.values import Cell, plain
from analysis.journal.cells.words import alternatives, words_of

_PARTS = re.compile(r" ?(?:\+|&|;|, |\band\b|\bplus\b|\bund\b|\bet\b|\by\b) ?")
# A bottle or a pot is more than one drink, and how many nobody said.
_NOUN = re.compile(
    rf"(?<=[\da-z]) ?\b(?:(?:{alternatives(words_of('size of a drink'))}) )?"
    rf"(?:{alternatives(words_of('drink'))})"
    rf"(?: (?:of |de |d'|di )?(?:red |white )?(?:{alternatives(words_of('what a glass holds'))}))?$"
)


def read_drinks(text: str, decimal: DecimalMark) -> Cell:
    """A number of drinks [drinks]; a yes is one, the least that it can mean."""
    cell = read_number(text, decimal)
    if cell.value is not None or not cell.problem:
        return cell
    answer = read_yes_no(text)
    if answer.value is not None and not answer.repaired:
        return (
            Cell(float(answer.value), True, "yes is read as 1 drink, the least that it can mean")
            if answer.value
            else Cell(0.0)
        )
    parts = [_NOUN.sub("", part.strip()) for part in _PARTS.split(plain(text[:_LONGEST]))]
    numbers = [read_number(part, decimal) for part in parts]
    found = [number.value for number in numbers if number.value is not None]
    if len(text) > _LONGEST or len(found) < len(parts):
        return cell
    said = ["several drinks, added up"] if len(parts) > 1 else []
    said += [number.problem for number in numbers if number.problem]
    return Cell(sum(found), bool(said), "; ".join(dict.fromkeys(said)) or None)


_LONGEST = 60  # characters

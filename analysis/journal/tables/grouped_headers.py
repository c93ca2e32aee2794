"""A header of two lines, the upper of which groups the columns: "Left leg" above "Cramps" and "Pain"."""

from collections import Counter
from collections.abc import Sequence

from analysis.journal.cells import plain


def with_groups(above: Sequence[str], header: Sequence[str]) -> list[str] | None:
    """The header with the group of a column before its name, where names stand twice and groups tell them
    apart; None where the line above is no line of groups.
    """
    names = Counter(plain(name) for name in header if name)
    twice = {at for at, name in enumerate(header) if name and names[plain(name)] > 1}
    begins = [at for at, cell in enumerate(above) if cell]
    if not twice or len(begins) < 2 or not set(begins) & twice:
        return None
    groups = ["" for _ in header]
    held = ""
    for at in range(len(header)):
        held = above[at] if at < len(above) and above[at] else held
        groups[at] = held
    made = []
    for at, name in enumerate(header):
        alone = at < len(above) and above[at] and not name
        made.append(above[at] if alone else f"{groups[at]} {name}".strip() if at in twice else name)
    return made if all(count == 1 for name, count in Counter(map(plain, made)).items() if name) else None

"""Headings in two rows, as merged cells give them: "Cramps" above "Left" and "Right"."""

from collections.abc import Sequence

from analysis.journal.cells import of_other_cramps, unit_of_header, vocabulary, words_of
from analysis.journal.fields import headers
from analysis.journal.medicines import resolve
from analysis.journal.tables.cramp_headings import cramp_header
from analysis.journal.tables.headings import heading, heading_words

_LONGEST_NAME = 60  # characters


def joined_with_below(
    header: Sequence[str], below: Sequence[str], following: Sequence[str]
) -> list[str] | None:
    """A header with the row of names below it, ``following`` being the first row of data; None where that
    row is data itself. It names columns that the header leaves open, and has nothing where the rows begin,
    or the name of a date.
    """
    names = [at for at, cell in enumerate(below) if cell]
    if not names or not header or not following or not all(map(_is_name, filter(None, below))):
        return None
    first = next((at for at, cell in enumerate(header) if cell), 0)
    opened = [at for at in names if at > first and (at >= len(header) or not header[at])]
    dated = any("night" in heading(cell).fields for cell in below[: first + 1])
    begins = next((at for at, cell in enumerate(following) if cell), None)
    if not opened or begins is None or begins > first or (names[0] <= first and not dated):
        return None
    joined = _joined(header, below)
    # Answers below a heading ("none") leave nothing of what it means.
    meant = [(one, heading(cell).fields) for one, cell in zip(joined, header, strict=False)]
    kept = all(
        heading(one).fields or ("medication" in fields and resolve(one).generic is not None)
        for one, fields in meant
        if fields
    )
    return joined if kept else None


def joined_with_above(above: Sequence[str], header: Sequence[str]) -> list[str] | None:
    """A header with the row of groups above it; None where that row is a title. A group stands over several
    columns, of which only the first has its name.
    """
    groups = [at for at, cell in enumerate(above) if cell]
    if not groups or not all(map(_is_name, filter(None, above))) or (len(groups) == 1 and groups[0] == 0):
        return None
    if not any(at not in groups and cell for at, cell in enumerate(header[groups[0] :], groups[0])):
        return None
    joined = _joined(above, header)
    return None if joined == list(header) else joined


def _is_name(cell: str) -> bool:
    return len(cell) <= _LONGEST_NAME and any(map(str.isalpha, cell)) and not cell[0].isdecimal()


def _joined(groups: Sequence[str], names: Sequence[str]) -> list[str]:
    beside_cramps = any(map(_is_of_cramps_alone, filter(None, groups)))
    made: list[str] = []
    group = ""
    for at in range(max(len(groups), len(names))):
        own = groups[at] if at < len(groups) else ""
        name = names[at] if at < len(names) else ""
        group = own or group
        if name and _is_of_something_else(group, name, beside_cramps=beside_cramps):
            made.append(f"{group} {name}")
        else:
            made.append(_one(group, name) if name else own)
    return made


def _is_of_cramps_alone(group: str) -> bool:
    named = cramp_header(heading_words(group))
    return named is not None and named.bare and not named.other


def _is_of_something_else(group: str, name: str, *, beside_cramps: bool) -> bool:
    """Whether a name that by itself is of the leg cramps stands under another group: the pain of "Stomach
    cramps" or, ``beside_cramps`` with a group of their own, that of "Headache" or the time of a "Walk".
    """
    words = heading_words(group)
    named = heading(name)
    if named.fields:
        table = headers()[named.fields[0]].table
        if table not in ("cramp", "night") and named.fields[0] != "ended":
            return False
        if table == "night" and named.fields[0] != "cramps" and not of_other_cramps(words):
            return False
    elif not named.counts_anything:
        return False
    if of_other_cramps(words):
        return True
    if not beside_cramps or cramp_header(words) is not None or words in words_of("group of the cramp"):
        return False
    if all(token in {**vocabulary("side"), **vocabulary("muscle")} for token in words.split()):
        return False
    of_group = heading(group).fields[:1]
    return not of_group or headers()[of_group[0]].table not in ("cramp", "file")


def _one(group: str, name: str) -> str:
    """The heading of a column from its group's and its own: both, where only that says what it holds."""
    if not group or heading_words(group) == heading_words(name):
        return name
    both = f"{group} {name}"
    alone, together = heading(name).fields, heading(both).fields
    if alone[:1] == together[:1] != () and heading(both).part and not heading(name).part:
        return both  # of one leg alone
    if cramp_header(heading_words(group)) is not None:
        return both if together and together[:1] != alone[:1] else name
    if not alone and heading(group).fields:
        _, unit = unit_of_header(f"x ({name.strip('()[] ')})")
        if unit is not None:
            return f"{group} ({name.strip('()[] ')})"
        return both if together else name
    return name

"""Empty cells that are coloured: a colour may be an answer, and nobody reads it here, so it is said."""

from collections import defaultdict
from collections.abc import Sequence

from analysis.journal.tables.sheet_parts import Place, attributes, cells_of, column_letters, tags

_NO_FILL = b"0"
_WHITE = (b"FFFFFFFF", b"00FFFFFF", b"FFFFFF")
_MOST_NAMED = 8


def fills_of(styles: bytes) -> dict[bytes, bytes]:
    """By style the fill of its cells, from the XML of a workbook's styles; styles without a colour apart."""
    coloured = {
        str(at).encode()
        for at, fill in enumerate(_section(styles, b"fills").split(b"<fill>")[1:])
        if _has_colour(fill)
    }
    styled = enumerate(tags(_section(styles, b"cellXfs"), b"xf"))
    fills = ((str(at).encode(), xf.get(b"fillId", _NO_FILL)) for at, xf in styled)
    return {style: fill for style, fill in fills if fill in coloured}


def _section(styles: bytes, name: bytes) -> bytes:
    return styles.partition(b"<" + name)[2].partition(b"</" + name + b">")[0]


def _has_colour(fill: bytes) -> bool:
    _, begins, opening = fill.partition(b"<fgColor")
    told = attributes(opening.partition(b">")[0])
    white = told.get(b"rgb", b"").upper() in _WHITE or told in ({b"theme": b"0"}, {b"indexed": b"9"})
    return b'"solid"' in fill and bool(begins) and not white


def say_coloured(xml: bytes, fills: dict[bytes, bytes], records: Sequence[Sequence[str]]) -> list[str]:
    """What is said of the columns in which the colour of empty cells differs from row to row and is not that
    of the whole row.
    """
    if not fills:
        return []
    of_row: dict[int, dict[int, bytes]] = defaultdict(dict)
    for (row, column), body in cells_of(xml, b's="'):
        if 0 < row <= len(records) and any(records[row - 1]):
            style = attributes(body.partition(b">")[0]).get(b"s", b"")
            of_row[row][column] = fills.get(style, _NO_FILL)
    of_column: dict[int, set[bytes]] = defaultdict(set)
    coloured: dict[int, int] = defaultdict(int)
    for row, cells in of_row.items():
        written = {cells.get(at, _NO_FILL) for at, cell in enumerate(records[row - 1], start=1) if cell}
        for column, fill in cells.items():
            if _is_empty(records, (row, column)):
                of_column[column].add(fill)
                coloured[column] += fill != _NO_FILL and written != {fill}
    told = [at for at in sorted(coloured) if coloured[at] and (len(of_column[at]) > 1 or _mixed(records, at))]
    if not told:
        return []
    named = ", ".join(f"{column_letters(at)} ({coloured[at]})" for at in told[:_MOST_NAMED])
    more = f" and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
    return [
        f"colours are not read, and empty cells are coloured in column {named}{more}: write into them what "
        "the colour means, such as yes and no"
    ]


def _is_empty(records: Sequence[Sequence[str]], place: Place) -> bool:
    row, column = place
    return column > len(records[row - 1]) or not records[row - 1][column - 1]


def _mixed(records: Sequence[Sequence[str]], column: int) -> bool:
    """Whether some rows below the heading of a column hold something in it, and others do not."""
    held = [bool(record[column - 1]) for record in records if any(record) and column <= len(record)]
    return any(held[1:]) and not all(held)

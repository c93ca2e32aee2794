"""What only changes how other characters are shown: controls (C0 and C1) and marks of direction."""

DIRECTIONS = (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
SILENT = (*range(9), 11, 12, *range(14, 32), *range(127, 160), *DIRECTIONS)
_CONTROL = dict.fromkeys(SILENT) | dict.fromkeys((0x85, 0x2028, 0x2029), "\n") | {0xA0: " "}


def without_silent(text: str) -> str:
    """The text as it reads, without outer spaces.

    >>> without_silent(" \\x1b[31mMag\\u202enesium")
    '[31mMagnesium'
    """
    return (text if text.isprintable() else text.translate(_CONTROL)).strip()

"""How many files, and how much of them together, one journal may have."""

from collections.abc import Iterable, Sequence

from analysis.journal.tables import UnreadableFile

MOST_TOGETHER = 60_000_000  # bytes: three of the largest; a journal of ten years has 1 to 5 MB
MOST_FILES = 2000  # a file a night for five years

Files = list[tuple[str, bytes]]


class Together:
    """The files of one journal as they are taken, one after the other; one beyond the bounds is refused, and
    a smaller one after it may still fit.

    >>> taken = Together()
    >>> taken.take(1000)
    >>> taken.files, taken.size
    (1, 1000)
    """

    def __init__(self, held: Sequence[tuple[str, bytes]] = ()) -> None:
        """``held``: files that were taken before, whatever they come to."""
        self.files, self.size = len(held), sum(len(content) for _, content in held)

    def take(self, size: int) -> None:
        """Counts a file of so many bytes. Raises UnreadableFile where it does not fit."""
        if self.files + 1 > MOST_FILES:
            raise UnreadableFile(
                f"More than {MOST_FILES:,} files were given, which is more than one journal can be; leave "
                "some out."
            )
        if self.size + size > MOST_TOGETHER:
            raise UnreadableFile(
                f"With this one the files have more than {MOST_TOGETHER // 1_000_000} MB together, which is "
                "more than one journal can be; leave some out."
            )
        self.files += 1
        self.size += size


def which_fit(held: Sequence[tuple[str, bytes]], arrived: Iterable[tuple[str, bytes]]) -> tuple[Files, int]:
    """Those of the files that arrived which fit beside those that are held, and how many do not [files]."""
    together, fit, too_much = Together(held), Files(), 0
    for name, content in arrived:
        try:
            together.take(len(content))
        except UnreadableFile:
            too_much += 1
        else:
            fit.append((name, content))
    return fit, too_much

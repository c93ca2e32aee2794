"""Textbook statistics that need no model of clustering: q-values over many questions."""

from collections.abc import Sequence


def benjamini_hochberg(p_values: Sequence[float | None]) -> list[float | None]:
    """The q-value of each p-value over all that are not None.

    Benjamini and Hochberg, J R Stat Soc B 1995;57:289-300.
    """
    asked = [index for index, p_value in enumerate(p_values) if p_value is not None]
    q_values: list[float | None] = [None] * len(p_values)
    smallest = 1.0
    ordered = sorted(asked, key=lambda index: p_values[index] or 0.0, reverse=True)
    for rank, index in zip(range(len(asked), 0, -1), ordered, strict=True):
        smallest = min(smallest, (p_values[index] or 0.0) * len(asked) / rank)
        q_values[index] = smallest
    return q_values

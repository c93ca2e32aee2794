"""Names of weekdays and months in a clause about a medicine: those that are no other words there."""

from analysis.journal.cells import vocabulary, words_of

# By themselves, and beside a word such as "on" also by their first letters.
LONG_WEEKDAYS = tuple(word for word in vocabulary("weekday") if len(word) > 4 and word.isascii())
WEEKDAYS = (*LONG_WEEKDAYS, *words_of("short weekday"))
# Behind the name of a medicine: "sat" and "sun" are other words, too.
_WORDS_TOO = frozenset({"sat", "sun"})
WEEKDAYS_AFTER_A_NAME = tuple(
    word
    for word in vocabulary("weekday")
    if len(word) > 3 or word in {*words_of("short weekday")} - _WORDS_TOO
)
_MONTHS = tuple(word for word in vocabulary("month") if word.isascii() and word.isalpha())
# Beside a number or a word such as "on".
MONTHS_BESIDE_A_DAY = tuple(word for word in _MONTHS if len(word) > 2)
# By themselves: not "set", "out" or "mag", which are other words, too.
MONTHS = (*(word for word in _MONTHS if len(word) > 4), *words_of("short month"))

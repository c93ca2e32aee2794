"""What one cell says of a dose that was due: taken, not taken, or nothing yet."""

from analysis.journal.cells import alternatives, late_pattern, plain, vocabulary, words_of

_LONGEST = 80  # characters; longer is a remark
_BRACKETS = late_pattern(r"[(\[][^)\]]*[)\]]?")
_REMARK = late_pattern(r" - |[;,]|:(?!\d)")
_AT = alternatives(words_of("at a time of intake"))
CLOCK = r"\d{1,2}(?:[:.h]\d{2}){1,2}(?: ?[ap]\.?m\.?)?(?: ?(?:h|uhr|uur))?|\d{1,2} ?(?:[ap]\.?m\.?|uhr|uur|h)"
_AT_A_TIME = late_pattern(rf"\s*(?:(?<= )(?:{_AT}) ?)?(?:{CLOCK})$")


def said_of_intake(cell: str) -> str | None:
    """ "taken", "not taken" or "nothing" as a status says it, also beside a clock time or a remark; None for
    other words.

    >>> said_of_intake("Taken (08:02)"), said_of_intake("Übersprungen: vergessen"), said_of_intake("400 mg")
    ('taken', 'not taken', None)
    """
    known = vocabulary("intake")
    words = plain(cell[:_LONGEST]).strip(" .!")
    if words in known:
        return known[words]
    bare = _AT_A_TIME.sub("", " ".join(_BRACKETS.sub(" ", words).split()))
    first = _AT_A_TIME.sub("", _REMARK.split(bare)[0].strip()).strip(" .!")
    return None if first.isdecimal() else known.get(first)  # "1, 2" is no yes

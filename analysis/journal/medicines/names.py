"""Which medicine a few words name: exactly, or by careful spelling. A wrong match is worse than none."""

from analysis.journal.cells import late_pattern, vocabulary
from analysis.journal.medicines.known import combinations, index_of_names, known_medicines, name_words
from analysis.journal.medicines.spelling import SHORTEST, spelled

Memory = dict[
    str, str | None
]  # words -> generic name; a patient's words, so it lives no longer than one reading

# What stands beside a name and says when, how often or in what form it is taken.
_BESIDE = vocabulary("beside a medicine")


_AND = frozenset({"and", "und", "et", "y", "plus", "with", "mit"})


def generic_of(whole: str, without_dose: str, memory: Memory | None = None) -> str | None:
    """The generic name that the words mean; None where none is known or more than one could be meant.

    First the known names, the longest first, in the ``whole`` and ``without_dose``; then careful spelling.
    ``memory`` keeps what misspelled words were read as, for as long as the caller keeps it.
    """
    index = index_of_names()
    memory = {} if memory is None else memory
    whole, without_dose = _without_salts(whole), _without_salts(without_dose)
    for words in (whole, without_dose):
        if words in index:
            return index[words]
    for words in (whole, without_dose):
        if combined := _with_a_thiazide(words):
            return combined
    for words in (whole, without_dose):
        tokens = words.split()
        if named := _names_inside(tokens):
            return _one_of(named, tokens, memory)
    tokens = [token for token in without_dose.split() if token not in _BESIDE and not token.isdecimal()]
    if not 1 <= len(tokens) <= 3:
        return None
    # "Atacanld Plus": first with the words that usually stand beside a name, since they can be part of one.
    if (
        len(without_dose.split()) == len(tokens) + 1
        and (meant := _remembered(without_dose, memory)) is not None
    ):
        return meant
    if (meant := _remembered(" ".join(tokens), memory)) is not None or len(tokens) == 1:
        return meant
    parts = {_remembered(token, memory) for token in tokens}
    # Every word has to be a name: "magnetic bracelet" is no medicine because half of it looks like one.
    return parts.pop() if len(parts) == 1 else None


_SALT = late_pattern(rf"({'[a-z]' * SHORTEST}[a-z]*)(?:{'|'.join(vocabulary('salt'))})")


def _without_salts(words: str) -> str:
    """The words without the salt that is written in one with a name: "Losartankalium". That of a mineral is
    a name of its own."""
    return " ".join(map(_without_salt, words.split()))


def _without_salt(word: str) -> str:
    if word in index_of_names() or (found := _SALT.fullmatch(word)) is None:
        return word
    generic = index_of_names().get(found[1])
    return word if generic is None or generic in vocabulary("mineral") else found[1]


_WITH_A_THIAZIDE = late_pattern(
    r"(?:co (?P<after>[a-z ]+?)|(?P<before>[a-z ]+?) (?:plus|comp|compositum|hct|hctz|diu|diuretic))"
    r"(?: \d[\d a-z]*)?"
)


def _with_a_thiazide(words: str) -> str | None:
    """ "Micardis Plus", "ramipril comp", "Co-Tareg": the name of a medicine that is also sold with
    hydrochlorothiazide, with the word that says so."""
    found = _WITH_A_THIAZIDE.fullmatch(words)
    alone = index_of_names().get(found["after"] or found["before"]) if found else None
    combined = f"{alone} and hydrochlorothiazide"
    return combined if combined in known_medicines() else None


def _names_inside(tokens: list[str]) -> list[tuple[str, int, int]]:
    """The known names among the words, the longest at each place: generic, first word, word after it."""
    index, found, at = index_of_names(), [], 0
    while at < len(tokens):
        for end in range(min(len(tokens), at + 6), at, -1):
            words = " ".join(tokens[at:end])
            # "K2" alone may be a name; inside other words two letters are too little.
            if words in index and (len(words) > 2 or len(tokens) <= 2):
                found.append((index[words], at, end))
                at = end
                break
        else:
            at += 1
    return found


def beside_its_name(words: str) -> tuple[str, str]:
    """Other words before the first and behind the last known name, as far as they do not only say how it is
    taken: up to the last such word before it, from the first behind it. Empty where no name stands there.

    >>> beside_its_name("thanks to the magnesium")
    ('thanks to the', '')
    >>> beside_its_name("magnesium tablets bought")
    ('', 'bought')
    """
    tokens = name_words(_without_salts(words)).split()
    named = _names_inside(tokens)
    if not named:
        return "", ""
    strange = [
        not (token in _BESIDE or token in vocabulary("before a name") or token[0].isdecimal())
        for token in tokens
    ]
    first, last = named[0][1], named[-1][2]
    begins = strange.index(True) if any(strange[:first]) else first
    behind = strange.index(True, last) if any(strange[last:]) else len(tokens)
    return " ".join(tokens[begins:first]), " ".join(tokens[behind:])


def _one_of(named: list[tuple[str, int, int]], tokens: list[str], memory: Memory) -> str | None:
    """The one medicine that the names mean: theirs if all mean one, or the combination of exactly these."""
    generics = {name for name, _, _ in named}
    covered = {at for _, first, last in named for at in range(first, last)}
    others = [
        word
        for at, word in enumerate(tokens)
        if at not in covered and word not in _BESIDE and not word.isdecimal() and not word[0].isdecimal()
    ]
    ordinary = any(" ".join(tokens[first:last]) in vocabulary("ordinary word") for _, first, last in named)
    if len(others) > (0 if ordinary else 2):
        return None
    if others:
        # "magnesium aspratat": the whole is nearer to a longer name.
        words = [word for word in tokens if word not in _BESIDE and not word[0].isdecimal()]
        if (whole := _remembered(" ".join(words), memory)) is not None:
            return whole
        # "amlodipine and benazperil": a misspelled partner makes a combination, an unknown one nothing.
        partners = {_remembered(each, memory) for each in (" ".join(others), *others)}
        partners.discard(None)
        if not partners and any(word in _AND for word in tokens):
            return None
        generics |= {partner for partner in partners if partner is not None}
    return generics.pop() if len(generics) == 1 else combinations().get(frozenset(generics))


def _remembered(words: str, memory: Memory) -> str | None:
    if words not in memory:
        memory[words] = spelled(words)
    return memory[words]

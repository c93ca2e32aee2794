"""An amount in a sentence: "water 1.5 L", "30 min walk", "2 glasses of wine", "pain 7/10"."""

import re

from analysis.journal.cells import late_pattern, plain, vocabulary, words_of
from analysis.journal.tables import heading

_VOLUMES = (
    r"ml|cl|dl|l|lit(?:re|er)s?|liters?|litros?|litri|fl\.? ?oz|oz|pints?|cups?|glass(?:es)?|glas(?:er)?|"
    r"verres?|vasos?|glazen|bicchier[ei]|tassen?|tasses?|tazas?"
)
_TIMES = r"min(?:ute)?[sn]?|minutos?|minuti|h|hrs?|hours?|std|stunden?|heures?|horas?|uur|ore"
_UNITS = {
    "hydration": _VOLUMES,
    "activity": _TIMES,
    "sleep": _TIMES,
    "standing": _TIMES,
    "sitting": _TIMES,
    "steps": "",
    "caffeine": r"|cups?|mugs?|tassen?|tasses?|tazas?|glass(?:es)?",
    "alcohol": r"|glass(?:es)?|glas(?:er)?|verres?|copas?|glazen|bicchier[ei]|pints?|units?",
    "fatigue": r"|/ ?10",
}
_NUMBER = r"\d{1,6}(?:[.,]\d{1,3})*"
_ABOUT = r"(?:about |around |approx\.? |ca\.? |~ ?|for |etwa |environ )?"
_VALUE = rf"{_ABOUT}(?P<number>{_NUMBER}|[a-z]{{1,8}}) ?(?P<unit>/ ?10|[a-z]{{1,8}}\.?(?: oz)?)?"
_OF = r"(?:of |de |d'|di |von |van )?"
_LABEL_FIRST = late_pattern(rf"(?P<label>[a-z][a-z '-]{{1,40}}?) ?[:=]? {_VALUE}")
_LABEL_LAST = late_pattern(rf"{_VALUE} {_OF}(?P<label>[a-z][a-z '-]{{1,40}})")
_VERB_FIRST = late_pattern(rf"(?P<verb>[a-z]{{2,12}}) {_LABEL_LAST.pattern}")
_COUNTED = late_pattern(
    rf"(?:had |drank )?(?P<number>{_NUMBER}|[a-z]{{1,8}})(?P<unit>) (?P<label>[a-z]{{3,20}})"
)


def amount_in(words: str) -> tuple[str, str] | None:
    """The field and the cell of a part, as plain words, that is nothing but an amount; None for any other.

    >>> amount_in("drank 1.5 l water"), amount_in("2 glasses of wine"), amount_in("should drink 2 l")
    (('hydration', '1.5 l'), ('alcohol', '2'), None)
    """
    words = re.sub(r"(?<=[:=])(?=\S)", " ", words)
    for form in (_LABEL_LAST, _VERB_FIRST, _COUNTED, _LABEL_FIRST):
        found = form.fullmatch(words)
        if found is None:
            continue
        name = _field(found["label"])
        verb = found.groupdict().get("verb")
        if name is None or (
            verb
            and _field(verb) not in (name, "hydration")
            and verb not in (*words_of("before an amount"), *words_of("oneself"))
        ):
            continue
        unit = (found["unit"] or "").strip(". ")
        if (number := _number(found["number"])) and re.fullmatch(f"(?:{_UNITS[name]})", unit):
            return name, _cell(name, number, unit)
    return None


def _field(label: str) -> str | None:
    found = heading(plain(label).strip(" :-'"))
    name = found.fields[0] if found.fields and found.why == "its name" else ""
    return name if name in _UNITS else None


def _number(text: str) -> str | None:
    if text[0].isdecimal():
        return text
    word = vocabulary("number").get(text)
    return word if word and word != "0" else None


def _cell(name: str, number: str, unit: str) -> str:
    return number if name in ("caffeine", "alcohol", "steps") else f"{number} {unit}".strip()

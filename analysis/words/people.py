"""What was typed about the patient."""

from analysis.journal import Person
from analysis.words.speech import capital, full_stop


def say_person(person: Person) -> list[str]:
    """What is known of the patient in one line, a line for every question; nothing of what was not said."""
    facts = [
        f"{person.age} years" if person.age is not None else "",
        {True: "pregnant", False: "not pregnant", None: ""}[person.pregnant],
        *person.conditions,
        f"in the family: {person.family_history}" if person.family_history else "",
    ]
    known = capital("; ".join(fact for fact in facts if fact))
    return [line for line in (full_stop(known), *(f"To ask: {each}" for each in person.questions)) if line]

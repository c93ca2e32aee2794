"""One part of a line about cramps. The oracle is what a careful reader of each language would write down.

Where the yes of a language cannot be read, its no must not be read either: the journal would look free of
cramps.
"""

import pytest

from analysis.journal.exports import said_in
from tests.for_each import for_each

_PLAIN = {
    ("en", 0): (
        "I did not have any cramps last night",
    ),
    ("en", 1): (
        "had a cramp in my left calf", "woke up with a terrible cramp in my foot at 3am",
    ),
    ("en", 2): (
        "a foot cramp woke me twice", "my legs cramped twice",
    ),
    ("de", 0): (
        "keine Krämpfe", "heute Nacht kein Krampf", "ich hatte keine Wadenkrämpfe",
    ),
    ("de", 1): (
        "Wadenkrampf links", "hatte letzte Nacht einen Krampf im rechten Fuß",
        "Krampf in der linken Wade um 3 Uhr", "starker Krampf in der Wade", "wieder ein Krampf",
        "Zehenkrampf", "Fußkrampf rechts",
    ),
    ("de", 2): (
        "zwei Wadenkrämpfe",
    ),
    ("fr", 0): (
        "pas de crampe", "aucune crampe", "pas de crampes cette nuit", "nuit sans crampe",
        "je n'ai pas eu de crampe",
    ),
    ("fr", 1): (
        "une crampe au mollet gauche", "j'ai eu une crampe au mollet droit", "crampe dans la jambe à 3h",
        "réveillé par une crampe au pied", "encore une crampe", "grosse crampe au mollet",
        "crampe très forte", "une petite crampe", "crampe dans le mollet vers 4h du matin",
    ),
    ("fr", 2): (
        "deux crampes cette nuit", "j'ai eu 2 crampes",
    ),
    ("it", 0): (
        "nessun crampo", "niente crampi", "senza crampi", "non ho avuto crampi",
    ),
    ("it", 1): (
        "un crampo al polpaccio sinistro", "ho avuto un crampo al piede destro", "crampo alla gamba alle 3",
        "svegliato da un crampo", "ancora un crampo", "forte crampo al polpaccio", "crampo al polpaccio",
        "crampi ai polpacci",
    ),
    ("it", 2): (
        "due crampi stanotte", "ho avuto due crampi",
    ),
    ("nl", 0): (
        "geen kramp", "vannacht geen krampen", "heb geen kramp gehad",
    ),
    ("nl", 1): (
        "een kramp in mijn linkerkuit", "kramp in rechterkuit", "ik had kramp in mijn kuit",
        "kuitkramp links om 3 uur", "wakker door kramp", "weer kramp", "kramp in de voet",
        "hevige kramp in de kuit", "voetkramp", "beenkramp", "teenkramp",
    ),
    ("nl", 2): (
        "twee krampen vannacht", "ik heb twee krampen gehad",
    ),
    ("pt", 0): (
        "nenhuma cãibra", "sem cãibras", "não tive cãibras",
    ),
    ("pt", 1): (
        "uma cãibra na panturrilha esquerda", "tive uma cãibra no pé", "tive cãibra na perna às 3h",
        "acordei com cãibra", "cãibra na barriga da perna", "câimbra forte na perna direita",
        "outra cãibra",
    ),
    ("pt", 2): (
        "duas cãibras esta noite",
    ),
    ("es", 0): (
        "ningún calambre", "sin calambres", "no tuve calambres", "no he tenido calambres",
    ),
    ("es", 1): (
        "un calambre en la pantorrilla izquierda", "tuve un calambre en el pie derecho",
        "calambre en la pierna a las 3", "me despertó un calambre", "calambre fuerte en el gemelo",
        "otra vez calambre", "me dio un calambre en la pierna", "calambre muscular",
    ),
    ("es", 2): (
        "dos calambres esta noche", "anoche 2 calambres",
    ),
    ("ja", 0): (
        "こむら返りなし", "足がつらなかった", "こむら返りはなかった",
    ),
    ("ja", 1): (
        "こむら返り", "右足がつった", "左ふくらはぎがつった", "足がつった", "夜中に足がつって目が覚めた",
        "こむら返りがあった", "左足 こむら返り 1回",
    ),
    ("ja", 2): (
        "昨夜こむら返り2回",
    ),
    ("pl", 0): (
        "brak skurczów", "bez skurczów", "nie było skurczów", "nie miałam skurczu",
    ),
    ("pl", 1): (
        "skurcz w lewej łydce", "miałem skurcz w nodze", "miałam skurcz łydki o 3", "obudził mnie skurcz",
        "silny skurcz w prawej łydce", "znowu skurcz",
    ),
    ("pl", 2): (
        "dwa skurcze w nocy",
    ),
    ("sv", 0): (
        "ingen kramp", "inga kramper i natt", "utan kramp", "jag hade ingen kramp",
    ),
    ("sv", 1): (
        "kramp i vänster vad", "hade kramp i foten", "fick kramp i benet kl 3", "vaknade av kramp i vaden",
        "vadkramp höger", "kraftig kramp i vaden", "kramp igen",
    ),
    ("sv", 2): (
        "två kramper i natt",
    ),
    ("da", 0): (
        "ingen krampe", "ingen kramper", "uden krampe", "jeg havde ingen kramper",
    ),
    ("da", 1): (
        "krampe i venstre læg", "havde krampe i foden", "fik krampe i benet kl. 3",
        "vågnede af krampe i læggen", "lægkrampe højre", "kraftig krampe i læggen", "krampe igen",
    ),
    ("da", 2): (
        "to kramper i nat",
    ),
    ("no", 0): (
        "ingen krampe",
    ),
    ("no", 1): (
        "krampe i venstre legg", "hadde krampe i foten", "våknet av krampe i leggen", "leggkrampe",
    ),
    ("no", 2): (
        "to kramper i natt",
    ),
    ("tr", 0): (
        "kramp yok", "kramp olmadı", "kramp yoktu", "hiç kramp olmadı",
    ),
    ("tr", 1): (
        "sol baldırda kramp", "bacağıma kramp girdi", "gece kramp girdi", "sağ ayağıma kramp girdi",
        "baldırıma kramp girdi saat 3'te", "bacak krampı",
    ),
    ("tr", 2): (
        "dün gece iki kramp",
    ),
    ("fi", 0): (
        "ei kramppeja", "ei suonenvetoa",
    ),
    ("fi", 1): (
        "suonenveto vasemmassa pohkeessa", "minulla oli kramppi jalassa", "heräsin kramppiin",
    ),
    ("fi", 2): (
        "kaksi kramppia yöllä",
    ),
    ("cs", 0): (
        "žádné křeče", "bez křečí",
    ),
    ("cs", 1): (
        "křeč v levém lýtku", "měl jsem křeč v noze", "měla jsem křeč v lýtku", "probudila mě křeč",
    ),
    ("cs", 2): (
        "dvě křeče v noci",
    ),
    ("hu", 0): (
        "nem volt görcs", "nincs görcs",
    ),
    ("hu", 1): (
        "görcs a bal vádliban", "vádligörcs",
    ),
    ("hu", 2): (
        "két görcs éjjel",
    ),
    ("ru", 0): (
        "не было судорог", "судорог не было", "без судорог",
    ),
    ("ru", 1): (
        "судорога в левой икре", "была судорога в ноге", "проснулся от судороги",
    ),
    ("ru", 2): (
        "две судороги ночью",
    ),
}  # fmt: skip
_OTHER = (
    "hand cramp while writing", "stomach cramps all day", "period cramps", "no hand cramps",
    "cramps in my hand", "arm cramps at night", "Regelkrämpfe", "Bauchkrämpfe", "Krämpfe in der Hand",
    "Handkrampf", "Magenkrämpfe und Übelkeit", "Menstruationskrämpfe", "Unterleibskrämpfe",
    "crampes d'estomac", "crampes à la main", "crampe à la main droite", "crampes menstruelles",
    "crampes de règles", "crampes abdominales", "crampes aux bras", "crampi allo stomaco",
    "crampi alla mano", "crampi mestruali", "crampi addominali", "crampi alle braccia", "buikkrampen",
    "menstruatiekramp", "kramp in mijn hand", "maagkrampen", "handkramp", "kramp in mijn arm",
    "cãibras na mão", "cólicas menstruais", "cãibras no estômago", "cãibra no braço",
    "calambres en la mano", "calambres en el estómago", "calambres menstruales", "calambres de la regla",
    "calambres en el brazo", "手がつった", "生理痛", "skurcze żołądka", "skurcz ręki", "skurcze w brzuchu",
    "skurcze menstruacyjne", "skurcz dłoni", "magkramp", "menskramper", "kramp i handen", "mensvärk",
    "kramp i armen", "mavekramper", "menstruationskramper", "krampe i hånden", "krampe i armen",
    "magekramper", "krampe i hånden", "elime kramp girdi", "karın krampı", "mide krampı", "adet krampı",
    "kolumda kramp", "vatsakrampit", "kramppi kädessä", "křeče v břiše", "křeč v ruce", "menstruační křeče",
    "hasi görcs", "görcs a kezemben", "menstruációs görcs", "судорога в руке",
)  # fmt: skip


_PLAINLY = [(text, count) for (_, count), texts in _PLAIN.items() for text in texts]


@for_each(("text", "count"), _PLAINLY)
@for_each("about_cramps", [False, True])
def test_a_plain_yes_and_a_plain_no_are_read_in_every_language(
    text: str, count: int, about_cramps: bool
) -> None:
    said = said_in(text, about_cramps=about_cramps)
    assert (said.cramps, said.unclear) == (count, [])


def test_every_language_whose_no_is_read_has_its_yes_read() -> None:
    languages = {language for language, _ in _PLAIN}
    assert {language for language, count in _PLAIN if count == 0} <= {
        language for language, count in _PLAIN if count == 1
    }
    assert len(languages) >= 16


@for_each("text", _OTHER)
@for_each("about_cramps", [False, True])
def test_cramps_of_another_part_count_nothing_and_are_listed(text: str, about_cramps: bool) -> None:
    said = said_in(text, about_cramps=about_cramps)
    assert said.cramps is None
    assert said.left or said.bare


@pytest.mark.parametrize(
    ("text", "side", "muscle"),
    [
        ("Krampf in der linken Wade", "left", "calf"),
        ("crampe à l'orteil droit", "right", "toes"),
        ("kramp in mijn linkerkuit", "left", "calf"),
        ("Wadenkrampf rechts", "right", "calf"),
        ("vadkramp höger", "right", "calf"),
    ],
)
def test_an_article_is_no_side(text: str, side: str, muscle: str) -> None:
    fields = said_in(text, about_cramps=False).fields
    assert (fields.get("side"), fields.get("muscle")) == (side, muscle)


@for_each(
    ("text", "count", "onset"),
    [
        ("woke at 3 with cramp", 1, "3"),
        ("about 3 cramps", 3, None),
        ("~3 cramps", 3, None),
        ("cramp about 3", 1, "3"),
        ("3 times cramp", 3, None),
        ("Krampf um 3 in der Wade", 1, "3"),
        ("crampes vers 3h et 5h", 2, "3h, 5h"),
        ("cramp 0200 left calf", 1, "0200"),
    ],
)
def test_an_hour_is_no_count_and_a_count_is_no_hour(text: str, count: int, onset: str | None) -> None:
    said = said_in(text, about_cramps=False)
    assert (said.cramps, said.fields.get("onset")) == (count, onset)


@for_each(
    ("text", "count"),
    [
        ("yes, 2 times", 2), ("ja 2 mal", 2), ("oui, deux fois", 2), ("två gånger", 2), ("dwa razy", 2),
        ("iki kez", 2), ("evet, bir kez", 1), ("a bad one", 1), ("two small ones", 2),
    ],
)  # fmt: skip
def test_how_often_is_a_count_in_a_note_about_cramps(text: str, count: int) -> None:
    assert said_in(text, about_cramps=True).cramps == count


@pytest.mark.parametrize("text", ["woke 3 times", "2 bananas", "3 times a day", "legs fine"])
def test_numbers_of_something_else_are_no_cramps(text: str) -> None:
    assert said_in(text, about_cramps=True).cramps is None


def test_a_part_of_the_leg_beside_a_number_that_is_not_plain_is_asked_about() -> None:
    assert said_in("x1 L calf since 9", about_cramps=True).unclear
    assert said_in("stretched calf 3 min", about_cramps=False).unclear == []


@for_each(
    "text",
    [
        "he had 2 cramps", "my wife had cramps", "er hatte 2 Krämpfe", "meine Frau hatte Krämpfe",
        "il a eu 2 crampes", "ma femme a eu une crampe", "mi mujer tuvo calambres", "él tuvo 2 calambres",
        "mia moglie ha avuto crampi", "hij had kramp", "a minha mulher teve cãibras", "żona miała skurcz",
        "min fru hade kramp", "han havde krampe", "eşime kramp girdi", "妻の足がつった",
        "vaimolla oli kramppi",
        "manželka měla křeč", "у жены была судорога", "he had no cramps", "fast ein Krampf", "mod krampe",
        "presque une crampe", "casi un calambre", "quasi un crampo", "bijna kramp", "nästan kramp",
        "prawie skurcz", "moins de crampes", "weniger Krämpfe", "menos calambres", "mindre kramp",
    ],
)  # fmt: skip
@for_each("about_cramps", [False, True])
def test_another_person_s_cramp_and_almost_one_are_never_counted(text: str, about_cramps: bool) -> None:
    """Nor is another person's none the patient's."""
    assert said_in(text, about_cramps=about_cramps).cramps is None


@pytest.mark.parametrize("text", ["cramp, left hand", "Krampf, Hand", "2 cramps, arm"])
def test_another_place_behind_a_cramp_without_one_is_asked_about(text: str) -> None:
    said = said_in(text, about_cramps=True)
    assert said.cramps is None
    assert said.unclear


@pytest.mark.parametrize("text", ["calf cramp, arm cramp", "leg cramp, hand hurts", "cramp, hand me downs"])
def test_another_place_takes_no_leg_s_cramp_back(text: str) -> None:
    assert said_in(text, about_cramps=True).cramps == 1


def test_the_items_of_a_list_are_read_one_by_one() -> None:
    said = said_in("\n- 2 cramps\n- water 2 L\n- none of the wine", about_cramps=True)
    assert (said.cramps, said.fields["hydration"]) == (2, "2 l")


@for_each(
    "line",
    ["Cramps: N", "Cramps: N/A", "Cramps: O", "Cramps: -", "Cramps: ❌", "leg cramps? N", "Krampf: n",
     "cramps for 3 nights", "crampe pendant 2 heures", "coffee, 2 small ones", "tea, 3 big ones"],
)  # fmt: skip
def test_an_answer_that_is_not_plain_behind_a_word_for_cramps_is_asked_about(line: str) -> None:
    said = said_in(line, about_cramps=True)
    assert said.cramps is None
    assert said.unclear


@pytest.mark.parametrize(
    "line",
    ["another short night", "one more long night", "otra mala noche", "nog een korte nacht", "2 long nights",
     "5 heures", "una mala noche"],
)  # fmt: skip
def test_a_bad_night_and_a_number_of_hours_are_no_cramps(line: str) -> None:
    assert said_in(line, about_cramps=True).cramps is None


@pytest.mark.parametrize(
    ("line", "count"),
    [("Cramps: L", 1), ("bad cramp!", 1), ("2 small ones", 2), ("2 last night", 2), ("cramps: x", 1),
     ("cramp at 3, then a small one at 5", 2), ("Cramp at 3am, another bad night", 1)],
)  # fmt: skip
def test_what_is_plain_beside_these_still_counts(line: str, count: int) -> None:
    assert said_in(line, about_cramps=True).cramps == count

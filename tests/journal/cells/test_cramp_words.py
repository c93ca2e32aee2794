"""Words for cramps. The oracle is what each word means in its language, written down by hand."""

import pytest

from analysis.journal.cells import of_other_cramps, plain, tells_of_a_cramp, whose_cramps, without_cramps
from tests.for_each import for_each

_OF_A_LEG = (
    "cramps in my left calf", "foot cramp", "Wadenkrämpfe", "Fußkrampf", "Beinkrampf", "crampe au mollet",
    "crampes dans la jambe", "calambre en la pantorrilla", "calambres", "crampo al polpaccio", "kuitkramp",
    "kramp in de voet", "cãibra na barriga da perna", "skurcz łydki", "vadkramp", "kramp i benet",
    "lægkrampe", "krampe i foden", "bacağıma kramp", "vádligörcs", "kramppi jalassa", "křeč v lýtku",
    "судорога в икре", "crampes aux doigts de pied",
)  # fmt: skip
_OTHER = (
    "hand cramps", "cramps in my hand", "arm cramps", "stomach cramps", "period cramps", "Handkrampf",
    "Regelkrämpfe", "Menstruationskrämpfe", "Bauchkrämpfe", "Krämpfe im Unterleib", "crampes d'estomac",
    "crampes à la main", "crampes de règles", "calambres en la mano", "calambres menstruales",
    "crampi allo stomaco", "crampi mestruali", "menstruatiekramp", "buikkrampen", "kramp in mijn hand",
    "cãibra na mão", "skurcze żołądka", "skurcze menstruacyjne", "magkramp", "menskramper", "kramp i handen",
    "mavekramper", "menstruationskramper", "krampe i hånden", "elime kramp girdi", "mide krampı",
    "vatsakrampit", "kramppi kädessä", "křeče v břiše", "menstruační křeče", "hasi görcs",
    "судорога в руке", "armcramps",
)  # fmt: skip


@for_each("text", _OF_A_LEG)
def test_cramps_of_a_leg_are_told_in_every_language(text: str) -> None:
    assert tells_of_a_cramp(plain(text))
    assert whose_cramps(plain(text)) == "a leg's"


@for_each("text", _OTHER)
def test_cramps_of_another_part_or_of_a_period_are_told_from_them(text: str) -> None:
    assert tells_of_a_cramp(plain(text))
    assert whose_cramps(plain(text)) == "other"
    assert of_other_cramps(plain(text))


@pytest.mark.parametrize(
    "text",
    ["cramps in hand / calf", "kramp in kuit of hand", "Riesenkrampf", "no cramps but stomach cramps",
     "verkrampft"],
)  # fmt: skip
def test_two_parts_or_an_unknown_word_before_the_cramp_leave_it_open(text: str) -> None:
    assert whose_cramps(plain(text)) == "open"


@pytest.mark.parametrize("text", ["campsite", "krampus", "crampon", "Kampf", "tramp", "magnesium"])
def test_likenesses_tell_of_no_cramp(text: str) -> None:
    assert not tells_of_a_cramp(plain(text))
    assert without_cramps(plain(text)) == plain(text)


def test_a_word_before_a_cramp_that_names_no_place_makes_it_no_other() -> None:
    """As in the name of a file. Oracle: what each means, by hand."""
    told = {
        name: of_other_cramps(plain(name)) for name in ("mumscramps", "MyCramps", "meineKrämpfe", "armcramps")
    }
    assert told == {"mumscramps": False, "MyCramps": False, "meineKrämpfe": False, "armcramps": True}

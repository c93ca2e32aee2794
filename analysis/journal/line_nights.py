"""Which night a line of a note or a message of a chat is about."""

from analysis.journal.cells import read_clock
from analysis.journal.exports import COMING, PAST, Line, Said
from analysis.journal.model import DatesMean

EVENING, MORNING, _NOON = 20, 4, 12  # hours of the day


def dates_mean(lines: list[Line], said: list[Said]) -> DatesMean | None:
    """Which night the dates of a whole note mean, where some of its answers say so ("no cramp last night")
    and none says otherwise; None where they do not. Cramps before midnight, on dates that no words place,
    tell against the night before the date: where "last night" is not said twice as often, it is not plain.
    """
    answers = [each for line, each in zip(lines, said, strict=True) if line.at is None and each.answers]
    nights = {each.night for each in answers if each.night}
    if len(nights) != 1 or sum(bool(each.night) for each in answers) < _SOME * len(answers):
        return None
    past = sum(each.night == PAST for each in answers)
    if past and past < 2 * sum(map(_before_midnight, answers)):
        return None
    return "morning" if nights == {PAST} else "evening"


def _before_midnight(said: Said) -> bool:
    """Whether it tells of a cramp in an evening, and not which night its date means."""
    clocks = read_clock(said.fields.get("onset", "")).value
    return not said.night and isinstance(clocks, tuple) and any(clock.hour >= EVENING for clock in clocks)


_SOME = 0.2  # of the answers of a note; fewer may be about another night than the note is kept for


def tells_its_night(line: Line, said: Said, chat: bool) -> bool:
    """Whether it is plain which night an answer is about. What is written in the afternoon may be about the
    night before or the one to come; a none of the evening cannot be about the night that begins.
    """
    if line.at is None or said.night == COMING:
        return True
    if said.night == PAST:
        return line.at.hour >= MORNING
    if line.at.hour < _NOON:
        return bool(said.cramps) or line.at.hour >= MORNING
    if not said.cramps:
        return False
    return not chat or (line.at.hour >= EVENING and said.cramps == 1)


def night_before(line: Line, said: Said, chat: bool) -> bool | None:
    """Whether a line is about the night that ended on its date; None where that follows the night rule."""
    if said.night == COMING and line.at is not None and line.at.hour < _NOON and said.cramps is not None:
        return True  # "cramp again tonight", written in the morning, tells of the night that ended
    if said.night:
        return said.night == PAST
    if line.at is None:
        return None
    return line.at.hour < _NOON or said.cramps is None or not tells_its_night(line, said, chat)

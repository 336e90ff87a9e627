"""Nations by whatever people call them: a code, a name or the word for their people, in three languages.

Documents take codes and English names alone. On the command line nothing is kept of the word, so that any
will do that can mean but one nation: Norway, Norwegen, Norwegians, norvégiens.
"""

from __future__ import annotations

from troopmoves.entities.demonym import read_demonym
from troopmoves.entities.gazetteer import LANGUAGES
from troopmoves.entities.naming import read_name
from troopmoves.entities.nation import Nation
from troopmoves.errors import UnknownNationError


def nation_called(text: str, *, people: bool = False) -> Nation | None:
    """Return the one nation of a code or name, or of a word for its people; None if there is none.

    Args:
        text: What it is called.
        people: Whether it may be called by its people.

    >>> [nation_called(text, people=True) for text in ("NOR", "Norwegen", "Norwegians")]
    [Nation(code='NOR'), Nation(code='NOR'), Nation(code='NOR')]
    >>> nation_called("Korea"), nation_called("Norwegians")
    (None, None)
    """
    try:
        return Nation.of(text)
    except UnknownNationError:
        named = _by_name(text)
        return _by_people(text) if named is None and people else named


def _by_name(text: str) -> Nation | None:
    try:
        name = read_name(text, None)
    except UnknownNationError:
        return None
    return None if name.including or name.excluding else name.nation


def _by_people(text: str) -> Nation | None:
    meant = set()
    for language in LANGUAGES:
        try:
            meant.add(read_demonym(text, language))
        except UnknownNationError:
            continue
    return meant.pop() if len(meant) == 1 else None

"""What a troop phrase says: how many, of whom, and in which sense the number is meant.

A `Phrase` is what `read_phrase` returns. It never turns one thing into another: a brigade stays a brigade,
"an additional 3,000" stays a change, and a ceiling is not a presence; `Phrase.level` is the one short way
to a headcount that may be recorded as present.

To add a relation or a measure: one member here, one entry in each file of `lexicons/` that has words for
it, one row in docs/reference/phrases.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import final

import attrs

from troopmoves.entities.unit import Echelon
from troopmoves.errors import PhraseError
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share


@final
class Counts(StrEnum):
    """What a number in a phrase counts."""

    PERSONS = "persons"
    """People."""
    UNITS = "units"
    """Military units, by their echelon if it is said; never converted to people."""
    ASSETS = "assets"
    """Vehicles, aircraft, ships, weapons."""


@final
class Relation(StrEnum):
    """How the number stands to another number of people."""

    ADDITIONAL = "additional"
    """On top of others: "another seven", "3,000 more"; it says nothing of a direction."""
    FEWER = "fewer"
    """Less than before or than others, by how much is not said."""
    REMAINING = "remaining"
    """Those who are left."""
    OTHER = "other"
    """Others than those spoken of."""
    TOTAL = "total"
    """All of them together: "a total of", "in all"."""
    WHOLE = "whole"
    """The whole force of somebody: "its 3,000 troops", "all 200 soldiers"."""
    PART = "part"
    """A part of a whole: "seven of its contingent of 14", "of whom 160 train"."""
    INCLUDED = "included"
    """Inside another number: "including 4,000 soldiers"."""
    FIRST = "first"
    """The first of several groups."""
    LAST = "last"
    """The last of several groups."""
    EACH = "each"
    """For each of several units, places or times."""
    CURRENT = "current"
    """Said to hold now: "currently", "already there"."""


@final
class Measure(StrEnum):
    """In which sense the number is meant."""

    LEVEL = "level"
    """How many there are."""
    CHANGE = "change"
    """By how many the level changes."""
    FROM_TO = "from_to"
    """The level after a change; the level before it is `Phrase.before`."""
    CEILING = "ceiling"
    """How many there may be: a cap, a mandate, an authorised strength."""
    FLOOR = "floor"
    """How many there must be."""
    STANDBY = "standby"
    """How many are held ready elsewhere."""
    CUMULATIVE = "cumulative"
    """How many there have been over time."""
    RATE = "rate"
    """How many in each period: a month, a year, a rotation."""
    PER_UNIT = "per_unit"
    """How many in each unit or place."""
    TYPICAL = "typical"
    """How many such a unit has as a rule."""
    PAST_LEVEL = "past_level"
    """How many there were: "down from a peak of 5,800"."""


@final
@attrs.frozen(kw_only=True)
class Phrase:
    """What a troop phrase says, word by word accounted for.

    It has a headcount or a share, never both: "some of its 500" is the headcount "some" of a whole of 500,
    "half of its 500" the share 1/2 of it.
    """

    text: str
    """The phrase as it was given."""
    language: str
    """The language it was read in: "en", "de", "fr"."""
    headcount: Headcount | None = None
    """How many `counts` there are, as worded; None where the phrase gives a share."""
    share: Share | None = None
    """Which part of the whole; None where the phrase gives a headcount."""
    whole: Headcount | None = None
    """The number that the headcount or share is a part of, if the phrase gives it."""
    before: Headcount | None = None
    """The level before a change, if the phrase gives it: the 15,000 of "from 15,000 to 5,000"."""
    counts: Counts = Counts.PERSONS
    """What the headcount counts; only PERSONS are people."""
    echelon: Echelon | None = None
    """The echelon of the units counted, or of the unit that the people form."""
    noun: str = ""
    """What the people are called, as the English plural of the lexicon; empty where it is left out."""
    relation: Relation | None = None
    """How the number stands to another one."""
    measure: Measure = Measure.LEVEL
    """In which sense the number is meant."""
    parts: tuple[Phrase, ...] = ()
    """The parts that the phrase names: the summands of a sum, or those "of whom"."""

    @property
    def level(self) -> Headcount:
        """The headcount, if the phrase says how many people there are.

        Raises:
            PhraseError: If it counts no people, gives a share, or means a change, ceiling, rate or the like.
        """
        if self.headcount is None:
            rule = "the phrase gives a share of a whole"
        elif self.counts is not Counts.PERSONS:
            rule = f"the phrase counts {self.counts}, which are never converted to people"
        elif self.measure not in _PRESENT:
            rule = f"the phrase gives a number of people as {self.measure}, not how many there are"
        else:
            return self.headcount
        raise PhraseError("Phrase.level", self.text, rule, "look at share, counts and measure")


_PRESENT = frozenset({Measure.LEVEL, Measure.FROM_TO})

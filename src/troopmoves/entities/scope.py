"""What sort of people are counted: soldiers, those stationed there, those on land, those on a mission.

Two official figures for one country may both be right and differ by thousands, because one counts those who
are permanently assigned and the other those on a mission. So each of these facets is part of a
`troopmoves.Force`, and each has a word for "not said": all of them, or the source does not tell.

`COMPLETE` lists the facets whose words add up to all. Somebody may be neither military, civilian nor
contractor, and neither permanent nor rotational (visitors, students, crews that pass through).

To add a word: one member. To add a facet: its class here, its field of `Force` and a row in `SORTS`, a column
in `troopmoves.formats.tables.layout`, a property in `troopmoves.formats.geojson`, a line in
`troopmoves.formats.mapping`, its row in docs/reference/documents.md.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias, final


@final
class Personnel(StrEnum):
    """What sort of people are counted."""

    NOT_SAID = "not_said"
    """The source does not say; usually soldiers."""
    MILITARY = "military"
    """Members of armed forces."""
    CIVILIAN = "civilian"
    """Civilian employees."""
    CONTRACTOR = "contractor"
    """People of private companies."""


@final
class Tenure(StrEnum):
    """Whether the people counted are stationed there or come and go."""

    NOT_SAID = "not_said"
    """All of them, or the source does not say."""
    PERMANENT = "permanent"
    """Permanently assigned there, as their duty station."""
    ROTATIONAL = "rotational"
    """There for a tour or on temporary duty, and assigned elsewhere."""


@final
class Setting(StrEnum):
    """Whether the people counted are on land or on ships; everyone is one or the other."""

    NOT_SAID = "not_said"
    """All of them, or the source does not say."""
    ASHORE = "ashore"
    """On land; whoever is not afloat."""
    AFLOAT = "afloat"
    """Aboard ships."""


@final
class Tasking(StrEnum):
    """Whether the people counted are on a mission; everyone is, or is not."""

    NOT_SAID = "not_said"
    """All of them, or the source does not say."""
    WITH_MISSION = "with_mission"
    """Under some operation, named or not."""
    WITHOUT_MISSION = "without_mission"
    """Under none: what is left where a figure leaves out those on operations."""


Sorts: TypeAlias = tuple[Personnel, Tenure, Setting, Tasking]
"""A word of each of the facets, in the order of `SORTS`."""

SORTS: Final = MappingProxyType(
    {"personnel": Personnel, "tenure": Tenure, "setting": Setting, "tasking": Tasking}
)
"""The facets by the name of their field in a force, in the order in which they are told."""

COMPLETE: Final = frozenset({Setting, Tasking})
"""The facets of which everyone has one word or the other, so that the words add up to all."""


def is_said(sort: StrEnum) -> bool:
    """Return whether a word tells some people from others.

    >>> is_said(Tenure.PERMANENT), is_said(Tenure.NOT_SAID)
    (True, False)
    """
    return sort != "not_said"


def are_among(part: Sorts, whole: Sorts) -> bool:
    """Return whether people of some sorts are all of some others."""
    return all(not is_said(wanted) or own == wanted for own, wanted in zip(part, whole, strict=True))


def can_share(one: Sorts, other: Sorts) -> bool:
    """Return whether somebody can be of some sorts and of some others as well."""
    pairs = zip(one, other, strict=True)
    return all(first == second or not (is_said(first) and is_said(second)) for first, second in pairs)

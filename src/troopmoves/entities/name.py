"""What a name in a table or text stands for, as a record: a nation, or whatever else it is.

Tables of troops by place list seas, regions, pairs of hosts and totals beside nations. A `Name` says which of
these a spelling is, and whose land it is, so that nothing is forced into a nation. Names are read by
`troopmoves.entities.naming`; what they stand for is data (`names/gazetteer.toml`).

To add a kind: one member of `NameKind`, its table in the gazetteer and in `gazetteer._TABLES`, one row in
docs/reference/names.md, one test.
"""

from __future__ import annotations

from enum import StrEnum
from typing import final

import attrs

from troopmoves.entities.identity import checked_tuple
from troopmoves.entities.nation import Nation
from troopmoves.errors import EntityError


class NameKind(StrEnum):
    """What sort of thing a name stands for."""

    NATION = "nation"
    """A nation of today."""
    TERRITORY = "territory"
    """A place with a code of its own that depends on another nation: Guam, Greenland."""
    HISTORIC = "historic"
    """A state or territory that ceased, with a code (the Soviet Union) or without (South Vietnam)."""
    PART = "part"
    """A part of one nation without a code of its own: the Azores, Okinawa, Guantanamo."""
    DISPUTED = "disputed"
    """A place that several nations claim, or that is held apart: Kashmir, Northern Cyprus."""
    REGION = "region"
    """An area of several nations under one name: East Europe, the Mariana Islands."""
    SEA = "sea"
    """A water."""
    HOSTS = "hosts"
    """Several of these named together, and not to be told apart: "Fiji and Tonga"."""
    EITHER = "either"
    """A name that several nations answer to: "Congo"."""
    ORGANISATION = "organisation"
    """A body or force of several nations: NATO."""
    TOTAL = "total"
    """A row that adds up others."""
    AFLOAT = "afloat"
    """People on ships, wherever these are."""
    TRANSIT = "transit"
    """People on their way."""
    UNKNOWN = "unknown"
    """People whose place the source does not name: undistributed, classified, other."""


@final
@attrs.frozen(kw_only=True)
class Name:
    """What a name stands for.

    >>> from troopmoves.entities.naming import read_name
    >>> print(read_name("Fiji & Tonga"))
    Fiji and Tonga (hosts)
    >>> read_name("Portugal (Includes Azores)").nation
    Nation(code='PRT')
    """

    kind: NameKind
    """What sort of thing it is."""
    title: str
    """The plain English name."""
    nations: tuple[Nation, ...] = ()
    """The nations that it names: one for a nation, territory or coded historic state, several for hosts."""
    within: tuple[Nation, ...] = ()
    """Whose land it is today: of a part, a territory, what is disputed, what ceased; members of a region."""
    parts: tuple[Name, ...] = ()
    """What several hosts, a total or a rest are made of, where the text says it."""
    including: tuple[Name, ...] = ()
    """What the text says is counted with it."""
    excluding: tuple[Name, ...] = ()
    """What the text says is not counted with it."""
    text: str = ""
    """The words that were read; empty in the parts of another name."""

    def __attrs_post_init__(self) -> None:
        for field in ("nations", "within", "parts", "including", "excluding"):
            checked_tuple(f"Name.{field}", getattr(self, field), EntityError)

    @property
    def nation(self) -> Nation | None:
        """Return the one nation that the name stands for, or None where it is none or several.

        >>> from troopmoves.entities.naming import read_name
        >>> read_name("Korea, Republic of *").nation, read_name("Azores").nation
        (Nation(code='KOR'), None)
        """
        return self.nations[0] if len(self.nations) == 1 and self.kind in _OF_ONE_NATION else None

    @property
    def land(self) -> tuple[Nation, ...]:
        """Return the nations that people so listed can be counted to, as far as known; none for a sea.

        >>> from troopmoves.entities.naming import read_name
        >>> [str(nation) for nation in read_name("Azores").land]
        ['PRT']
        """
        if self.kind in _OF_ONE_NATION and self.nations:
            return self.nations
        return tuple(dict.fromkeys((*self.nations, *self.within)))

    def __str__(self) -> str:
        return f"{self.title} ({self.kind})"


_OF_ONE_NATION = frozenset({NameKind.NATION, NameKind.TERRITORY, NameKind.HISTORIC})

"""Bodies that are not states, and the named operations that they and nations lead.

An organisation sends nobody itself: its force is the people of its operation, over all nations.
"""

from __future__ import annotations

from typing import Final, final

import attrs

from troopmoves.entities.identity import (
    checked_aliases,
    checked_distinct,
    checked_id,
    checked_name,
    checked_tuple,
)
from troopmoves.entities.nation import Nation
from troopmoves.errors import EntityError


@final
@attrs.frozen(kw_only=True)
class Organisation:
    """A body of nations, such as NATO or a coalition.

    >>> print(Organisation(id="coalition", name="Global Coalition against Daesh"))
    Global Coalition against Daesh
    """

    id: str
    """What documents refer to."""
    name: str = ""
    """What people read; the id where it is empty."""

    def __attrs_post_init__(self) -> None:
        checked_id("Organisation.id", self.id, EntityError)
        if self.name:
            checked_name("Organisation.name", self.name, EntityError)

    def __str__(self) -> str:
        return self.name or self.id


NATO: Final = Organisation(id="nato", name="NATO")
"""The North Atlantic Treaty Organization."""
UN: Final = Organisation(id="un", name="UN")
"""The United Nations."""
EU: Final = Organisation(id="eu", name="EU")
"""The European Union."""


@final
@attrs.frozen(kw_only=True)
class Operation:
    """A named mission or operation.

    >>> print(Operation(id="nmi", name="NATO Mission Iraq", lead=NATO))
    NATO Mission Iraq
    """

    id: str
    """What documents refer to."""
    name: str
    """What people read, such as `Operation Chammal`."""
    lead: Nation | Organisation | None = None
    """Who leads it, if said."""
    members: tuple[Nation, ...] = ()
    """The nations said to take part; empty means not said, and a list need not be complete."""
    aliases: tuple[str, ...] = ()
    """Other names in use."""

    def __attrs_post_init__(self) -> None:
        checked_id("Operation.id", self.id, EntityError)
        checked_name("Operation.name", self.name, EntityError)
        _check_lead(self.lead)
        _check_members(self.members)
        checked_aliases("Operation.aliases", self.aliases, EntityError)

    def __str__(self) -> str:
        return self.name


def _check_lead(lead: object) -> None:
    if lead is not None and not isinstance(lead, Nation | Organisation):
        rule = "an operation is led by a Nation or an Organisation"
        raise EntityError("Operation.lead", lead, rule, "use Nation.of(...) or Organisation(...)")


def _check_members(members: tuple[object, ...]) -> None:
    checked_tuple("Operation.members", members, EntityError)
    for index, member in enumerate(members):
        if not isinstance(member, Nation):
            where = f"Operation.members[{index}]"
            raise EntityError(where, member, "the members of an operation are nations", "use Nation.of(...)")
    checked_distinct("Operation.members", members, EntityError)

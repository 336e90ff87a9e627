"""Whose people a claim is about.

A part left open means "all": `Force(nation=FRA)` is all the French, `Force()` everyone. A force that names no
nation but an operation is that operation's people over all nations.

What sort of people are counted (military or not, permanent or rotational, ashore or afloat, with or without a
mission) is part of the force too: see `troopmoves.entities.scope`.

To add a facet: one field of `Force` with a default that means "all", its word in `__str__`, and a look at
`troopmoves.solve`, which divides counts by facet.
"""

from __future__ import annotations

from typing import final

import attrs

from troopmoves.entities.identity import checked_name
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.scope import SORTS, Personnel, Setting, Sorts, Tasking, Tenure, are_among, is_said
from troopmoves.entities.unit import Unit
from troopmoves.errors import ForceError


@final
@attrs.frozen
class OtherThan:
    """The rest: people with any role, or none, except this one.

    >>> print(Force(nation=Nation("FRA"), role=OtherThan("training")))
    FRA (other than training)
    """

    role: str
    """The role left out."""

    def __attrs_post_init__(self) -> None:
        checked_name("OtherThan.role", self.role, ForceError)

    def __str__(self) -> str:
        return f"other than {self.role}"


@final
@attrs.frozen(kw_only=True)
class Force:
    """Whose people: nation, operation, unit, role, and what sort of them is counted.

    >>> print(Force(nation=Nation("FRA"), role="training"))
    FRA (training)
    >>> print(Force(nation=Nation("USA"), personnel=Personnel.MILITARY, tenure=Tenure.PERMANENT))
    USA (military, permanent)
    >>> print(Force.of("Canada"))
    CAN
    """

    nation: Nation | None = None
    """Whose people; None for those of all nations."""
    operation: Operation | None = None
    """Under which operation; None for those in any or none."""
    unit: Unit | None = None
    """In which unit; None for those in any or none."""
    role: str | OtherThan | None = None
    """Doing what, such as `training`; None for all roles."""
    personnel: Personnel = Personnel.NOT_SAID
    """What sort of people."""
    tenure: Tenure = Tenure.NOT_SAID
    """Stationed there, or there for a while."""
    setting: Setting = Setting.NOT_SAID
    """On land or on ships."""
    tasking: Tasking = Tasking.NOT_SAID
    """With a mission or without one; those of an operation are with one, also where this is not said."""

    def __attrs_post_init__(self) -> None:
        _check_kinds(self)
        _check_role(self.role)
        _check_unit_is_of_nation(self)
        _check_mission(self)

    @classmethod
    def of(cls, value: Force | Nation | Operation | Unit | str) -> Force:
        """Return the force that an entity, or the code or name of a nation, stands for.

        Raises:
            UnknownNationError: If the text is no nation's code or name.
            ForceError: If the value is nothing that has people.
        """
        match value:
            case Force():
                return value
            case Nation():
                return cls(nation=value)
            case Operation():
                return cls(operation=value)
            case Unit():
                return cls(unit=value)
            case str():
                return cls(nation=Nation.of(value))
        raise ForceError(
            "Force.of", value, _WHAT_HAS_PEOPLE, "an organisation's force is that of its operation"
        )

    @property
    def sender(self) -> Nation | None:
        """Return the nation whose people these are, by name or through the unit."""
        if self.nation is not None:
            return self.nation
        return self.unit.nation if self.unit is not None else None

    @property
    def sorts(self) -> Sorts:
        """What sort of people are counted, by the facets in `SORTS`; an operation is a mission.

        >>> kfor = Force(operation=Operation(id="kfor", name="KFOR"))
        >>> [str(sort) for sort in kfor.sorts]
        ['not_said', 'not_said', 'not_said', 'with_mission']
        """
        tasking = self.tasking if self.operation is None else Tasking.WITH_MISSION
        return self.personnel, self.tenure, self.setting, tasking

    def is_part_of(self, whole: Force) -> bool:
        """Return whether all people of this force are people of another one, by what is said of both.

        >>> trainers = Force(nation=Nation("FRA"), role="training")
        >>> trainers.is_part_of(Force.of("FRA")), Force.of("FRA").is_part_of(trainers)
        (True, False)
        """
        return (
            (whole.nation is None or whole.nation == self.sender)
            and whole.operation in (None, self.operation)
            and (whole.unit is None or (self.unit is not None and self.unit.is_part_of(whole.unit)))
            and are_among(self.sorts, whole.sorts)
            and _does(self.role, whole.role)
        )

    @property
    def is_everyone(self) -> bool:
        """Return whether no part is given, so that everyone is meant."""
        return self == Force()

    def __str__(self) -> str:
        parts = [str(part) for part in (self.unit, self.sender) if part is not None]
        who = " of ".join(parts)
        if self.operation is not None:
            who = f"{who} in {self.operation}" if who else str(self.operation)
        details = [] if self.role is None else [str(self.role)]
        told = (self.personnel, self.tenure, self.setting, self.tasking)
        details += [sort.replace("_", " ") for sort in told if is_said(sort)]
        return f"{who or 'all forces'} ({', '.join(details)})" if details else who or "all forces"


def _does(role: str | OtherThan | None, wanted: str | OtherThan | None) -> bool:
    if isinstance(wanted, OtherThan) and isinstance(role, str):
        return role != wanted.role
    return wanted in (None, role)


_WHAT_HAS_PEOPLE = "a force is a Force, Nation, Operation, Unit, or a nation's code or name"


def _check_kinds(force: Force) -> None:
    for part, kind in (("nation", Nation), ("operation", Operation), ("unit", Unit)):
        value = getattr(force, part)
        if value is not None and not isinstance(value, kind):
            way_out = "use Nation.of(...)" if kind is Nation else f"make the {kind.__name__} first"
            raise ForceError(f"Force.{part}", value, f"this part of a force is a {kind.__name__}", way_out)
    for part, sorts in SORTS.items():
        value = getattr(force, part)
        if not isinstance(value, sorts):
            rule = f"this part of a force is a {sorts.__name__}"
            raise ForceError(
                f"Force.{part}", value, rule, f"use {sorts.__name__}.NOT_SAID or another of its words"
            )


def _check_role(role: str | OtherThan | None) -> None:
    if role is not None and not isinstance(role, OtherThan):
        checked_name("Force.role", role, ForceError)


def _check_unit_is_of_nation(force: Force) -> None:
    if force.unit is None or force.nation is None or force.unit.nation == force.nation:
        return
    rule = f"the unit {force.unit.id} is of {force.unit.nation}"
    raise ForceError(
        "Force.nation", force.nation.code, rule, "leave the nation out, or name a unit of that nation"
    )


def _check_mission(force: Force) -> None:
    if force.operation is not None and force.tasking is Tasking.WITHOUT_MISSION:
        rule = f"those in {force.operation} are on a mission"
        raise ForceError("Force.tasking", force.tasking.value, rule, "leave the operation or the tasking out")

"""A question as people type it: "CAN in IRQ", "FRA (training) in Iraq", "all in IRQ, KWT", "CAN".

What a table prints under *who* and *where* is understood as it stands there. Anything else is a force and a
place by id, code, name or alias, as the library takes them; several places are counted together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from troopmoves.claims.verb import ForceLike
from troopmoves.cli.called import nation_called
from troopmoves.entities.place import Place
from troopmoves.errors import EntityError, TroopmovesError
from troopmoves.ledger.answer import scope_words
from troopmoves.ledger.state import DeploymentState
from troopmoves.solve.statement import Scope

_EVERYONE: Final = frozenset({"", "all", "everyone", "all forces"})
_EVERYWHERE: Final = " everywhere"


def scope_of(state: DeploymentState, text: str) -> Scope:
    """Return the force and the place that a question is about.

    Raises:
        EntityError: If it names none.
    """
    wanted = " ".join(text.split())
    listed = {scope_words(scope.force, scope.place): scope for scope in state.scopes}
    if wanted in listed:
        return listed[wanted]
    for who, where in _readings(wanted):
        try:
            return _read(state, who, where)
        except TroopmovesError:
            continue
    raise _not_understood(state, text, wanted, list(listed))


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Yield each way to part a question into who and where; of several the latest "in" first."""
    if text.endswith(_EVERYWHERE):
        yield text.removesuffix(_EVERYWHERE), ""
    ends = [match.start() for match in re.finditer(" in ", f" {text}")]
    for end in reversed(ends):
        yield text[: max(end - 1, 0)].strip(), text[end + 3 :].strip()
    yield text, ""


def _read(state: DeploymentState, who: str, where: str) -> Scope:
    force = None if who.lower() in _EVERYONE else _listed_force(state, who)
    return state.scope(force, _place(state, where) if where else None)


def _listed_force(state: DeploymentState, who: str) -> ForceLike:
    """Return a force that the state speaks of by these words, else the words or the nation they name."""
    listed = next((scope.force for scope in state.scopes if str(scope.force) == who), None)
    if listed is not None:
        return listed
    try:
        return state.names.force(who)
    except TroopmovesError:
        return nation_called(who, people=True) or who


def _place(state: DeploymentState, where: str) -> Place | list[Place]:
    """Return a place, or several to be counted together."""
    try:
        return _one_place(state, where)
    except TroopmovesError:
        several = [part for part in re.split(r"\s*,\s*|\s+and\s+", where) if part]
        if len(several) == 1:
            raise
        return [_one_place(state, part) for part in several]


def _one_place(state: DeploymentState, where: str) -> Place:
    try:
        return state.names.place(where)
    except TroopmovesError:
        nation = nation_called(where)
        if nation is None:
            raise
        return state.names.place(nation.code)


def _not_understood(state: DeploymentState, text: str, wanted: str, listed: list[str]) -> EntityError:
    near = get_close_matches(wanted, listed, n=3, cutoff=0.5)
    who, where = next(_readings(wanted))
    blame = "" if who.lower() in _EVERYONE else _complaint(state, who)
    if not blame and where:
        try:
            _place(state, where)
        except TroopmovesError as error:
            blame = f"{error.got!r}: {error.rule}"
    rule = f"who and where are named as in 'CAN in IRQ'{f' ({blame})' if blame else ''}"
    way_out = f"did you mean {' or '.join(map(repr, near))}?" if near else "see what `troopmoves state` lists"
    if any(entry.id == wanted for entry in state.view.entries):
        way_out = "this is the id of a claim: ask for the people and the place that it speaks of"
    return EntityError("question", text, rule, way_out)


def _complaint(state: DeploymentState, who: str) -> str:
    try:
        state.names.force(who)
    except TroopmovesError as error:
        return f"{error.got!r}: {error.rule}"
    return ""

"""The plots that a layout of some statements needs, with nothing split off."""

from collections.abc import Iterable

from troopmoves.entities.place import DefinitePlace
from troopmoves.solve.division import Plot
from troopmoves.solve.ground import Ground
from troopmoves.solve.layout import scopes_of
from troopmoves.solve.statement import Scope, Statement


def plots(
    senders: Iterable[str],
    statements: Iterable[Statement] = (),
    scopes: Iterable[Scope] = (),
    known: Iterable[DefinitePlace] = (),
) -> list[Plot]:
    """Return every atom of ground for every sender."""
    claimed, asked = ([scope.place for scope in each] for each in (scopes_of(statements), scopes))
    ground = Ground(claimed, known, asked=asked)
    return [Plot(sender, atom) for sender in senders for atom in ground.atoms]

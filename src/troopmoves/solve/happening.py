"""Which posture changes take place: each told once, without those that are denied or move nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from troopmoves.claims.assumptions import Plans
from troopmoves.claims.axis import LinkKind, Polarity
from troopmoves.claims.effect import EFFECTS, Effect
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange


def is_idle(change: PostureChange, plans: Plans) -> bool:
    """Return whether nothing of a change takes place, as plans are taken."""
    return EFFECTS[change.progress][plans] is Effect.NOTHING


def changes_that_happen(live: Iterable[Entry], plans: Plans) -> list[tuple[Entry, PostureChange]]:
    """Return the changes that take place, those too that only confirm another."""
    return [
        (entry, change)
        for entry in live
        if isinstance(change := entry.claim.proposition, PostureChange)
        and entry.claim.polarity is Polarity.AFFIRMED
        and not is_idle(change, plans)
    ]


def is_told_already(entry: Entry, happening: Collection[str]) -> bool:
    """Return whether a change only confirms one that takes place, so that nobody moves twice."""
    return any(link.kind is LinkKind.CONFIRMS and link.claim in happening for link in entry.claim.links)


def told_once(live: Iterable[Entry], plans: Plans) -> tuple[tuple[Entry, PostureChange], ...]:
    """Return the changes that take place, each once."""
    happening = changes_that_happen(live, plans)
    ids = {entry.id for entry, _ in happening}
    return tuple((entry, change) for entry, change in happening if not is_told_already(entry, ids))

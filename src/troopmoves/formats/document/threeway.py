"""Two changed documents and the one that both grew out of, merged by id.

What one side changed is as that side has it; what both changed alike is so. What both changed differently is
told, except where the two changes do not touch each other:

- A claim is one thing: who changes the count and who changes the day may each have meant the other's old
  value. Only the tracker's own marks (`MARKS`) are merged key by key, and only if nothing else changed.
- A row of a table and the head of a report are merged key by key.
- `aliases`, `also` and the notes are merged item by item.

The values are the canonical ones of `tree.to_tree`. To let a further key of claims be merged by itself: its
name in `MARKS`, its row in docs/reference/merging.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias, TypeVar, final

import attrs

from troopmoves.errors import Collision
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.table import TABLES

MARKS: Final = frozenset({"note", "also", "status", "credibility"})
"""What a tracker adds to a claim without changing what was said by whom."""

_LISTS: Final = frozenset({"aliases", "also"})
"""Keys whose values are lists in which the order means nothing."""
_HOME: Final = "report"
"""The key under which a claim that is taken out of its report remembers it; no claim has one of its own."""

_Path: TypeAlias = tuple[str, str, str]
Parts: TypeAlias = dict[str, dict[str, Plain]]
"""Every row, report head and claim by id, under the table it stands in."""
_Key = TypeVar("_Key")


def parts_of(tree: Mapping[str, Any]) -> Parts:
    """Return a document in the parts that are merged; equal ones differ at most in their order."""
    parts: Parts = {table: dict(tree.get(table, {})) for table in TABLES}
    parts["title"] = {"": tree["title"]} if "title" in tree else {}
    parts["notes"] = dict(_told_apart(tree.get("notes", [])))
    parts["reports"], parts["claims"] = {}, {}
    for report in tree.get("reports", []):
        parts["reports"][report["id"]] = {key: value for key, value in report.items() if key != "claims"}
        for claim in report.get("claims", []):
            parts["claims"][claim["id"]] = {**claim, _HOME: report["id"]}
    parts["claims"].update({claim["id"]: claim for claim in tree.get("claims", [])})
    return parts


def merged_tree(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Plain], tuple[Collision, ...]]:
    """Return the document with the changes of both sides, and what cannot be merged.

    >>> base = {"troopmoves": 1, "notes": ["talks"]}
    >>> merged_tree(base, {**base, "title": "Iraq"}, {**base, "notes": ["talks", "more talks"]})
    ({'troopmoves': 1, 'title': 'Iraq', 'notes': ['talks', 'more talks']}, ())
    """
    sides = _Sides(base=parts_of(base), ours=parts_of(ours), theirs=parts_of(theirs))
    parts = {table: sides.merged(table) for table in sides.ours}
    sides.find_lost_reports(parts)
    return _tree_of(parts, ours["troopmoves"]), tuple(sides.collisions)


@final
@attrs.define(kw_only=True)
class _Sides:
    base: Parts
    ours: Parts
    theirs: Parts
    collisions: list[Collision] = attrs.Factory(list)

    def merged(self, table: str) -> dict[str, Plain]:
        """Return the rows of a table, or what has an id, as both sides want them."""
        names = woven(self.ours[table], self.theirs[table])
        rows = {name: self._row(table, name) for name in names}
        return {name: row for name, row in rows.items() if row is not None}

    def _row(self, table: str, name: str) -> Plain:
        base, ours, theirs = (side[table].get(name) for side in (self.base, self.ours, self.theirs))
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        if not (isinstance(base, dict) and isinstance(ours, dict) and isinstance(theirs, dict)):
            return self._collided((table, name, ""), base, ours, theirs)
        if table == "claims" and not _changed(base, ours) | _changed(base, theirs) <= MARKS:
            return self._collided((table, name, ""), base, ours, theirs)
        values = {
            key: self._value((table, name, key), base.get(key), ours.get(key), theirs.get(key))
            for key in woven(ours, theirs)
        }
        return {key: value for key, value in values.items() if value is not None}

    def _value(self, path: _Path, base: Plain, ours: Plain, theirs: Plain) -> Plain:
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        return _items(base, ours, theirs) if path[-1] in _LISTS else self._collided(path, base, ours, theirs)

    def _collided(self, path: _Path, base: Plain, ours: Plain, theirs: Plain) -> Plain:
        """Keep a collision and go on with our side, or with theirs where we have nothing."""
        table, name, key = path
        rule = _rule(base, ours, theirs)
        self.collisions.append(
            Collision(table=table, id=name, key=key, base=base, ours=ours, theirs=theirs, rule=rule)
        )
        return theirs if ours is None else ours

    def find_lost_reports(self, parts: Parts) -> None:
        """Tell each report that one side deleted while the other put a claim into it."""
        homes = (claim.get(_HOME) for claim in parts["claims"].values() if isinstance(claim, dict))
        for name in dict.fromkeys(home for home in homes if isinstance(home, str)):
            if name not in parts["reports"]:
                base, ours, theirs = (
                    side["reports"].get(name) for side in (self.base, self.ours, self.theirs)
                )
                rule = "one side deleted it, the other put a claim into it"
                self.collisions.append(
                    Collision(table="reports", id=name, base=base, ours=ours, theirs=theirs, rule=rule)
                )


def woven(ours: Iterable[_Key], theirs: Iterable[_Key]) -> list[_Key]:
    """Return what stands in either, in our order, with theirs behind what it follows there.

    >>> woven(["a", "b", "our-c"], ["a", "their-a", "b", "their-c"])
    ['a', 'their-a', 'b', 'our-c', 'their-c']
    """
    own, other = dict.fromkeys(ours), dict.fromkeys(theirs)
    following: dict[_Key | None, list[_Key]] = {}
    before: _Key | None = None
    for key in other:
        if key in own:
            before = key
        else:
            following.setdefault(before, []).append(key)
    found: list[_Key] = []
    waiting = following.get(None, [])
    for key in own:
        if key in other:
            found += waiting
            waiting = following.get(key, [])
        found.append(key)
    return found + waiting


def _changed(base: dict[str, Plain], side: dict[str, Plain]) -> set[str]:
    return {key for key in base | side if base.get(key) != side.get(key)}


def _rule(base: Plain, ours: Plain, theirs: Plain) -> str:
    if base is None:
        return "both sides added it, and not alike"
    if ours is None or theirs is None:
        return "one side deleted it, the other changed it"
    if isinstance(ours, dict) and isinstance(theirs, dict):
        keys = ", ".join(key for key in woven(ours, theirs) if ours.get(key) != theirs.get(key))
        return f"both sides changed it, and differ in {keys}"
    return "both sides changed it, and not alike"


def _items(base: Any, ours: Any, theirs: Any) -> Plain:  # noqa: ANN401 (a list, or None for an empty one)
    """Return a list with what either side added and without what either side took out."""
    old, own, other = base or [], ours or [], theirs or []
    kept = [item for item in woven(own, other) if (item in own) + (item in other) > (item in old)]
    return kept or None


def _told_apart(notes: Iterable[Plain]) -> Iterator[tuple[str, Plain]]:
    """Yield the notes, each with a key that equal ones in other documents have too."""
    counted: Counter[str] = Counter()
    for note in notes:
        words = repr(note)
        counted[words] += 1
        yield f"{counted[words]}: {words}", note


def _tree_of(parts: Mapping[str, dict[str, Any]], version: Plain) -> dict[str, Plain]:
    claims: dict[Plain, list[Plain]] = {}
    for claim in parts["claims"].values():
        bare = {key: value for key, value in claim.items() if key != _HOME}
        claims.setdefault(claim.get(_HOME), []).append(bare)
    reports: list[Plain] = [
        {**report, **({"claims": claims[name]} if name in claims else {})}
        for name, report in parts["reports"].items()
    ]
    tree: dict[str, Plain] = {
        "title": parts["title"].get("", ""),
        **{table: parts[table] for table in TABLES},
        "notes": list(parts["notes"].values()),
        "reports": reports,
        "claims": claims.get(None, []),
    }
    return {"troopmoves": version, **{key: value for key, value in tree.items() if value}}

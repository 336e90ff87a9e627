"""Moves drawn on a map with the outlines of countries, and listed under it by their numbers.

A solid line is a move that has begun, a dashed one a plan; a dotted line leads to one of several places, or
off the map where nobody says which place is meant. No line is thicker for more people: how many they are is
said in the list, hedge and all.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from troopmoves.charts.atlas.outlines import outlines
from troopmoves.charts.atlas.placing import Course, Placed, courses, placed
from troopmoves.charts.frame import WIDTH, Frame, framed
from troopmoves.charts.palette import DASHED, DOTTED, GROUND, INK, LAND, QUIET, SEA, SIZE, STRONG
from troopmoves.charts.rows.flows import flows_alt, flows_finding, moves_of
from troopmoves.charts.rows.words import Row, assumed_words, in_lines, source_words
from troopmoves.charts.vega import alt
from troopmoves.ledger.state import DeploymentState

_STRIP: Final = 38
_LINE: Final = 17
_INDENT: Final = 28
_ROOM: Final = 200
_SEEN: Final = "#c9c9c9"
"""Land in which a move begins or ends."""


def chart_flows(
    state: DeploymentState,
    *,
    geometries: Mapping[str, object] = MappingProxyType({}),
    title: str | None = None,
    source: str | None = None,
    width: int = WIDTH,
) -> alt.LayerChart:
    """Return the moves that count in a state, on a map.

    Args:
        state: The state.
        geometries: Outlines by the keys of places, in the place of the package's or beside them: GeoJSON
            polygons, or anything with a `__geo_interface__`.
        title: The finding; none: how many moves there are, and how many of them are plans.
        source: The line under the chart; none: the publishers, the ledger and the assumptions.
        width: Pixels of the whole picture from left to right.

    Raises:
        MissingExtraError: If no outlines are brought and the package that has them is not installed.
        PlaceError: If an outline is no polygon.
    """
    world = outlines(geometries)
    moves = moves_of(state)
    found = courses(moves, world)
    leaving = [course for course in found if course.leaves_the_map]
    told = f"{source_words(state.view.admission.live, state.label)} {assumed_words(state.assumptions)}"
    frame = Frame(
        title=flows_finding(state, moves, sum(course.unnamed for course in found))
        if title is None
        else title,
        note=_key(found),
        source=f"{told} Outlines: Natural Earth." if source is None else source,
        description=flows_alt(state, moves),
        width=width,
        below=14,
    )
    drawn = placed(found, world, frame.inner, _STRIP)
    strip = _STRIP if drawn.view is not None and leaving else 0
    top = 0 if drawn.view is None else drawn.view.height + strip
    listed, height = _listed(found, frame.inner, top)
    rows: list[Row] = [*drawn.rows, *listed]
    return framed(_layers(drawn, strip, frame.inner, height, _beyond(leaving)), rows, height, frame)


def _beyond(leaving: list[Course]) -> str:
    """Return what the strip under the map stands for."""
    named = any(not course.unnamed for course in leaving)
    return "Not named, or not on this map" if named else "Place not named"


def _key(found: list[Course]) -> str:
    """Return how the lines and rings are read that this map has."""
    if not found:
        return ""
    plans = any(one.move.planned for one in found)
    parts = [f"Solid: begun{', dashed: planned' if plans else ''}."]
    if any(one.leaves_the_map or one.undecided for one in found):
        parts.append("Dotted: to one of several places, or off the map.")
    return f"{' '.join(parts)} A ring stands for the whole country, a square for a base."


def _listed(found: list[Course], width: int, top: int) -> tuple[list[Row], int]:
    """Return the moves as a numbered list under the map, and where it ends."""
    rows: list[Row] = []
    y = top + 20
    for course in found:
        row = course.move.to_row()
        lines = in_lines(str(row["words"]), width - _INDENT, size=SIZE)
        rows.append({"kind": "move", **row, "text": "\n".join(lines), "x": 0, "y": y})
        y += _LINE * len(lines) + 4
    return rows, max(y - 10, 40)


def _layers(drawn: Placed, strip: int, width: int, height: int, words: str) -> list[alt.Chart]:
    across = alt.X("x:Q", scale=alt.Scale(domain=[0, width], nice=False, zero=False), axis=None)
    down = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    layers = [*_ground(drawn, strip, width, words), *_lines(), *_spots(), *_list()]
    return [layer if _is_fixed(layer) else layer.encode(x=across, y=down) for layer in layers]


def _is_fixed(layer: alt.Chart) -> bool:
    """Return whether a layer says itself where it stands."""
    return layer.data is not alt.Undefined


def _ground(drawn: Placed, strip: int, width: int, words: str) -> list[alt.Chart]:
    """Return sea, land, and the strip for what no source names."""
    view = drawn.view
    if view is None:
        return []
    height = view.height
    frames = alt.InlineData(values=[{}])
    whole = {"x": alt.value(0), "x2": alt.value(width)}
    layers = [
        alt.Chart(frames)
        .mark_rect(color=SEA, opacity=1)
        .encode(y=alt.value(0), y2=alt.value(height), **whole),
        alt.Chart(alt.InlineData(values=drawn.land))
        .mark_geoshape(stroke=GROUND, strokeWidth=0.8)
        .project(type="identity", scale=1, translate=[0, 0])
        .encode(fill=alt.condition("datum.named", alt.value(_SEEN), alt.value(LAND))),
    ]
    if not strip:
        return layers
    exits = [x for row in drawn.rows if row["kind"] == "number" and isinstance(x := row["x"], float)]
    at_left = max(exits, default=0) > width - _ROOM
    told = alt.Chart(alt.InlineData(values=[{"words": words}]))
    return [
        *layers,
        alt.Chart(frames)
        .mark_rect(fill=GROUND, stroke=QUIET, strokeDash=[*DOTTED])
        .encode(y=alt.value(height), y2=alt.value(height + strip), **whole),
        told.mark_text(align="left" if at_left else "right", color=QUIET).encode(
            x=alt.value(8 if at_left else width - 8), y=alt.value(height + strip / 2), text="words:N"
        ),
    ]


def _lines() -> list[alt.Chart]:
    looks: dict[str, Any] = {"color": STRONG, "interpolate": "linear"}
    strokes = {"solid": (2.4, [1, 0]), "dashed": (2, [*DASHED]), "dotted": (2, [*DOTTED])}
    return [
        *(
            alt.Chart()
            .transform_filter(f"datum.kind === '{name}'")
            .mark_line(strokeWidth=wide, strokeDash=dash, **looks)
            .encode(detail="path:N", order="order:Q")
            for name, (wide, dash) in strokes.items()
        ),
        alt.Chart()
        .transform_filter("datum.kind === 'head'")
        .mark_point(shape="triangle-up", filled=True, size=70, color=STRONG, opacity=1)
        .encode(angle=alt.Angle("angle:Q", scale=None)),
    ]


def _spots() -> list[alt.Chart]:
    spots = alt.Chart().transform_filter("datum.kind === 'spot'")
    numbers = alt.Chart().transform_filter("datum.kind === 'number'")
    ring: dict[str, Any] = {"filled": True, "fill": GROUND, "stroke": INK, "opacity": 1}
    halo: dict[str, Any] = {"stroke": GROUND, "strokeWidth": 3, "strokeJoin": "round"}
    names = alt.Chart().transform_filter("datum.kind === 'name'").encode(text="name:N")
    return [
        spots.transform_filter("datum.sort === 'country'").mark_point(
            shape="circle", size=60, strokeWidth=1.8, **ring
        ),
        spots.transform_filter("datum.sort === 'base'").mark_point(
            shape="square", size=50, filled=True, fill=INK, opacity=1
        ),
        names.mark_text(fontWeight="bold", **halo),
        names.mark_text(fontWeight="bold"),
        numbers.mark_point(shape="circle", size=230, strokeWidth=1.2, **ring),
        numbers.mark_text(fontSize=11, fontWeight="bold", dy=1).encode(text="number:N"),
    ]


def _list() -> list[alt.Chart]:
    moves = alt.Chart().transform_filter("datum.kind === 'move'")
    tips = [alt.Tooltip(f"{name}:N") for name in ("claim", "words", "source")]
    disc: dict[str, Any] = {"filled": True, "fill": GROUND, "stroke": INK, "opacity": 1}
    return [
        moves.mark_point(shape="circle", size=230, strokeWidth=1.2, xOffset=9, **disc),
        moves.mark_text(fontSize=11, fontWeight="bold", dx=9, dy=1).encode(text="number:N"),
        moves.mark_text(align="left", baseline="middle", lineBreak="\n", lineHeight=_LINE, dx=_INDENT).encode(
            text="text:N", tooltip=tips
        ),
    ]

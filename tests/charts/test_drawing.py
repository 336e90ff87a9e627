"""What charts draw and what they do not: no point for a range, no number of their own, words where empty."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import altair as alt
import pytest
from charts.material import iraq, six_reports, war_powers, week

import troopmoves as tm
from troopmoves.charts.comparison import chart_comparison
from troopmoves.charts.flows import chart_flows
from troopmoves.charts.frame import spec_of
from troopmoves.charts.palette import CROSS, DASHED
from troopmoves.charts.rows.comparison import comparison_rows
from troopmoves.charts.rows.series import series_rows
from troopmoves.charts.rows.state import state_rows
from troopmoves.charts.rows.timeline import timeline_rows
from troopmoves.charts.series import chart_series
from troopmoves.charts.state import chart_state
from troopmoves.charts.timeline import chart_timeline

DAY = "2020-01-15"


def layers(chart: alt.LayerChart) -> Iterator[dict[str, Any]]:
    yield from spec_of(chart)["layer"]


def lebanon() -> tm.Series:
    return war_powers().series("USA", "LBN", "2021-06-08", "2023-12-08")


def filters(layer: dict[str, Any]) -> str:
    return " ".join(str(step.get("filter", "")) for step in layer.get("transform", ()))


def of_shape(chart: alt.LayerChart, shape: str) -> list[dict[str, Any]]:
    return [layer for layer in layers(chart) if layer["mark"].get("shape") == shape]


# -- every row, and no other ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chart", "rows"),
    [
        (chart_state(iraq().state(DAY)), state_rows(iraq().state(DAY))),
        (chart_comparison(week()), comparison_rows(week())),
        (chart_series(lebanon(), war_powers()), series_rows(lebanon(), war_powers())),
        (chart_timeline(iraq()), timeline_rows(iraq())),
    ],
    ids=["state", "comparison", "series", "timeline"],
)
def test_chart_holds_its_rows(chart: alt.LayerChart, rows: list[dict[str, Any]]) -> None:
    """Every row is in the chart, and nothing but the rows."""
    assert spec_of(chart)["data"]["values"] == rows


def test_map_lists_every_move() -> None:
    """Each move stands in the list under the map, whether it can be drawn or not."""
    rows = spec_of(chart_flows(iraq().state(DAY)))["data"]["values"]
    listed = [row["claim"] for row in rows if row["kind"] == "move"]
    assert listed == ["can-kuwait", "deu-move", "nato-reposition", "others-move", "rou-move"]


def test_range_is_never_a_point() -> None:
    """Dots stand only where a filter lets exact numbers through; the middle of a range is nowhere."""
    for chart in (chart_state(iraq().state(DAY)), chart_series(lebanon())):
        dots = [layer for layer in layers(chart) if layer["mark"]["type"] == "circle"]
        assert dots
        assert all("exact" in filters(layer) for layer in dots)
    rings = [layer for layer in of_shape(chart_comparison(week()), "circle") if "x" in layer["encoding"]]
    on_the_scale = [layer for layer in rings if "field" in layer["encoding"]["x"]]
    assert on_the_scale
    assert all("exact" in filters(layer) for layer in on_the_scale)


def test_open_end_is_an_arrow_without_a_number() -> None:
    """Where nothing limits a number the row has none, and the picture fades towards an arrow."""
    state = tm.Ledger([tm.present("CAN", "IRQ", "at least 14", when="2020")]).state("2020-06-01")
    chart = chart_state(state)
    [row] = spec_of(chart)["data"]["values"]
    assert (row["low"], row["high"], row["open"], row["told"]) == (14, None, True, "14 or more")
    assert of_shape(chart, "triangle-right")
    assert any(isinstance(layer["mark"].get("color"), dict) for layer in layers(chart))


def test_nothing_joins_two_levels() -> None:
    """No line leads from one reported level to the next: what lies between is a band."""
    assert all(layer["mark"]["type"] not in {"line", "area"} for layer in layers(chart_series(lebanon())))


# -- verdicts without colour ------------------------------------------------------------------------------


def test_verdicts_differ_in_shape_and_fill() -> None:
    """Certain is filled, possible hollow, ruled out a cross, whatever the colour."""
    looks: dict[str, set[tuple[object, object]]] = {}
    for layer in layers(chart_comparison(week())):
        for verdict in tm.Verdict:
            if f"=== '{verdict}'" in filters(layer):
                looks.setdefault(verdict, set()).add((layer["mark"]["shape"], layer["mark"]["fill"]))
    assert looks == {
        "certain": {("circle", "#1a1a1a")},
        "possible": {("circle", "#ffffff")},
        "ruled_out": {(CROSS, None)},
    }


def test_plan_is_dashed() -> None:
    """A plan, a move that has begun and a place that is not named have strokes of their own."""
    strokes = {
        filters(layer): layer["mark"]["strokeDash"]
        for layer in layers(chart_flows(six_reports().state(DAY)))
        if layer["mark"]["type"] == "line"
    }
    assert [strokes[f"datum.kind === '{kind}'"] for kind in ("solid", "dashed")] == [[1, 0], [*DASHED]]
    assert len({tuple(dash) for dash in strokes.values()}) == 3


# -- titles, sources, widths ------------------------------------------------------------------------------

every_chart = pytest.mark.parametrize(
    "draw",
    [
        lambda **words: chart_series(lebanon(), **words),
        lambda **words: chart_state(iraq().state(DAY), **words),
        lambda **words: chart_comparison(week(), **words),
        lambda **words: chart_flows(iraq().state(DAY), **words),
        lambda **words: chart_timeline(iraq(), **words),
    ],
    ids=["series", "state", "comparison", "flows", "timeline"],
)


@every_chart
def test_words_can_be_the_callers_own(draw: Callable[..., alt.LayerChart]) -> None:
    """Title and source line are what the caller says, where they say anything."""
    spec = spec_of(draw(title="My finding", source="My source"))
    assert spec["title"]["text"] == ["My finding"]
    assert "My source" in json.dumps(spec)
    assert "Source:" not in json.dumps(spec)


@every_chart
def test_width_is_that_of_the_whole_picture(draw: Callable[..., alt.LayerChart]) -> None:
    """A wider picture gives the room to the plot, not to the words beside it."""
    assert spec_of(draw(width=800))["width"] - spec_of(draw())["width"] == 200


@every_chart
def test_days_do_not_depend_on_the_time_zone(draw: Callable[..., alt.LayerChart]) -> None:
    """Every channel of days has a scale in UTC: a browser in Ottawa shows the same day as one in Baghdad."""
    for layer in layers(draw()):
        for name in ("x", "y"):
            channel = layer["encoding"].get(name, {})
            if channel.get("type") == "temporal":
                assert channel["scale"]["type"] == "utc"
        tips = layer["encoding"].get("tooltip", [])
        assert all(tip["type"] == "nominal" for tip in tips)


def test_axis_begins_at_zero_unless_told() -> None:
    """Lengths can be compared; who wants to see small changes asks for it."""

    def bottom(chart: alt.LayerChart) -> float:
        return float(next(layers(chart))["encoding"]["y"]["scale"]["domain"][0])

    series = war_powers().series("USA", "LBN", "2021-06-08", "2022-06-08")
    assert (bottom(chart_series(series)), bottom(chart_series(series, zero=False))) == (0, 88)


# -- nothing to draw --------------------------------------------------------------------------------------


def test_empty_state_says_so() -> None:
    """A chart without rows holds words instead of an empty frame."""
    nothing = tm.Ledger().state(DAY)
    for chart in (
        chart_state(nothing),
        chart_comparison(tm.compare(nothing, nothing)),
        chart_flows(nothing),
        chart_timeline(tm.Ledger()),
    ):
        assert "No claim that counts says who is where." in json.dumps(spec_of(chart))


def test_empty_series_is_open() -> None:
    """Of a force that nobody speaks of any number may be there, and the axis has no numbers."""
    spec = spec_of(chart_series(tm.Ledger().series("CAN", "IRQ", "2020-01-01", "2020-02-01")))
    assert spec["title"]["text"] == ["Canada in Iraq: no level is reported"]
    assert [row["told"] for row in spec["data"]["values"]] == ["not limited"]
    assert spec["layer"][0]["encoding"]["y"]["axis"]["labels"] is False


def test_series_of_one_day_can_be_drawn() -> None:
    """A stretch without length has an axis all the same."""
    [domain] = {
        tuple(layer["encoding"]["x"]["scale"]["domain"])
        for layer in layers(chart_series(war_powers().series("USA", "LBN", "2021-06-08", "2021-06-08")))
        if "scale" in layer["encoding"]["x"]
    }
    assert domain[0] < domain[1]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_first_and_last_day_of_the_calendar_can_be_drawn(day: str) -> None:
    """Arrows need room beside the days, and the calendar of Python has none there."""
    ledger = tm.Ledger([tm.present("CAN", "IRQ", 14, when=day)])
    json.dumps(spec_of(chart_timeline(ledger)))
    json.dumps(spec_of(chart_series(ledger.series("CAN", "IRQ", day, day), ledger)))


def test_two_accounts_have_two_sources() -> None:
    """What does not stand in one account says so, with the publishers of both."""
    text = json.dumps(spec_of(chart_comparison(tm.compare(iraq().state(DAY), six_reports().state(DAY)))))
    assert "Source: The New Arab" in text
    assert "Source: Report A" in text
    assert "The two accounts are independent" in text.replace("\\n", " ")


def test_strip_says_that_a_place_may_have_a_name() -> None:
    """A region has a name and no spot; its line leaves the map all the same."""
    leaving = tm.relocate("CAN", "some", origin="IRQ", to=tm.middle_east(), when="2020-01-07")
    text = json.dumps(spec_of(chart_flows(tm.Ledger([leaving]).state(DAY))))
    assert "Not named, or not on this map" in text
    assert "Place not named" not in text


def test_moves_that_begin_and_end_nowhere_are_only_listed() -> None:
    """Without a place on the map there is no map, and the move is told all the same."""
    lost = tm.relocate("CAN", 14, origin=tm.Unspecified(), to=tm.middle_east(), when="2020-01-07")
    spec = spec_of(chart_flows(tm.Ledger([lost]).state(DAY)))
    assert all(layer["mark"]["type"] != "geoshape" for layer in spec["layer"])
    assert [row["kind"] for row in spec["data"]["values"]] == ["move"]


def test_signs_of_many_levels_do_not_touch() -> None:
    """Where levels stand close, their bars are thin, and neither numbers nor words stand between them."""
    levels = [
        tm.present("CAN", "IRQ", "about 100", when=f"20{10 + i // 12}-{1 + i % 12:02}-01") for i in range(36)
    ]
    series = tm.Ledger(levels).series("CAN", "IRQ", "2010-01-01", "2013-01-01")
    drawn = list(layers(chart_series(series)))
    widths = [layer["mark"]["width"] for layer in drawn if "width" in layer["mark"]]
    assert widths
    assert max(widths) < 584 / 36
    assert not any(layer["mark"]["type"] == "text" and "text" in layer["encoding"] for layer in drawn[:-1])

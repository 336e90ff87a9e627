"""The command that draws: `chart`.

Charts come from the room `charts`, which needs Altair; it is imported when something is drawn.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeAlias, final

import attrs
from cyclopts import Parameter

from troopmoves.cli.assuming import ASSUMING, Assuming, known_of
from troopmoves.cli.question import scope_of
from troopmoves.cli.reading import answered, read_ledger
from troopmoves.cli.screen import say
from troopmoves.cli.trouble import CommandError, Exit
from troopmoves.ledger.comparison import compare
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState

Kind: TypeAlias = Literal["series", "state", "comparison", "flows", "timeline"]

_SUFFIXES: Final = (".html", ".svg", ".png", ".json")


@Parameter(name="*")
@final
@attrs.frozen(kw_only=True)
class Days:
    """What is drawn of a ledger."""

    on: str | None = None
    """The day of a state, or of flows on a map."""
    since: str | None = None
    """The first day of a series or a comparison."""
    until: str | None = None
    """The last day of these."""
    of: str | None = None
    """Who and where in a series, as "CAN in IRQ"."""
    known: str | None = None
    """The day, or moment with its offset, by which claims were public."""


NO_DAYS: Final = Days()


def chart(
    kind: Kind,
    file: Path,
    /,
    *,
    output: Annotated[Path, Parameter(alias="-o")],
    days: Days = NO_DAYS,
    assuming: Assuming = ASSUMING,
) -> Exit:
    """Draw a ledger: a series, a state, a comparison, flows on a map, or what was said when.

    Args:
        kind: What is drawn.
        file: The document.
        output: The picture; its suffix tells the format: .html, .svg, .png, or .json for Vega-Lite.
        days: What is drawn of it.
        assuming: What is assumed.
    """
    from troopmoves.formats.atomic import replace  # noqa: PLC0415 (only where a file is written)

    suffix = output.suffix.lower()
    if suffix not in _SUFFIXES:
        raise CommandError(
            "--output", str(output), "the suffix tells the format", f"use {', '.join(_SUFFIXES)}"
        )
    _check_days(kind, days)
    ledger = read_ledger(file)
    drawn = answered(f"Drawing {output.name}", lambda: _rendered(draw(kind, ledger, days, assuming), suffix))
    replace(output.resolve(), drawn)
    say(f"{output}: {kind} of {ledger.label.size}")
    return Exit.FINE


_NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "series": ("of", "since", "until"),
    "state": ("on",),
    "comparison": ("since", "until"),
    "flows": ("on",),
    "timeline": (),
}
"""The options that each kind of chart needs."""


def _check_days(kind: Kind, days: Days) -> None:
    for name in ("on", "since", "until", "of"):
        given = getattr(days, name)
        if name in _NEEDS[kind] and given is None:
            raise CommandError(f"--{name}", None, f"a chart of {kind} needs it", f"write --{name} ...")
        if name not in _NEEDS[kind] and given is not None:
            raise CommandError(f"--{name}", given, f"a chart of {kind} has no use for it", "leave it out")


def draw(kind: Kind, ledger: Ledger, days: Days, assuming: Assuming) -> Any:  # noqa: ANN401 (a chart of Altair)
    """Return a chart of a ledger, to be changed further.

    Raises:
        MissingExtraError: If Altair is not installed.
    """
    known, assumed = known_of(days.known), assuming.assumptions

    def state(day: str | None) -> DeploymentState:
        return ledger.state(day or "", known=known, assuming=assumed)

    match kind:
        case "timeline":
            from troopmoves.charts.timeline import chart_timeline  # noqa: PLC0415 (imports Altair)

            return chart_timeline(ledger)
        case "state":
            from troopmoves.charts.state import chart_state  # noqa: PLC0415 (likewise)

            return chart_state(state(days.on))
        case "flows":
            from troopmoves.charts.flows import chart_flows  # noqa: PLC0415 (likewise)

            return chart_flows(state(days.on))
        case "comparison":
            from troopmoves.charts.comparison import chart_comparison  # noqa: PLC0415 (likewise)

            return chart_comparison(compare(state(days.since), state(days.until)))
        case "series":
            from troopmoves.charts.series import chart_series  # noqa: PLC0415 (likewise)

            first, last = state(days.since), state(days.until)
            scope = scope_of(first, days.of or "")
            found = ledger.series(
                scope.force, scope.place, first.day, last.day, known=known, assuming=assumed
            )
            return chart_series(found, ledger)


def _rendered(chart: Any, suffix: str) -> bytes:  # noqa: ANN401 (likewise)
    """Return a chart as the content of a file."""
    if suffix == ".json":
        return f"{chart.to_json()}\n".encode()
    from troopmoves.charts.vega import needs_renderer  # noqa: PLC0415 (imports Altair)

    needs_renderer()
    if suffix == ".png":
        binary = io.BytesIO()
        chart.save(binary, format="png", scale_factor=2)
        return binary.getvalue()
    text = io.StringIO()
    if suffix == ".svg":
        chart.save(text, format="svg")
    else:
        chart.save(text, format="html", inline=True)  # with all that it needs, so that no network is
    return text.getvalue().encode()

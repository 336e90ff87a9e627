"""The commands that take tables in and give formats out: `import` and `export`.

To add a format of `export`: one function in `_EXPORTS`, its word in `ExportFormat`, how many days it takes in
`_TAKES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeAlias, final

import attrs
from cyclopts import Parameter

from troopmoves.cli.assuming import ASSUMING, PRINTED, Assuming, Printed
from troopmoves.cli.reading import read_ledger
from troopmoves.cli.screen import say, show, working, write
from troopmoves.cli.trouble import CommandError, Exit
from troopmoves.cli.view import Column, Section, View, text_of
from troopmoves.ledger.comparison import Comparison, compare
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import plural

if TYPE_CHECKING:
    from troopmoves.formats.mapping.report import ImportReport

# -- import -------------------------------------------------------------------------------------------------

_OUTCOMES: Final[Mapping[str, str]] = MappingProxyType({"unread": "bold red", "missing": "yellow"})


def import_(
    mapping: Path,
    table: Path,
    /,
    *,
    output: Annotated[Path | None, Parameter(alias="-o")] = None,
    fail_on: Literal["unread", "never"] = "unread",
    printed: Printed = PRINTED,
) -> Exit:
    """Read a table by a mapping, and account for every row of it.

    The exit code is 1 if something could not be read; what could be is written all the same.

    Args:
        mapping: The document that says what the columns mean.
        table: The CSV file.
        output: The document to write; if left out, it is only told what would be read.
        fail_on: Whether a row that cannot be read makes the exit code 1.
        printed: How the account of the rows is printed.
    """
    from troopmoves.formats.document.file import write as write_document  # noqa: PLC0415 (imports ruamel.yaml)
    from troopmoves.formats.mapping.importer import import_table  # noqa: PLC0415 (likewise)

    with working(f"Reading {table.name}"):
        imported = import_table(table, mapping)
    if output is not None:
        with working(f"Writing {output.name}"):
            write_document(imported.ledger, output)
    show(import_view(imported.report), printed.format)
    return Exit.FOUND if fail_on == "unread" and imported.report.of("unread") else Exit.FINE


def import_view(report: ImportReport) -> View:
    """Return what became of each row of a table."""
    rows = report.to_rows()
    made = f"{len(report.claimed)} made {report.claims} {plural('claim', report.claims)}"
    unused = (("Columns not read:", (", ".join(report.unused),)),) if report.unused else ()
    columns = (
        Column("row", text_of("row"), right=True),
        Column("column", text_of("column")),
        Column("outcome", text_of("outcome"), whole=True, styles=_OUTCOMES),
        Column("got", text_of("got")),
        Column("rule", text_of("rule")),
        Column("way out", text_of("way_out")),
    )
    return View(
        heading=f"{report.table}: {report.rows} {plural('row', report.rows)}, {made}",
        notes=unused,
        sections=(Section(rows=rows, columns=columns, empty="Every row made a claim."),),
        data={
            "table": report.table,
            "rows": report.rows,
            "claims": report.claims,
            "claimed": sorted(report.claimed),
            "unclaimed": sorted(report.unclaimed),
            "unused_columns": list(report.unused),
            "remarks": rows,
        },
    )


# -- export -------------------------------------------------------------------------------------------------

ExportFormat: TypeAlias = Literal["csv", "parquet", "geojson", "orbat", "ftm", "ftm-statements"]


@final
@attrs.frozen(kw_only=True)
class _Order:
    """What is to be exported, and how."""

    ledger: Ledger
    on: tuple[str, ...]
    since: str | None
    until: str | None
    accept: tuple[str, ...] | Literal["all"]
    assuming: Assuming
    output: Path | None

    @property
    def what(self) -> Ledger | DeploymentState | Comparison:
        """The claims; with one day the state of it, with two their comparison."""
        return self.asked if self.on else self.ledger

    @property
    def asked(self) -> DeploymentState | Comparison:
        """The state of the one day, or the comparison of the two."""
        assumed = self.assuming.assumptions
        first, *others = [self.ledger.state(day, assuming=assumed) for day in self.on]
        return compare(first, others[0]) if others else first


def export(
    format: ExportFormat,  # noqa: A002 (what the argument is called)
    file: Path,
    /,
    *,
    output: Annotated[Path | None, Parameter(alias="-o")] = None,
    on: Annotated[tuple[str, ...], Parameter(negative=())] = (),
    since: str | None = None,
    until: str | None = None,
    accept: Annotated[tuple[str, ...], Parameter(negative=())] = (),
    assuming: Assuming = ASSUMING,
) -> Exit:
    """Write a ledger in a format of other programs; what that loses is told, and has to be accepted.

    CSV and Parquet take the claims, or with --on the state of a day, or twice the comparison of two days;
    GeoJSON takes one or two days.

    Args:
        format: The format.
        file: The document.
        output: The file to write; if left out, the standard output.
        on: A day; twice for a comparison of two days.
        since: The first day of an orbat-mapper scenario.
        until: The last day of an orbat-mapper scenario.
        accept: What may be lost, in a word, or "all"; several times for several.
        assuming: What is assumed.
    """
    _check_order(format, on, since, until)
    order = _Order(
        ledger=read_ledger(file),
        on=on,
        since=since,
        until=until,
        accept="all" if "all" in accept else accept,
        assuming=assuming,
        output=output,
    )
    with working(f"Exporting to {format}"):
        text = _EXPORTS[format](order)
    if text is not None and output is None:
        write(text)
    elif text is not None and output is not None:
        from troopmoves.formats.atomic import replace  # noqa: PLC0415 (only where a file is written)

        replace(output.resolve(), text.encode())
    if output is not None:
        say(f"{output}: {format} of {order.ledger.label.size}")
    return Exit.FINE


_TAKES: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {
        "csv": (0, 1, 2),
        "parquet": (0, 1, 2),
        "geojson": (1, 2),
        "orbat": (0,),
        "ftm": (0,),
        "ftm-statements": (0,),
    }
)
"""How many days each format takes."""


def _check_order(format: str, on: tuple[str, ...], since: str | None, until: str | None) -> None:  # noqa: A002 (as above)
    if len(on) not in _TAKES[format]:
        most = {(0,): "no day", (1, 2): "one day or two"}.get(_TAKES[format], "at most two days")
        raise CommandError(
            "--on", on, f"{format} takes {most}", "write --on 2020-01-15" if not on else "leave it out"
        )
    if format != "orbat" and (since or until):
        raise CommandError(
            "--since", since or until, f"{format} has no first and last day", "use --on for days"
        )


def _csv(order: _Order) -> str:
    from troopmoves.formats.tables.csv import to_csv  # noqa: PLC0415 (each format imports its own)

    return to_csv(order.what, accept=order.accept).text


def _parquet(order: _Order) -> None:
    from troopmoves.formats.tables.parquet import write_parquet  # noqa: PLC0415 (imports pyarrow)

    if order.output is None:
        raise CommandError("--output", None, "Parquet is no text", "write --output claims.parquet")
    write_parquet(order.what, order.output)


def _geojson(order: _Order) -> str:
    from troopmoves.formats.geojson.collection import to_geojson  # noqa: PLC0415 (as above)

    return to_geojson(order.asked, accept=order.accept).text


def _orbat(order: _Order) -> str:
    from troopmoves.formats.orbat.write import to_orbat  # noqa: PLC0415 (as above)

    return to_orbat(
        order.ledger,
        since=order.since,
        until=order.until,
        assuming=order.assuming.assumptions,
        accept=order.accept,
    ).text


def _ftm(order: _Order) -> str:
    from troopmoves.formats.ftm.export import to_ftm  # noqa: PLC0415 (as above)

    return to_ftm(order.ledger, accept=order.accept).text


def _ftm_statements(order: _Order) -> str:
    from troopmoves.formats.ftm.export import to_ftm_statements  # noqa: PLC0415 (as above)

    return to_ftm_statements(order.ledger, accept=order.accept).text


_EXPORTS: Final[Mapping[str, Callable[[_Order], str | None]]] = MappingProxyType(
    {
        "csv": _csv,
        "parquet": _parquet,
        "geojson": _geojson,
        "orbat": _orbat,
        "ftm": _ftm,
        "ftm-statements": _ftm_statements,
    }
)

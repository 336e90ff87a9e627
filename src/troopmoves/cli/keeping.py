"""The commands that keep documents in order: `fmt`, `convert`, `schema`."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from troopmoves.cli.layout import as_json
from troopmoves.cli.reading import is_large, needs_files, read_ledger
from troopmoves.cli.screen import say, working, write
from troopmoves.cli.trouble import Exit
from troopmoves.errors import DocumentError

Flag = Annotated[bool, Parameter(negative=())]


def fmt(*files: Path, check: Flag = False, diff: Flag = False) -> Exit:
    """Put documents into the one canonical form, with their comments.

    Args:
        files: The documents.
        check: Change nothing; the exit code is 1 if a document is not in canonical form.
        diff: Change nothing; print what would change.
    """
    needs_files(files)
    changed = []
    for file in files:
        before = _text_of(file)
        after = formatted(file, before)
        if after == before:
            continue
        changed.append(file)
        if diff:
            write(_difference(file, before, after))
        elif check:
            say(f"{file}: not in canonical form")
        else:
            _replace(file, after)
            say(f"{file}: put into canonical form")
    return Exit.FOUND if changed and check else Exit.FINE


def formatted(file: Path, text: str) -> str:
    """Return the text of a document in canonical form.

    Raises:
        DocumentError: If it is no document; with every problem.
    """
    from troopmoves.formats.document.canonical import canonical  # noqa: PLC0415 (imports ruamel.yaml)

    format_ = "json" if file.suffix.lower() == ".json" else "yaml"
    try:
        with working(f"Formatting {file.name}", at_once=is_large(file)):
            return canonical(text, format_)
    except DocumentError as error:
        raise DocumentError(str(file), error.problems) from error


def convert(source: Path, target: Path, /) -> Exit:
    """Write a document in another format, by its suffix: .yaml, .json, .parquet; nothing is lost.

    Args:
        source: The document.
        target: Where it is written; a YAML document that is there keeps its comments.
    """
    if source.suffix == ".parquet":
        from troopmoves.formats.tables.parquet import read_parquet  # noqa: PLC0415 (imports pyarrow)

        with working(f"Reading {source.name}"):
            ledger = read_parquet(source)
    else:
        ledger = read_ledger(source)
    with working(f"Writing {target.name}"):
        if target.suffix == ".parquet":
            from troopmoves.formats.tables.parquet import write_parquet  # noqa: PLC0415 (as above)

            write_parquet(ledger, target)
        else:
            from troopmoves.formats.document.file import write as write_document  # noqa: PLC0415 (ruamel.yaml)

            write_document(ledger, target)
    say(f"{target}: {ledger.label.size}")
    return Exit.FINE


def schema() -> Exit:
    """Print the JSON Schema of documents, for editors and other programs."""
    from troopmoves.formats.schema.published import schema as published  # noqa: PLC0415 (reads a file)

    write(as_json(published()))
    return Exit.FINE


def _text_of(file: Path) -> str:
    """Return the text of a document as it stands there, line breaks included."""
    from troopmoves.formats.document.fault import fault  # noqa: PLC0415 (as above)

    try:
        return file.read_bytes().decode()
    except UnicodeDecodeError:
        problem = fault("bytes", "a document is in UTF-8", "save it as UTF-8")
        raise DocumentError(str(file), problem.problems) from None


def _replace(file: Path, text: str) -> None:
    from troopmoves.formats.atomic import replace  # noqa: PLC0415 (as above)

    replace(file.resolve(), text.encode())


def _difference(file: Path, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), str(file), f"{file} (canonical)"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)

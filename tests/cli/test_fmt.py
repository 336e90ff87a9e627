"""`fmt`, `convert` and `schema`: documents in order."""

import json
from pathlib import Path

import pytest
from cli.conftest import Command

import troopmoves as tm


def test_fmt_keeps_the_ledger_and_every_comment(troopmoves: Command, folder: Path) -> None:
    """A formatted document says the same, with the same comments, and is not formatted again."""
    file = folder / "iraq.yaml"
    before, text = tm.read(file), file.read_text("utf-8")
    assert troopmoves("fmt", "iraq.yaml").err == "iraq.yaml: put into canonical form\n"
    after = file.read_text("utf-8")
    assert tm.read(file) == before
    assert after.count(" # ") + after.count("\n# ") == text.count(" # ") + text.count("\n# ")
    assert troopmoves("fmt", "iraq.yaml", "--check") == (0, "", "")
    assert file.read_text("utf-8") == after


def test_fmt_takes_json_too(troopmoves: Command, folder: Path) -> None:
    """JSON has one form, that of the library."""
    file = folder / "iraq.json"
    file.write_text(json.dumps(json.loads(tm.dumps(tm.read("iraq.yaml")))), encoding="utf-8")
    assert troopmoves("fmt", "iraq.json", "--check").code == 1
    assert troopmoves("fmt", "iraq.json").code == 0
    assert file.read_text("utf-8") == tm.dumps(tm.read("iraq.yaml"))


def test_fmt_changes_nothing_of_what_it_cannot_read(troopmoves: Command, folder: Path) -> None:
    """A faulty document stays as it is, and is told by its name."""
    (folder / "faulty.yaml").write_text("troopmoves: 1\nheadline: x\n", encoding="utf-8")
    (folder / "latin.yaml").write_bytes("troopmoves: 1\ntitle: Köln\n".encode("latin-1"))
    said = troopmoves("fmt", "faulty.yaml")
    assert said.code == 2
    assert said.err.startswith("error: faulty.yaml: 1 problem\n  line 2, headline")
    assert (folder / "faulty.yaml").read_text("utf-8") == "troopmoves: 1\nheadline: x\n"
    assert "save it as UTF-8" in troopmoves("fmt", "latin.yaml").err


def test_diff_shows_what_would_change_and_changes_nothing(troopmoves: Command, folder: Path) -> None:
    """A difference can be read by `patch`."""
    (folder / "new.yaml").write_text('troopmoves: 1\ntitle: "Iraq"', encoding="utf-8")
    said = troopmoves("fmt", "new.yaml", "--diff")
    assert said.out == (
        "--- new.yaml\n+++ new.yaml (canonical)\n@@ -1,2 +1,2 @@\n"
        ' troopmoves: 1\n-title: "Iraq"\n+title: Iraq\n'
    )
    assert (folder / "new.yaml").read_text("utf-8") == 'troopmoves: 1\ntitle: "Iraq"'


@pytest.mark.parametrize("between", ["json", "parquet"])
def test_convert_loses_nothing(troopmoves: Command, folder: Path, between: str) -> None:
    """A document that is converted and converted back says the same."""
    assert troopmoves("convert", "iraq.yaml", f"iraq.{between}").code == 0
    assert troopmoves("convert", f"iraq.{between}", "back.yaml").code == 0
    assert tm.read(folder / "back.yaml") == tm.read(folder / "iraq.yaml")


def test_schema_is_the_published_one(troopmoves: Command) -> None:
    """What is printed is the schema of the library."""
    assert json.loads(troopmoves("schema").out) == tm.schema()


def test_exports_are_those_of_the_library(troopmoves: Command, folder: Path) -> None:
    """The command adds nothing to what the library writes."""
    ledger = tm.read("iraq.yaml")
    state = ledger.state("2020-01-15")
    assert troopmoves("export", "csv", "iraq.yaml", "--on", "2020-01-15").out == tm.to_csv(state).text
    drawn = tm.to_geojson(state, accept="all").text
    assert troopmoves("export", "geojson", "iraq.yaml", "--on", "2020-01-15", "--accept", "all").out == drawn
    assert (
        troopmoves("export", "ftm", "iraq.yaml", "--accept", "all").out
        == tm.to_ftm(ledger, accept="all").text
    )
    rows = tm.to_ftm_statements(ledger, accept="all").text
    assert troopmoves("export", "ftm-statements", "iraq.yaml", "--accept", "all").out == rows
    days = ("--since", "2020-01-07", "--until", "2020-01-15")
    scenario = tm.to_orbat(ledger, since="2020-01-07", until="2020-01-15", accept="all").text
    assert troopmoves("export", "orbat", "iraq.yaml", *days, "--accept", "all").out == scenario
    assert troopmoves("export", "parquet", "iraq.yaml", "--output", "all.parquet").code == 0
    assert tm.read_parquet(folder / "all.parquet") == ledger

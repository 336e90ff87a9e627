"""Findings as people see them: each with its claims, or of very many a summary."""

import json
from pathlib import Path

from cli.conftest import Command

import troopmoves as tm

PLACES = ("IRQ", "KWT", "JOR", "LBN", "SYR", "TUR", "QAT", "BHR", "CYP", "EGY", "OMN", "SAU")


def many(folder: Path, number: int) -> None:
    """Write a document in which so many pairs of claims contradict each other."""
    claims = [
        tm.present("CAN", place, count, when="2020-01-07", id=f"{place.lower()}-{count}")
        for place in ("IRQ", "KWT", "JOR", "LBN", "SYR", "TUR", "QAT", "BHR", "CYP", "EGY", "OMN", "SAU")[
            :number
        ]
        for count in (10, 20)
    ]
    claims += [
        tm.present("FRA", "IRQ", count, when="2020-01-07", id=f"fra-{count}") for count in range(100, 111)
    ]
    tm.write(tm.Ledger(claims, title="Many"), folder / "many.yaml")


def test_very_many_findings_are_summed_up(troopmoves: Command, folder: Path) -> None:
    """Of more than twenty there is a line for each code, people and place, and the largest of each code."""
    many(folder, 12)
    said = troopmoves("check", "many.yaml", "--rules", "TM101")
    lines = said.out.splitlines()
    data = json.loads(troopmoves("check", "many.yaml", "--rules", "TM101", "-f", "json").out)["files"][0]
    assert len(data["findings"]) > 20
    assert lines[2] == "many.yaml, by code, people and place"
    assert sum(line.startswith("TM101") for line in lines) == len(data["groups"])
    assert sum(line.startswith("error TM101") for line in lines) == 1


def test_finding_about_a_report_names_it(troopmoves: Command, folder: Path) -> None:
    """What is about no claim says what it is about."""
    tm.write(tm.Ledger([tm.Report(id="empty", publisher="X")]), folder / "empty.yaml")
    said = troopmoves("check", "empty.yaml", "--fail-on", "info")
    assert said.code == 1
    assert "about: empty" in said.out


def test_json_documents_are_told_by_path(troopmoves: Command, folder: Path) -> None:
    """Where lines say nothing the path does."""
    many(folder, 1)
    troopmoves("convert", "many.yaml", "many.json")
    assert "claims[0]" in troopmoves("check", "many.json", "--rules", "TM101").out

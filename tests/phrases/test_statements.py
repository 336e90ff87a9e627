"""Statements of the press, as others have taken them apart, held by our models and written without loss."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from phrases.statement_rows import ROWS, Row

import troopmoves as tm
from troopmoves.claims import verb
from troopmoves.entities.organisation import NATO, UN

_FILE: Final = Path(os.environ.get("TROOPMOVES_SHARED_DATA", "")) / ".." / "phrases" / "statements_dev.jsonl"
needs_statements = pytest.mark.skipif(
    "TROOPMOVES_SHARED_DATA" not in os.environ or not _FILE.exists(), reason="there are no statements"
)

_KINDS: Final = {
    "deploy": {"deploy"},
    "handover": {"started", "ended"},
    "keep": {"maintain"},
    "presence": {"present"},
    "reduce": {"reduce"},
    "reinforce": {"reinforce"},
    "relocate": {"relocate"},
    "suspend_mission": {"suspended"},
    "withdraw": {"withdraw", "repatriate"},
}
"""What the annotation calls a change, and the kinds of ours that hold it."""
_PROGRESS: Final = {
    "announced": "planned",
    "completed": "completed",
    "denied": "planned",
    "ordered": "ordered",
    "planned": "planned",
    "presence report": "planned",
    "retracted": "cancelled",
    "suspended": "paused",
    "under way": "under_way",
}
_STANCE: Final = {
    "alleged": "alleges",
    "demanded": "demands",
    "expected": "expects",
    "hoped": "demands",
    "offered": "proposes",
    "opposed": "demands",
    "recommended": "proposes",
}
"""The stances that are not `asserts`; a demand is "wants it to be so", and who opposes wants it not to be."""
_MIXED: Final = ["ITA", "FRA", "GRC", "TUR", "ROU"]
"""The actors of one claim of which the first is expected to do what the others say that they will."""
_DAY: Final = date(2020, 1, 8)
"""The statements come without the day they were published; a denial needs one."""
_COALITION: Final = tm.Organisation(id="coalition", name="Coalition")
_OPERATIONS: Final = {
    "NATO": tm.Operation(id="nato-mission", name="NATO mission", lead=NATO),
    "UN": tm.Operation(id="un-force", name="UN force", lead=UN),
    "multinational force": tm.Operation(id="multinational-force", name="multinational force"),
    "GBR": tm.Operation(id="british-command", name="under British command", lead=tm.Nation("GBR")),
    "NOR and SWE": tm.Operation(
        id="nor-and-swe", name="Norwegians and Swedes", members=(tm.Nation("NOR"), tm.Nation("SWE"))
    ),
}
_PLACES: Final[dict[str, tm.Place]] = {
    "*": tm.Unspecified(),
    "gulf": tm.Region(id="gulf", name="the region", members=(tm.Country.of("SAU"), tm.Country.of("IRQ"))),
    "~coalition": tm.Unspecified(operated_by=_COALITION),
}


def _statements() -> list[dict[str, Any]]:
    if "TROOPMOVES_SHARED_DATA" not in os.environ or not _FILE.exists():
        return []
    return [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]


def _place(notation: str, key: str, words: str | None) -> tm.Place:
    """Return the place of a row; *words* are those of the annotation."""
    if notation in _PLACES:
        return _PLACES[notation]
    if "|" in notation:
        first, second = (_place(one, key, words) for one in notation.split("|"))
        assert not isinstance(first, tm.AnyOf)
        assert not isinstance(second, tm.AnyOf)
        return tm.AnyOf((first, second))
    code, _, what = notation.partition(":")
    if what:
        return _described(tm.Country.of(code) if code else None, what, key, words or "")
    code, mark, name = code.partition("-" if "-" in code else "/")
    country = tm.Country.of(code)
    if not mark:
        return country
    area = tm.Area(id=f"{code}-{name}".lower().replace(" ", "-"), name=name, within=country)
    return area if mark == "/" else tm.Unspecified(within=country, outside=area)


def _described(country: tm.Country | None, what: str, key: str, words: str) -> tm.Place:
    if what == "base" or country is None:
        return tm.Base(id=key, name=words, within=country)
    if what == "area":
        return tm.Area(id=key, name=words, within=country)
    return tm.Unspecified(within=country) if what == "in" else tm.Unspecified(outside=country)


def _force(row: Row) -> tm.Force:
    nation = tm.Nation(row.who) if len(row.who) == 3 else None
    operation = (
        _OPERATIONS[row.who]
        if nation is None and row.who
        else _OPERATIONS.get(row.extra.get("operation", ""))
    )
    unit = row.extra.get("unit")
    if unit is None or nation is None:
        return tm.Force(nation=nation, operation=operation, role=row.extra.get("role"))
    named = tm.Unit(id=f"{nation.code}-{unit}".lower(), name=unit, nation=nation, echelon=tm.Echelon(unit))
    return tm.Force(nation=nation, unit=named)


def _claim(row: Row, key: str, statement: Mapping[str, Any], annotation: Mapping[str, Any]) -> tm.Claim:
    """Return one claim of ours, in the words of the annotation."""
    extra = row.extra
    words = annotation["quantity_phrase"] or ""
    when = tm.When.of(extra.get("when", "../..")).with_text(annotation["date_expression"] or "")
    is_denied = annotation["polarity"] == "negative" or annotation["modality"] == "opposed"
    details: dict[str, Any] = {
        "id": key,
        "when": when,
        "said": tm.Attribution(by=annotation["attribution"] or ""),
        "stance": extra.get("stance", _STANCE.get(annotation["modality"], "asserts")),
        "polarity": extra.get("polarity", "negated" if is_denied else "affirmed"),
        "quote": statement["text"],
        "note": extra.get("missing", ""),
    }
    ends = {
        "origin": _place(row.origin, f"{key}-from", annotation["from_place"]) if row.origin else None,
        "to": _place(row.to, f"{key}-to", annotation["to_place"]) if row.to else None,
    }
    if row.verb in ("started", "ended", "suspended"):
        return _activity(row, ends["to"] or ends["origin"], details)
    count = None if row.count is None else _count(row.count, words)
    if row.verb == "present":
        if "whole" in extra:
            details["whole"] = tm.Whole(_force(row), _place(extra["whole"], "", None))
        details["basis"] = extra.get("basis", "present")
        details["polarity"] = "affirmed"
        assert count is not None
        assert ends["to"] is not None
        return tm.present(_force(row), ends["to"], count, **details)
    details["progress"] = extra.get("progress", _progress(annotation))
    details["temporary"] = annotation["temporary"] is True
    details["condition"] = extra.get(
        "condition", annotation["date_expression"] if "conditional" in extra else ""
    )
    if "whole" in extra:
        details["whole"] = tm.Whole(_force(row), _place(extra["whole"], "", None))
    if row.verb == "maintain":
        assert ends["to"] is not None
        return tm.maintain(_force(row), count, at=ends["to"], **details)
    given = {name: place for name, place in ends.items() if place is not None}
    build = getattr(verb, row.verb)
    claim = build(_force(row), count, **given, **details)
    assert isinstance(claim, tm.Claim)
    return claim


def _activity(row: Row, place: tm.Place | None, details: dict[str, Any]) -> tm.Claim:
    assert place is not None
    change = tm.ActivityChange(
        force=_force(row),
        place=place,
        activity=row.extra["activity"],
        kind=tm.ActivityKind(row.verb),
        when=details.pop("when"),
    )
    return tm.Claim.of(change, **details)


def _count(notation: str, words: str) -> tm.Headcount | tm.Share:
    if notation.startswith("="):
        return tm.Share.of(notation.removeprefix("="), words)
    return tm.Headcount.of(notation, words)


def _progress(annotation: Mapping[str, Any]) -> str:
    own = {"considered": "considered", "authorised": "ordered"}
    return own.get(annotation["modality"], _PROGRESS[annotation["status"]])


def _reports() -> Iterator[tm.Report]:
    for statement in _statements():
        key = statement["id"]
        assert len(ROWS[key]) == len(statement["claims"]), key
        claims = tuple(
            _claim(row, f"{key}-{number}-{index}", statement, annotation)
            for number, (rows, annotation) in enumerate(zip(ROWS[key], statement["claims"], strict=True))
            for index, row in enumerate(rows)
        )
        yield tm.Report(
            id=key,
            publisher=statement["corpus"] or "",
            title=statement["locator"] or "",
            published=_DAY,
            claims=claims,
        )


@pytest.fixture(scope="module")
def kept() -> tm.Ledger:
    """Return the ledger of all statements, written as a document and read back."""
    ledger = tm.Ledger(_reports())
    read_back = tm.loads(tm.dumps(ledger), "json")
    assert read_back == ledger
    return read_back


@needs_statements
def test_every_statement_is_held_and_comes_back_from_yaml() -> None:
    """All claims stand in one ledger, which a document keeps without loss."""
    ledger = tm.Ledger(_reports())
    assert {report.id for report in ledger.reports} == set(ROWS)
    assert tm.loads(tm.dumps(ledger, "yaml"), "yaml") == ledger


@needs_statements
@pytest.mark.parametrize("statement", _statements(), ids=lambda statement: statement["id"])
def test_what_was_annotated_is_found_in_the_claims_read_back(
    statement: dict[str, Any], kept: tm.Ledger
) -> None:
    """Whose, what kind of change, how firmly, how many, when, by whom: nothing is lost."""
    claims = {claim.id: claim for claim in kept.claims()}
    for number, annotation in enumerate(statement["claims"]):
        ours = [claim for key, claim in claims.items() if key.startswith(f"{statement['id']}-{number}-")]
        assert set(annotation["actors"]) <= {name for claim in ours for name in _senders(claim)}
        assert _KINDS[annotation["change"]] & {_kind(claim) for claim in ours}
        assert all(claim.quote == statement["text"] for claim in ours)
        assert {claim.said.by for claim in ours} == {annotation["attribution"] or ""}
        assert {str(claim.proposition.when.text) for claim in ours if claim.proposition} == {
            annotation["date_expression"] or ""
        }
        assert {_words(claim) for claim in ours} <= {annotation["quantity_phrase"] or "", None}
        first = ours[0]
        assert (first.polarity is tm.Polarity.NEGATED) == (
            annotation["polarity"] == "negative" or annotation["modality"] == "opposed"
        )
        assert (
            str(first.stance) == _STANCE.get(annotation["modality"], "asserts")
            or annotation["actors"] == _MIXED
        )
        if isinstance(first.proposition, tm.PostureChange) and annotation["status"] in (
            "completed",
            "under way",
        ):
            assert str(first.proposition.progress) == _PROGRESS[annotation["status"]]
        if annotation["temporary"] and isinstance(first.proposition, tm.PostureChange):
            assert first.proposition.temporary


@needs_statements
def test_few_claims_need_the_note(kept: tm.Ledger) -> None:
    """The note holds something essential of four: two count units, two speakers tell nothing."""
    noted = {claim.id: claim.note for claim in kept.claims() if claim.note}
    assert noted == {
        "s0060-0-0": "a count of units: 15 brigades",
        "s0135-0-0": "a stance: declines to say whether",
        "s0170-0-0": "a stance: withholds the details",
        "s0198-0-0": "a count of units: 2 battalions",
    }


def _senders(claim: tm.Claim) -> Iterator[str]:
    assert claim.proposition is not None
    force = claim.proposition.force
    if force.sender is not None:
        yield force.sender.code
    yield from (name for name, operation in _OPERATIONS.items() if operation == force.operation)


def _kind(claim: tm.Claim) -> str:
    if isinstance(claim.proposition, tm.Presence):
        return "present"
    assert claim.proposition is not None
    return str(claim.proposition.kind)


def _words(claim: tm.Claim) -> str | None:
    """Return the printed words of how many; None where a claim has no number."""
    change = claim.proposition
    if not isinstance(change, tm.Presence | tm.PostureChange):
        return None
    amount = change.headcount or change.share
    return None if amount is None else amount.text

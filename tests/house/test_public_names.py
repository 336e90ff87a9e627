"""The front door opens to these names and no others; to add one is a decision, and is described."""

import re
from pathlib import Path

import pytest

import troopmoves

ROOT = Path(__file__).parents[2]
DIRECTIVE = re.compile(r"^\.\. auto(module|\w+):: ([\w.]+)$", re.MULTILINE)

PUBLIC = [
    "IISS_2010",
    "IISS_2020",
    "LITERAL",
    "PRESS",
    "RULES",
    "UNLIMITED",
    "ActivityChange",
    "ActivityKind",
    "Answer",
    "AnyOf",
    "Area",
    "Assumptions",
    "Attribution",
    "Base",
    "Basis",
    "Bounds",
    "Category",
    "ChangeBounds",
    "Checked",
    "Claim",
    "ClaimStanding",
    "Collision",
    "Comparison",
    "ComparisonRow",
    "Convention",
    "Country",
    "Counts",
    "Credibility",
    "DeploymentState",
    "DocumentError",
    "Double",
    "DoubleKind",
    "Echelon",
    "Entry",
    "Explanation",
    "Export",
    "Finding",
    "FindingKind",
    "Findings",
    "Firmness",
    "Force",
    "Headcount",
    "HeadcountKind",
    "Holds",
    "Identity",
    "ImportReport",
    "Imported",
    "Ledger",
    "Link",
    "LinkKind",
    "Loss",
    "LossError",
    "LossReport",
    "Measure",
    "Mention",
    "MergeError",
    "Name",
    "NameKind",
    "Nation",
    "Note",
    "Operation",
    "OrbatImport",
    "Organisation",
    "OtherThan",
    "Personnel",
    "Phrase",
    "Place",
    "Plans",
    "Polarity",
    "PostureChange",
    "PostureKind",
    "Presence",
    "Problem",
    "Progress",
    "Proposition",
    "ProtectionChange",
    "ProtectionKind",
    "Ranking",
    "Reason",
    "Region",
    "Relation",
    "Reliability",
    "Report",
    "Rule",
    "ScopeDifference",
    "Series",
    "SeriesPoint",
    "SeriesStep",
    "Setting",
    "Severity",
    "Share",
    "Split",
    "Stance",
    "Standing",
    "Status",
    "TableMapping",
    "Tasking",
    "Tenure",
    "Tolerance",
    "TooHard",
    "TroopmovesError",
    "Unit",
    "Unspecified",
    "Verdict",
    "When",
    "Whole",
    "chart_comparison",
    "chart_flows",
    "chart_series",
    "chart_state",
    "chart_timeline",
    "compare",
    "confirm",
    "cow_code",
    "deny",
    "deploy",
    "dumps",
    "format_phrase",
    "from_arrow",
    "from_csv",
    "from_orbat",
    "import_table",
    "loads",
    "maintain",
    "merge_texts",
    "middle_east",
    "present",
    "raise_protection",
    "read",
    "read_demonym",
    "read_mapping",
    "read_name",
    "read_parquet",
    "read_phrase",
    "read_when",
    "reduce",
    "reinforce",
    "relocate",
    "repatriate",
    "report_html",
    "resume",
    "retract",
    "rotate",
    "schema",
    "split",
    "suspend",
    "to_arrow",
    "to_csv",
    "to_ftm",
    "to_ftm_statements",
    "to_geojson",
    "to_orbat",
    "withdraw",
    "write",
    "write_parquet",
]


def test_front_door_holds_the_pinned_names() -> None:
    """A name appears or disappears only together with a change of this list."""
    assert sorted(troopmoves.__all__) == sorted(PUBLIC)


def test_front_door_lists_a_name_once() -> None:
    """No name is exported twice."""
    assert len(set(troopmoves.__all__)) == len(troopmoves.__all__)


@pytest.mark.parametrize("name", sorted(troopmoves.__all__))
def test_public_name_can_be_reached(name: str) -> None:
    """Every exported name is there."""
    assert hasattr(troopmoves, name)


@pytest.fixture(scope="module")
def directives() -> list[tuple[str, str]]:
    """Return what the pages of the reference describe: the kind of thing and its dotted name."""
    pages = (ROOT / "docs" / "reference").glob("*.md")
    return [found for page in pages for found in DIRECTIVE.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("name", sorted(troopmoves.__all__))
def test_public_name_is_described_in_the_reference(directives: list[tuple[str, str]], name: str) -> None:
    """Every exported name stands on a page of the reference, by itself or with its whole module."""
    whole_modules = {described for kind, described in directives if kind == "module"}
    names = {described.rpartition(".")[2] for kind, described in directives if kind != "module"}
    home = getattr(getattr(troopmoves, name), "__module__", "")
    assert name in names or home in whole_modules


def test_reference_describes_a_thing_once(directives: list[tuple[str, str]]) -> None:
    """No name stands on two pages."""
    names = [described for _, described in directives]
    assert sorted(set(names)) == sorted(names)

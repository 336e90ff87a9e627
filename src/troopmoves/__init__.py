"""What open sources say about troops: typed claims, and the deployment states they allow.

The front door: everything a user needs is a name here. Pint, pycountry, YAML and cattrs are imported when
they are first needed, not before.

>>> import troopmoves as tm
>>> ledger = tm.Ledger([tm.present("FRA", "IRQ", "about 200", when="2020-01-07")])
>>> print(ledger.state("2020-01-15").count("FRA", "IRQ").bounds)
160-240
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from troopmoves.claims.assumptions import UNLIMITED, Assumptions, Plans
from troopmoves.claims.axis import (
    ActivityKind,
    Basis,
    Category,
    Credibility,
    Holds,
    LinkKind,
    Polarity,
    PostureKind,
    Progress,
    ProtectionKind,
    Reliability,
    Stance,
    Status,
)
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import (
    ActivityChange,
    PostureChange,
    Presence,
    Proposition,
    ProtectionChange,
    Whole,
)
from troopmoves.claims.ranking import Ranking
from troopmoves.claims.report import Report
from troopmoves.claims.verb import (
    confirm,
    deny,
    deploy,
    maintain,
    present,
    raise_protection,
    reduce,
    reinforce,
    relocate,
    repatriate,
    resume,
    retract,
    rotate,
    suspend,
    withdraw,
)
from troopmoves.entities.cow import cow_code
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import AnyOf, Area, Base, Country, Place, Region, Unspecified
from troopmoves.entities.region import middle_east
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.entities.unit import Echelon, Unit
from troopmoves.errors import (
    Collision,
    DocumentError,
    Loss,
    LossError,
    LossReport,
    MergeError,
    Problem,
    TooHard,
    TroopmovesError,
)
from troopmoves.ledger.answer import Answer, Reason
from troopmoves.ledger.comparison import Comparison, ComparisonRow, compare
from troopmoves.ledger.counted import ScopeDifference
from troopmoves.ledger.double import Double, DoubleKind
from troopmoves.ledger.explanation import Explanation
from troopmoves.ledger.finding import Finding, FindingKind, Firmness, Severity
from troopmoves.ledger.findings import Findings
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.note import Note
from troopmoves.ledger.rules.every import RULES
from troopmoves.ledger.rules.rule import Checked, Rule
from troopmoves.ledger.series import Mention, Series, SeriesPoint, SeriesStep
from troopmoves.ledger.state import DeploymentState
from troopmoves.quantity.bounds import Bounds, ChangeBounds, Split, split
from troopmoves.quantity.convention import IISS_2010, IISS_2020, LITERAL, PRESS, Convention, Tolerance
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.share import Share
from troopmoves.quantity.verdict import Verdict
from troopmoves.timing.when import When

if TYPE_CHECKING:
    from troopmoves.charts.comparison import chart_comparison
    from troopmoves.charts.flows import chart_flows
    from troopmoves.charts.report.page import report_html
    from troopmoves.charts.series import chart_series
    from troopmoves.charts.state import chart_state
    from troopmoves.charts.timeline import chart_timeline
    from troopmoves.entities.demonym import read_demonym
    from troopmoves.entities.name import Name, NameKind
    from troopmoves.entities.naming import read_name
    from troopmoves.formats.document.file import dumps, loads, read, write
    from troopmoves.formats.document.merging import merge_texts
    from troopmoves.formats.ftm.export import to_ftm, to_ftm_statements
    from troopmoves.formats.geojson.collection import to_geojson
    from troopmoves.formats.loss import Export
    from troopmoves.formats.mapping.importer import import_table
    from troopmoves.formats.mapping.read import read_mapping
    from troopmoves.formats.mapping.report import Imported, ImportReport
    from troopmoves.formats.mapping.spec import TableMapping
    from troopmoves.formats.orbat.read import OrbatImport, from_orbat
    from troopmoves.formats.orbat.write import to_orbat
    from troopmoves.formats.schema.published import schema
    from troopmoves.formats.symbol import Identity
    from troopmoves.formats.tables.arrow import from_arrow, to_arrow
    from troopmoves.formats.tables.csv import from_csv, to_csv
    from troopmoves.formats.tables.parquet import read_parquet, write_parquet
    from troopmoves.ledger.standing import ClaimStanding, Standing
    from troopmoves.phrases.dates import read_when
    from troopmoves.phrases.phrase import Counts, Measure, Phrase, Relation
    from troopmoves.phrases.read import read_phrase
    from troopmoves.phrases.wording import format_phrase

__all__ = [
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

_LATER: Final = {
    "ClaimStanding": "troopmoves.ledger.standing",
    "Counts": "troopmoves.phrases.phrase",
    "Export": "troopmoves.formats.loss",
    "Identity": "troopmoves.formats.symbol",
    "ImportReport": "troopmoves.formats.mapping.report",
    "Imported": "troopmoves.formats.mapping.report",
    "Measure": "troopmoves.phrases.phrase",
    "Name": "troopmoves.entities.name",
    "NameKind": "troopmoves.entities.name",
    "OrbatImport": "troopmoves.formats.orbat.read",
    "Phrase": "troopmoves.phrases.phrase",
    "Relation": "troopmoves.phrases.phrase",
    "Standing": "troopmoves.ledger.standing",
    "TableMapping": "troopmoves.formats.mapping.spec",
    "chart_comparison": "troopmoves.charts.comparison",
    "chart_flows": "troopmoves.charts.flows",
    "chart_series": "troopmoves.charts.series",
    "chart_state": "troopmoves.charts.state",
    "chart_timeline": "troopmoves.charts.timeline",
    "dumps": "troopmoves.formats.document.file",
    "format_phrase": "troopmoves.phrases.wording",
    "from_arrow": "troopmoves.formats.tables.arrow",
    "from_csv": "troopmoves.formats.tables.csv",
    "from_orbat": "troopmoves.formats.orbat.read",
    "import_table": "troopmoves.formats.mapping.importer",
    "loads": "troopmoves.formats.document.file",
    "merge_texts": "troopmoves.formats.document.merging",
    "read": "troopmoves.formats.document.file",
    "read_demonym": "troopmoves.entities.demonym",
    "read_mapping": "troopmoves.formats.mapping.read",
    "read_name": "troopmoves.entities.naming",
    "read_parquet": "troopmoves.formats.tables.parquet",
    "read_phrase": "troopmoves.phrases.read",
    "read_when": "troopmoves.phrases.dates",
    "report_html": "troopmoves.charts.report.page",
    "schema": "troopmoves.formats.schema.published",
    "to_arrow": "troopmoves.formats.tables.arrow",
    "to_csv": "troopmoves.formats.tables.csv",
    "to_ftm": "troopmoves.formats.ftm.export",
    "to_ftm_statements": "troopmoves.formats.ftm.export",
    "to_geojson": "troopmoves.formats.geojson.collection",
    "to_orbat": "troopmoves.formats.orbat.write",
    "write": "troopmoves.formats.document.file",
    "write_parquet": "troopmoves.formats.tables.parquet",
}
"""Where the names stand that are imported when they are first used, since they need large packages."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, getattr(import_module(_LATER[name]), name))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

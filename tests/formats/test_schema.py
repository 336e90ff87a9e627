"""The published schema: what it is made from, what it says, what it takes and what it refuses.

When a change of the format is meant, make the file anew: `python -m troopmoves.formats.schema`, into
src/troopmoves/formats/schema/troopmoves-1.schema.json. A change that refuses what was taken before is a new
version (docs/reference/documents.md).
"""

import re
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path

import pytest
from formats.document import test_bad_documents as bad

from troopmoves.claims.axis import Basis, Category, Holds, Polarity, Progress, Reliability, Stance, Status
from troopmoves.entities.scope import SORTS
from troopmoves.entities.unit import Echelon
from troopmoves.errors import DocumentError, TroopmovesError
from troopmoves.formats.document import claim, entity, table, yaml
from troopmoves.formats.document.codec import Plain, Shape
from troopmoves.formats.document.file import loads
from troopmoves.formats.document.limit import LONGEST_TEXT
from troopmoves.formats.document.migration import VERSION, migrated
from troopmoves.formats.document.tree import KEYS, to_ledger
from troopmoves.formats.document.value import read_moment
from troopmoves.formats.schema import notation
from troopmoves.formats.schema.example import CLAIMS, DOCUMENT
from troopmoves.formats.schema.published import NAME, schema
from troopmoves.formats.schema.whole import generated_text
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parents[2]
FILE = ROOT / "src" / "troopmoves" / "formats" / "schema" / NAME
SCHEMA = schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
WORDS: list[type[StrEnum]] = [
    Basis,
    Category,
    Echelon,
    Holds,
    Polarity,
    Progress,
    Reliability,
    Stance,
    Status,
    table.PlaceKind,
    *SORTS.values(),
]


def complaints(tree: Plain) -> list[str]:
    """Return the paths of what the schema refuses."""
    return [error.json_path for error in VALIDATOR.iter_errors(tree)]


def parts(value: Plain) -> Iterator[dict[str, Plain]]:
    """Yield every mapping in the schema."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(part)


# What is published.


def test_published_schema_is_the_one_that_the_records_make() -> None:
    """A change of a record, a docstring or a rule shows in the file; make it anew (see above)."""
    assert FILE.read_text(encoding="utf-8") == generated_text()


def test_docs_publish_the_same_file() -> None:
    """The schema that the site offers is the one that the wheel ships; it is a link to it."""
    assert (ROOT / "docs" / "schema" / NAME).read_bytes() == FILE.read_bytes()


def test_published_schema_is_one() -> None:
    """It obeys the schema of schemas, draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schema_names_its_version() -> None:
    """It has an address that needs no network, and describes one version."""
    assert SCHEMA["$id"] == f"urn:troopmoves:schema:{VERSION}"
    assert complaints({"troopmoves": VERSION}) == []
    assert complaints({"troopmoves": VERSION + 1}) == ["$.troopmoves"]


def test_schema_is_a_copy() -> None:
    """Who changes what `schema` returned changes it for himself."""
    schema().clear()
    assert schema() == SCHEMA


def test_references_lead_somewhere_and_everything_is_used() -> None:
    """Every definition is referred to, and every reference has its definition."""
    definitions = SCHEMA["$defs"]
    assert isinstance(definitions, dict)
    assert {part["$ref"] for part in parts(SCHEMA) if "$ref" in part} == {
        f"#/$defs/{name}" for name in definitions
    }


# What it says.


def test_every_key_is_described() -> None:
    """No key of a document, row, report, claim, force or place is missing, and each says what it means."""
    shapes = [shape for room in (claim, entity, table) for shape in vars(room).values()]
    keys = {key for shape in shapes if isinstance(shape, Shape) for key in shape.known} | set(KEYS)
    described: dict[str, bool] = {}
    for part in parts(SCHEMA):
        # What stands below `if` and `then` repeats keys only to look at their values.
        own = part.get("properties") if "description" in part else None
        for key, said in own.items() if isinstance(own, dict) else ():
            described[key] = described.get(key, True) and isinstance(said, dict) and bool(said["description"])
    assert len(keys) > 40
    assert keys - described.keys() == set()
    assert all(described.values())


def meanings() -> dict[object, str]:
    """Return each word of the schema with a description."""
    described = [part for part in parts(SCHEMA) if {"const", "description"} <= part.keys()]
    return {
        word: str(part["description"]) for part in described if isinstance(word := part["const"], str | int)
    }


@pytest.mark.parametrize("words", WORDS)
def test_every_word_is_described(words: type[StrEnum]) -> None:
    """An editor shows what each word of a vocabulary means."""
    assert {str(word) for word in words} - meanings().keys() == set()
    assert all(meanings().values())


def test_every_kind_and_number_is_described() -> None:
    """So are the kinds of claims and the Admiralty numbers."""
    assert {*claim.KINDS, 1, 2, 3, 4, 5, 6} - meanings().keys() == set()


def test_nothing_of_python_shows() -> None:
    """A document has neither None nor attributes."""
    said = [str(part["description"]) for part in parts(SCHEMA) if isinstance(part.get("description"), str)]
    assert [words for words in said if re.search(r"\bNone\b|\*\w+\*|:class:", words)] == []


def test_examples_are_valid_where_they_stand() -> None:
    """What an editor proposes as an example can be taken."""
    shown = [part for part in parts(SCHEMA) if "examples" in part]
    assert len(shown) > 15
    for part in shown:
        examples = part["examples"]
        assert isinstance(examples, list)
        assert examples
        of_part = jsonschema.Draft202012Validator({"$defs": SCHEMA["$defs"], **part})
        assert [example for example in examples if not of_part.is_valid(example)] == []


def test_examples_are_read() -> None:
    """The document and the claims of the examples mean something."""
    held: list[Plain] = [*CLAIMS]
    assert len(to_ledger({"troopmoves": VERSION, "claims": held}).entries) == len(CLAIMS)
    assert len(to_ledger({**DOCUMENT}).entries) == 1


# What it takes and refuses.

DOCUMENTS = [*ROOT.glob("examples/*.yaml"), *ROOT.glob("tests/formats/document/old/*.yaml")]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_are_valid(path: Path) -> None:
    """Examples and golden documents obey the schema, those of older versions once they are migrated."""
    tree = yaml.parse(path.read_text(encoding="utf-8"))
    if not (isinstance(tree, dict) and "troopmoves" in tree):
        pytest.skip("no document")
    assert complaints(migrated(tree)) == []


TAKEN = {
    "WINDOW": """
        2020 2020-01 2020-01-07 2020-01~ 2020? 2020-01-07% 202X 20XX 2020-XX 2020-XX-XX 2020-01-XX 0001
        2020-01-07/2020-01-14 2020-01/.. ../2020 ../.. 2020~/2021~
    """,
    "HEADCOUNT": """
        0 1 500 ~500 about_500 nearly_500 just_over_1 at_least_14 14.. ..80 up_to_850 100..150 0..5
        about_100..150 ~100..150 dozens a_few_hundred some unknown zero 999999999999999999
    """,
    "SHARE": "half none most all 1/2 40% 12.5% 1/4..1/2 at_least_1/3 at_most_5% 1 0",
    "MOMENT": """
        2020-01-07 2020-01-07T18:30Z 2020-01-07T18:30+00:00 2020-01-07T00:00-05:30 1900-01-01T00:00+00:09:21
    """,
}
REFUSED = {
    "WINDOW": """
        2020-1 2020-13 2020-00 2020-01-32 2020-01-7 0000 00XX 000X 2020-21 Y2020 2020/ /2020 2020-X 20X0
        2020~-01 ~2020 2020-01-07T18:30Z 2020/2021/2022 [2020] yesterday ..~/2020 -2020 2020-XX/2021
    """,
    "HEADCOUNT": """
        -5 05 1,000 5_hundred about about_0 ~0 0.. ..0 around_500 500+ 100-150 100...150 Some about__500
        1000000000000000000 500_ about_dozens 14_men
    """,
    "SHARE": "a_half 0.5 1/ % 50_% 1/2.. most_of_them at_least_most 1234567890% -1/2",
    "MOMENT": """
        2020-01 2020-01-07T18:30 2020-01-07T24:00Z 2020-01-07T18:60Z 2020-01-07T18:30:00Z
        2020-01-07T18:30+05:75 2020-01-07T18:30+24:00 20200107
    """,
}
READERS: dict[str, Callable[[str], object]] = {
    "WINDOW": When.of,
    "HEADCOUNT": Headcount.of,
    "SHARE": Share.of,
    "MOMENT": read_moment,
}
CASES = [
    (name, text.replace("_", " "), expected)
    for told, expected in ((TAKEN, True), (REFUSED, False))
    for name, texts in told.items()
    for text in texts.split()
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_pattern_and_reader_agree(name: str, text: str, *, expected: bool) -> None:
    """What a notation is, the schema says as the reader does."""
    assert (re.search(f"^(?:{getattr(notation, name)})$", text) is not None) is expected
    with nullcontext() if expected else pytest.raises(TroopmovesError):
        READERS[name](text)


CLAIM: dict[str, Plain] = {
    "id": "c",
    "kind": "present",
    "who": "CAN",
    "where": "IRQ",
    "count": 500,
    "when": "2020-01-07",
}
"""A claim that is taken; the cases below change it."""


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"were": "IRQ"}, "$.claims[0]"),
        ({"kind": "presence"}, "$.claims[0].kind"),
        ({"kind": None}, "$.claims[0]"),
        ({"id": "two words"}, "$.claims[0].id"),
        ({"who": 7}, "$.claims[0].who"),
        ({"who": {"rol": "x"}}, "$.claims[0].who"),
        ({"who": {"role": "a", "other_than": "b"}}, "$.claims[0].who"),
        ({"who": {"role": " a"}}, "$.claims[0].who.role"),
        ({"who": {"personnel": "soldiers"}}, "$.claims[0].who.personnel"),
        ({"who": {"tenure": "stationed"}}, "$.claims[0].who.tenure"),
        ({"who": {"operation": "nmi", "tasking": "without_mission"}}, "$.claims[0].who.tasking"),
        ({"where": {}}, "$.claims[0].where"),
        ({"where": {"any_of": ["IRQ"]}}, "$.claims[0].where.any_of"),
        ({"where": {"any_of": ["IRQ", {"any_of": ["KWT", "JOR"]}]}}, "$.claims[0].where.any_of[1]"),
        ({"count": None}, "$.claims[0]"),
        ({"count": -5}, "$.claims[0].count"),
        ({"count": 4.5}, "$.claims[0].count"),
        ({"count": True}, "$.claims[0].count"),
        ({"count": {"is": 5, "txt": "five"}}, "$.claims[0].count"),
        ({"share": "half", "of": {"who": "CAN", "where": "IRQ"}}, "$.claims[0]"),
        ({"share": "half"}, "$.claims[0]"),
        ({"when": 2020}, "$.claims[0].when"),
        ({"when": {"is": "2020-01-07", "anchored": "2020"}}, "$.claims[0].when.anchored"),
        ({"credibility": 7}, "$.claims[0].credibility"),
        ({"said": {"public": "2020-01-08T18:30"}}, "$.claims[0].said.public"),
        ({"links": [{"retracts": "a", "corrects": "b"}]}, "$.claims[0].links[0]"),
        ({"links": [{"negates": "a"}]}, "$.claims[0]"),
        ({"note": "x" * (LONGEST_TEXT + 1)}, "$.claims[0].note"),
        ({"kind": "deploy", "where": None}, "$.claims[0]"),
        ({"kind": "withdraw", "where": None, "to": "IRQ"}, "$.claims[0]"),
        ({"kind": "relocate", "where": None}, "$.claims[0]"),
        ({"kind": "deploy", "where": None, "to": "IRQ", "until": "2021"}, "$.claims[0]"),
        ({"kind": "deploy", "where": None, "to": "IRQ", "count": None, "share": "half"}, "$.claims[0]"),
        ({"kind": "rotate", "polarity": "negated"}, "$.claims[0].polarity"),
        ({"kind": "suspend", "count": None, "activity": " "}, "$.claims[0].activity"),
        ({"kind": "retracts", "claim": "d"}, "$.claims[0]"),
    ],
)
def test_fault_of_a_claim_is_refused_where_it_stands(changed: dict[str, Plain], path: str) -> None:
    """The schema tells of the kind of claim that it is, at the key that is wrong."""
    row: dict[str, Plain] = {key: value for key, value in (CLAIM | changed).items() if value is not None}
    tree: Plain = {"troopmoves": VERSION, "claims": [row]}
    assert path in complaints(tree)
    assert len(set(complaints(tree))) == 1
    with pytest.raises(DocumentError):
        to_ledger(tree)


@pytest.mark.parametrize(
    ("key", "row", "path"),
    [
        ("IRQ", {"closed": True}, None),
        (
            "IRQ",
            {"name": "Iraq"},
            None,
        ),  # the id of a base may look like a code; which codes there are no schema says
        ("IRQ", {"closed": 1}, "$.places.IRQ.closed"),
        ("taji", {"name": "Taji"}, None),
        ("taji", {"closed": True}, "$.places.taji"),
        ("taji", {"name": "Taji", "country": "IRQ", "within": "anbar"}, "$.places.taji"),
        ("taji", {"name": "Taji", "latitude": 33}, "$.places.taji"),
        ("taji", {"name": "Taji", "latitude": 91, "longitude": 44}, "$.places.taji.latitude"),
        ("taji", {"name": "Taji", "aliases": ["A", "A"]}, "$.places.taji.aliases"),
        ("taji", {"name": "Taji", "kind": "country"}, "$.places.taji.kind"),
        ("anbar", {"kind": "area", "name": "Anbar"}, "$.places.anbar"),
        ("gulf", {"name": "Gulf", "members": []}, "$.places.gulf.members"),
        ("gulf", {"name": "Gulf", "members": ["IRQ"], "closed": True}, None),
        ("gulf", {"name": "Gulf", "kind": "region"}, "$.places.gulf"),
        ("a b", {"name": "A"}, "$.places"),
    ],
)
def test_row_of_a_place_is_read_as_its_sort(key: str, row: dict[str, Plain], path: str | None) -> None:
    """Which keys a row has follows from its kind, its members and its id."""
    assert set(complaints({"troopmoves": VERSION, "places": {key: row}})) == ({path} if path else set())


UNSAID = re.compile(
    r"no \w+ of this id|neither a (nation|country)|use an ISO 3166-1|no claim has this id"  # what there is
    r"|is an organisation:"  # and of which sort
    r"|no such day|a window ends|upper figure of a range"  # days and their order, figures and theirs
    r"|it is the origin too|leaves no room|cannot link to itself"  # one thing beside another
    r"|this is a base|this is no country|in a circle"  # what the rows referred to are
    r"|the code of a (country|nation)|'Iraq'; no such key here"  # which codes there are
)
"""What docs/reference/schema.md lists under "What a schema cannot say", as the reader words it."""


@pytest.mark.parametrize("text", bad.FAULTY)
def test_what_the_schema_takes_and_the_reader_not_is_what_no_schema_says(text: str) -> None:
    """Faulty documents that are valid are so for references, days and orders alone."""
    with pytest.raises(DocumentError) as caught:
        loads(text)
    tree = parsed(text)
    assert (
        tree is None
        or complaints(tree)
        or all(UNSAID.search(str(problem)) for problem in caught.value.problems)
    )


def test_page_tells_how_many_faults_the_schema_notices() -> None:
    """Of the faulty documents, those apart that are no YAML; fewer would be a step back."""
    trees = [tree for text in bad.FAULTY if (tree := parsed(text)) is not None]
    noticed = [tree for tree in trees if complaints(tree)]
    page = (ROOT / "docs" / "reference" / "schema.md").read_text(encoding="utf-8")
    assert f"Of the {len(trees)} faulty documents" in page
    assert f"the schema notices {len(noticed)}." in page


def parsed(text: str) -> Plain:
    """Return the plain values of a text, or None if it is no YAML that documents use."""
    try:
        return yaml.parse(text)
    except DocumentError:
        return None

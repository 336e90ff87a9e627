"""What is wrong with a document is told, all of it, each with its path; nothing is read in part.

To add a case: one line in the table of its sort, with the path and a piece of what the problem says.
"""

import pytest

from troopmoves.errors import DocumentError, Problem
from troopmoves.formats.document.file import loads


def problems(text: str, name: str = "yaml") -> tuple[Problem, ...]:
    """Return the problems of a text that is no document."""
    with pytest.raises(DocumentError) as caught:
        loads(text, name)
    return caught.value.problems


def check(text: str, path: str, says: str, name: str = "yaml") -> None:
    """Check that a text has exactly this problem."""
    [problem] = problems(text, name)
    assert problem.path == path
    assert says in str(problem)


PRESENT = "{id: c, kind: present, who: CAN, where: IRQ, count: 500, when: 2020-01-07}"


def claim(**changed: str) -> str:
    """Return a document of one claim, some of whose keys are changed."""
    keys = dict(part.split(": ", 1) for part in PRESENT.strip("{}").split(", ")) | changed
    parts = ", ".join(f"{key.rstrip('_')}: {value}" for key, value in keys.items() if value)
    return f"troopmoves: 1\nclaims:\n  - {{{parts}}}\n"


def bare_link(links: str) -> str:
    """Return a document of a bare link and a claim that it may name."""
    return f"troopmoves: 1\nclaims: [{links}, {PRESENT.replace('id: c', 'id: x')}]"


# The document as a whole.


WHOLES: list[tuple[str, str, str]] = [
    ("", "document", "there is nothing in it"),
    ("# only a comment", "document", "there is nothing in it"),
    ("[1]", "document", "a mapping of keys to values"),
    ("title: x", "troopmoves", "begin it with 'troopmoves: 1'"),
    ("troopmoves: 2", "troopmoves", "reads versions 0 to 1; get a newer release"),
    ("troopmoves: true", "troopmoves", "the version is a whole number; write 'troopmoves: 1'"),
    ("troopmoves: '0'", "troopmoves", "the version is a whole number"),
    ("troopmoves: 1\ntitles: x", "titles", "did you mean 'title'?"),
    ("troopmoves: 1\ntitle: 2020", "title", "put it in quotes"),
    ("troopmoves: 1\ntitle:", "title", "leave the key out"),
    ("troopmoves: 1\nreports: {}", "reports", "here stands a list"),
    ("troopmoves: 1\nreports:", "reports", "leave the key out"),
    ("troopmoves: 1\nreports: [x]", "reports[0]", "here stands a mapping"),
    ("troopmoves: 1\nplaces: []", "places", "here stands a mapping"),
    ("troopmoves: 1\nnotes: [' ']", "notes[0].text", "a note has a text"),
    ("troopmoves: 1\nnotes: [{when: 2020}]", "notes[0].text", "this key is needed"),
]


@pytest.mark.parametrize(("text", "path", "says"), WHOLES)
def test_fault_of_the_whole_is_told(text: str, path: str, says: str) -> None:
    """A document is a mapping that begins with its version and holds known keys."""
    assert any(problem.path == path and says in str(problem) for problem in problems(text))


def test_all_problems_are_told_at_once() -> None:
    """Tables, reports, claims, ids and links are all looked at, whatever is wrong elsewhere."""
    text = """
troopmoves: 1
claim: []
places:
  taji: {name: Taji, countries: IRQ}
  anbar: {kind: area, name: Anbar, country: IRQ, closed: 1}
operations:
  nmi: {name: NATO Mission Iraq, lead: nato}
reports:
  - id: new-arab
    publisher: 7
    claims:
      - {id: one, kind: presence, who: CAN}
      - {id: two, kind: present, who: Kanada, where: taji, count: "14 men", when: 2020-02-30}
      - {id: two, kind: retracts, claim: three}
      - {id: four, kind: relocate, who: {operation: nmi, unit: rcr}, from: anbar, when: 2020-01, temporary: 1}
"""
    assert [problem.path for problem in problems(text)] == [
        "claim",
        "operations.nmi.lead",
        "places.anbar.closed",
        "places.taji.countries",
        "reports[0].publisher",
        "reports[0].claims[0].kind",
        "reports[0].claims[1].who",
        "reports[0].claims[1].count",
        "reports[0].claims[1].when",
        "reports[0].claims[3].who.unit",
        "reports[0].claims[3].temporary",
        "reports[0].claims[2].id",
        "reports[0].claims[2].claim",
    ]


# Claims.


CLAIMS: list[tuple[dict[str, str], str, str]] = [
    ({"id": ""}, "id", "this key is needed"),
    ({"id": "two words"}, "id", "an id is ASCII letters"),
    ({"id": "7"}, "id", "put it in quotes"),
    ({"kind": ""}, "kind", "this key is needed; use present, deploy"),
    ({"kind": "presence"}, "kind", "did you mean 'present'?"),
    ({"kind": "[present]"}, "kind", "no such kind of claim"),
    ({"who": ""}, "who", "this key is needed"),
    ({"who": "CAM"}, "who", "did you mean"),
    ({"who": "null"}, "who", "write {} for everyone"),
    ({"who": "7"}, "who", "a force is the code of a nation, or a mapping"),
    ({"who": "{nation: CAN, rol: x}"}, "who.rol", "did you mean 'role'?"),
    ({"who": "{role: a, other_than: b}"}, "who.other_than", "not both"),
    ({"who": "{other_than: ''}"}, "who.other_than", "a name is text"),
    ({"who": "{personnel: soldiers}"}, "who.personnel", "no such word here"),
    ({"who": "{tenure: stationed}"}, "who.tenure", "no such word here"),
    ({"who": "{settings: afloat}"}, "who.settings", "did you mean 'setting'?"),
    ({"who": "{operation: nmi}"}, "who.operation", "declare it under 'operations'"),
    ({"where": "Irak"}, "where", "did you mean Iraq"),
    ({"where": "taji"}, "where", "declare it under 'places'"),
    ({"where": "[IRQ, KWT]"}, "where", "here stands a text"),
    ({"where": "{}"}, "where", "any_of or unspecified"),
    ({"where": "{any_of: [IRQ], unspecified: {}}"}, "where", "any_of or unspecified"),
    ({"where": "{any_of: [IRQ]}"}, "where.any_of", "between two places at least"),
    ({"where": "{any_of: [IRQ, {any_of: [KWT, JOR]}]}"}, "where.any_of[1]", "one key, unspecified"),
    ({"where": "{unspecified: {withins: IRQ}}"}, "where.unspecified.withins", "did you mean 'within'?"),
    (
        {"where": "{unspecified: {outside: {any_of: [IRQ, KWT]}}}"},
        "where.unspecified.outside",
        "here stands the code of a country or the id of a place",
    ),
    (
        {"where": "{unspecified: {within: IRQ, outside: IRQ}}"},
        "where.unspecified.outside",
        "leaves no room",
    ),
    (
        {"where": "{unspecified: {operated_by: nmi}}"},
        "where.unspecified.operated_by",
        "declare it under 'organisations'",
    ),
    (
        {"where": "{unspecified: {operated_by: {a: b}}}"},
        "where.unspecified.operated_by",
        "nation, organisation, operation",
    ),
    ({"count": ""}, "count", "a presence says how many"),
    ({"count": "-5"}, "count", "no sign"),
    ({"count": "4.5"}, "count", "a whole number"),
    ({"count": "true"}, "count", "a whole number"),
    ({"count": "10..5"}, "count", "above the lower"),
    ({"count": "around 500"}, "count", "write 'about 500'"),
    ({"count": "9" * 50}, "count", "18 digits"),
    ({"count": "9" * 5000}, "count", "at most 200 characters"),
    ({"count": "{is: 500, txt: a}"}, "count.txt", "did you mean 'text'?"),
    ({"count": "{text: five}"}, "count.is", "this key is needed"),
    ({"count": "{is: 5, anchored: 2020-01-01}"}, "count.anchored", "no such key here"),
    ({"share": "half"}, "share", "a headcount or a share"),
    ({"count": "", "share": "half"}, "of", "name the whole"),
    ({"count": "", "share": "0.5"}, "share", "notation of shares"),
    ({"when": "2020"}, "when", "put it in quotes: '2020'"),
    ({"when": "true"}, "when", "here stands a text"),
    ({"when": "2020-02-30"}, "when", "no such day"),
    ({"when": "2020-01-07/2020-01-01"}, "when", "a window ends on the day it begins, or later"),
    ({"when": "2020-21"}, "when", "seasons"),
    ({"when": "{is: 2020-01-07, anchored: 2020-13-01}"}, "when.anchored", "no such day"),
    ({"stance": "assert"}, "stance", "did you mean 'asserts'?"),
    ({"polarity": "true"}, "polarity", "no such word here"),
    ({"credibility": "'2'"}, "credibility", "from 1 to 6"),
    ({"credibility": "7"}, "credibility", "from 1 to 6"),
    ({"said": "Pentagon"}, "said", "here stands a mapping"),
    ({"said": "{public: 2020-01-08T18:30}"}, "said.public", "a day, a minute and an offset"),
    ({"said": "{public: 2020-01-08T25:30Z}"}, "said.public", "no such moment"),
    ({"said": "{public: Tuesday}"}, "said.public", "a day is written YYYY-MM-DD"),
    ({"said": "{public: 2020-01T12:00Z}"}, "said.public", "T18:30+00:00, or the day alone"),
    ({"who": "Xanadu"}, "who", "write a code such as CAN, or a name such as Canada"),
    ({"who": "NATO"}, "who", "NATO is an organisation"),
    ({"who": "eu"}, "who", "declare one under 'operations', and write {operation: its id}"),
    ({"also": "https://example.org"}, "also", "here stands a list"),
    ({"also": "[1]"}, "also[0]", "put it in quotes"),
    ({"links": "{}"}, "links", "here stands a list"),
    ({"links": "[retracts]"}, "links[0]", "here stands a mapping"),
    ({"links": "[{retract: c}]"}, "links[0]", "did you mean 'retracts'?"),
    ({"links": "[{retracts: 5}]"}, "links[0].retracts", "put it in quotes"),
    ({"links": "[{}]"}, "links[0]", "one kind and one id"),
    ({"links": "[{confirms: c}]"}, "links", "cannot link to itself"),
    ({"were": "IRQ"}, "were", "did you mean 'where'?"),
    ({"note": "null"}, "note", "leave the key out"),
    ({"kind": "deploy", "where": ""}, "to", "where people arrive"),
    ({"kind": "withdraw", "where": "", "to": "IRQ"}, "from", "the place that people leave"),
    ({"kind": "rotate", "where": ""}, "where", "where people arrive or stay"),
    ({"kind": "rotate", "to": "IRQ"}, "to", "no such key here"),
    ({"kind": "relocate", "where": "", "from": "IRQ", "to": "IRQ"}, "to", "it is the origin too"),
    ({"kind": "deploy", "where": "", "to": "IRQ", "until": "2021-01"}, "until", "say temporary"),
    ({"kind": "suspend", "count": "", "activity": "' '"}, "activity", "names the activity"),
    ({"kind": "suspend", "count": ""}, "activity", "this key is needed"),
    ({"kind": "raise_protection"}, "count", "no such key here"),
    ({"kind": "rotate", "polarity": "negated"}, "polarity", "its denial says nothing definite"),
]


@pytest.mark.parametrize(("changed", "path", "says"), CLAIMS)
def test_fault_of_a_claim_is_told(changed: dict[str, str], path: str, says: str) -> None:
    """A claim with one fault has one problem, at its key."""
    check(claim(**changed), f"claims[0].{path}", says)


BODIES = """\
troopmoves: 1
organisations: {nato: {name: NATO}, chorus: {name: The Chorus}}
operations: {nmi: {name: NATO Mission Iraq, lead: nato}}
units: {1-inf: {name: 1st Infantry, nation: CAN}}
claims: [{id: c, kind: present, where: IRQ, count: 500, when: 2020-01-07, who: WHO}]
"""


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("NATO", "NATO is an organisation: its people are those of an operation that it leads"),
        ("nato", "write {operation: nmi}"),
        ("The Chorus", "declare one under 'operations'"),
        ("nmi", "an id under 'operations' and no nation; where people are named write {operation: nmi}"),
        ("1-inf", "where people are named write {unit: 1-inf}"),
        ("{nation: chorus}", "The Chorus is an organisation"),
    ],
)
def test_whoever_is_no_nation_is_told_how_people_are_named(who: str, says: str) -> None:
    """An organisation sends nobody by itself; what the document has of an operation or unit is shown."""
    check(BODIES.replace("WHO", who), f"claims[0].who{'.nation' * ('nation' in who)}", says)


LINKS: list[tuple[str, str, str]] = [
    ("{id: c, kind: retracts}", "claims[0].claim", "name the claim that this one retracts"),
    ("{id: c, kind: retracts, claim: 5}", "claims[0].claim", "put it in quotes"),
    ("{id: c, kind: retracts, claim: d}", "claims[0].claim", "no claim has this id"),
    ("{id: c, kind: retracts, claim: c}", "claims[0]", "cannot link to itself"),
    ("{id: c, kind: retracts, claim: x, who: CAN}", "claims[0].who", "no such key here"),
    (
        "{id: c, kind: retracts, claim: x, links: [{confirms: y}]}",
        "claims[0].links[0].confirms",
        "no claim",
    ),
    ("{id: c, kind: retracts, claim: x, polarity: negated}", "claims[0].polarity", "a bare link"),
]


@pytest.mark.parametrize(("links", "path", "says"), LINKS)
def test_fault_of_a_bare_link_is_told(links: str, path: str, says: str) -> None:
    """A bare link names a claim that is there, and nothing else."""
    check(bare_link(links), path, says)


def test_claims_that_retract_each_other_are_refused() -> None:
    """A circle of retractions is a problem of the claim it begins with."""
    text = "troopmoves: 1\nclaims: [{id: a, kind: retracts, claim: b}, {id: b, kind: corrects, claim: a}]"
    check(text, "claims[0]", "hide each other in a circle")


def test_denial_without_any_day_is_refused() -> None:
    """A denial needs a day from which it holds."""
    denial = "{id: a, kind: withdraw, who: FRA, from: IRQ, when: ../.., polarity: negated}"
    check(f"troopmoves: 1\nclaims: [{denial}]", "claims[0]", "give said.public or report.published")


def test_repeated_slip_is_told_each_time() -> None:
    """A name that is no nation's is told wherever it stands."""
    text = claim(who="Kanada", where="Kanada")
    assert [problem.path for problem in problems(text)] == ["claims[0].who", "claims[0].where"]


def test_doubled_ids_are_told_with_both_paths() -> None:
    """Two reports or two claims with one id are told at the second, which names the first."""
    text = f"troopmoves: 1\nreports: [{{id: r, claims: [{PRESENT}]}}, {{id: r}}]\nclaims: [{PRESENT}]"
    told = [str(problem) for problem in problems(text)]
    assert told == [
        "reports[1].id: got 'r'; this id stands at reports[0].id too; give each its own id",
        "claims[0].id: got 'c'; this id stands at reports[0].claims[0].id too; give each its own id",
    ]


# Tables.


TABLES: list[tuple[str, str, str]] = [
    ("places: {a: {}}", "places.a.name", "this key is needed"),
    ("places: {a: x}", "places.a", "here stands a mapping"),
    ("places: {a: {name: A, id: b}}", "places.a.id", "the id of a row is its key"),
    ("places: {a b: {name: A}}", "places['a b']", "an id is ASCII letters"),
    ("places: {a: {name: A, kind: city}}", "places.a.kind", "use country, area, base, region"),
    ("places: {a: {name: A, kind: area}}", "places.a.country", "this key is needed"),
    ("places: {a: {name: A, kind: region}}", "places.a.members", "this key is needed"),
    ("places: {a: {name: A, members: []}}", "places.a.members", "a member at least"),
    ("places: {a: {name: A, members: IRQ}}", "places.a.members", "here stands a list"),
    ("places: {a: {name: A, members: [b]}}", "places.a.members[0]", "declare it under 'places'"),
    ("places: {a: {name: A, country: IRQ, within: IRQ}}", "places.a.country", "not both"),
    ("places: {a: {name: A, country: Irak}}", "places.a.country", "did you mean Iraq"),
    ("places: {a: {name: A, latitude: '33', longitude: 4}}", "places.a.latitude", "a number"),
    ("places: {a: {name: A, latitude: 133, longitude: 4}}", "places.a.latitude", "in degrees"),
    ("places: {a: {name: A, latitude: 33}}", "places.a.longitude", "given together"),
    ("places: {a: {name: A, latitude: true, longitude: 4}}", "places.a.latitude", "a number"),
    ("places: {a: {name: A, aliases: [B, B]}}", "places.a.aliases", "listed once"),
    ("places: {Iraq: {kind: country}}", "places.Iraq", "a country stands under its code"),
    ("places: {IRQ: {name: Iraq}}", "places.IRQ.name", "no such key here"),
    ("places: {IRQ: {kind: base, name: Iraq}}", "places.IRQ", "the code of a country"),
    ("places: {IRQ: {closed: yes}}", "places.IRQ.closed", "true or false"),
    ("places: {a: {name: A, within: b}, b: {name: B}}", "places.a.within", "this is a base"),
    (
        "places: {a: {name: A, country: b}, b: {kind: area, name: B, country: IRQ}}",
        "places.a.country",
        "name an area by 'within'",
    ),
    ("places: {a: {name: A, members: [a]}}", "places.a", "'a - a'; rows refer to each other in a circle"),
    (
        "places: {a: {kind: area, name: A, within: b}, b: {kind: area, name: B, within: a}}",
        "places.a",
        "'a - b - a'; rows refer",
    ),
    ("organisations: {a: {names: A}}", "organisations.a.names", "did you mean 'name'?"),
    ("operations: {a: {name: A, lead: b}}", "operations.a.lead", "declare it under 'organisations'"),
    ("operations: {a: {name: A, lead: {operation: a}}}", "operations.a.lead", "nation, organisation"),
    ("operations: {nmi: {name: A}, b: {name: B, lead: nmi}}", "operations.b.lead", "neither a nation"),
    ("operations: {a: {name: A, members: [CAN, CAN]}}", "operations.a.members", "listed once"),
    ("units: {a: {name: A}}", "units.a.nation", "this key is needed"),
    ("units: {a: {name: A, nation: CAN, echelon: troop}}", "units.a.echelon", "no such word here"),
    ("units: {a: {name: A, nation: CAN, parent: b}}", "units.a.parent", "declare it under 'units'"),
    (
        "units: {a: {name: A, nation: CAN, parent: b}, b: {name: B, nation: CAN, parent: a}}",
        "units.a",
        "rows refer to each other in a circle",
    ),
    ("aliases: {IRQ: IRN}", "aliases.IRQ", "the code of a nation"),
    ("aliases: {Kanada: CAM}", "aliases.Kanada", "did you mean"),
    ("aliases: {Kanada: 5}", "aliases.Kanada", "here stands a text"),
]


@pytest.mark.parametrize(("table", "path", "says"), TABLES)
def test_fault_of_a_table_is_told(table: str, path: str, says: str) -> None:
    """A row with one fault has one problem, at its key."""
    check(f"troopmoves: 1\n{table}", path, says)


FAULTY = [
    *(text for text, _, _ in WHOLES),
    *(claim(**changed) for changed, _, _ in CLAIMS),
    *(bare_link(links) for links, _, _ in LINKS),
    *(f"troopmoves: 1\n{table}" for table, _, _ in TABLES),
]
"""Every faulty document of the tables above; the schema is tried on them too."""


def test_faulty_row_is_told_once() -> None:
    """Rows and claims that refer to a faulty row add no problems of their own."""
    text = claim(where="b") + "places: {a: {kind: area, name: A}, b: {name: B, within: a}}"
    check(text, "places.a.country", "this key is needed")


def test_rows_behind_a_circle_add_no_problem() -> None:
    """A base in an area that lies in itself is not blamed."""
    areas = "a: {kind: area, name: A, within: b}, b: {kind: area, name: B, within: a}"
    check(f"troopmoves: 1\nplaces: {{c: {{name: C, within: a}}, {areas}}}", "places.a", "circle")


@pytest.mark.parametrize(
    "rows",
    [
        {f"p{number}": f"{{kind: area, name: A, within: p{number + 1}}}" for number in range(200)}
        | {"p200": "{kind: area, name: A, country: IRQ}"},
        {
            f"{side}{number}": f"{{name: A, members: [p{number + 1}, q{number + 1}]}}"
            for number in range(40)
            for side in "pq"
        }
        | {"p40": "{name: A}", "q40": "{name: A}"},
    ],
    ids=["deep", "wide"],
)
def test_tables_that_would_exhaust_the_reader_are_refused(rows: dict[str, str]) -> None:
    """Neither a chain of 200 areas nor regions that double at every level are built."""
    table = ", ".join(f"{key}: {row}" for key, row in rows.items())
    assert all(
        "rows refer to rows" in problem.rule for problem in problems(f"troopmoves: 1\nplaces: {{{table}}}")
    )

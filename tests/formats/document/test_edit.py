"""Changes to a YAML document that is already there touch only what they concern."""

from collections.abc import Callable, Sequence
from difflib import ndiff
from pathlib import Path

import attrs
import pytest

from troopmoves.claims.axis import Progress
from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.claims.report import Report
from troopmoves.claims.verb import deploy, present, retract
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import NATO
from troopmoves.entities.place import Base, Country
from troopmoves.formats.document.file import loads, write
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.note import Note

TEXT = """\
# Our tracker.
troopmoves: 1
title: Iraq  # working title

places:
    taji: {country: IRQ, name: Taji}   # not in our order
    camp:
        # Nobody says where it lies.
        name: "Camp"

reports:
- id: new-arab   # the first
  publisher: The New Arab
  published: 2020-01-08
  claims:
  # Levels.
  - {id: can, kind: present, who: Canada, where: Iraq, count: ~500, when: 2020-01-07}  # estimated

  # Flows.
  - id: can-kuwait
    kind: relocate
    who: {nation: CAN}
    from: IRQ
    to: KWT
    when: {
      is: 2020-01-07/..,  # open
      text: in the coming days
    }
    progress: planned    # the default
    note: |
      Nobody says how many.

      Ask again.

# The second report.
- id: other
  claims:
    -   id: fra
        kind: present
        who: FRA
        where: taji
        count: 200
        when: 2020-01-07
    -
      # A dash of its own.
      id: deu
      kind: present
      who: DEU
      where: camp
      count: some
      when: 2020-01-07

notes: [Leaders talked.,
        They talked again.]   # end
"""


def with_claim(ledger: Ledger, report: int, index: int, claim: Claim) -> Ledger:
    """Return the ledger with another claim in the place of one."""
    held = list(ledger.reports[report].claims)
    held[index] = claim
    return with_claims(ledger, report, held)


def with_claims(ledger: Ledger, report: int, held: list[Claim]) -> Ledger:
    """Return the ledger with other claims in a report."""
    reports = list(ledger.reports)
    reports[report] = attrs.evolve(reports[report], claims=tuple(held))
    return rebuilt(ledger, [*reports, *ledger.loose])


def rebuilt(
    ledger: Ledger,
    contents: Sequence[Report | Claim],
    title: str | None = None,
    notes: Sequence[Note] | None = None,
) -> Ledger:
    """Return a ledger of other contents with the same tables."""
    return Ledger(
        contents,
        title=ledger.title if title is None else title,
        notes=ledger.notes if notes is None else notes,
        places=ledger.places,
        organisations=ledger.organisations,
    )


def relocation(claim: Claim) -> PostureChange:
    """Return the posture change of a claim."""
    assert isinstance(claim.proposition, PostureChange)
    return claim.proposition


def difference(file: Path, change: Callable[[Ledger], Ledger], text: str = TEXT) -> list[str]:
    """Return the lines that a change takes away and adds, after checking that the file holds the change."""
    file.write_bytes(text.encode())
    after = change(loads(text))
    write(after, file)
    content = file.read_bytes().decode()
    assert loads(content) == after
    lines = ndiff(text.splitlines(), content.splitlines())
    return [line for line in lines if line.startswith(("+ ", "- "))]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the document of a test stands."""
    return tmp_path / "iraq.yaml"


def test_unchanged_ledger_leaves_every_byte(file: Path) -> None:
    """What is not in canonical form stays as it is."""
    assert difference(file, lambda ledger: ledger) == []
    assert file.read_text(encoding="utf-8") == TEXT


def test_added_claim_adds_its_lines_only(file: Path) -> None:
    """A new claim stands behind the last one of its report, before the comment of the next."""
    new = present("USA", "IRQ", 5000, when="2020-01-08", id="usa")
    assert difference(file, lambda ledger: with_claims(ledger, 0, [*ledger.reports[0].claims, new])) == [
        "+   - id: usa",
        "+     kind: present",
        "+     who: USA",
        "+     where: IRQ",
        "+     count: 5000",
        "+     when: 2020-01-08",
    ]
    assert "Ask again.\n  - id: usa" in file.read_text(encoding="utf-8")


def test_claim_added_in_front_adds_its_lines_only(file: Path) -> None:
    """A new first claim takes the column of the others."""
    new = retract("deu", id="mistake")
    assert difference(file, lambda ledger: with_claims(ledger, 1, [new, *ledger.reports[1].claims])) == [
        "+     - id: mistake",
        "+       kind: retracts",
        "+       claim: deu",
    ]


def test_loose_claims_and_reports_are_added_behind(file: Path) -> None:
    """A new report and the first loose claim stand at the end of what is there."""
    new: list[Report | Claim] = [Report(id="third"), present("USA", "IRQ", 5000, when="2020-01-08", id="usa")]
    assert difference(file, lambda ledger: ledger.add(*new)) == [
        "+ - id: third",
        "+ claims:",
        "+   - id: usa",
        "+     kind: present",
        "+     who: USA",
        "+     where: IRQ",
        "+     count: 5000",
        "+     when: 2020-01-08",
    ]


def test_place_that_a_new_claim_names_is_added_to_its_table(file: Path) -> None:
    """Tables grow in their own column, in the order of ids, and new tables stand in theirs."""
    base = Base(id="new", name="New", within=Country.of("KWT"), operated_by=NATO)
    claim = deploy("USA", 80, to=base, when="2020-01-08", id="usa")
    assert difference(file, lambda ledger: with_claims(ledger, 1, [claim, *ledger.reports[1].claims]))[
        :4
    ] == [
        "+     new: {name: New, country: KWT, operated_by: nato}",
        "+ organisations:",
        "+   nato: {name: NATO}",
        "+     - id: usa",
    ]


def test_changed_word_is_the_only_one(file: Path) -> None:
    """A single value is changed in place; its comment stays."""
    assert difference(file, lambda ledger: rebuilt(ledger, ledger.reports, title="Iraq, 2020")) == [
        "- title: Iraq  # working title",
        "+ title: Iraq, 2020  # working title",
    ]


def changing(report: int, index: int, change: Callable[[Claim], Claim]) -> Callable[[Ledger], Ledger]:
    """Return what changes one claim of a ledger."""
    return lambda ledger: with_claim(ledger, report, index, change(ledger.reports[report].claims[index]))


def test_changed_pair_in_braces_is_the_only_one(file: Path) -> None:
    """In a mapping on one line the other pairs keep their spelling; new ones stand behind."""
    change = changing(0, 0, lambda claim: attrs.evolve(claim, quote="500, they say", note="Ask."))
    kept = "  - {id: can, kind: present, who: Canada, where: Iraq, count: ~500, when: 2020-01-07"
    assert difference(file, change) == [
        f"- {kept}}}  # estimated",
        f'+ {kept}, note: Ask., quote: "500, they say"}}  # estimated',
    ]


def test_word_becomes_a_mapping_in_place(file: Path) -> None:
    """A code that is no longer enough becomes braces."""

    def trainers(claim: Claim) -> Claim:
        assert isinstance(claim.proposition, Presence)
        force = Force(nation=Nation("FRA"), role="training")
        return attrs.evolve(claim, proposition=attrs.evolve(claim.proposition, force=force))

    assert difference(file, changing(1, 0, trainers)) == [
        "-         who: FRA",
        "+         who: {nation: FRA, role: training}",
    ]


def test_mapping_becomes_a_word(file: Path) -> None:
    """Braces that are no longer needed go with their key."""

    def american(claim: Claim) -> Claim:
        change = attrs.evolve(relocation(claim), force=Force.of("USA"))
        return attrs.evolve(claim, proposition=change)

    assert difference(file, changing(0, 1, american)) == ["-     who: {nation: CAN}", "+     who: USA"]


def test_spelt_out_default_is_changed_in_place(file: Path) -> None:
    """A key that says what is so by default is used when that changes."""

    def ordered(claim: Claim) -> Claim:
        change = attrs.evolve(relocation(claim), progress=Progress.ORDERED)
        return attrs.evolve(claim, proposition=change)

    assert difference(file, changing(0, 1, ordered)) == [
        "-     progress: planned    # the default",
        "+     progress: ordered    # the default",
    ]


def test_added_keys_stand_in_their_order(file: Path) -> None:
    """A new key stands behind the nearest one that comes before it."""

    def more(claim: Claim) -> Claim:
        change = attrs.evolve(relocation(claim), temporary=True, condition="if safe")
        return attrs.evolve(claim, proposition=change)

    assert difference(file, changing(0, 1, more)) == ["+     temporary: true", "+     condition: if safe"]


def test_multiline_mapping_in_braces_keeps_its_comments(file: Path) -> None:
    """Inside braces over several lines a word is changed in place as well."""

    def soon(claim: Claim) -> Claim:
        change = relocation(claim)
        return attrs.evolve(claim, proposition=attrs.evolve(change, when=change.when.with_text("soon")))

    assert difference(file, changing(0, 1, soon)) == [
        "-       text: in the coming days",
        "+       text: soon",
    ]


def test_removed_claim_takes_its_lines_with_it(file: Path) -> None:
    """The comments around a removed claim stay."""
    [line] = difference(file, lambda ledger: with_claims(ledger, 0, [ledger.reports[0].claims[1]]))
    assert line.startswith("-   - {id: can, ")


def test_removed_first_line_goes_alone(file: Path) -> None:
    """The first line of a document is one like any other."""
    text = "title: Iraq\ntroopmoves: 1  # here\n"
    assert difference(file, lambda _: Ledger(), text) == ["- title: Iraq"]


def test_key_beside_the_dash_is_removed_with_its_claim_written_afresh(file: Path) -> None:
    """Where a line holds more than the key that goes, the whole item is rewritten."""
    text = "troopmoves: 1\nreports:\n  # one\n  - note: x\n    id: r\n  # two\n"
    assert difference(file, lambda _: Ledger([Report(id="r")]), text) == [
        "-   - note: x",
        "-     id: r",
        "+   - id: r",
    ]


def test_removed_key_takes_its_lines_with_it(file: Path) -> None:
    """A block of text goes whole."""
    assert difference(file, changing(0, 1, lambda claim: attrs.evolve(claim, note=""))) == [
        "-     note: |",
        "-       Nobody says how many.",
        "- ",
        "-       Ask again.",
    ]


def test_replaced_claim_is_written_afresh(file: Path) -> None:
    """Another claim in the place of one is written whole; its neighbours stay."""
    new = present("USA", "IRQ", 5, when="2020", id="usa")
    lines = difference(file, lambda ledger: with_claims(ledger, 1, [new, ledger.reports[1].claims[1]]))
    assert lines[0] == "-     -   id: fra"
    assert all("deu" not in line for line in lines)


def test_claim_behind_a_dash_of_its_own_is_changed_in_place(file: Path) -> None:
    """Where the keys begin in the line after the dash, they are changed there."""
    change = changing(1, 1, lambda claim: attrs.evolve(claim, quote="some"))
    assert difference(file, change) == ["+       quote: some"]


def test_list_in_brackets_grows_in_brackets(file: Path) -> None:
    """Items are added behind the last one, whose comment stays."""
    assert difference(file, lambda ledger: ledger.add(notes=["Third, last."])) == [
        "-         They talked again.]   # end",
        '+         They talked again., "Third, last."]   # end',
    ]


@pytest.mark.parametrize("kept", [(0,), (1,)])
def test_list_in_brackets_shrinks_in_brackets(file: Path, kept: tuple[int, ...]) -> None:
    """The first or last item is taken out with its comma."""

    def fewer(ledger: Ledger) -> Ledger:
        return rebuilt(ledger, ledger.reports, notes=[ledger.notes[index] for index in kept])

    assert len(difference(file, fewer)) == 3
    assert "]   # end" in file.read_text(encoding="utf-8")


def test_key_spelt_otherwise_is_written_afresh(file: Path) -> None:
    """`within: IRQ` is canonically `country: IRQ`: when it changes, the row is rewritten."""
    text = "troopmoves: 1\nplaces:\n  # a base\n  taji: {name: Taji, within: IRQ}  # here\n"

    def moved(ledger: Ledger) -> Ledger:
        assert isinstance(ledger.places[0], Base)
        return Ledger(places=[attrs.evolve(ledger.places[0], within=Country.of("KWT"))])

    assert difference(file, moved, text) == [
        "-   taji: {name: Taji, within: IRQ}  # here",
        "+   taji: {name: Taji, country: KWT}  # here",
    ]


def test_empty_list_in_brackets_becomes_lines(file: Path) -> None:
    """The first claim of a report gets lines of its own."""
    text = "troopmoves: 1\nreports:\n  - id: r\n    claims: []  # none yet\n"
    claim = retract("x", id="y")
    other = present("USA", "IRQ", 5, when="2020-01-08", id="x")
    difference(file, lambda ledger: with_claims(ledger, 0, [other, claim]), text)
    assert "    claims:\n      - id: x\n        kind: present\n" in file.read_text(encoding="utf-8")


def test_document_in_braces_stays_in_braces(file: Path) -> None:
    """JSON in a YAML file is changed in place too."""
    text = """\
{
  "troopmoves": 1,
  "claims": [
    {"id": "l", "kind": "present",
     "who": "CAN", "where": "IRQ", "count": 5, "when": "2020"}
  ]
}
"""
    claim = present("USA", "IRQ", 5, when="2020-01-08", id="x")
    assert len(difference(file, lambda ledger: ledger.add(claim), text)) == 2


def test_line_breaks_of_the_file_are_kept(file: Path) -> None:
    """A file with the line breaks of Windows keeps them, and gets the same in new lines."""
    text = TEXT.replace("\n", "\r\n")
    claim = present("USA", "IRQ", 5000, when="2020-01-08", id="usa")
    assert len(difference(file, lambda ledger: ledger.add(claim), text)) == 7
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


def test_file_without_a_last_line_break_grows(file: Path) -> None:
    """The line that lacked its end gets one."""
    text = "troopmoves: 1\ntitle: Iraq"
    assert difference(file, lambda ledger: ledger.add(notes=["New."]), text) == ["+ notes:", "+   - New."]


def test_byte_order_mark_is_kept(file: Path) -> None:
    """A file that begins with one still does."""
    text = "\ufefftroopmoves: 1\ntitle: Iraq\n"
    difference(file, lambda ledger: ledger.add(notes=["New."]), text)
    assert file.read_text(encoding="utf-8").startswith("\ufefftroopmoves: 1\n")


@pytest.mark.parametrize(
    "text",
    [
        "troopmoves: 1\n? title\n: Iraq\nnotes: [Leaders talked.]\n",
        "troopmoves: 1\rtitle: Iraq\rnotes:\r- Leaders talked.\r- They talked again.\r",
        "troopmoves: 1\nnotes:\n- |+\n  Leaders talked.\n\n\n",
        "troopmoves: 1\n? notes\n: []\n",
    ],
    ids=["question mark", "bare carriage returns", "kept empty lines", "question mark and brackets"],
)
def test_edit_that_would_mean_something_else_is_not_made(file: Path, text: str) -> None:
    """Where a rare form of YAML stands in the way, the document is written afresh, and right."""
    difference(file, lambda ledger: Ledger(title="Iraq: Kuwait", notes=[*ledger.notes, "New."]), text)


def test_document_may_change_altogether(file: Path) -> None:
    """What has nothing in common with the document that was there takes its place."""
    difference(file, lambda _: Ledger([Report(id="r")]))

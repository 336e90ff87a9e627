"""`add`: a claim entered by options, by answers, or by both; the document keeps every other line."""

from pathlib import Path

import pytest
from cli.conftest import Command

import troopmoves as tm
from troopmoves.cli import draft
from troopmoves.cli.draft import count_of, wanted
from troopmoves.errors import PhraseError, TroopmovesError
from troopmoves.formats.document.claim import KINDS

LEVEL = ("--who", "CAN", "--where", "KWT", "--count", "at least 20", "--when", "2020-01-16")


def test_claim_by_options_changes_no_other_line(troopmoves: Command, folder: Path) -> None:
    """The claim stands at the end of its report; nothing else moves, and nothing is asked."""
    before = (folder / "iraq.yaml").read_text("utf-8")
    said = troopmoves("add", "iraq.yaml", "--yes", "--report", "new-arab", *LEVEL)
    assert (said.code, said.err) == (0, "")
    assert (folder / "iraq.yaml").read_text("utf-8") == before + (
        "      - id: can-kwt\n"
        "        kind: present\n"
        "        who: CAN\n"
        "        where: KWT\n"
        "        count: at least 20\n"
        "        when: 2020-01-16\n"
    )


ANSWERS = """\
new-paper
The Paper

2020-02-30
2020-02-20

relocate
Canadia
FRA
IRQ
KWT
lots
about 50
2020-02-19/..

some fifty
Minister


y
"""


def test_claim_by_answers_asks_again_what_cannot_be(troopmoves: Command, folder: Path) -> None:
    """What is not understood is told at once, with the way out, and asked for again."""
    said = troopmoves("add", "iraq.yaml", typed=ANSWERS)
    assert said.code == 0
    assert "published: got '2020-02-30'; no such day" in said.err
    assert "did you mean Canada?" in said.err
    assert "'lots' is not in the notation" in said.err
    assert (
        "fra-relocate-kwt: relocate about 50 FRA from Iraq to Kuwait, from 19 Feb 2020, planned" in said.err
    )
    report = tm.read(folder / "iraq.yaml").reports[-1]
    assert (report.id, report.publisher, str(report.published)) == ("new-paper", "The Paper", "2020-02-20")
    [claim] = report.claims
    assert (claim.id, claim.quote, claim.said.by) == ("fra-relocate-kwt", "some fifty", "Minister")


def test_document_that_is_not_there_is_made(troopmoves: Command, folder: Path) -> None:
    """The first claim makes the document."""
    assert troopmoves("add", "new.yaml", "--yes", "--loose", *LEVEL).code == 0
    assert tm.read(folder / "new.yaml").loose[0].id == "can-kwt"


def test_ids_are_free(troopmoves: Command, folder: Path) -> None:
    """A second claim of the same gets another id; one that is taken is refused."""
    for _ in range(2):
        troopmoves("add", "new.yaml", "--yes", "--loose", *LEVEL)
    assert [claim.id for claim in tm.read(folder / "new.yaml").loose] == ["can-kwt", "can-kwt-2"]
    said = troopmoves("add", "new.yaml", "--yes", "--loose", *LEVEL, "--id", "can-kwt")
    assert (said.code, "use can-kwt-3" in said.err) == (2, True)


@pytest.mark.parametrize("answer", ["n\n", "no\n"])
def test_nothing_is_written_against_a_will(troopmoves: Command, folder: Path, answer: str) -> None:
    """Who does not agree to what is shown has written nothing."""
    typed = "\n" * 4 + answer
    said = troopmoves("add", "new.yaml", "--loose", *LEVEL, "--kind", "present", typed=typed)
    assert (said.code, said.out) == (2, "")
    assert "nothing is written" in said.err
    assert not (folder / "new.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ((), "--report"),
        (("--loose",), "--who"),
        (("--loose", "--who", "CAN", "--kind", "withdraw", "--when", "2020"), "--from"),
        (("--loose", "--kind", "retracts"), "--claim"),
    ],
)
def test_what_is_needed_and_not_answered_is_named(
    troopmoves: Command, folder: Path, arguments: tuple[str, ...], missing: str
) -> None:
    """At the end of the input the option that would have answered is named."""
    said = troopmoves("add", "new.yaml", "--yes", *arguments)
    assert said.code == 2
    assert f"error: {missing}: got None; this is needed, and nobody answers" in said.err
    assert not (folder / "new.yaml").exists()


def test_agreement_is_needed_too(troopmoves: Command, folder: Path) -> None:
    """Without --yes somebody has to agree."""
    said = troopmoves("add", "new.yaml", "--loose", *LEVEL, "--kind", "present", typed="\n\n\n\n")
    assert (said.code, "give --yes" in said.err) == (2, True)
    assert not (folder / "new.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--kind", "presents"), "did you mean 'present'?"),
        (("--who", "CAX"), "who: got 'CAX'"),
        (("--count", "lots"), "notation"),
        (("--when", "2020-02-30"), "no such day"),
        (("--polarity", "maybe"), "polarity"),
        (("--public", "yesterday"), "said.public"),
        (("--to", "IRQ"), "to: got 'IRQ'"),
        (("--kind", "retracts", "--claim", "can-irak"), "did you mean 'can-iraq'"),
        (("--who", "{nation: FRA"), "no YAML"),
        (("--report", "new-arab", "--url", "x"), "is there already"),
        (("--report", "new arab"), "an id is ASCII letters"),
    ],
)
def test_faulty_option_is_refused_with_the_way_out(
    troopmoves: Command, folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    """An option that cannot be is told and nothing is written."""
    before = (folder / "iraq.yaml").read_text("utf-8")
    given = dict(zip(LEVEL[::2], LEVEL[1::2], strict=True))
    given |= dict(zip(arguments[::2], arguments[1::2], strict=True))
    given.setdefault("--report", "new-arab")
    said = troopmoves("add", "iraq.yaml", "--yes", *(part for pair in given.items() for part in pair))
    assert said.code == 2
    assert words in " ".join(said.err.split())
    assert (folder / "iraq.yaml").read_text("utf-8") == before


def test_operations_and_bases_are_known_by_name(troopmoves: Command, folder: Path) -> None:
    """What the document defines can be given by id or name."""
    given = (
        "--who",
        "NATO Mission Iraq",
        "--where",
        "Romanians' base",
        "--count",
        "5",
        "--when",
        "2020-01-07",
    )
    assert troopmoves("add", "iraq.yaml", "--yes", "--report", "new-arab", *given).code == 0
    claim = tm.read(folder / "iraq.yaml").entry("nmi-rou-base").claim
    assert str(claim) == "nmi-rou-base: 5 NATO Mission Iraq in Romanians' base, 7 Jan 2020"


def test_links_and_mappings_can_be_entered(troopmoves: Command, folder: Path) -> None:
    """A retraction names the claim; a force of several parts is written as in documents."""
    link = ("--kind", "retracts", "--claim", "can-kuwait", "--by", "Ottawa", "--public", "2020-01-09")
    assert troopmoves("add", "iraq.yaml", "--yes", "--loose", *link).code == 0
    part = ("--who", "{nation: FRA, role: training}", *LEVEL[2:])
    assert troopmoves("add", "iraq.yaml", "--yes", "--loose", *part).code == 0
    ledger = tm.read(folder / "iraq.yaml")
    assert [claim.id for claim in ledger.loose] == ["retracts-can-kuwait", "fra-kwt"]
    assert ledger.loose[0].said == tm.Attribution(by="Ottawa", public=tm.When.of("2020-01-09").earliest)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_entered(troopmoves: Command, folder: Path, kind: str) -> None:
    """What a kind needs is what is asked of it: no more, and no less."""
    values = {"who": "CAN", "where": "IRQ", "from": "IRQ", "to": "KWT", "count": "14", "when": "2020-01-07"}
    values |= {"activity": "training", "claim": "can-iraq"}
    keys = [one.key for one in wanted(kind) if one.needed] + (["from"] if kind == "relocate" else [])
    given = [part for key in dict.fromkeys(keys) for part in (f"--{key}", values[key])]
    said = troopmoves("add", "iraq.yaml", "--yes", "--loose", "--kind", kind, *given)
    assert (said.code, said.err) == (0, "")
    assert len(tm.read(folder / "iraq.yaml").loose) == 1


def test_phrase_is_read_where_the_notation_is_not_met(monkeypatch: pytest.MonkeyPatch) -> None:
    """A count that is no notation is read as a phrase; both reasons are told where neither is met."""

    class Read:
        level = tm.Headcount.of("about 200")

    def read_phrase(text: str) -> Read:
        if text != "around two hundred":
            raise PhraseError("read_phrase", text, "no such word")
        return Read()

    monkeypatch.setattr(draft, "phrase_reader", lambda: read_phrase)
    assert count_of("around two hundred") == "about 200"
    with pytest.raises(TroopmovesError, match="as a phrase: no such word"):
        count_of("lots")


def test_count_keeps_the_words_of_a_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the source stay beside what they were read as."""

    class Read:
        level = tm.Headcount.of("about 200", text="around 200")

    monkeypatch.setattr(draft, "phrase_reader", lambda: lambda _: Read())
    assert count_of("around 200") == {"is": "about 200", "text": "around 200"}


def test_phrases_of_three_languages_are_read() -> None:
    """Words of the source are enough, and are kept beside what they mean."""
    assert count_of("nearly two dozen") == {"is": "nearly 24", "text": "nearly two dozen"}
    assert count_of("rund 200 Soldaten") == {"is": "about 200", "text": "rund 200"}
    assert count_of("une trentaine de militaires")["is"] == "about 30"

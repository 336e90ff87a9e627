"""`add`: a claim entered by options, by answers, or by both; the document keeps every other line."""

from pathlib import Path

import pytest
from cli.conftest import Command

import troopmoves as tm
from troopmoves.cli import typed
from troopmoves.cli.draft import wanted
from troopmoves.cli.typed import count_of, when_of
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
        level = tm.Headcount.of("about 200", text="two hundred")

    def read_phrase(text: str) -> Read:
        if text != "around two hundred":
            raise PhraseError("read_phrase", text, "no such word")
        return Read()

    monkeypatch.setattr(typed, "phrase_reader", lambda: read_phrase)
    assert count_of("around two hundred") == {"is": "about 200", "text": "around two hundred"}
    with pytest.raises(TroopmovesError, match=r"as a phrase: no such word; write it like 14, about 500"):
        count_of("lots")


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("nearly two dozen", {"is": "nearly 24", "text": "nearly two dozen"}),
        ("rund 200 Soldaten", {"is": "about 200", "text": "rund 200 Soldaten"}),
        ("30 members of its air force", {"is": 30, "text": "30 members of its air force"}),
        ("about 500", "about 500"),
        ("~500", "about 500"),
        ("Forty", {"is": 40, "text": "Forty"}),
        ("dozens", "dozens"),
        ("14", 14),
    ],
)
def test_the_whole_phrase_is_kept(words: str, held: object) -> None:
    """Words of the source stay beside what they mean, all of them; notation needs no words beside it."""
    assert count_of(words) == held


def test_phrases_of_three_languages_are_read() -> None:
    """Words of the source are enough."""
    assert count_of("une trentaine de militaires")["is"] == "about 30"


# -- when -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("in the coming weeks", "2021-03-03/.."),
        ("since Monday", "2021-03-01/.."),
        ("3 March", "2021-03-03"),
        ("in den kommenden Tagen", "2021-03-03/.."),
        ("hier", "2021-03-02"),
    ],
)
def test_words_for_a_time_are_counted_from_the_day_of_the_report(
    troopmoves: Command, folder: Path, words: str, edtf: str
) -> None:
    """The phrase and the day it was anchored to stay beside the window that it means."""
    source = ("--report", "paper", "--published", "2021-03-03", "--when", words)
    assert troopmoves("add", "new.yaml", "--yes", *source, *LEVEL[:-2]).code == 0
    [claim] = tm.read(folder / "new.yaml").reports[0].claims
    assert isinstance(claim.proposition, tm.Presence)
    said = tm.When.of("2021-03-03").latest
    assert claim.proposition.when == tm.When.of(edtf).with_text(words, anchored=said)


def test_words_for_a_time_are_counted_from_the_day_they_became_public(
    troopmoves: Command, folder: Path
) -> None:
    """A speaker's own day goes before that of the report; a moment is on its day."""
    source = ("--report", "paper", "--published", "2021-03-03", "--public", "2021-03-01T23:30+00:00")
    assert troopmoves("add", "new.yaml", "--yes", *source, *LEVEL[:-2], "--when", "tomorrow").code == 0
    assert "is: 2021-03-02\n" in (folder / "new.yaml").read_text("utf-8").replace(",", "\n")


@pytest.mark.parametrize(
    ("source", "words", "told"),
    [
        (("--loose",), "tomorrow", "give --published for the report, or --public"),
        (("--report", "a", "--published", "2021-03-03"), "Tuesday", "could mean 2021-03-02 or 2021-03-09"),
        (("--report", "a", "--published", "2021-03-03"), "am Dienstag", "could mean 2021-03-02 or"),
        (("--report", "a", "--published", "2021-03-03"), "whenever", "'whenever' is no word of a time"),
        (("--report", "a", "--published", "2021-03-03"), "whenever", "write 2020-01-07, 2020-01"),
        (("--report", "a"), "2021-03-01T10:00", "a time of day is not supported"),
    ],
)
def test_time_that_is_not_understood_names_the_forms(
    troopmoves: Command, folder: Path, source: tuple[str, ...], words: str, told: str
) -> None:
    """What could mean two days is not guessed, and what is refused says how else it can be written."""
    said = troopmoves("add", "new.yaml", "--yes", *source, *LEVEL[:-2], "--when", words)
    assert (said.code, told in said.err) == (2, True)
    assert not (folder / "new.yaml").exists()


def test_notation_of_days_needs_no_report() -> None:
    """What is written as documents write it is taken as it is."""
    assert when_of("2020-01-07/..", None) == "2020-01-07/.."


# -- who and where ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "where"),
    [("Norway", "Jordan"), ("Norwegians", "JOR"), ("norvégiens", "Jordanien"), ("NOR", "JOR")],
)
def test_nations_are_known_by_any_name(troopmoves: Command, folder: Path, who: str, where: str) -> None:
    """Ids are made of codes whatever was typed, and the document holds codes."""
    given = ("--who", who, "--where", where, *LEVEL[4:])
    assert troopmoves("add", "new.yaml", "--yes", "--loose", *given).code == 0
    assert str(tm.read(folder / "new.yaml").loose[0]) == "nor-jor: at least 20 NOR in Jordan, 16 Jan 2020"


def test_aliases_of_the_document_are_known(troopmoves: Command, folder: Path) -> None:
    """A spelling that the document declares is read, and the id is made of the code."""
    (folder / "new.yaml").write_text("troopmoves: 1\naliases: {Les Bleus: FRA}\n", encoding="utf-8")
    assert troopmoves("add", "new.yaml", "--yes", "--loose", "--who", "Les Bleus", *LEVEL[2:]).code == 0
    assert tm.read(folder / "new.yaml").loose[0].id == "fra-kwt"


NEW = "add", "iraq.yaml", "--yes", "--report", "new-arab", "--kind", "relocate", "--who", "CAN"
MOVE = (*NEW, "--count", "40", "--when", "2020-01-09/..")


def test_new_place_is_declared_by_options(troopmoves: Command, folder: Path) -> None:
    """A country is enough; the place comes into its table, and no other line changes."""
    before = (folder / "iraq.yaml").read_text("utf-8").splitlines()
    named = ("--to", "west-base", "--place-country", "Jordanien", "--place-name", "a base in the west")
    said = troopmoves(*MOVE, *named)
    assert (said.code, said.err) == (0, "")
    after = (folder / "iraq.yaml").read_text("utf-8").splitlines()
    assert [line for line in before if line not in after] == []
    place = next(one for one in tm.read(folder / "iraq.yaml").places if one.key == "west-base")
    assert str(place) == "a base in the west"
    assert troopmoves(*MOVE, "--to", "West Base", "--place-country", "IRQ").code == 2  # one that is there


def test_new_place_is_called_as_the_claim_calls_it(troopmoves: Command, folder: Path) -> None:
    """Without a name of its own, which makes an id too."""
    assert troopmoves(*MOVE, "--to", "Camp Q-West", "--place-country", "IRQ").code == 0
    place = next(one for one in tm.read(folder / "iraq.yaml").places if one.key == "camp-q-west")
    assert str(place) == "Camp Q-West"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--to", "west-base"), "(or, if it is a new place, give --place-country)"),
        (("--to", "Rou Base", "--place-country", "IRQ"), "write rou-base if it is meant"),
        (("--to", "a", "--place-country", "IRQ", "--from", "b"), "the claim names two"),
        (("--to", "KWT", "--place-country", "KWT"), "every place that the claim names is there already"),
        (("--to", "KWT", "--place-name", "Kuwait"), "--place-name: got 'Kuwait'"),
        (("--to", "west-base", "--place-country", "Xanadu"), "no country of that code or name"),
        (("--to", "west-base", "--place-country", "IRQ", "--place-name", " "), "name"),
    ],
)
def test_new_place_that_cannot_be_is_refused(
    troopmoves: Command, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    """Nothing is declared in passing."""
    before = (folder / "iraq.yaml").read_text("utf-8")
    said = troopmoves(*MOVE, *arguments)
    assert (said.code, told in said.err) == (2, True)
    assert (folder / "iraq.yaml").read_text("utf-8") == before


def test_new_place_that_nobody_answers_for_is_refused(troopmoves: Command, folder: Path) -> None:
    """At the end of the input the option that would have answered is named."""
    before = (folder / "iraq.yaml").read_text("utf-8")
    move = [part for part in MOVE if part != "--yes"]
    said = troopmoves(*move, "--to", "west-base", typed="")
    assert (said.code, "give --place-country" in said.err) == (2, True)
    assert (folder / "iraq.yaml").read_text("utf-8") == before


def test_new_place_is_declared_by_answers(troopmoves: Command, folder: Path) -> None:
    """Whoever names a strange place is asked for its country; no answer means that it was a slip."""
    given = ("--kind", "relocate", "--who", "CAN", "--count", "40", "--when", "2020-01-09/..")
    said = troopmoves(
        "add", "iraq.yaml", *given, typed="\nIRQ\nwest-bse\n\nwest-base\nIRQQ\nIRQ\nthe west\n" + "\n" * 6
    )
    assert said.code == 0, said.err
    assert "west-bse is no place of the document" in said.err
    assert "no country of that code or name" in said.err
    assert "new place west-base: the west, in Iraq" in said.err
    ledger = tm.read(folder / "iraq.yaml")
    assert [str(place) for place in ledger.places if place.key.startswith("west")] == ["the west"]

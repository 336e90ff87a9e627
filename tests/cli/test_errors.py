"""Mistakes are told with their place, the rule and the way out, with exit code 2, and never traced back."""

from pathlib import Path

import pytest
from cli.conftest import Command

FAULTY = """\
troopmoves: 1
reports:
  - id: afp
    claims:
      - id: can
        kind: present
        who: CAM
        where: IRQ
        count: 5000
        when: 2020-02-30
"""


def test_document_tells_every_problem_with_its_line(troopmoves: Command, folder: Path) -> None:
    """Each problem of a document stands on a line of its own, with its line, path, rule and way out."""
    (folder / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    said = troopmoves("state", "faulty.yaml", "--on", "2020-01-07")
    assert (said.code, said.out) == (2, "")
    lines = said.err.splitlines()
    assert lines[0] == "error: faulty.yaml: 2 problems"
    assert lines[1].startswith("  line 7, reports[0].claims[0].who: got 'CAM'; use an ISO 3166-1")
    assert lines[2].startswith("    way out: did you mean")
    assert lines[3].startswith("  line 10, reports[0].claims[0].when: got '2020-02-30'; no such day")
    assert lines[4] == "    way out: look at the calendar of that month"


def test_broken_yaml_tells_where(troopmoves: Command, folder: Path) -> None:
    """A file that is no YAML at all is told with line and column."""
    (folder / "broken.yaml").write_text("troopmoves: 1\ntitle: [\n", encoding="utf-8")
    said = troopmoves("check", "broken.yaml")
    assert said.code == 2
    assert "no YAML" in said.err
    assert "line 3" in said.err


MISTAKES = {
    "no such file": (("state", "nowhere.yaml", "--on", "2020-01-07"), "nowhere.yaml: no such file"),
    "no such day": (("state", "iraq.yaml", "--on", "2020-13-01"), "no such day"),
    "no such moment": (("state", "iraq.yaml", "--on", "2020-01-07", "--known", "2020-01-07T25"), "--known"),
    "no such carry": (("state", "iraq.yaml", "--on", "2020-01-07", "--carry", "long"), "--carry 30"),
    "no such suffix": (("state", "iraq.txt", "--on", "2020-01-07"), "the suffix tells the format"),
    "check of nothing": (("check",), "at least one document"),
    "form of nothing": (("fmt", "--check"), "at least one document"),
    "missing option": (("state", "iraq.yaml"), "--on"),
    "unknown command": (("stat", "iraq.yaml"), 'Did you mean "state"'),
    "unknown option": (("check", "iraq.yaml", "--fail", "error"), "--fail"),
    "unknown choice": (("check", "iraq.yaml", "--fail-on", "warn"), 'Did you mean "warning"'),
    "unknown rule": (("check", "iraq.yaml", "--rules", "TM9"), "no rule has this code"),
    "one day": (("compare", "iraq.yaml", "2020-01-07"), "two days of one document"),
    "days and files": (
        ("compare", "iraq.yaml", "six.yaml", "2020-01-07", "--on", "2020-01-08"),
        "two days of",
    ),
    "strange question": (("why", "iraq.yaml", "Canda in Irak", "--on", "2020-01-07"), "'CAN in Iraq'"),
    "strange place": (("why", "iraq.yaml", "CAN in Irakistan", "--on", "2020-01-07"), "'Irakistan'"),
    "parquet to the screen": (("export", "parquet", "iraq.yaml"), "--output"),
    "map without a day": (("export", "geojson", "iraq.yaml"), "--on"),
    "three days": (("export", "csv", "iraq.yaml", *("--on", "2020-01-07") * 3), "at most two days"),
    "entities of a day": (("export", "ftm", "iraq.yaml", "--on", "2020-01-07"), "leave it out"),
    "map of a time": (("export", "geojson", "iraq.yaml", "--on", "2020-01-07", "--since", "2020"), "--since"),
    "unknown loss": (("export", "csv", "iraq.yaml", "--accept", "everything"), "everything"),
    "unknown picture": (("chart", "state", "iraq.yaml", "--on", "2020-01-07", "-o", "a.gif"), "suffix"),
    "chart of no day": (("chart", "state", "iraq.yaml", "-o", "a.svg"), "--on"),
    "chart of a needless day": (
        ("chart", "timeline", "iraq.yaml", "--on", "2020-01-07", "-o", "a.svg"),
        "no use",
    ),
    "no such mapping": (("import", "iraq.yaml", "dmdc.csv"), "iraq.yaml"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_told_with_the_way_out(troopmoves: Command, mistake: str) -> None:
    """What cannot be meant ends with 2, and the words say what to do instead."""
    arguments, words = MISTAKES[mistake]
    said = troopmoves(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("error: ")
    assert words in " ".join(said.err.split())
    assert "Traceback" not in said.err


def test_loss_is_refused_with_the_words_that_accept_it(troopmoves: Command, folder: Path) -> None:
    """An export that would lose something writes nothing, and says which options accept it."""
    said = troopmoves("export", "csv", "iraq.yaml", "--output", "claims.csv")
    assert said.code == 2
    assert "--accept notes --accept operations" in said.err
    assert not (folder / "claims.csv").exists()


def test_silence_of_something_unknown_is_refused(troopmoves: Command, folder: Path) -> None:
    """A reason not to tell something of a claim that no document has is a slip."""
    (folder / "known.yaml").write_text("can-irak: {TM101: asked}\n", encoding="utf-8")
    said = troopmoves("check", "iraq.yaml", "--silence", "known.yaml")
    assert said.code == 2
    assert "'can-irak'" in said.err


def test_faulty_silence_is_told_with_its_path(troopmoves: Command, folder: Path) -> None:
    """A file of silences is read as strictly as a document."""
    (folder / "known.yaml").write_text("can-iraq: TM101\n", encoding="utf-8")
    said = troopmoves("check", "iraq.yaml", "--silence", "known.yaml")
    assert said.code == 2
    assert said.err.startswith("error: known.yaml: 1 problem\n  line 1, can-iraq: got 'TM101'")


def test_control_characters_do_nothing_to_the_terminal(troopmoves: Command, folder: Path) -> None:
    """A quote with an escape sequence is printed as what it is."""
    text = FAULTY.replace("CAM", "CAN").replace("2020-02-30", '2020-02-28\n        quote: "\\e[31mred"')
    (folder / "red.yaml").write_text(text, encoding="utf-8")
    said = troopmoves("why", "red.yaml", "CAN in IRQ", "--on", "2020-02-28")
    assert said.code == 0
    assert "\x1b" not in said.out
    assert "\\x1b[31mred" in said.out

"""CSV: what it holds and loses, how it defuses formulas, and what is refused when it is read."""

import csv
import io
from pathlib import Path

import pytest
from formats.tables.story import story

import troopmoves as tm
from troopmoves.errors import AcceptError, DocumentError, LossError
from troopmoves.formats.tables.csv import LOSSES, from_csv, to_csv
from troopmoves.formats.tables.layout import CLAIMS

HEAD = "claim,verb,nation,place,count,dates"


def parsed(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV text, as any reader sees them."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def problems(text: str) -> list[str]:
    """Return what is wrong with a text."""
    with pytest.raises(DocumentError) as caught:
        from_csv(text)
    return [f"{one.path}: {one.got!r}; {one.rule}" for one in caught.value.problems]


class TestWriting:
    def test_losses_are_refused_until_they_are_accepted(self) -> None:
        """What the rows refer to is lost, and told before."""
        with pytest.raises(LossError) as caught:
            to_csv(story())
        assert set(caught.value.report.counts) == set(LOSSES)
        export = to_csv(story(), accept=list(LOSSES))
        assert set(export.losses.counts) == set(LOSSES)
        with pytest.raises(AcceptError):
            to_csv(story(), accept=["quotes"])

    def test_plain_claims_lose_nothing(self) -> None:
        """A ledger of countries, nations and reports with claims is held whole."""
        report = tm.Report(id="r", publisher="The Paper").present(
            "FRA", "IRQ", "about 200", when="2020-01-07"
        )
        ledger = tm.Ledger([report])
        assert from_csv(to_csv(ledger).content) == ledger

    def test_text_is_as_rfc_4180_has_it(self) -> None:
        """Lines end with CR LF; quotes, commas and line breaks stand in quotes."""
        claim = tm.present("FRA", "IRQ", 1, when="2020-01-07", id="a", note='one, "two"\nthree')
        text = to_csv(tm.Ledger([claim])).content
        assert text.startswith("claim,report,verb,")
        assert text.count("\r\n") == 2
        assert '"one, ""two""\nthree"' in text
        assert from_csv(text) == tm.Ledger([claim])

    @pytest.mark.parametrize(
        "note", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''x", "'s-Hertogenbosch"]
    )
    def test_formulas_are_defused_and_come_back(self, note: str) -> None:
        """No cell of text begins like a formula, and our own reading takes the mark away."""
        ledger = tm.Ledger([tm.present("FRA", "IRQ", 1, when="2020-01-07", id="a", note=note)])
        text = to_csv(ledger).content
        [row] = parsed(text)
        assert row["note"][0] not in "=+-@\t\r"
        assert from_csv(text) == ledger

    def test_negative_numbers_stay_numbers(self) -> None:
        """A difference below zero is a number and no formula."""
        ledger = story()
        compared = tm.compare(
            ledger.state("2020-01-07", plans="done"), ledger.state("2020-01-09", plans="done")
        )
        [row] = [one for one in parsed(to_csv(compared).content) if one["scope"] == "CAN in Iraq"]
        assert (row["change_low"], row["change_high"]) == ("-600", "-1")

    def test_cells_of_every_sort(self) -> None:
        """Flags, days, numbers and lists have one form each; null is an empty cell."""
        rows = {row["claim"]: row for row in parsed(to_csv(story(), accept="all").content)}
        assert rows["can-move"]["temporary"] == "false"
        assert rows["can"]["earliest"] == "2020-01-07"
        assert (rows["fra"]["lat"], rows["fra"]["cow"], rows["rou"]["high"]) == ("33.52", "220", "")
        state = parsed(to_csv(story().state("2020-01-08", plans="done")).content)
        assert [row["because"] for row in state if row["scope"] == "CAN in Iraq"] == ['["can", "can-move"]']

    def test_file_is_written(self, tmp_path: Path) -> None:
        """An export writes itself."""
        path = tmp_path / "claims.csv"
        to_csv(story(), accept="all").write(path)
        assert from_csv(path.read_bytes().decode(), definitions=story()) == story()


class TestReading:
    def test_few_columns_suffice(self) -> None:
        """A table typed by hand needs the columns that say something; a byte order mark is read over."""
        text = f"\ufeff{HEAD}\na,present,Canada,IRQ,about 500,2020-01-07\n"
        assert from_csv(text) == tm.Ledger([tm.present("CAN", "IRQ", "about 500", when="2020-01-07", id="a")])

    def test_definitions_can_be_given(self) -> None:
        """What CSV cannot hold is taken from a ledger."""
        assert from_csv(to_csv(story(), accept="all").content, definitions=story()) == story()

    def test_problems_tell_row_and_column(self) -> None:
        """Cells that are none of their sort are told, all at once."""
        text = f"{HEAD},temporary,credibility,until_anchored\na,withdraw,FRA,,1,2020,yes,two,2020-02-30\n"
        assert problems(text) == [
            "row 1, column temporary: 'yes'; here stands true or false",
            "row 1, column credibility: 'two'; here stands a whole number",
            "row 1, column until_anchored: '2020-02-30'; no such day: day is out of range for month",
        ]

    def test_rows_of_another_width(self) -> None:
        """A row with a cell too many or too few is told by its number."""
        text = f"{HEAD}\na,present,FRA,IRQ,1,2020\nb,present\n"
        assert problems(text) == ["row 2: 2; every row has 6 cells, as the first line has"]

    @pytest.mark.parametrize("text", ["", "\n\n"])
    def test_nothing_is_no_table(self, text: str) -> None:
        """A text without a first line has no columns."""
        assert problems(text)[0] == "column claim: None; this column is needed"

    def test_head_alone_is_an_empty_table(self) -> None:
        """Columns without rows are a ledger without claims."""
        assert from_csv(f"{HEAD}\n") == tm.Ledger()

    def test_broken_csv(self) -> None:
        """A quote that is not closed is told with its line, and so is a cell that never ends."""
        assert problems(f'{HEAD}\n"a,present')[0].startswith("line 2: ")
        assert problems(f"{HEAD}\n{'x' * 200_000}")[0].startswith("line 2: ")

    def test_every_column_can_be_read(self) -> None:
        """The first line of an export is the first line of a table that is read."""
        assert from_csv(",".join(CLAIMS) + "\r\n") == tm.Ledger()

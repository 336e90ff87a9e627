"""Tables in Arrow: their types, what they tell of a claim, and what is refused when they are read."""

import importlib
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from formats.tables.story import story

import troopmoves as tm
from troopmoves.errors import AssumptionError, DocumentError, MissingExtraError
from troopmoves.formats.tables.column import Kind
from troopmoves.formats.tables.layout import LAYOUTS

pa = pytest.importorskip("pyarrow")

from troopmoves.formats.tables.arrow import from_arrow, to_arrow  # noqa: E402 (only where pyarrow is)


def row(table: Any, claim: str) -> dict[str, object]:  # noqa: ANN401 (a table of pyarrow)
    """Return the row of a claim."""
    [found] = [one for one in table.to_pylist() if one["claim"] == claim]
    return dict(found)


def problems(table: Any, **options: Any) -> list[str]:  # noqa: ANN401 (a table of pyarrow)
    """Return what is wrong with a table, as where and what came."""
    with pytest.raises(DocumentError) as caught:
        from_arrow(table, **options)
    return [f"{one.path}: {one.got!r}; {one.rule}" for one in caught.value.problems]


def small(**columns: list[object]) -> Any:  # noqa: ANN401 (a table of pyarrow)
    """Return a table as a user would make it, without metadata."""
    given: dict[str, list[object]] = {
        "claim": ["a"],
        "verb": ["present"],
        "nation": ["FRA"],
        "place": ["IRQ"],
        "count": ["about 200"],
        "dates": ["2020-01-07"],
        **columns,
    }
    return pa.table({name: cells for name, cells in given.items() if cells})


class TestWriting:
    def test_claims_have_the_columns_of_the_layout(self) -> None:
        """Names, types and what may be null are those of the table in the code, each with its meaning."""
        table = to_arrow(story())
        layout = LAYOUTS[Kind.CLAIMS]
        assert table.column_names == [column.name for column in layout]
        assert [field.nullable for field in table.schema] == [column.nullable for column in layout]
        assert all((field.metadata or {})[b"meaning"] for field in table.schema)
        assert str(table.schema.field("low").type) == "int64"
        assert str(table.schema.field("earliest").type) == "date32[day]"
        assert str(table.schema.field("lat").type) == "double"
        table.validate(full=True)

    def test_count_keeps_its_wording_beside_its_bounds(self) -> None:
        """The statement, the publisher's words and the figures that follow stand side by side."""
        told = row(to_arrow(story()), "can")
        assert (told["count"], told["said"], told["kind"]) == ("about 500", "an estimated 500", "about")
        assert (told["nominal"], told["low"], told["high"]) == (500, 400, 600)
        assert told["convention"] == "press/1"

    def test_open_end_is_null_and_never_zero(self) -> None:
        """Nothing limits "at least 14"; no number is given at all of those who are withdrawn."""
        table = to_arrow(story())
        assert (row(table, "rou")["low"], row(table, "rou")["high"]) == (14, None)
        assert (row(table, "usa-letter")["low"], row(table, "usa-letter")["high"]) == (None, None)

    def test_convention_is_the_callers(self) -> None:
        """Bounds follow from the convention that is asked for, and name it."""
        told = row(to_arrow(story(), convention="literal"), "can")
        assert (told["low"], told["high"], told["convention"]) == (0, None, "literal")

    def test_place_is_described(self) -> None:
        """A base has its country and coordinates; one of several places has neither a country nor a point."""
        told = row(to_arrow(story()), "fra")
        assert (told["place"], told["place_name"], told["place_kind"]) == ("taji", "Camp Taji", "base")
        assert (told["country"], told["lat"], told["lon"]) == ("IRQ", 33.52, 44.26)
        move = row(to_arrow(story()), "can-move")
        assert (move["place"], move["origin"], move["destination"]) == (
            None,
            "IRQ",
            '{"any_of": ["KWT", "JOR"]}',
        )

    def test_nation_is_coded(self) -> None:
        """The sender has its codes, also where only a unit of it is named."""
        told = row(to_arrow(story()), "usa-letter")
        assert (told["nation"], told["unit"], told["iso3"], told["cow"]) == (None, "82-1", "USA", 2)
        told = row(to_arrow(story()), "nato-pause")
        assert (told["operation"], told["iso3"], told["cow"]) == ("nmi", None, None)

    def test_source_is_told(self) -> None:
        """A claim tells who says it, where it stands, and when it became public."""
        told = row(to_arrow(story()), "can-move")
        assert (told["source"], told["locator"]) == ("Gen. Vance", "reports[1].claims[2]")
        assert (told["published"], told["public"]) == (date(2020, 1, 8), date(2020, 1, 7))
        assert (told["said_public"], told["said_public_at"]) == (date(2020, 1, 7), "2020-01-07T18:30+00:00")

    def test_what_is_by_default_is_told(self) -> None:
        """SQL need not know the defaults of the document."""
        told = row(to_arrow(story()), "can-move")
        assert (told["progress"], told["temporary"], told["polarity"]) == ("planned", False, "affirmed")
        assert (told["stance"], told["category"], told["personnel"]) == ("asserts", "reported", "not_said")
        assert [told[name] for name in ("tenure", "setting", "tasking")] == ["not_said"] * 3
        assert row(to_arrow(story()), "usa-mistake")["links"] == "retracts usa-letter"

    def test_holdings_are_rows(self) -> None:
        """A row of a state has its bounds, its claims and the assumptions made."""
        table = to_arrow(story().state("2020-01-08", plans="done"))
        [told] = [one for one in table.to_pylist() if one["scope"] == "CAN in Iraq"]
        assert (told["iso3"], told["place"], told["day"]) == ("CAN", "IRQ", date(2020, 1, 8))
        assert (told["low"], told["high"], told["convention"], told["plans"]) == (0, 599, "press/1", "done")
        assert told["because"] == ["can", "can-move"]
        table.validate(full=True)

    def test_comparison_is_rows(self) -> None:
        """A row of a comparison has both bounds, the difference and the verdicts."""
        ledger = story()
        compared = tm.compare(
            ledger.state("2020-01-07", plans="done"), ledger.state("2020-01-09", plans="done")
        )
        table = to_arrow(compared)
        [told] = [one for one in table.to_pylist() if one["scope"] == "CAN in Iraq"]
        assert (told["before_low"], told["after_high"], told["change_high"]) == (400, 599, -1)
        assert (told["fewer"], told["joint"]) == ("certain", True)
        table.validate(full=True)

    def test_convention_of_a_state_is_its_own(self) -> None:
        """What has been read by a convention cannot be read by another one."""
        with pytest.raises(AssumptionError, match="by a convention already"):
            to_arrow(story().state("2020-01-08"), convention="literal")


class TestReading:
    def test_ledger_comes_back(self) -> None:
        """Title, notes, aliases, places, units and the report without claims come back with the claims."""
        assert from_arrow(to_arrow(story())) == story()

    def test_empty_ledger_comes_back(self) -> None:
        """A table without rows is a ledger without claims."""
        assert from_arrow(to_arrow(tm.Ledger(title="Nothing"))) == tm.Ledger(title="Nothing")

    def test_own_convention_comes_back(self) -> None:
        """Bounds by a convention that is not known here are passed over."""
        table = to_arrow(story(), convention=tm.Tolerance(name="desk/1", percents=(10, 5, 5)))
        assert row(table, "can")["low"] == 450
        assert from_arrow(table) == story()

    def test_plain_columns_suffice(self) -> None:
        """Nations and countries need no definitions; names are read, and whole numbers and days too."""
        table = small(nation=["Canada"], count=[500], dates=[date(2020, 1, 7)])
        assert from_arrow(table).loose == (tm.present("CAN", "IRQ", 500, when="2020-01-07", id="a"),)

    def test_codes_and_days_suffice(self) -> None:
        """Where a table has no nation or dates, its code and its first and last day are read."""
        table = small(nation=[], iso3=["FRA"], dates=[], earliest=[date(2020, 1, 7)], latest=pa.nulls(1))
        [claim] = from_arrow(table).loose
        assert claim == tm.present("FRA", "IRQ", "about 200", when="2020-01-07/..", id="a")

    def test_missing_definitions_are_told_and_can_be_given(self) -> None:
        """Without metadata an id means nothing, until a ledger says what it means."""
        bare = to_arrow(story()).replace_schema_metadata(None)
        [first, *_] = problems(bare)
        assert first == "row 2, column place: 'taji'; neither a country nor a place of the document"
        assert from_arrow(bare, definitions=story()) == story()

    def test_rows_may_be_chosen(self) -> None:
        """A report whose rows were all taken out is gone; one that never had any stays."""
        table = to_arrow(story())
        kept = from_arrow(table.filter(pa.compute.equal(table["claim"], "rou")))
        assert [report.id for report in kept.reports] == ["empty"]
        assert [entry.id for entry in kept.entries] == ["rou"]

    def test_columns_that_are_left_out_are_taken_from_the_metadata(self) -> None:
        """A table need not say again what its metadata says of a report."""
        table = to_arrow(story()).drop_columns(["publisher", "published", "source", "public", "low", "kind"])
        assert from_arrow(table) == story()

    def test_changed_column_is_what_counts(self) -> None:
        """What the rows say of a report wins over the metadata."""
        table = to_arrow(story())
        index = table.column_names.index("publisher")
        cells = [None if cell is None else "The Times" for cell in table["publisher"].to_pylist()]
        changed = from_arrow(table.set_column(index, table.schema.field("publisher"), pa.array(cells)))
        assert changed.reports[1].publisher == "The Times"

    def test_dictionaries_and_views_are_texts(self) -> None:
        """Every form in which Arrow keeps texts is read."""
        for kind in (pa.dictionary(pa.int8(), pa.string()), pa.large_string(), pa.string_view()):
            assert len(from_arrow(small(place=pa.array(["IRQ"]).cast(kind))).entries) == 1


class TestRefusing:
    def test_unknown_and_missing_columns(self) -> None:
        """Columns are not guessed; the near ones are named."""
        table = small(verb=[], places=["IRQ"])
        assert problems(table) == [
            "column verb: None; this column is needed",
            "column places: 'places'; no such column here",
        ]

    def test_column_that_stands_twice(self) -> None:
        """Of two columns of one name, neither is taken."""
        table = pa.Table.from_arrays([pa.array(["a"])] * 3, names=["claim", "claim", "verb"])
        assert problems(table) == ["column claim: 'claim'; this column stands twice"]

    def test_wrong_types(self) -> None:
        """A column of another type is refused by its name, all of them at once."""
        table = small(temporary=["no"], until_anchored=["2020-01-07"], credibility=[True], note=[[1]])
        assert problems(table) == [
            "column temporary: 'string'; this column is of the type bool",
            "column until_anchored: 'string'; this column is of the type date32[day]",
            "column credibility: 'bool'; this column is of the type int64",
            "column note: 'list<item: int64>'; this column is of the type string",
        ]

    def test_fractions_are_no_whole_numbers(self) -> None:
        """What pandas made of whole numbers is taken back; a half is refused."""
        assert from_arrow(small(credibility=[2.0])).loose[0].credibility is tm.Credibility.PROBABLY_TRUE
        assert problems(small(credibility=[2.5])) == [
            "row 1, column credibility: 2.5; here stands a whole number"
        ]

    def test_problems_tell_row_and_column(self) -> None:
        """Every problem of every row is told in one go, under the name of its column."""
        table = small(
            claim=["a", "a", "c"],
            verb=["present", "presents", "retracts"],
            nation=["CAX", "FRA", None],
            place=["IRQ", "IRQ", None],
            count=["5,000", "1", None],
            dates=["2020-02-30", "2020", None],
            links=[None, None, "retracts d"],
        )
        assert problems(table) == [
            "row 1, column nation: 'CAX'; use an ISO 3166-1 alpha-3 code or a name from the table",
            "row 1, column count: '5,000'; figures take no thousands separators",
            "row 1, column dates: '2020-02-30'; no such day: day is out of range for month",
            "row 2, column verb: 'presents'; no such kind of claim",
            "row 2, column claim: 'a'; this id stands at row 1, column claim too",
            "row 3, column links: 'd'; no claim has this id",
        ]

    def test_nothing_is_taken_for_everyone(self) -> None:
        """An empty cell is no force, no date and no count."""
        table = small(nation=[None], count=[None], dates=[None])
        assert [line.partition(";")[0] for line in problems(table)] == [
            "row 1, column nation: None",
            "row 1, column dates: None",
        ]

    @pytest.mark.parametrize(
        ("links", "rule"),
        [
            ("b", "links are 'retracts that-id', with a comma and a space between two"),
            ("undoes b", "links are 'retracts that-id', with a comma and a space between two"),
            ("confirms b", "the first link is the claim itself, which retracts"),
        ],
    )
    def test_links_that_are_none(self, links: str, rule: str) -> None:
        """A link is one kind and one id, and the first one of a bare link is the claim itself."""
        table = pa.table({"claim": ["a"], "verb": ["retracts"], "links": [links]})
        [told] = problems(table)
        assert told.startswith("row 1, column links: ")
        assert told.endswith(rule)

    def test_cells_that_are_no_json(self) -> None:
        """A place that is not named is JSON, told by its brace."""
        [told] = problems(small(place=["{any_of: [KWT]}"]))
        assert told.startswith("row 1, column place")

    def test_derived_cell_that_says_something_else(self) -> None:
        """A figure that was changed beside its statement is told, not passed over."""
        table = small(low=[100], convention=["press/1"], iso3=["DEU"], latest=[date(2020, 1, 8)])
        assert problems(table) == [
            "row 1, column iso3: 'DEU'; from the claim follows 'FRA'",
            "row 1, column low: 100; from the claim follows 160",
            "row 1, column latest: '2020-01-08'; from the claim follows '2020-01-07'",
        ]

    def test_bounds_without_a_convention(self) -> None:
        """Every derived number names its convention."""
        assert problems(small(low=[160])) == ["row 1, column low: 160; from the claim follows None"]

    def test_rows_of_one_report_that_disagree(self) -> None:
        """All rows of a report say the same of it."""
        table = to_arrow(story())
        cells = ["Another", *table["publisher"].to_pylist()[1:]]
        changed = table.set_column(table.column_names.index("publisher"), "publisher", pa.array(cells))
        assert problems(changed)[0] == (
            "row 2, column publisher: 'The Paper'; row 1 says 'Another' of this report"
        )

    def test_report_without_a_name(self) -> None:
        """What is said of a report belongs to one."""
        [told] = problems(small(publisher=["The Paper"]))
        assert told == "row 1, column publisher: 'The Paper'; this row names no report to say it of"

    def test_moment_of_another_day(self) -> None:
        """A moment and the day beside it are the same day."""
        table = small(said_public=[date(2020, 1, 8)], said_public_at=["2020-01-07T18:30+00:00"])
        [told] = problems(table)
        assert told.startswith("row 1, column said_public_at: ")

    def test_moment_of_a_report_that_is_none(self) -> None:
        """What is wrong with a report is told in its first row."""
        [told] = problems(small(report=["r"], published_at=["2020-01-07T25:00+00:00"]))
        assert told.startswith("row 1, column published: ")

    def test_day_beyond_the_calendar(self) -> None:
        """A day that Python has not is told with the rows that may hold it."""
        far = pa.array([10_000_000], pa.int32()).view(pa.date32())
        [told] = problems(small(dates=far))
        assert told.startswith("rows 1 to 1, column dates: ")

    def test_text_that_is_no_utf8(self) -> None:
        """Bytes that are no text are told likewise."""
        bad = pa.Array.from_buffers(pa.string(), 1, pa.array([b"\xff"]).buffers())
        [told] = problems(small(note=bad))
        assert told.startswith("rows 1 to 1, column note: ")

    def test_other_tables(self) -> None:
        """Holdings are no claims, and a table of a later release is not guessed at."""
        [told] = problems(to_arrow(story().state("2020-01-08")))
        assert (
            told
            == "metadata.troopmoves.table: 'holdings/1'; ledgers are read from tables of claims, claims/1"
        )
        later = to_arrow(story()).replace_schema_metadata({"troopmoves.table": "claims/2"})
        assert problems(later)[0].startswith("metadata.troopmoves.table: 'claims/2'")

    @pytest.mark.parametrize("head", [b"{", b"[]", b"\xff", b'{"troopmoves": 99}', b'{"a": 1, "a": 2}'])
    def test_broken_metadata(self, head: bytes) -> None:
        """Metadata is read as strictly as a document."""
        assert problems(small().replace_schema_metadata({"troopmoves": head}))

    def test_definitions_that_are_wrong(self) -> None:
        """A problem of what the rows refer to is told as one of the definitions."""
        head = '{"troopmoves": 1, "places": {"taji": {"country": "IRQ"}}, "reports": 1}'
        [told] = problems(small().replace_schema_metadata({"troopmoves": head}))
        assert told == "definitions: places.taji.name: None; this key is needed"

    def test_report_without_rows_that_is_wrong(self) -> None:
        """A report that only the metadata knows has no row to be told of."""
        head = '{"troopmoves": 1, "reports": [{"id": "x", "published": "soon", "claims": []}]}'
        [told] = problems(small().replace_schema_metadata({"troopmoves": head}))
        assert told.startswith("definitions: reports[0].published: 'soon'")

    def test_no_table(self) -> None:
        """What hands over no stream of Arrow is no table."""
        [told] = problems([{"claim": "a"}])
        assert told.startswith("table: 'list'")


def test_missing_pyarrow_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the module says how to install it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "troopmoves.formats.tables.arrow")
    with pytest.raises(MissingExtraError, match=r"pip install 'troopmoves\[tables\]'"):
        importlib.import_module("troopmoves.formats.tables.arrow")


@pytest.mark.parametrize("missing", ["pyarrow", "pyarrow.parquet"])
def test_missing_parquet_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """There are installations of pyarrow without what reads Parquet."""
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.delitem(sys.modules, "troopmoves.formats.tables.arrow")
    monkeypatch.delitem(sys.modules, "troopmoves.formats.tables.parquet", raising=False)
    with pytest.raises(MissingExtraError, match=r"pip install 'troopmoves\[tables\]'"):
        importlib.import_module("troopmoves.formats.tables.parquet")


def test_pyarrow_is_imported_by_two_modules_only() -> None:
    """CSV and the columns do without it."""
    folder = Path(__file__).parents[3] / "src" / "troopmoves"
    importers = {path.stem for path in folder.rglob("*.py") if "import pyarrow" in path.read_text("utf-8")}
    assert importers == {"arrow", "parquet"}

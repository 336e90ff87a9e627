"""Tables with polars and pandas, both ways, through the Arrow PyCapsule interface."""

from datetime import date

import pytest
from formats.tables.story import story

import troopmoves as tm
from troopmoves.errors import DocumentError

pa = pytest.importorskip("pyarrow")

from troopmoves.formats.tables.arrow import from_arrow, to_arrow  # noqa: E402 (only where pyarrow is)


class TestPolars:
    def test_types_are_kept(self) -> None:
        """Whole numbers with nulls stay whole numbers, days stay days, flags flags."""
        polars = pytest.importorskip("polars")
        for frame in (polars.from_arrow(to_arrow(story())), polars.DataFrame(to_arrow(story()))):
            assert frame.schema["high"] == polars.Int64
            assert frame.schema["cow"] == polars.Int64
            assert frame.schema["earliest"] == polars.Date
            assert frame.schema["temporary"] == polars.Boolean
            assert frame.schema["lat"] == polars.Float64
            assert frame.schema["count"] == polars.String
            assert frame["high"].null_count() == 5
            assert frame["earliest"].to_list()[0] == date(2020, 1, 7)

    def test_lists_are_kept(self) -> None:
        """The claims behind a holding are a list."""
        polars = pytest.importorskip("polars")
        frame = polars.DataFrame(to_arrow(story().state("2020-01-08")))
        assert frame.schema["because"] == polars.List(polars.String)

    def test_ledger_comes_back(self) -> None:
        """Polars drops the metadata; the ledger itself can stand in for it."""
        polars = pytest.importorskip("polars")
        frame = polars.DataFrame(to_arrow(story()))
        assert from_arrow(frame, definitions=story()) == story()
        with pytest.raises(DocumentError, match="declare it under 'places'"):
            from_arrow(frame)

    def test_own_frame_is_read(self) -> None:
        """A frame that polars made itself is read, categories and all."""
        polars = pytest.importorskip("polars")
        frame = polars.DataFrame(
            {
                "claim": ["a", "b"],
                "verb": ["present", "present"],
                "nation": polars.Series(["FRA", "Canada"], dtype=polars.Categorical),
                "place": ["IRQ", "IRQ"],
                "count": [160, 500],
                "dates": [date(2020, 1, 7), date(2020, 1, 7)],
            }
        )
        assert from_arrow(frame) == tm.Ledger(
            [
                tm.present("FRA", "IRQ", 160, when="2020-01-07", id="a"),
                tm.present("CAN", "IRQ", 500, when="2020-01-07", id="b"),
            ]
        )


class TestPandas:
    def test_arrow_types_are_kept(self) -> None:
        """With Arrow's own types nothing changes on the way."""
        pandas = pytest.importorskip("pandas")
        frame = to_arrow(story()).to_pandas(types_mapper=pandas.ArrowDtype)
        assert str(frame["high"].dtype) == "int64[pyarrow]"
        assert str(frame["earliest"].dtype) == "date32[day][pyarrow]"
        assert str(frame["temporary"].dtype) == "bool[pyarrow]"
        assert from_arrow(frame, definitions=story()) == story()

    def test_nullable_types_are_kept(self) -> None:
        """With the nullable types of pandas whole numbers stay whole numbers too."""
        pandas = pytest.importorskip("pandas")
        nullable = {pa.int64(): pandas.Int64Dtype(), pa.bool_(): pandas.BooleanDtype()}
        frame = to_arrow(story()).to_pandas(types_mapper=nullable.get)
        assert str(frame["high"].dtype) == "Int64"
        assert frame["high"].isna().sum() == 5
        assert frame["earliest"][0] == date(2020, 1, 7)
        assert from_arrow(frame, definitions=story()) == story()

    def test_usual_types_are_read_too(self) -> None:
        """What pandas makes fractions of for want of a null is read as the whole numbers that it was."""
        pandas = pytest.importorskip("pandas", minversion="3")
        for frame in (to_arrow(story()).to_pandas(), pandas.DataFrame.from_arrow(to_arrow(story()))):
            assert str(frame["high"].dtype) == "float64"
            assert from_arrow(frame, definitions=story()) == story()

    def test_own_frame_is_read(self) -> None:
        """A frame that pandas made itself is read."""
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame(
            {
                "claim": ["a"],
                "verb": ["present"],
                "nation": ["FRA"],
                "place": ["IRQ"],
                "count": ["about 200"],
                "dates": [date(2020, 1, 7)],
            }
        )
        assert from_arrow(frame).loose == (tm.present("FRA", "IRQ", "about 200", when="2020-01-07", id="a"),)

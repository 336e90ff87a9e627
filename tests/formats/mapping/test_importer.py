"""Every row is accounted for, and each claim leads back to the cell that it came from."""

import pytest
from formats.mapping.tables import claims_of, imported, levels, notations, rules

from troopmoves.errors import DuplicateIdError
from troopmoves.formats.mapping.report import Outcome, Remark


def test_claim_tells_row_column_and_cell() -> None:
    """The id is stable and readable, the note is the locator, the quote is the cell as printed."""
    [claim] = claims_of(
        imported([{"nation": "FRA", "troops": "31,855*"}], numbers={"thousands": ","}, marks="*")
    )
    assert (claim.id, claim.note, claim.quote) == ("table-row-1", "row 1, column troops", "31,855*")


def test_columns_are_told_apart_in_ids() -> None:
    """Two columns whose headings come to the same letters still make two ids."""
    counts = {"Army Total": {"who": {"role": "army"}}, "army total": {"who": {"role": "other"}}}
    first, second = claims_of(
        imported([{"nation": "USA", "Army Total": "5", "army total": "6"}], counts=counts)
    )
    assert first.id == "table-row-1-army-total"
    assert second.id.startswith("table-row-1-army-total-")
    assert second.note == "row 1, column army total"


def test_note_may_hold_columns() -> None:
    """What a column says beside the figure is kept beside the claim."""
    [claim] = claims_of(
        imported([{"nation": "FRA", "troops": "5", "type": "Training"}], note="{type} mission")
    )
    assert claim.note == "row 1, column troops; Training mission"


def test_rows_go_into_the_report_that_they_name() -> None:
    """One report for each id, dated by a column where the mapping says so."""
    report = {
        "id": "wpr-{day}",
        "title": "Report of {day}",
        "publisher": "White House",
        "published": {"column": "day"},
    }
    rows = [
        {"nation": "USA", "troops": "5", "day": day}
        for day in ("2021-06-08", "2021-12-07", "2021-06-08", "2021")
    ]
    done = imported(rows, report=report)
    assert [(one.id, one.title, len(one.claims)) for one in done.ledger.reports] == [
        ("wpr-2021-06-08", "Report of 2021-06-08", 2),
        ("wpr-2021-12-07", "Report of 2021-12-07", 1),
    ]
    assert [str(one.published) for one in done.ledger.reports] == ["2021-06-08", "2021-12-07"]
    assert rules(done) == ["a report is published on one day"]


def test_what_is_printed_beside_the_table_is_a_claim_too() -> None:
    """A printed total stands in the same report, and an id that a row has already is refused."""
    total = {
        "id": "table-total",
        "kind": "present",
        "who": {},
        "where": "IRQ",
        "count": 7,
        "when": "2020-01-07",
    }
    done = imported([{"nation": "FRA", "troops": "5"}], claims=[total])
    assert [claim.id for claim in done.ledger.reports[0].claims] == ["table-total", "table-row-1"]
    assert done.report.claims == 1
    with pytest.raises(DuplicateIdError):
        imported([{"nation": "FRA", "troops": "5"}], claims=[{**total, "id": "table-row-1"}])


def test_cases_change_what_a_row_means() -> None:
    """All tests of a case must hold; of several cases that fit, the later ones win."""
    cases = [
        {"if": {"place": {"ends": "*"}, "troops": "0"}, "numbers": {"zero": "missing"}},
        {"if": {"place": {"begins": "Total"}}, "skip": "a total of places"},
        {"if": {"place": {"contains": ["sea", "ocean"]}}, "where": {"unspecified": {}}},
        {"if": {"place": {"is": ["Black Sea", "Red Sea"]}}, "where": "TUR", "who": {"personnel": "civilian"}},
    ]
    rows = [
        {"nation": "USA", "place": place, "troops": troops}
        for place, troops in (
            ("IRAQ*", "0"),
            ("Belgium*", "5"),
            ("KUWAIT", "0"),
            ("TOTAL Europe", "9"),
            ("North Sea", "3"),
            ("black  sea", "4"),
        )
    ]
    done = imported(rows, where={"column": "place"}, cases=cases)
    assert list(map(str, levels(done))) == [
        "5 USA in Belgium, 7 Jan 2020",
        "zero USA in Kuwait, 7 Jan 2020",
        "3 USA in an unspecified place, 7 Jan 2020",
        "4 USA (civilian) in Turkey, 7 Jan 2020",
    ]
    assert [(remark.row, str(remark.outcome)) for remark in done.report] == [(1, "missing"), (4, "skipped")]


def test_settings_of_a_column_go_before_those_of_the_table() -> None:
    """A column may have a place, a day and numbers of its own, and measure something else."""
    counts = {
        "troops": {},
        "ceiling": {"kind": "authorised", "numbers": {"as": "up to {n}"}, "when": "2020"},
        "home": {"where": "FRA", "who": {"personnel": "civilian"}},
    }
    done = imported([{"nation": "FRA", "troops": "5", "ceiling": "9", "home": "1"}], counts=counts)
    assert list(map(str, levels(done))) == [
        "5 FRA in Iraq, 7 Jan 2020",
        "up to 9 FRA in Iraq, 2020, authorised",
        "1 FRA (civilian) in France, 7 Jan 2020",
    ]


def test_row_may_say_that_somebody_is_there() -> None:
    """A table without a number says so once for all rows."""
    done = imported([{"nation": "FRA"}, {"nation": "Narnia"}], counts=None, count="some")
    [claim] = claims_of(done)
    assert (str(claim.proposition), claim.note, claim.quote) == ("some FRA in Iraq, 7 Jan 2020", "row 1", "")
    assert done.report.unclaimed == {2}


def test_every_row_is_accounted_for() -> None:
    """A row made claims, or stands in the report, or both where only a part of it was read."""
    rows = [
        {"nation": "FRA", "army": "5", "navy": "6"},
        {"nation": "DEU", "army": "5", "navy": "-6"},
        {"nation": "Narnia", "army": "5", "navy": "6"},
        {"nation": "ITA", "army": "", "navy": ""},
        {"nation": "ESP", "army": "k.A.", "navy": "7"},
    ]
    done = imported(rows, counts={"army": {}, "navy": {}}, numbers={"missing": "k.A."})
    report = done.report
    assert (report.rows, report.claims) == (5, 4)
    assert (sorted(report.claimed), sorted(report.unclaimed), sorted(report.partly)) == (
        [1, 2, 5],
        [3, 4],
        [2, 5],
    )
    assert len(report.claimed) + len(report.unclaimed) == report.rows
    assert report.counts == {"unread": 2, "missing": 2}
    assert notations(done) == ["5", "6", "5", "7"]


def test_one_trouble_is_told_once_a_row() -> None:
    """A nation that is not known is not told again for each column."""
    row = {"nation": "Narnia", "army": "5", "navy": "6"}
    done = imported([row], counts={"army": {}, "navy": {}})
    assert [remark.column for remark in done.report] == ["nation"]


def test_report_prints_what_to_look_at_first() -> None:
    """Remarks that differ in the row alone are one line; those that want a look come first."""
    rows = [{"nation": "FRA", "troops": ".."} for _ in range(7)] + [{"nation": "FRA", "troops": "5 or 6"}]
    done = imported([*rows, {"nation": "FRA", "troops": "5"}], numbers={"missing": ".."})
    assert str(done.report) == (
        "rows: 9 rows, 1 made 1 claim, 8 made none\n"
        "  unread, row 8, troops: got '5 or 6'; no number of people as the mapping writes them; "
        "add it to 'patterns', 'words' or 'missing'\n"
        "  missing, rows 1, 2, 3, 4, 5 and 2 more, troops: got '..'; nothing is reported"
    )
    assert repr(done.report) == "<ImportReport rows: 9 rows, 1 claims, {'missing': 7, 'unread': 1}>"
    assert len(done.report) == 8


def test_report_gives_plain_rows() -> None:
    """Any dataframe takes them."""
    done = imported([{"nation": "FRA", "troops": "many"}])
    [remark] = done.report.of("unread")
    assert done.report.of(Outcome.MISSING) == ()
    assert isinstance(remark, Remark)
    assert done.report.to_rows() == [
        {
            "row": 1,
            "column": "troops",
            "got": "many",
            "outcome": "unread",
            "rule": "no number of people as the mapping writes them",
            "way_out": "add it to 'patterns', 'words' or 'missing'",
        }
    ]

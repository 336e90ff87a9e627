from troopmoves.claims.verb import present
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Base
from troopmoves.entities.scope import Personnel, Tasking, Tenure
from troopmoves.entities.unit import Unit
from troopmoves.ledger.comparison import compare
from troopmoves.ledger.counted import scope_differences
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState

USA = Nation("USA")
MILITARY = Force(nation=USA, personnel=Personnel.MILITARY)
ACTIVE = Force(nation=USA, personnel=Personnel.MILITARY, role="active duty")
DAY = "2015-06-30"


def state(*levels: tuple[Force, str, int]) -> DeploymentState:
    return Ledger([present(force, place, count, when=DAY) for force, place, count in levels]).state(DAY)


TABLE = state((ACTIVE, "EGY", 280), (ACTIVE, "IRQ", 3162), (ACTIVE, "DEU", 36618))
PRESS = state((MILITARY, "EGY", 690), (ACTIVE, "IRQ", 3100), (Force.of("FRA"), "DEU", 1))


def test_scope_differs_where_no_force_is_counted_by_both() -> None:
    """Egypt is counted by both, active duty by one of them only; Iraq is counted alike."""
    [found] = scope_differences(TABLE.scopes, PRESS.scopes)
    assert (str(found.place), found.before, found.after) == ("Egypt", (ACTIVE,), (MILITARY,))


def test_difference_of_scope_is_no_contradiction() -> None:
    """At least those on active duty are there in the table too; how many others it does not say."""
    row = compare(TABLE, PRESS).row(MILITARY, "EGY")
    assert (str(row.before), str(row.after), row.gap) == ("280-?", "690", 0)


def test_comparison_names_the_difference() -> None:
    """A reader sees it before the figures."""
    told = str(compare(TABLE, PRESS))
    assert "Scopes differ: Egypt: USA (active duty, military) before, USA (military) after" in told


def test_facets_tell_forces_apart_in_two_ledgers() -> None:
    """Those permanently assigned are not those on a mission; an operation's people are, told so or not."""
    kfor = Operation(id="kfor", name="KFOR")
    assigned = Force(nation=USA, tenure=Tenure.PERMANENT)
    table, press = state((assigned, "JOR", 91)), state((Force.of("USA"), "JOR", 3942))
    assert str(compare(table, press).scope_differences[0]) == "Jordan: USA (permanent) before, USA after"
    one, other = (
        Force(nation=USA, operation=kfor),
        Force(nation=USA, operation=kfor, tasking=Tasking.WITH_MISSION),
    )
    assert scope_differences(state((one, "XKX", 591)).scopes, state((other, "XKX", 600)).scopes) == ()


def test_comparison_within_one_account_has_no_such_difference() -> None:
    """Two days of one ledger count the same claims."""
    assert compare(TABLE, TABLE).scope_differences == ()


def test_parts_of_a_force_are_left_to_the_widest() -> None:
    """A table of services beside their total is one count; its parts say nothing more of the scope."""
    army = Unit(id="us-army", name="US Army", nation=USA)
    soldiers = Force(unit=army, personnel=Personnel.MILITARY, role="active duty")
    table = state((ACTIVE, "EGY", 280), (soldiers, "EGY", 213))
    [found] = scope_differences(table.scopes, PRESS.scopes)
    assert (found.before, found.after) == ((ACTIVE,), (MILITARY,))
    rows = compare(table, PRESS, common=True).rows
    assert {row.who for row in rows} == {ACTIVE, MILITARY}


def test_one_id_is_one_place_however_two_ledgers_describe_it() -> None:
    """The press knows no coordinates of a base that the table has on the map; both speak of one base."""
    table, press = (
        Ledger([present(force, base, count, when=DAY)]).state(DAY)
        for force, base, count in (
            (ACTIVE, Base(id="al-asad", name="Al Asad", latitude=33.8, longitude=42.4), 280),
            (MILITARY, Base(id="al-asad", name="Al Asad"), 690),
        )
    )
    [found] = scope_differences(table.scopes, press.scopes)
    assert (str(found.place), found.before, found.after) == ("Al Asad", (ACTIVE,), (MILITARY,))
    assert [row.who for row in compare(table, press, common=True).rows] == [ACTIVE, MILITARY]


def test_common_rows_are_those_that_both_speak_of() -> None:
    """Germany is left away: the press speaks of others there."""
    rows = compare(TABLE, PRESS, common=True).rows
    assert {str(row.where) for row in rows} == {"Egypt", "Iraq"}
    assert len(compare(TABLE, PRESS).rows) > len(rows)

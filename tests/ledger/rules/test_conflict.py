"""Parts and whole of one report, apart from disagreements of two."""

from ledger.rules.cases import paper, table, there, training

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import Whole
from troopmoves.claims.verb import present
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Country, Region, Unspecified
from troopmoves.ledger.finding import Finding, Firmness, Severity
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.share import Share


def only(*claims: Claim) -> Finding:
    """Return the one finding about claims of one report."""
    (found,) = Ledger([paper(8).add(*claims)]).check()
    return found


def test_parts_of_one_report_above_its_whole() -> None:
    """It is told with what each states and what the others leave."""
    found = only(there(100), there(160, who=training()))
    assert (found.code, found.severity, found.gap) == ("TM104", Severity.ERROR, 60)
    assert [(one.claim, one.states, one.left) for one in found.involved] == [
        ("n100", "100", "160-?"),
        ("n160", "160", "0-100"),
    ]
    assert found.set_aside == ("n100", "n160")


def test_total_below_the_sum_of_nations() -> None:
    """Whole and parts are those of all nations and of each."""
    (found,) = Ledger([table(400, 100, 150, 200)]).check()
    assert (found.code, found.gap, found.claims) == ("TM104", 50, ("can", "deu", "fra", "total"))


def test_part_of_another_report_contradicts_the_whole() -> None:
    """Two sources disagree; that is no slip of one."""
    ledger = Ledger([paper(8).add(there(100)), paper(9).add(there(160, who=training()))])
    assert [one.code for one in ledger.check()] == ["TM101"]


def test_two_figures_of_one_report_contradict_each_other() -> None:
    """Neither is a part of the other."""
    assert only(there(100), there(160)).code == "TM101"


def test_parts_of_another_day_are_an_unexplained_change() -> None:
    """Unreported arrivals would explain them."""
    assert only(there(100, 5), there(160, 7, who=training())).code == "TM102"


def test_hedged_whole_is_a_tension() -> None:
    """Taken literally, "about 100" may be 160."""
    found = only(there("about 100", name="about"), there(160, who=training()))
    assert (found.code, found.firmness, found.severity) == ("TM104", Firmness.CONVENTION, Severity.WARNING)


def test_parts_that_fit_are_no_finding() -> None:
    """Around 200, of whom 160 train."""
    assert Ledger([paper(8).add(there("about 200"), there(160, who=training()))]).check() == ()


def test_role_and_all_other_roles_are_the_whole() -> None:
    """Then a total above the sum is wrong too."""
    rest = Force(nation=Nation("CAN"), role=OtherThan("training"))
    found = only(there(200), there(160, who=training()), there(30, who=rest))
    assert (found.code, found.gap) == ("TM104", 10)


def test_members_of_a_closed_place_are_the_whole() -> None:
    """Then a total above the sum is wrong too, and is told once."""
    members = tuple(Country.of(code) for code in ("IRQ", "KWT", "SYR"))
    gulf = Region(id="gulf", name="Gulf", members=members, closed=True)
    parts = [there(10, where=code, name=code.lower()) for code in ("IRQ", "KWT", "SYR")]
    total = present("CAN", gulf, 40, when="2020-01-07", id="total")
    found = only(total, *parts)
    assert (found.code, found.gap) == ("TM104", 10)


def test_place_that_is_left_open_is_no_part() -> None:
    """Somewhere in Iraq is in Iraq for the engine; whether the report counts it there is not said."""
    somewhere = present("CAN", Unspecified(within=Country.of("IRQ")), 160, when="2020-01-07", id="somewhere")
    assert only(there(100), somewhere).code == "TM101"


def test_share_of_a_whole_is_a_part_of_it() -> None:
    """Half of 150 are not 100."""
    whole = Whole(Force.of("CAN"), Country.of("IRQ"))
    half = present(training(), "IRQ", Share.of("half"), whole=whole, when="2020-01-07", id="half")
    found = only(there(150), half, there(100, who=training()))
    assert (found.code, found.claims) == ("TM104", ("half", "n100", "n150"))

"""Reports: what they refuse, how they read, and the verbs as methods."""

import inspect
from datetime import UTC, date, datetime

import pytest

import troopmoves
from troopmoves.claims import verb
from troopmoves.claims.claim import Claim
from troopmoves.claims.report import Report
from troopmoves.errors import ClaimError

REPORT = Report(id="new-arab", publisher="The New Arab", published=date(2020, 1, 8))
VERBS = [name for name in troopmoves.__all__ if getattr(verb, name, None) and name.islower()]


WHEN = {"when": "2020-01-07"}
ARGUMENTS: dict[str, tuple[tuple[str | int, ...], dict[str, str]]] = {
    "present": (("CAN", "IRQ", "about 500"), WHEN),
    "suspend": (("CAN", "IRQ", "training"), WHEN),
    "resume": (("CAN", "IRQ", "training"), WHEN),
    "raise_protection": (("CAN", "IRQ"), WHEN),
    **{name: (("CAN", 14), {"at": "IRQ", **WHEN}) for name in ("maintain", "rotate")},
    **{name: (("CAN", 14), {"to": "IRQ", **WHEN}) for name in ("deploy", "reinforce")},
    **{
        name: (("CAN", 14), {"origin": "IRQ", **WHEN})
        for name in ("relocate", "withdraw", "repatriate", "reduce")
    },
    **{name: (("usa-letter",), {}) for name in ("retract", "confirm", "deny")},
}


def built(name: str, thing: object, **details: str) -> object:
    """Call a verb of a report, or of the module, with what it needs."""
    positional, named = ARGUMENTS[name]
    result: object = getattr(thing, name)(*positional, **named, **details)
    return result


every_verb = pytest.mark.parametrize("name", VERBS)


def test_every_verb_is_looked_at() -> None:
    """The search above finds the verbs of the front door."""
    assert set(VERBS) == set(ARGUMENTS)


@every_verb
def test_verb_of_a_report_adds_what_the_function_builds(name: str) -> None:
    """The same claim, and the report it is added to stays as it was."""
    grown = built(name, REPORT, id="a-claim")
    assert isinstance(grown, Report)
    assert grown.claims == (built(name, verb, id="a-claim"),)
    assert REPORT.claims == ()


@every_verb
def test_verb_of_a_report_takes_what_the_function_takes(name: str) -> None:
    """Editors show the arguments; only the report comes first."""
    method, function = inspect.signature(getattr(Report, name)), inspect.signature(getattr(verb, name))
    assert list(method.parameters.values())[1:] == list(function.parameters.values())
    assert method.return_annotation == "Report"


@every_verb
def test_verb_of_a_report_explains_itself(name: str) -> None:
    """Each method has its own docstring and name."""
    method = getattr(Report, name)
    assert method.__doc__.startswith("Return the report with the claim added")
    assert method.__qualname__ == f"Report.{name}"


def test_reports_that_say_the_same_make_claims_of_different_ids() -> None:
    """Two papers print one figure: that is two claims, which can stand in one ledger."""
    other = Report(id="afp", publisher="AFP")
    ids = [built("present", report).claims[0].id for report in (REPORT, other)]  # type: ignore[attr-defined]
    assert ids == [f"{name}-{built('present', verb).id}" for name in ("new-arab", "afp")]  # type: ignore[attr-defined]


def test_report_grows_by_several_claims() -> None:
    """Claims come after those that stand there, in the order given."""
    first, second, third = (verb.retract(name, id=f"not-{name}") for name in "abc")
    grown = REPORT.add(first).add(second, third)
    assert grown.claims == (first, second, third)


def test_report_has_an_id() -> None:
    """Ids need no quotes anywhere."""
    with pytest.raises(ClaimError, match=r"Report\.id"):
        Report(id="The New Arab")


@pytest.mark.parametrize(
    ("published", "rule"),
    [
        (datetime(2020, 1, 8, 9, 30), "a moment has an offset"),  # noqa: DTZ001 (what must be refused)
        (datetime(2020, 1, 8, 9, 30, 59, tzinfo=UTC), "to the minute"),
    ],
)
def test_report_is_published_on_a_day_or_at_a_minute(published: datetime, rule: str) -> None:
    """As claims are said."""
    with pytest.raises(ClaimError, match=rule) as raised:
        Report(id="new-arab", published=published)
    assert raised.value.where == "Report.published"


def test_report_keeps_its_claims_in_a_tuple() -> None:
    """A list could be changed later."""
    with pytest.raises(ClaimError, match=r"Report\.claims.*tuple"):
        Report(id="new-arab", claims=[verb.retract("a")])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (REPORT, "new-arab: The New Arab, 8 Jan 2020, 0 claims"),
        (REPORT.retract("a"), "new-arab: The New Arab, 8 Jan 2020, 1 claim"),
        (Report(id="x", title="Troops stay"), "x: Troops stay, 0 claims"),
        (Report(id="x", published=datetime(2020, 1, 8, 9, 30, tzinfo=UTC)), "x: x, 8 Jan 2020, 0 claims"),
    ],
)
def test_report_reads_in_a_line(report: Report, words: str) -> None:
    """Who published it, else its title, else its id; when; how much is in it."""
    assert str(report) == words


def test_claims_of_a_report_are_plain_claims() -> None:
    """The source is the report they stand in, nothing is copied into them."""
    (claim,) = REPORT.present("CAN", "IRQ", 500, when="2020-01-07").claims
    assert isinstance(claim, Claim)
    assert claim.said.public is None

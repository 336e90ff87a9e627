"""US forces abroad as the White House told Congress every half-year, June 2021 to June 2023.

War Powers reports (texts: CC0): each figure is "approximately" so many United States military personnel.
"""

from datetime import date
from functools import cache

import pytest

import troopmoves as tm

DAYS = ("2021-06-08", "2021-12-07", "2022-06-08", "2022-12-08", "2023-06-08")
FIGURES = {
    "JOR": (2976, 3147, 2833, 3003, 2936),
    "LBN": (83, 91, 98, 36, 89),
    "NER": (808, 831, 773, 1001, 1016),
}


@cache
def ledger() -> tm.Ledger:
    reports = []
    for index, day in enumerate(DAYS):
        report = tm.Report(id=f"wp-{day}", publisher="The White House", published=date.fromisoformat(day))
        for place, figures in FIGURES.items():
            report = report.present("USA", place, f"about {figures[index]}", when=day, id=f"{place}-{day}")
        reports.append(report)
    return tm.Ledger(reports)


@pytest.mark.parametrize(
    ("place", "certain"),
    [
        ("JOR", [None, "fewer", None, None]),
        ("LBN", [None, None, "fewer", "more"]),
        ("NER", [None, None, "more", None]),
    ],
)
def test_reader_learns_which_changes_are_certain(place: str, certain: list[str | None]) -> None:
    """By press/1 one change in Jordan is certain, two in Lebanon, one in Niger; the rest is the hedge."""
    steps = ledger().series("USA", place, DAYS[0], DAYS[-1]).steps
    found = ["fewer" if step.fewer.certain else "more" if step.more.certain else None for step in steps]
    assert found == certain
    assert [step.unexplained for step in steps] == [name is not None for name in certain]


def test_unexplained_steps_are_what_check_finds() -> None:
    """Each unexplained step is one unexplained change of the check, with the same claims."""
    found = {finding.claims for finding in ledger().check(rules=["TM102"])}
    steps = [
        step for place in FIGURES for step in ledger().series("USA", place, DAYS[0], DAYS[-1]).unexplained
    ]
    assert {step.clashing for step in steps} == found


def test_no_change_is_certain_to_the_letter() -> None:
    """Approximately so many is any number, if figures are taken literally."""
    for place in FIGURES:
        steps = ledger().series("USA", place, DAYS[0], DAYS[-1], convention="literal").steps
        assert all(step.same.possible or step.same.certain for step in steps)


def test_years_after_the_last_report_are_open() -> None:
    """That the reports end in June 2023 says nothing of 2025."""
    last = ledger().series("USA", "LBN", DAYS[0], "2025-06-08").points[-1]
    assert (last.mention.value, str(last.bounds)) == ("unreported", "0-?")

"""Questions as people type them, and as tables print them."""

import pytest
from cli.conftest import EXAMPLES

import troopmoves as tm
from troopmoves.cli.question import scope_of
from troopmoves.errors import EntityError
from troopmoves.ledger.answer import scope_words


@pytest.fixture(scope="module")
def state() -> tm.DeploymentState:
    return tm.read(EXAMPLES / "iraq-january-2020.yaml").state("2020-01-15")


@pytest.mark.parametrize(
    ("asked", "understood"),
    [
        ("CAN in IRQ", "CAN in Iraq"),
        ("Canada in Iraq", "CAN in Iraq"),
        ("  CAN   in  Iraq ", "CAN in Iraq"),
        ("FRA (training) in Iraq", "FRA (training) in Iraq"),
        ("FRA in Operation Chammal in Middle East", "FRA in Operation Chammal in Middle East"),
        ("FRA (training) in KWT", "FRA (training) in Kuwait"),
        ("nmi in IRQ", "NATO Mission Iraq in Iraq"),
        ("CAN in IRQ, KWT", "CAN in Iraq and Kuwait"),
        ("CAN in Iraq and Kuwait", "CAN in Iraq and Kuwait"),
        ("CAN in BIH", "CAN in Bosnia and Herzegovina"),
        ("CAN in Bosnia and Herzegovina", "CAN in Bosnia and Herzegovina"),
        ("ROU in Romanians' base", "ROU in Romanians' base"),
        ("all in IRQ", "all forces in Iraq"),
        ("in IRQ", "all forces in Iraq"),
        ("Canadians in Iraq", "CAN in Iraq"),
        ("kanadische in Irak", "CAN in Iraq"),
        ("Norwegians in Jordanien", "NOR in Jordan"),
        ("Canadians in Irak and Koweït", "CAN in Iraq and Kuwait"),
        ("CAN everywhere", "CAN everywhere"),
        ("CAN", "CAN everywhere"),
    ],
)
def test_question_is_understood(state: tm.DeploymentState, asked: str, understood: str) -> None:
    """Codes, names, ids and what tables print name a force and a place."""
    scope = scope_of(state, asked)
    assert scope_words(scope.force, scope.place) == understood


def test_every_row_of_a_table_is_a_question(state: tm.DeploymentState) -> None:
    """Who and where of any row can be pasted back."""
    for scope in state.scopes:
        assert scope_of(state, scope_words(scope.force, scope.place)) == scope


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Canda in Iraq", "did you mean 'CAN in Iraq'"),
        ("CAN in Irakistan", "'Irakistan'"),
        ("Ruritania in Zenda", "'Ruritania'"),
        ("Koreans in Iraq", "'Koreans'"),
        ("can-iraq", "this is the id of a claim"),
    ],
)
def test_strange_question_is_refused_with_near_ones(state: tm.DeploymentState, asked: str, told: str) -> None:
    """What names no force or place says which part was not understood."""
    with pytest.raises(EntityError) as refused:
        scope_of(state, asked)
    assert told in str(refused.value)

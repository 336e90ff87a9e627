"""The rules of posture changes: one row for each kind."""

import pytest

from troopmoves.claims.axis import PostureKind
from troopmoves.claims.kind import RULES, Denied, End


def test_every_kind_has_its_row() -> None:
    """A kind without rules cannot be built."""
    assert set(RULES) == set(PostureKind)


def test_rules_cannot_be_changed() -> None:
    """The table is the specification, not a setting."""
    with pytest.raises(TypeError):
        RULES[PostureKind.DEPLOY] = RULES[PostureKind.WITHDRAW]  # type: ignore[index]


@pytest.mark.parametrize(
    ("kind", "origin", "destination"),
    [
        ("deploy", End.OPTIONAL, End.REQUIRED),
        ("reinforce", End.OPTIONAL, End.REQUIRED),
        ("relocate", End.EITHER, End.EITHER),
        ("withdraw", End.REQUIRED, End.OPTIONAL),
        ("repatriate", End.REQUIRED, End.OPTIONAL),
        ("reduce", End.REQUIRED, End.OPTIONAL),
        ("rotate", End.REFUSED, End.REQUIRED),
        ("maintain", End.REFUSED, End.REQUIRED),
    ],
)
def test_kind_names_its_ends(kind: str, origin: End, destination: End) -> None:
    """Who comes names where to, who leaves where from, who stays where."""
    rule = RULES[PostureKind(kind)]
    assert (rule.origin, rule.destination) == (origin, destination)


@pytest.mark.parametrize(
    ("kind", "denied"),
    [
        ("deploy", Denied.RISE),
        ("reinforce", Denied.RISE),
        ("relocate", Denied.FALL),
        ("withdraw", Denied.FALL),
        ("repatriate", Denied.FALL),
        ("reduce", Denied.FALL),
        ("rotate", Denied.MEANINGLESS),
        ("maintain", Denied.MEANINGLESS),
    ],
)
def test_denial_rules_out_what_the_kind_would_do(kind: str, denied: Denied) -> None:
    """Whoever denies a withdrawal rules out a fall; whoever denies that people stay says nothing definite."""
    assert RULES[PostureKind(kind)].denied is denied


def test_only_those_who_stay_move_nobody() -> None:
    """Rotation and maintenance change no number."""
    assert {kind for kind in PostureKind if not RULES[kind].moves} == {"rotate", "maintain"}


def test_only_the_repatriated_go_home() -> None:
    """A withdrawal without destination may end anywhere, a repatriation in the own country."""
    assert {kind for kind in PostureKind if RULES[kind].homeward} == {"repatriate"}

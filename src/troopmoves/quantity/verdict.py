"""Three answers: certain, possible, ruled out.

Claims rarely settle a question. A verdict says whether what is asked holds in all, in some or in none of
the states that the claims allow; verdicts combine with `&`, `|` and `~` as in Kleene's strong logic.

There is no fourth answer to add: what is neither certain nor ruled out is possible.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NoReturn, final

from troopmoves.errors import UndecidedError


@final
class Verdict(StrEnum):
    """Whether something holds in all, some or none of the states allowed.

    A verdict is neither true nor false: ask which of the three it is.

    >>> can_be, must_be = Verdict.POSSIBLE, Verdict.CERTAIN
    >>> can_be & must_be
    <Verdict.POSSIBLE: 'possible'>
    >>> (~must_be).ruled_out
    True
    """

    CERTAIN = "certain"
    """It holds whatever is true of what the claims leave open."""
    POSSIBLE = "possible"
    """It may hold and it may not."""
    RULED_OUT = "ruled_out"
    """It holds in no state that the claims allow."""

    @classmethod
    def of(cls, *, always: bool, never: bool) -> Verdict:
        """Return the verdict on what holds `always`, `never`, or neither.

        >>> Verdict.of(always=False, never=False)
        <Verdict.POSSIBLE: 'possible'>

        Raises:
            UndecidedError: If both are said, as of a question without any state left.
        """
        if always and never:
            rule = "what holds always and never was asked of no state at all"
            raise UndecidedError("Verdict.of", (always, never), rule, "settle the contradiction first")
        if always:
            return cls.CERTAIN
        return cls.RULED_OUT if never else cls.POSSIBLE

    @property
    def certain(self) -> bool:
        """Whether this is CERTAIN."""
        return self is Verdict.CERTAIN

    @property
    def possible(self) -> bool:
        """Whether this is POSSIBLE: neither certain nor ruled out."""
        return self is Verdict.POSSIBLE

    @property
    def ruled_out(self) -> bool:
        """Whether this is RULED_OUT."""
        return self is Verdict.RULED_OUT

    @property
    def words(self) -> str:
        """The verdict as prose has it.

        >>> Verdict.RULED_OUT.words
        'ruled out'
        """
        return self.value.replace("_", " ")

    def __and__(self, other: Verdict) -> Verdict:
        return min(self, _checked(other), key=_STRENGTH.__getitem__)

    def __or__(self, other: Verdict) -> Verdict:
        return max(self, _checked(other), key=_STRENGTH.__getitem__)

    def __invert__(self) -> Verdict:
        return _OPPOSITE[self]

    def __bool__(self) -> NoReturn:
        raise UndecidedError(
            "bool(verdict)",
            self.value,
            "a verdict is not true or false",
            "ask verdict.certain, verdict.possible or verdict.ruled_out",
        )


_STRENGTH = {Verdict.RULED_OUT: 0, Verdict.POSSIBLE: 1, Verdict.CERTAIN: 2}
_OPPOSITE = {
    Verdict.CERTAIN: Verdict.RULED_OUT,
    Verdict.POSSIBLE: Verdict.POSSIBLE,
    Verdict.RULED_OUT: Verdict.CERTAIN,
}


def _checked(other: Verdict) -> Verdict:
    # A StrEnum member equals its value, so a bare "possible" would slip through a look-up.
    if not isinstance(other, Verdict):
        raise UndecidedError("verdict & or |", other, "verdicts combine with verdicts only")
    return other

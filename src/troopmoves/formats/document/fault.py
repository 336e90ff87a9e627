"""The problems of a document, gathered on the way up.

Whatever reads a part of a document raises a `DocumentError` whose paths begin at that part. Whoever reads the
whole puts the step that leads to the part in front: `Faults` does both, and goes on after a problem, so that
one reading finds them all.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Final, final

import attrs

from troopmoves.entities.identity import is_id
from troopmoves.errors import DocumentError, Problem, TroopmovesError
from troopmoves.formats.document.limit import MOST_TOLD


def fault(got: object, rule: str, way_out: str = "", *, step: str = "") -> DocumentError:
    """Return the error of one problem, met in the part that is being read or one step below it."""
    return DocumentError("document", [Problem(path=step, got=got, rule=rule, way_out=way_out)])


def untold() -> DocumentError:
    """Return the error of a part that cannot be built because of problems that are told elsewhere."""
    return DocumentError("document", [])


@contextmanager
def below(step: str) -> Iterator[None]:
    """Put a step in front of the problems that are raised inside the block."""
    try:
        yield
    except TroopmovesError as error:
        faults = Faults()
        faults.keep(step, error)
        faults.tell()


def joined(step: str, path: str) -> str:
    """Return a path with a step in front.

    >>> joined("reports", "[0].claims"), joined("said", "public"), joined("who", "")
    ('reports[0].claims', 'said.public', 'who')
    """
    dot = "." if step and path and not path.startswith("[") else ""
    return f"{step}{dot}{path}"


def step_to(key: object) -> str:
    """Return the step that leads to a key of a mapping.

    >>> step_to("who"), step_to("two words")
    ('who', "['two words']")
    """
    text = str(key)
    shown = text if len(text) <= _LONGEST_STEP else f"{text[:_LONGEST_STEP]}..."
    return shown if is_id(key) else f"[{shown!r}]"


def near(text: object, known: Iterable[str], otherwise: str = "") -> str:
    """Return which of the known words may have been meant, as a way out.

    >>> near("presents", ["present", "deploy"])
    "did you mean 'present'?"
    """
    words = tuple(islice(map(str, known), _FEW + 1))
    if isinstance(text, str) and len(text) <= _LONGEST_COMPARED and len(words) <= _FEW:
        found = _close(text, frozenset(word for word in words if len(word) <= _LONGEST_COMPARED))
        if found:
            return f"did you mean {' or '.join(map(repr, found))}?"
    return otherwise or f"use {', '.join(words)}"


def near_key(key: object, known: Iterable[str]) -> str:
    """Return which of the keys of the format may have been meant; if none, that it may be a newer one.

    >>> near_key("wo", ["who", "where"]), near_key("locator", ["who", "where"])
    ("did you mean 'who'?", 'use who, where; a newer release of the library may know more')
    """
    words = tuple(known)
    return near(key, words, f"use {', '.join(words)}; a newer release of the library may know more")


_LONGEST_STEP: Final = 60  # of a path, in a message
# Comparing takes a moment for each letter of each word, and a document may hold many faults.
_FEW: Final = 1_000
_LONGEST_COMPARED: Final = 60


@functools.lru_cache(maxsize=1024)
def _close(text: str, words: frozenset[str]) -> tuple[str, ...]:
    return tuple(difflib.get_close_matches(text, words, n=3, cutoff=0.6))


@final
@attrs.define
class Faults:
    """The problems met so far in one part of a document."""

    problems: list[Problem] = attrs.Factory(list)
    """What was found, with paths that begin at the part."""
    failed: bool = False
    """Whether anything failed, be it for problems that are told elsewhere."""

    @contextmanager
    def at(self, step: str) -> Iterator[None]:
        """Keep the problems that are raised inside the block, one step further down."""
        try:
            yield
        except TroopmovesError as error:
            self.keep(step, error)

    def keep(self, step: str, error: TroopmovesError) -> None:
        """Keep the problems of an error, one step further down."""
        self.failed = True
        if self.full:
            return
        if isinstance(error, DocumentError):
            self.problems += (attrs.evolve(one, path=joined(step, one.path)) for one in error.problems)
        else:
            self.problems.append(Problem(path=step, got=error.got, rule=error.rule, way_out=error.way_out))

    @property
    def full(self) -> bool:
        """Whether there are more problems than are told, so that there is no use in looking on."""
        return len(self.problems) > MOST_TOLD

    def add(self, step: str, got: object, rule: str, way_out: str = "") -> None:
        """Keep one problem."""
        self.keep("", fault(got, rule, way_out, step=step))

    def tell(self, where: str = "document") -> None:
        """Raise what was found, if anything failed.

        Raises:
            DocumentError: With every problem, or the first of very many.
        """
        if self.full:
            self.problems[MOST_TOLD:] = [_THERE_ARE_MORE]
        if self.failed:
            raise DocumentError(where, self.problems)


_THERE_ARE_MORE: Final = Problem(
    path="",
    got="more",
    rule=f"only {MOST_TOLD:,} problems are told at once",
    way_out="mend these, then read it again",
)

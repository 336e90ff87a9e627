"""A claim on its way into a document: what is asked of each kind, and what a draft still lacks.

A draft is a claim as documents hold it, key by key. It is read by the same code as a document, so that the
problems are the same too. Which keys a kind needs follows from the table of kinds in
`troopmoves.claims.kind`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import attrs

from troopmoves.claims.axis import PostureKind
from troopmoves.claims.claim import Claim
from troopmoves.claims.kind import RULES, End
from troopmoves.cli.trouble import CommandError
from troopmoves.errors import DocumentError, NotationError, PhraseError, Problem
from troopmoves.formats.document.claim import ACTIVITIES, KINDS, LINK, PROTECTIONS
from troopmoves.formats.document.migration import VERSION
from troopmoves.formats.document.tree import to_ledger, to_tree
from troopmoves.formats.document.yaml import parse
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.headcount import Headcount

if TYPE_CHECKING:
    from troopmoves.phrases.phrase import Phrase

Fields: TypeAlias = dict[str, Any]
"""The keys and plain values of a claim."""

SAID: Final = ("by", "role", "via", "public")
"""The keys that stand under `said`."""


@final
@attrs.frozen
class Wanted:
    """A key that a kind of claim asks for."""

    key: str
    needed: bool


def wanted(kind: str) -> tuple[Wanted, ...]:
    """Return the keys that a kind of claim asks for, in the order of asking.

    >>> [one.key for one in wanted("withdraw") if one.needed]
    ['who', 'from', 'when']
    """
    if KINDS[kind] is LINK:
        return (Wanted("claim", needed=True),)
    if kind in ACTIVITIES:
        return tuple(Wanted(key, needed=True) for key in ("who", "where", "activity", "when"))
    if kind in PROTECTIONS:
        return tuple(Wanted(key, needed=True) for key in ("who", "where", "when"))
    if kind == "present":
        return tuple(Wanted(key, needed=True) for key in ("who", "where", "count", "when"))
    rule = RULES[PostureKind(kind)]
    ends = [
        Wanted("from", needed=rule.origin is End.REQUIRED),
        Wanted("to", needed=rule.destination is End.REQUIRED),
    ]
    if not rule.moves:
        ends = [Wanted("where", needed=True)]
    count, when, progress = (
        Wanted("count", needed=False),
        Wanted("when", needed=True),
        Wanted("progress", needed=False),
    )
    return (Wanted("who", needed=True), *ends, count, when, progress)


# -- values -------------------------------------------------------------------------------------------------


def plain_value(key: str, text: str, ledger: Ledger) -> Any:  # noqa: ANN401 (what a document holds)
    """Return a value as a document holds it, from what somebody typed.

    Raises:
        TroopmovesError: If a count is neither notation nor a phrase, or braces do not close.
    """
    if text.startswith("{"):
        return parse(text)
    if key == "count":
        return count_of(text)
    if key == "who":
        return _id_of(text, "operation", ledger.operations) or _id_of(text, "unit", ledger.units) or text
    if key in {"where", "from", "to"}:
        found = _id_of(text, "", [place for place in ledger.places if getattr(place, "name", "")])
        return found[""] if found else text
    return text


def _id_of(text: str, key: str, known: Any) -> dict[str, str] | None:  # noqa: ANN401 (entities of a ledger)
    """Return the id of what has an id, name or alias."""
    bearers = [
        one.id for one in known if text in (getattr(one, "id", ""), one.name, *getattr(one, "aliases", ()))
    ]
    return {key: bearers[0]} if len(bearers) == 1 else None


def count_of(text: str) -> Any:  # noqa: ANN401 (what a document holds)
    """Return a headcount as documents hold it, from its notation or from a phrase.

    >>> count_of("about 500"), count_of("14")
    ('about 500', 14)

    Raises:
        TroopmovesError: If it is neither; with what would be understood.
    """
    try:
        return _written(Headcount.of(text))
    except NotationError as error:
        try:
            return _written(phrase_reader()(text).level)
        except PhraseError as unread:
            rule = f"{error.rule}; and as a phrase: {unread.rule}"
            raise CommandError("count", text, rule, unread.way_out or error.way_out) from None


def phrase_reader() -> Callable[[str], Phrase]:
    """Return what reads a phrase, in whatever language it is."""
    from troopmoves.phrases.read import read_phrase  # noqa: PLC0415 (reads its lexicons)

    return partial(read_phrase, language=None)


def _written(headcount: Headcount) -> Any:  # noqa: ANN401 (as above)
    said = headcount.notation
    plain = int(said) if said.isascii() and said.isdigit() else said
    return {"is": plain, "text": headcount.text} if headcount.text else plain


# -- the draft ----------------------------------------------------------------------------------------------


@final
@attrs.define
class Draft:
    """A claim that is being entered."""

    ledger: Ledger
    """Where it is to stand."""
    fields: Fields = attrs.Factory(dict)
    """What is known of it."""
    _tables: Mapping[str, Any] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        ledger = self.ledger
        head = Ledger(
            places=ledger.places,
            organisations=ledger.organisations,
            operations=ledger.operations,
            units=ledger.units,
            aliases=dict(ledger.aliases),
        )
        self._tables = to_tree(head)

    @property
    def plain(self) -> Fields:
        """The claim as a document holds it."""
        said = {key: self.fields[key] for key in SAID if key in self.fields}
        own = {key: value for key, value in self.fields.items() if key not in SAID}
        return {"id": self.fields.get("id", _UNNAMED), **own, **({"said": said} if said else {})}

    def claim(self) -> Claim:
        """Return the claim.

        Raises:
            DocumentError: With every problem of it, by key.
        """
        try:
            return to_ledger(self._document()).loose[0]
        except DocumentError as error:
            own = [attrs.evolve(one, path=_own_path(one.path)) for one in error.problems]
            raise DocumentError("the claim", own) from None

    def problems(self, key: str) -> list[Problem]:
        """Return what is wrong with one key, whatever else is still missing."""
        try:
            self.claim()
        except DocumentError as error:
            path = f"said.{key}" if key in SAID else key
            return [one for one in error.problems if re.match(rf"{re.escape(path)}(?![A-Za-z_])", one.path)]
        return []

    def _document(self) -> dict[str, Any]:
        claims = [self.plain]
        target = self.fields.get("claim")
        if isinstance(target, str) and target in {entry.id for entry in self.ledger.entries}:
            claims.append({"id": target, **_STAND_IN})
        return {**self._tables, "troopmoves": VERSION, "claims": claims}

    def free_id(self) -> str:
        """Return an id that tells what the claim is about and that no other claim has."""
        parts = [self.fields.get(key) for key in ("who", "kind", "where", "to", "from", "claim")]
        words = [part for part in map(_word, parts) if part and part != "present"][:3]
        stem = "-".join(words) or "claim"
        taken = {entry.id for entry in self.ledger.entries}
        names = (f"{stem}-{number}" if number else stem for number in (0, *range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)


_UNNAMED: Final = "new-claim"
_STAND_IN: Final = {"kind": "present", "who": "USA", "where": "USA", "count": "some", "when": "2000-01-01"}
"""What stands for the claim that a link names, where only the link is looked at."""


def _word(value: object) -> str:
    """Return a value as a part of an id."""
    if isinstance(value, dict):
        return _word(next((part for part in value.values() if isinstance(part, str)), ""))
    plain = unicodedata.normalize("NFKD", str(value or "")).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")


def _own_path(path: str) -> str:
    return re.sub(r"^claims\[0\]\.?", "", path)

"""A ledger as rows: for each claim when it was said, of when it speaks, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from troopmoves.charts.rows.words import Row, iso, place_briefly, who_words
from troopmoves.claims.axis import LinkKind, Polarity
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import ActivityChange, PostureChange, Presence, ProtectionChange, amount_of
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.wording import plural
from troopmoves.quantity.headcount import HeadcountKind
from troopmoves.solve.admission import hidden_by, past_tense
from troopmoves.timing.when import When, show_day


def timeline_rows(ledger: Ledger) -> list[Row]:
    """Return a row for every claim: in the order in which they were said, undated ones last."""
    hidden = hidden_by(ledger.entries)
    entries = sorted(ledger.entries, key=lambda entry: (entry.public_day or date.max, entry.id))
    return [_row(order, entry, hidden) for order, entry in enumerate(entries)]


def _row(order: int, entry: Entry, hidden: Mapping[str, tuple[LinkKind, Entry]]) -> Row:
    by = hidden.get(entry.id)
    when = None if entry.claim.proposition is None else entry.claim.proposition.when
    return {
        "order": order,
        "claim": entry.id,
        "label": claim_label(entry.claim),
        "words": str(entry.claim),
        "source": entry.source,
        "said": iso(entry.public_day),
        **_true(when),
        "denied": entry.claim.polarity is Polarity.NEGATED,
        "hidden": None if by is None else past_tense(by[0]),
        "hidden_by": None if by is None else by[1].id,
        "hidden_on": None if by is None else iso(by[1].public_day),
    }


def _true(when: When | None) -> Row:
    """Return of when a claim speaks; both days None where it speaks of none."""
    return {
        "since": None if when is None else iso(when.earliest),
        "until": None if when is None else iso(when.latest),
        "dated": when is not None,
        "starts_open": when is not None and when.earliest is None,
        "ends_open": when is not None and when.latest is None,
        "blurred": when is not None and (when.approximate or when.uncertain),
        "when": "" if when is None else str(when),
    }


def claim_label(claim: Claim) -> str:
    """Return what a claim is about, in few words.

    >>> from troopmoves.claims.verb import withdraw
    >>> claim_label(withdraw("FRA", "some", origin="IRQ", when="2020-02", polarity="negated"))
    'not so: France: withdraw some, Iraq'
    """
    told = _told(claim)
    return f"not so: {told}" if claim.polarity is Polarity.NEGATED else told


def _told(claim: Claim) -> str:
    said = claim.proposition
    match said:
        case None:
            return "; ".join(map(str, claim.links))
        case Presence():
            return f"{who_words(said.force)}: {amount_of(said).notation}, {place_briefly(said.place)}"
        case PostureChange():
            ends = [place_briefly(end) for end in (said.origin, said.destination) if end is not None]
            counted = said.headcount is not None and said.headcount.kind is not HeadcountKind.UNKNOWN
            number = f" {amount_of(said).notation}" if counted or said.share is not None else ""
            return f"{who_words(said.force)}: {said.kind}{number}, {' to '.join(ends)}"
        case ActivityChange():
            return f"{who_words(said.force)}: {said.activity} {said.kind}, {place_briefly(said.place)}"
        case ProtectionChange():
            return f"{who_words(said.force)}: protection {said.kind}, {place_briefly(said.place)}"


def timeline_finding(ledger: Ledger, rows: list[Row]) -> str:
    """Return what a chart of a ledger comes to, in one sentence."""
    title = ledger.title or "Ledger"
    if not rows:
        return f"{title}: no claims"
    told: list[str] = []
    for count, words in (
        (sum(map(_is_ahead, rows)), "about days still to come when said"),
        (sum(map(_is_behind, rows)), "about days gone by"),
    ):
        told += [f"{count} {words}"] if count else []
    fates = [str(row["hidden"]) for row in rows if row["hidden"] is not None]
    told += [f"{fates.count(fate)} {fate}" for fate in sorted(set(fates))]
    counted = f"{title}, {len(rows)} {plural('claim', len(rows))}"
    return f"{counted}: {', '.join(told)}" if told else counted


def _is_ahead(row: Row) -> bool:
    """Return whether a claim speaks of days after the one on which it was said."""
    said, until = row["said"], row["until"]
    return said is not None and (bool(row["ends_open"]) or (until is not None and str(until) > str(said)))


def _is_behind(row: Row) -> bool:
    """Return whether a claim speaks only of days before the one on which it was said."""
    said, until = row["said"], row["until"]
    return said is not None and until is not None and str(until) < str(said)


def timeline_alt(rows: Iterable[Row]) -> str:
    """Return a ledger in words, for those who do not see the chart."""
    return f"When claims were said, and of when they speak. {' '.join(_in_words(row) for row in rows)}"


def _in_words(row: Row) -> str:
    said = (
        "on no day given" if row["said"] is None else f"on {show_day(date.fromisoformat(str(row['said'])))}"
    )
    of = f" of {row['when']}" if row["dated"] else ""
    fate = "" if row["hidden"] is None else f", {row['hidden']} by {row['hidden_by']}"
    return f"{row['label']}: said {said}{of}{fate}."

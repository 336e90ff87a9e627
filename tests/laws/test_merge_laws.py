"""Merging adds nothing, drops nothing, and takes no side but in the order of what is listed.

Most laws are about trackers that agree on what their ids mean: parts of one ledger that overlap anyhow. Where
they do not agree, settling keeps what it promises.
"""

from collections import Counter
from collections.abc import Iterable

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws.honest_claims import wordings
from laws.strategies_claims import ledgers

from troopmoves.claims.claim import Claim
from troopmoves.claims.verb import present
from troopmoves.formats.document.file import dumps, loads
from troopmoves.formats.document.merging import merge_texts
from troopmoves.ledger.ledger import Ledger

# -- parts of one ledger ------------------------------------------------------------------------------------


def contents(ledger: Ledger) -> object:
    """Return all that a ledger holds, in no order."""
    headers = {report.id: attrs.evolve(report, claims=()) for report in ledger.reports}
    claims = {
        entry.id: (entry.claim, None if entry.report is None else entry.report.id) for entry in ledger.entries
    }
    return ledger.title, headers, claims, Counter(ledger.notes), ledger.aliases, ledger.census


def part(whole: Ledger, wanted: Iterable[str]) -> Ledger:
    """Return some claims of a ledger and those they link to, with all its reports, notes and aliases."""
    names, todo = set[str](), list(wanted)
    while todo:
        name = todo.pop()
        if name not in names:
            names.add(name)
            todo += [link.claim for link in whole.entry(name).claim.links]

    def kept(claims: Iterable[Claim]) -> list[Claim]:
        return [claim for claim in claims if claim.id in names]

    reports = [attrs.evolve(report, claims=tuple(kept(report.claims))) for report in whole.reports]
    return Ledger(
        [*reports, *kept(whole.loose)], title=whole.title, notes=whole.notes, aliases=dict(whole.aliases)
    )


@st.composite
def trackers(draw: st.DrawFn, number: int) -> list[Ledger]:
    """Draw ledgers of some trackers, each a part of one ledger, and first that of what all of them have."""
    whole = draw(ledgers(most_claims=4))
    hands = st.frozensets(st.sampled_from([entry.id for entry in whole.entries] or ["none"]))
    shared, *held = (draw(hands) if whole.entries else frozenset[str]() for _ in range(number + 1))
    return [part(whole, shared), *(part(whole, hand | shared) for hand in held)]


@given(ledgers())
def test_a_ledger_merged_with_itself_or_with_nothing_is_itself(ledger: Ledger) -> None:
    """Equal in every detail, order and all."""
    assert ledger.merge(ledger) == ledger
    assert ledger.merge(Ledger()) == ledger
    assert Ledger().merge(ledger) == ledger


@given(trackers(2))
def test_merging_commutes(held: list[Ledger]) -> None:
    """Whose ledger comes first decides what is listed first and nothing else."""
    _, one, other = held
    assert contents(one.merge(other)) == contents(other.merge(one))


@given(trackers(3))
def test_merging_associates(held: list[Ledger]) -> None:
    """Three trackers may be merged in any grouping."""
    _, one, two, three = held
    assert contents(one.merge(two).merge(three)) == contents(one.merge(two.merge(three)))


@given(trackers(2))
def test_merging_again_adds_nothing(held: list[Ledger]) -> None:
    """What has been taken is known."""
    _, one, other = held
    merged = one.merge(other)
    assert merged.merge(other) == merged
    assert merged.merge(one) == merged


# -- trackers that disagree ---------------------------------------------------------------------------------


@st.composite
def disagreeing(draw: st.DrawFn) -> tuple[Ledger, Ledger]:
    """Draw two parts of one ledger, in the second of which some reports and claims are another's."""
    _, ours, theirs = draw(trackers(2))

    def another(claim: Claim) -> Claim:
        return attrs.evolve(claim, note=f"{claim.note}!") if draw(st.booleans()) else claim

    reports = [
        attrs.evolve(
            report,
            title=draw(st.sampled_from([report.title, f"{report.title}!"])),
            claims=tuple(map(another, report.claims)),
        )
        for report in theirs.reports
    ]
    return ours, Ledger([*reports, *map(another, theirs.loose)], notes=theirs.notes)


def claims_of(ledger: Ledger) -> dict[str, tuple[Claim, str | None]]:
    """Return the claims by id, each with the id of its report."""
    return {one.id: (one.claim, one.report.id if one.report else None) for one in ledger.entries}


@given(disagreeing())
def test_what_holds_is_as_it_was(sides: tuple[Ledger, Ledger]) -> None:
    """Settled for one side, its claims stand as it had them; those of the other alone are kept."""
    ours, theirs = sides
    held = claims_of(ours.merge(theirs, on_collision="ours"))
    assert held == claims_of(theirs) | claims_of(ours)
    held = claims_of(ours.merge(theirs, on_collision="theirs"))
    assert held == claims_of(ours) | claims_of(theirs)


@given(disagreeing())
def test_renaming_loses_no_claim(sides: tuple[Ledger, Ledger]) -> None:
    """Ours stay as they are; each of theirs is there, under its id or a new one."""
    ours, theirs = sides
    merged = ours.merge(theirs, on_collision="rename")
    assert claims_of(ours).items() <= claims_of(merged).items()
    said = Counter(_unnamed(entry.claim) for entry in merged.entries)
    assert all(said[_unnamed(entry.claim)] for entry in theirs.entries)
    assert merged.notes == ours.notes


def _unnamed(claim: Claim) -> Claim:
    """Return a claim without what renaming changes."""
    return attrs.evolve(
        claim, id="x", links=tuple(attrs.evolve(one, claim=str(one.kind)) for one in claim.links[:1])
    )


# -- answers ------------------------------------------------------------------------------------------------

_TRUTH = {("CAN", "IRQ"): 500, ("CAN", "KWT"): 20, ("DEU", "IRQ"): 160}


@st.composite
def honest_levels(draw: st.DrawFn) -> Ledger:
    """Draw a ledger of levels that are all true of one day."""
    drawn = draw(st.lists(st.sampled_from(sorted(_TRUTH)), min_size=1, max_size=3, unique=True))
    counts = [draw(st.sampled_from(wordings(_TRUTH[one]))) for one in drawn]
    claims = (
        present(who, where, count, when="2020-01-07")
        for (who, where), count in zip(drawn, counts, strict=True)
    )
    return Ledger(claims)


@given(honest_levels(), honest_levels())
def test_merged_answers_lie_inside_those_of_each_side(one: Ledger, other: Ledger) -> None:
    """More claims that agree leave less room, never more."""
    merged = one.merge(other)
    assume(merged.check() == ())
    for (who, where), number in _TRUTH.items():
        found = merged.state("2020-01-07").count(who, where).bounds
        assert number in found
        for side in (one, other):
            bounds = side.state("2020-01-07").count(who, where).bounds
            assert bounds.low <= found.low
            assert bounds.high is None or (found.high is not None and found.high <= bounds.high)


# -- texts --------------------------------------------------------------------------------------------------


@pytest.mark.slow
@given(base=ledgers(), changed=ledgers(), by_us=st.booleans())
def test_change_of_one_side_is_the_result(base: Ledger, changed: Ledger, *, by_us: bool) -> None:
    """Where only one side changed anything, the result is its text."""
    old, new = dumps(base, "yaml"), dumps(changed, "yaml")
    assert (merge_texts(old, new, old) if by_us else merge_texts(old, old, new)) == new


@pytest.mark.slow
@given(trackers(2))
def test_additions_of_both_sides_stand_in_the_result(held: list[Ledger]) -> None:
    """Merged as texts, what both sides added is what merging the ledgers gives."""
    _, ours, theirs = held
    merged = merge_texts(*(dumps(one, "yaml") for one in held))
    assert contents(loads(merged)) == contents(ours.merge(theirs))


@pytest.mark.slow
@given(held=trackers(2), by_us=st.booleans())
def test_what_either_side_took_out_is_gone(held: list[Ledger], *, by_us: bool) -> None:
    """What one side deleted does not come back with what the other added."""
    shared, ours, theirs = held
    taken_out = {entry.id for entry in ours.entries} - {entry.id for entry in shared.entries}
    added = [entry.claim for entry in theirs.entries if entry.id not in taken_out]
    assume(not any(link.claim in taken_out for claim in added for link in claim.links))
    base, fewer, more = (dumps(one, "yaml") for one in (ours, with_rows_of(ours, shared), ours.merge(theirs)))
    merged = loads(merge_texts(base, fewer, more) if by_us else merge_texts(base, more, fewer))
    ids = {entry.id for entry in merged.entries}
    assert ids == {entry.id for entry in shared.entries} | {claim.id for claim in added}


def with_rows_of(other: Ledger, ledger: Ledger) -> Ledger:
    """Return a ledger that declares what another one does: who deletes a claim leaves the tables alone."""
    return Ledger(
        [*ledger.reports, *ledger.loose],
        title=ledger.title,
        notes=ledger.notes,
        places=other.places,
        organisations=other.organisations,
        operations=other.operations,
        units=other.units,
        aliases=dict(ledger.aliases),
    )

"""What laws draw of the rooms `claims` and `ledger`: propositions, claims, reports, whole ledgers.

Drawn is what the rules allow, with every field in use and texts of any characters.

To add a kind of proposition: one strategy, and its name in `propositions`.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

import attrs
from hypothesis import assume
from hypothesis import strategies as st
from laws.strategies_entities import (
    areas,
    bases,
    definite_places,
    forces,
    nations,
    operations,
    organisations,
    places,
    units,
    whens,
)
from laws.strategies_quantity import headcounts, shares

from troopmoves.claims.axis import (
    ActivityKind,
    Basis,
    Category,
    Credibility,
    Holds,
    LinkKind,
    Polarity,
    PostureKind,
    Progress,
    ProtectionKind,
    Reliability,
    Stance,
    Status,
)
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.kind import RULES, Denied, End
from troopmoves.claims.proposition import (
    ActivityChange,
    PostureChange,
    Presence,
    Proposition,
    ProtectionChange,
    Whole,
)
from troopmoves.claims.report import Report
from troopmoves.entities.nation import is_nation_code
from troopmoves.errors import RedefinitionError
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.note import Note
from troopmoves.timing.when import When

texts = st.just("") | st.text(max_size=20)
full_texts = st.text(min_size=1, max_size=20).filter(str.strip)
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,8}", fullmatch=True)

_offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(
    lambda moment, offset: moment.replace(second=0, microsecond=0, tzinfo=offset),
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 (the offset is drawn apart)
    st.just(UTC) | _offsets,
)
published = st.dates() | moments
wholes = st.builds(Whole, forces, places)

# What is said.


@st.composite
def presences(draw: st.DrawFn) -> Presence:
    """Draw a level, as a headcount or as a share of a whole."""
    by_share = draw(st.booleans())
    return Presence(
        force=draw(forces),
        place=draw(places),
        headcount=None if by_share else draw(headcounts()),
        share=draw(shares) if by_share else None,
        whole=draw(wholes) if by_share else None,
        when=draw(whens()),
        holds=draw(st.sampled_from(Holds)),
        basis=draw(st.sampled_from(Basis)),
    )


@st.composite
def posture_changes(draw: st.DrawFn) -> PostureChange:
    """Draw a flow of any kind, with the ends that its kind must and may name."""
    kind = draw(st.sampled_from(PostureKind))
    rule = RULES[kind]
    origin = destination = None
    if rule.origin is not End.REFUSED:
        origin = draw(places if rule.origin is End.REQUIRED else st.none() | places)
    if origin is None or rule.destination is End.REQUIRED or draw(st.booleans()):
        destination = draw(places.filter(lambda place: place != origin))
    amount = draw(st.sampled_from(("none", "headcount", "share")))
    whole = draw(wholes if origin is None else st.none() | wholes) if amount == "share" else None
    when = draw(whens())
    temporary = draw(st.booleans())
    return PostureChange(
        kind=kind,
        force=draw(forces),
        origin=origin,
        destination=destination,
        headcount=draw(headcounts()) if amount == "headcount" else None,
        share=draw(shares) if amount == "share" else None,
        whole=whole,
        when=when,
        progress=draw(st.sampled_from(Progress)),
        temporary=temporary,
        until=draw(st.none() | whens().filter(lambda until: _ends_after(until, when))) if temporary else None,
        condition=draw(texts),
    )


def _ends_after(until: When, when: When) -> bool:
    return until.latest is None or when.earliest is None or when.earliest <= until.latest


activity_changes = st.builds(
    ActivityChange,
    force=forces,
    place=places,
    activity=full_texts,
    kind=st.sampled_from(ActivityKind),
    when=whens(),
    progress=st.sampled_from(Progress),
)
protection_changes = st.builds(
    ProtectionChange, force=forces, place=places, kind=st.sampled_from(ProtectionKind), when=whens()
)
propositions: st.SearchStrategy[Proposition] = (
    presences() | posture_changes() | activity_changes | protection_changes
)

# Who says it.

attributions = st.just(Attribution()) | st.builds(
    Attribution, by=texts, role=texts, via=texts, public=st.none() | published
)
link_lists = st.lists(st.tuples(st.sampled_from(LinkKind), st.integers(0, 5)), max_size=3, unique=True)


def _can_be_denied(proposition: Proposition | None) -> bool:
    if isinstance(proposition, PostureChange):
        return RULES[proposition.kind].denied is not Denied.MEANINGLESS
    return proposition is not None


@st.composite
def claims(draw: st.DrawFn, name: str, earlier: Sequence[str] = ()) -> Claim:
    """Draw a claim of this id, which may link to earlier ones."""
    drawn = draw(link_lists) if earlier else []
    links = [Link(kind, earlier[index % len(earlier)]) for kind, index in drawn]
    proposition = draw(st.none() | propositions if links else propositions)
    negated = _can_be_denied(proposition) and draw(st.booleans())
    if proposition is not None and not negated:
        links = [link for link in links if link.kind is not LinkKind.NEGATES]
    said = draw(attributions)
    if said.public is None:  # a denial needs a day from which it holds
        said = attrs.evolve(said, public=draw(published if negated or proposition is None else st.none()))
    if isinstance(proposition, PostureChange) and proposition.kind is PostureKind.MAINTAIN:
        said = attrs.evolve(said, public=said.public or date(2020, 1, 8))
    return Claim(
        id=name,
        proposition=proposition,
        said=said,
        stance=draw(st.sampled_from(Stance)),
        polarity=Polarity.NEGATED if negated else Polarity.AFFIRMED,
        category=draw(st.sampled_from(Category)),
        credibility=draw(st.none() | st.sampled_from(Credibility)),
        status=draw(st.sampled_from(Status)),
        links=tuple(dict.fromkeys(links)),
        note=draw(texts),
        quote=draw(texts),
        also=draw(st.lists(texts, max_size=2).map(tuple)),
    )


@st.composite
def reports(draw: st.DrawFn, name: str, held: Sequence[Claim] = ()) -> Report:
    """Draw a report of this id that holds these claims."""
    return Report(
        id=name,
        publisher=draw(texts),
        title=draw(texts),
        published=draw(st.none() | published),
        url=draw(texts),
        reliability=draw(st.none() | st.sampled_from(Reliability)),
        note=draw(texts),
        claims=tuple(held),
    )


# Whole ledgers.

notes = st.builds(Note, text=full_texts, when=st.none() | whens())
aliases = st.dictionaries(
    texts.filter(lambda text: not is_nation_code(text)), nations.map(lambda nation: nation.code), max_size=2
)


@st.composite
def ledgers(draw: st.DrawFn, most_claims: int = 4) -> Ledger:
    """Draw a ledger: claims in reports and loose, links between them, notes, entities beside those used."""
    names = draw(st.lists(ids, max_size=most_claims, unique=True))
    drawn = [draw(claims(name, names[:index])) for index, name in enumerate(names)]
    publications = draw(st.lists(ids, max_size=2, unique=True))
    shares_of_claims = list(_dealt(drawn, len(publications) + 1))
    found = [draw(reports(name, held)) for name, held in zip(publications, shares_of_claims, strict=False)]
    try:
        return Ledger(
            [*found, *shares_of_claims[-1]],
            title=draw(texts),
            notes=draw(st.lists(notes, max_size=2)),
            places=draw(st.lists(areas | bases() | definite_places, max_size=1)),
            organisations=draw(st.lists(organisations, max_size=1)),
            operations=draw(st.lists(operations, max_size=1)),
            units=draw(st.lists(units, max_size=1)),
            aliases=draw(aliases),
        )
    except RedefinitionError:  # one country drawn as closed and as open
        assume(condition=False)
        raise


def _dealt(drawn: Sequence[Claim], hands: int) -> Iterator[list[Claim]]:
    for hand in range(hands):
        yield list(drawn[hand::hands])

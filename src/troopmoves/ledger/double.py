"""One report entered twice: two records of one publication, found by address, title or what they claim.

Nothing is dropped: a double is something for an editor to look at. The sharpest sign comes first: one
address; else one publisher, day and title; else one claim by one speaker in two reports of one publisher and
day, which two articles of a busy day may share.

To add a sign: one member of `DoubleKind`, one function here that yields a key of each report, its row in
`_SIGNS`, its row in docs/reference/merging.md, one test.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final, final
from urllib.parse import parse_qsl, urlencode, urlsplit

import attrs

from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Proposition
from troopmoves.claims.report import Report
from troopmoves.ledger.table import Shown


@final
class DoubleKind(StrEnum):
    """By what two reports look like one; the sharpest sign first."""

    ADDRESS = "address"
    """They bear one address, but for scheme, `www.`, tracking parameters, fragment and last slash."""
    TITLE = "title"
    """Publisher, day and title are the same, but for case and punctuation."""
    CLAIM = "claim"
    """Publisher and day are the same, and so is what somebody says in both."""


@final
@attrs.frozen(kw_only=True)
class Double(Shown):
    """Two reports that look like one publication."""

    reports: tuple[str, str]
    """Their ids, in the order of the ledger."""
    kinds: tuple[DoubleKind, ...]
    """By what they look alike, the sharpest sign first."""
    shared: tuple[tuple[str, str], ...]
    """The claims that say the same, as pairs of ids, one from each report."""
    because: str
    """What is alike, and what is not, in words."""

    @property
    def kind(self) -> DoubleKind:
        """The sharpest sign."""
        return self.kinds[0]

    def to_rows(self) -> list[dict[str, object]]:
        """Return one plain row: the reports, the signs, the claims they share."""
        first, second = self.reports
        return [
            {
                "report": first,
                "double": second,
                "kind": str(self.kind),
                "kinds": [str(kind) for kind in self.kinds],
                "shared": [list(pair) for pair in self.shared],
                "because": self.because,
            }
        ]

    def __str__(self) -> str:
        lines = [f"{self.reports[0]} and {self.reports[1]} look like one report: {self.because}"]
        lines += [f"  {first} says the same as {second}" for first, second in self.shared]
        return "\n".join(lines)


def doubles(reports: Iterable[Report]) -> tuple[Double, ...]:
    """Return which reports look like one entered twice; of several alike, each with the first.

    >>> first = Report(id="a", url="https://www.example.org/news/1/?utm_source=x")
    >>> second = Report(id="b", url="http://example.org/news/1#top")
    >>> [double.reports for double in doubles([first, second])]
    [('a', 'b')]
    """
    known = list(reports)
    place = {report.id: number for number, report in enumerate(known)}
    found: dict[tuple[int, int], list[DoubleKind]] = {}
    for kind, signs in _SIGNS:
        for alike in _alike(known, signs):
            first, *others = sorted({place[report.id] for report in alike})
            for other in others:
                found.setdefault((first, other), []).append(kind)
    return tuple(
        _double(known[first], known[other], kinds) for (first, other), kinds in sorted(found.items())
    )


def normal_address(url: str) -> str:
    """Return what is left of an address when what does not tell pages apart is taken away; "" if it is none.

    >>> normal_address("HTTPS://www.Example.org/a/?id=7&utm_medium=mail&fbclid=1#part")
    'example.org/a?id=7'
    >>> normal_address("printed edition, page 3")
    ''
    """
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
    except ValueError:  # such as brackets that hold no address
        return ""
    host = parts.netloc.rpartition("@")[2].casefold().removesuffix(":80").removesuffix(":443")
    if "." not in host or _SPACE.search(text):
        return ""
    asked = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(key)
    ]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host.removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def folded(text: str) -> str:
    """Return the letters and figures of a text, without case, marks and punctuation.

    >>> folded("Canada to move “some” troops — official") == folded("Canada to move 'some' troops: Official")
    True
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_WORDS.findall(plain))


_SPACE: Final = re.compile(r"\s")
_WORDS: Final = re.compile(r"[^\W_]+")
_TRACKING: Final = frozenset({"fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid"})


def _tracks(parameter: str) -> bool:
    name = parameter.casefold()
    return name.startswith("utm_") or name in _TRACKING


def _by_address(report: Report) -> Iterator[Hashable]:
    if address := normal_address(report.url):
        yield address


def _by_title(report: Report) -> Iterator[Hashable]:
    title = folded(report.title)
    if title and (issue := _issue(report)):
        yield issue, title


def _by_claim(report: Report) -> Iterator[Hashable]:
    if issue := _issue(report):
        for said, _ in _sayings(report):
            yield issue, said


_SIGNS: Final[Sequence[tuple[DoubleKind, Callable[[Report], Iterator[Hashable]]]]] = (
    (DoubleKind.ADDRESS, _by_address),
    (DoubleKind.TITLE, _by_title),
    (DoubleKind.CLAIM, _by_claim),
)


def _issue(report: Report) -> tuple[str, date] | None:
    """Return who published it on which day, where both are known."""
    publisher = folded(report.publisher)
    return None if report.published is None or not publisher else (publisher, _day(report.published))


def _day(published: date | datetime) -> date:
    return published.date() if isinstance(published, datetime) else published


def _alike(
    reports: Sequence[Report], signs: Callable[[Report], Iterator[Hashable]]
) -> Iterator[list[Report]]:
    """Yield the reports that share a sign."""
    found: dict[Hashable, list[Report]] = {}
    for report in reports:
        for sign in dict.fromkeys(signs(report)):
            found.setdefault(sign, []).append(report)
    return (alike for alike in found.values() if len(alike) > 1)


def _sayings(report: Report) -> Iterator[tuple[Hashable, str]]:
    """Yield what each claim says, how, by whom and when, not in whose words; and the claim's id."""
    for claim in report.claims:
        if claim.proposition is not None:
            speaker = folded(claim.said.by) or folded(report.publisher)
            how = claim.polarity, claim.stance, speaker, Entry(claim, report).public_day
            yield (_wordless(claim.proposition), how), claim.id


def _wordless(proposition: Proposition) -> Proposition:
    """Return a proposition without the source's own words, which two editors may keep or leave out."""
    worded = ("headcount", "share", "when", "until")
    parts = {name: part for name in worded if (part := getattr(proposition, name, None)) is not None}
    return attrs.evolve(proposition, **{name: part.with_text("") for name, part in parts.items()})


def _double(first: Report, second: Report, kinds: Iterable[DoubleKind]) -> Double:
    signs = tuple(dict.fromkeys(kinds))
    there = dict(reversed(list(_sayings(second))))  # of several that say the same, the first
    shared = tuple((claim, there[said]) for said, claim in _sayings(first) if said in there)
    return Double(
        reports=(first.id, second.id), kinds=signs, shared=shared, because=_because(first, second, signs)
    )


def _because(first: Report, second: Report, kinds: Sequence[DoubleKind]) -> str:
    words = []
    if DoubleKind.ADDRESS in kinds:
        words.append(f"one address, {normal_address(first.url)}")
    if DoubleKind.TITLE in kinds:
        words.append("one publisher, day and title")
    elif DoubleKind.CLAIM in kinds:
        words.append("one publisher, day and claim")
    days = {_day(report.published) for report in (first, second) if report.published is not None}
    if len(days) > 1:
        words.append("though of different days: the page may have changed")
    return "; ".join(words)

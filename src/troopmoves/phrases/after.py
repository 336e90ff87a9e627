"""What is done at the words that stand after an amount: who is counted, and what is said of them.

Each function takes the reader and an item, and returns whether the item is understood there; it may begin
another segment, where an item joins a second amount to the first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from troopmoves.phrases.before import apply
from troopmoves.phrases.lexicon import Senses
from troopmoves.phrases.reader import LEADING, Reader
from troopmoves.phrases.segment import BEFORE, COMPLEMENT, HEADS, NOUNS, Head
from troopmoves.phrases.shape import Item

_BODIES = frozenset({"collective", "bodies", "echelon", "one_echelon"})
_LEADS_IN = LEADING | {"preposition", "of", "of_the"}
_BEGINNINGS = frozenset({"comma", "apposition"})
_YEARS = range(1900, 2100)
_YEAR_DIGITS = 4


def counted(reader: Reader, item: Item) -> bool:
    """Note who is counted; in what is said of a place nobody is."""
    segment = reader.segment
    if segment.state is COMPLEMENT:
        return True
    segment.after_and = False
    senses = item.senses
    segment.name(senses.head or _head(senses, item.key), first=reader.known.writing.head_first)
    segment.linked = False
    return True


def _head(senses: Senses, key: str) -> Head:
    """Return what a word counts, and keep it with the word."""
    sense = next(sense for sense in HEADS if sense in senses)
    head = Head(sense, senses[sense], key, describes="modifier" in senses)
    senses.head = head
    return head


def describing(reader: Reader, item: Item) -> bool:
    """Pass over what only tells which people; alone it names nobody, but a nationality does."""
    segment = reader.segment
    segment.after_and = False
    head = segment.head
    if head is not None and segment.state is NOUNS and not reader.known.writing.head_first:
        participle = item.key.endswith(reader.known.writing.participles)
        if participle and not head.describes:
            return reader.complement()
        if head.describes and not (participle or segment.trailing):
            segment.head = None  # "military" in "military operations"
    segment.trailing = segment.head is not None
    leads = segment.state is BEFORE or (segment.state is NOUNS and segment.head is None)
    if leads and ("people" not in item.senses or segment.state is BEFORE):
        segment.described = segment.described or item
    return True


def situating(reader: Reader, item: Item) -> bool:
    """Note a name or a place, which must lead to people or follow what is said of them."""
    segment = reader.segment
    if segment.state is NOUNS and segment.trailing:
        return reader.complement()
    if segment.parted and segment.state is NOUNS and segment.head is None and "name" not in item.senses:
        return reader.complement()
    if segment.state is not COMPLEMENT:
        segment.loose = item
    return True


def proper(reader: Reader, _item: Item) -> bool:
    """Accept an unknown noun of a language that gives all nouns a capital, as a place or name only."""
    return reader.segment.state is COMPLEMENT


def opened(reader: Reader, _item: Item) -> bool:
    """Accept an unknown word in what is said of place and task, and of those "of whom"."""
    segment = reader.segment
    if segment.parted and segment.state is NOUNS and segment.head is None:
        return reader.complement()
    begins = reader.items[reader.at - 1].senses.get("link") in _BEGINNINGS
    return segment.state is COMPLEMENT and not begins


def done(reader: Reader, item: Item) -> bool:
    """Go on to what is done with the people: "500 troops ordered to Kuwait"."""
    segment = reader.segment
    participle = item.key.endswith(reader.known.writing.participles)
    if participle and segment.state is NOUNS and segment.head is not None:
        return reader.complement()
    return opened(reader, item)


def relative(reader: Reader, item: Item) -> bool:
    """Go on to what people do: "who are based in Kuwait"."""
    segment = reader.segment
    named = segment.head is not None or segment.heads or segment.state is COMPLEMENT
    if not named and (segment.loose or segment.described):
        return False
    segment.relative = True
    apply(reader, item)
    return segment.state is COMPLEMENT or reader.complement()


def auxiliary(reader: Reader, _item: Item) -> bool:
    """Accept a verb such as "are" where a clause is open; a whole sentence is none."""
    segment = reader.segment
    segment.relative = segment.relative or segment.parted
    if segment.parted and segment.state is NOUNS:
        return reader.complement()
    return segment.relative and segment.state is COMPLEMENT


def number(reader: Reader, item: Item) -> bool:
    """Read a second number: the whole of a share, a year, or a number of places."""
    segment, found = reader.segment, item.number
    if segment.core is not None and segment.core.share and segment.head is None:
        return _whole_follows(reader)
    if segment.state is COMPLEMENT and found is not None:
        year = found.value in _YEARS and item.end - item.start == _YEAR_DIGITS
        segment.dated = segment.dated or year
        if year or reader.places_follow(0):
            return True
    shown = reader.text[item.start : item.end]
    rule = f"{shown!r} (character {item.start}) is a second figure, and nothing ties it to the first"
    return reader.refuse(item, rule, "read each by itself, or join them: of the 500, and 200 police")


def described(reader: Reader, item: Item) -> bool:
    """Note a relation or measure, unless it is one of the place spoken of: "in the first battalion"."""
    if reader.segment.relative:
        # "Who first came" is not "the first", but "who come each month" is a rate.
        if "measure" in item.senses:
            reader.segment.measure = item.senses["measure"]
        return True
    before_it = reader.ahead(-1)
    inside = before_it is not None and before_it.senses.get("link") in _LEADS_IN
    if reader.segment.state is COMPLEMENT and inside:
        return True
    if "modifier" in item.senses:
        describing(reader, item)
    return apply(reader, item)


def determiner(reader: Reader, item: Item) -> bool:
    """Read "the" after an amount: a part of them, the whole of a share, or whose they are."""
    segment, core = reader.segment, reader.segment.core
    if segment.state is COMPLEMENT or segment.partial or segment.after_and:
        return True
    if segment.head is not None:
        # "500 soldiers' wives" are no soldiers, and "500 soldiers a base" no 500.
        return item.key != "'s" and item.senses["link"] != "article" and reader.complement()
    if segment.parted and segment.described is not None:
        return reader.complement()
    if segment.described is not None and (core is None or not core.open):
        return False
    if reader.amount_follows():
        return _whole_follows(reader)
    segment.loose = segment.described = None
    segment.relate("part")
    return True


def _whole_follows(reader: Reader) -> bool:
    """Begin the whole of a part that has no "of": "half the 500", "all Iraq's 190,000"."""
    reader.segment.loose = reader.segment.described = None
    reader.at -= 1
    return reader.begin("of")


def of(reader: Reader, item: Item) -> bool:
    """Read what follows "of": a whole, the size of a unit, the people counted, or whose they are."""
    segment, follower = reader.segment, reader.ahead()
    leads = follower is not None and follower.senses.get("link") in LEADING
    determined = leads or item.senses["link"] == "of_the"
    if reader.amount_follows():
        return _figure_of(reader, item, determined=determined)
    if segment.state is not NOUNS or segment.head is not None or segment.heads:
        return reader.complement()
    if determined or (segment.core is not None and segment.core.kind):
        segment.partial = True
        segment.relate("part")
    return True


def _figure_of(reader: Reader, item: Item, *, determined: bool) -> bool:
    segment = reader.segment
    sense = "" if segment.head is None or segment.state is COMPLEMENT else segment.head.sense
    if determined or segment.partial or sense not in _BODIES:
        return reader.begin("of")
    if segment.is_lone and not segment.hedges:
        segment.become_group()
        return True
    if sense == "collective":
        return reader.begin("of")
    follower = reader.ahead()
    shown = reader.text[item.start : follower.end if follower else item.end]
    return reader.refuse(item, f"{shown!r}: of each unit or of all of them is not said", "give the sum")


def with_(reader: Reader, _item: Item) -> bool:
    """Read what follows "with": the size of one unit, a part, or equipment."""
    segment = reader.segment
    if not reader.amount_follows():
        return reader.complement()
    named = segment.state is NOUNS and segment.head is not None
    bodied = segment.head is not None and segment.head.sense in _BODIES
    if named and segment.is_lone and bodied and not reader.assets_follow():
        segment.become_group()
        return True
    return reader.begin("including")


def preposition(reader: Reader, _item: Item) -> bool:
    """Go on to a place, task or time."""
    return reader.segment.state is COMPLEMENT or reader.complement()


def and_(reader: Reader, item: Item) -> bool:
    """Begin another amount of a sum, or name others that are counted together."""
    if reader.amount_follows():
        return reader.begin("and")
    if "hedge_after" in item.senses:
        return hedge_after(reader, item)
    reader.segment.after_and = True
    if reader.segment.state is NOUNS:
        reader.segment.join()
    return True


def or_(reader: Reader, item: Item) -> bool:
    """Name others that are counted together; one amount or another is not read."""
    return not reader.amount_follows() and and_(reader, item)


def comma(reader: Reader, _item: Item) -> bool:
    """Read on after a comma: another amount of a list, a part, or what is said of the people."""
    segment, follower = reader.segment, reader.ahead()
    if follower is None:
        return False
    if follower.senses.get("link") in {"including", "before"} or "relation" in follower.senses:
        return True
    if reader.amount_follows():
        return _part(reader) if reader.part_follows() else reader.begin("list")
    if segment.state is NOUNS and segment.head is not None and "people" not in follower.senses:
        return reader.complement()
    return True


def apposition(reader: Reader, item: Item) -> bool:
    """Read on after a dash or bracket, which must not bring another figure."""
    if reader.ahead() is None:
        return True
    if reader.amount_follows():
        if reader.part_follows():
            return _part(reader)
        rule = f"a figure after {item.key!r} (character {item.start}) may be a part, another, or the same"
        reader.refuse(item, rule, "say which: of whom 500, and 500, or read each by itself")
    return reader.complement()


def _part(reader: Reader) -> bool:
    """Begin a part of the number: "of whom 160 train", "160 of them women"."""
    reader.begin("including")
    reader.segment.parted = True
    reader.segment.relate("part")
    return True


def including(reader: Reader, item: Item) -> bool:
    """Begin a part of the number, or go on with who is among them."""
    if not reader.amount_follows():
        segment = reader.segment
        return (segment.parted and segment.state is NOUNS) or reader.complement()
    if item.senses.get("relation") == "part":
        return _part(reader)
    reader.begin("including")
    return apply(reader, item)


def before(reader: Reader, item: Item) -> bool:
    """Begin the level that the number is compared with: "down from 15,000"."""
    return reader.begin(item.senses["link"]) if reader.amount_follows() else reader.complement()


def range_(reader: Reader, item: Item) -> bool:
    """Begin the level after "from 500", or the one before "to 300"."""
    means, segment = item.senses["range"], reader.segment
    if not reader.amount_follows() or (means == "from" and item.senses.get("link") == "of"):
        return False
    if means in {"to", "target"} and any(each.from_level or each.departs for _, each in reader.segments):
        return reader.begin("to")
    return means == "from" and segment.to_level and reader.begin("before")


def strong(reader: Reader, _item: Item) -> bool:
    """Take the figure for people, whatever body they form: "500 Mann starke Brigade"."""
    segment = reader.segment
    segment.head = segment.loose = segment.described = None
    segment.sized = True
    return True


def hedge_after(reader: Reader, item: Item) -> bool:
    """Hold a hedge that follows the amount: "or so", "or more"."""
    if reader.segment.core is None:
        return False
    reader.segment.hedge_after(item.senses["hedge_after"], item.end)
    return True


_LINKS: Final[dict[str, Callable[[Reader, Item], bool]]] = {
    "article": determiner,
    "determiner": determiner,
    "possessive": determiner,
    "of": of,
    "of_the": of,
    "with": with_,
    "preposition": preposition,
    "and": and_,
    "or": or_,
    "comma": comma,
    "apposition": apposition,
    "including": including,
    "before": before,
    "compared": before,
    "relative": relative,
    "auxiliary": auxiliary,
    "strong": strong,
}


def link(reader: Reader, item: Item) -> bool:
    """Do what the small word asks for."""
    known = _LINKS.get(item.senses["link"])
    return known is not None and known(reader, item)

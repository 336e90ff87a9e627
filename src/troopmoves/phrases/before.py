"""What is done at the words that stand before an amount, and at the amount itself.

Each function takes the reader and an item, and returns whether the item is understood there; it may move the
reader on past further items that it takes with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from troopmoves.phrases.amount import Core
from troopmoves.phrases.figures import leading
from troopmoves.phrases.reader import Reader
from troopmoves.phrases.segment import NOUNS
from troopmoves.phrases.shape import NOTHING, Item

_new = tuple.__new__  # makes a core in half the time of Core(...)
_NO_ORDINALS: Final = frozenset({"1/2", "most", "all", "at most 1/2"})
_COUNTED_BY_ORDINALS: Final = ("one_echelon", "collective", "one", "modifier")
_OPENS_PART: Final = frozenset({"of", "of_the", "determiner", "possessive"})


def refused(reader: Reader, item: Item) -> bool:
    """Refuse what is no presence, with the reason that the lexicon gives."""
    shown = reader.text[item.start : item.end]
    return reader.refuse(item, f"{shown!r} (character {item.start}): {item.senses['refused']}")


def number(reader: Reader, item: Item) -> bool:
    """Hold the figure, with the range, percentage or "-strong" that it begins."""
    segment, found, follower = reader.segment, item.number, reader.ahead()
    assert found is not None  # noqa: S101 (the sense is given with it)
    named = segment.head is not None or segment.heads or segment.loose or segment.described
    if not (named or found.sized or found.hedge) and _stands_alone(reader, follower):
        # Most figures: nothing leads to them but hedges, and they do not go on.
        segment.core = _new(Core, (found.value, None, found.rounded, "", "", ""))
        if segment.core_start < 0:
            segment.core_start = segment.start
        segment.core_end = item.end
        segment.state = NOUNS
        return True
    after = NOTHING if follower is None else follower.senses
    if named:
        _require_lead(reader, strong=after.get("link") == "strong" or found.sized or _is_sized(reader))
        segment.become_group()
    start = segment.start if segment.core_start < 0 else segment.core_start
    segment.sized = found.sized
    if found.hedge:
        segment.hedges += (found.hedge,)
    core = Core(found.value, rounded=found.rounded)
    if after:
        core, places = _ranged(reader, item, core)
        reader.at += places
        follower = reader.ahead()
        if follower is not None and follower.senses.get("link") == "percent":
            reader.at += 1
            core = Core(share=_percentage(reader, item, core))
    return _take(reader, core, start)


def _stands_alone(reader: Reader, follower: Item | None) -> bool:
    """Return whether a figure does not go on; after a noun it may: "5 soldiers to 10,000 soldiers"."""
    if follower is None or not follower.senses.goes_on:
        return True
    return "noun" in follower.senses and reader.at + 4 >= len(reader.items) and "range" not in follower.senses


def _is_sized(reader: Reader) -> bool:
    """Return whether the figure is made an adjective: "13,000-strong", "500-man"."""
    hyphen, word = reader.ahead(), reader.ahead(2)
    if hyphen is None or word is None or not (hyphen.glued and hyphen.key == "-" and word.glued):
        return False
    return word.senses.get("link") == "strong" or "one" in word.senses or "noun" in word.senses


def _require_lead(reader: Reader, *, strong: bool) -> None:
    """Refuse words before a figure that do not lead to it; "a force 5,000 strong" needs none."""
    segment = reader.segment
    named = segment.head is not None or segment.heads
    if strong and not (segment.loose or named):
        segment.described = None  # "the fledgling 13,000-strong army"
    if segment.loose or segment.described or (named and not segment.linked and not strong):
        before = reader.items[reader.at - 1]
        reader.refuse(before, f"{reader.text[before.start : before.end]!r} does not lead to a figure")


def _percentage(reader: Reader, item: Item, core: Core) -> str:
    if core.high is not None:
        return f"{core.number}%..{core.high}%"
    if core.number is None or core.number > 100:  # noqa: PLR2004 (per cent)
        reader.refuse(item, "a share is 100 per cent at most")
    return f"{core.number}%"


def _take(reader: Reader, core: Core, start: int) -> bool:
    """Hold the amount, and go on among the nouns."""
    segment = reader.segment
    segment.core = core
    segment.core_start = start
    segment.core_end = reader.items[reader.at].end
    segment.state = NOUNS
    _attribute(reader)
    return True


def _attribute(reader: Reader) -> None:
    """Pass over what makes an adjective of the figure: "-strong", "-man", "-soldier strong"."""
    hyphen = reader.ahead()
    if hyphen is None or not hyphen.glued or hyphen.key != "-":
        return
    word = reader.ahead(2)
    if word is None or not word.glued:
        return
    if "asset" in word.senses or "context" in word.senses:
        shown = reader.text[reader.items[reader.at].start : word.end]
        reader.refuse(word, f"{shown!r} counts no people", "say how many people there are")
    if "hedge_after" in word.senses:
        reader.at += 2
        reader.segment.hedge_after(word.senses["hedge_after"], word.end)
    elif word.senses.get("link") == "strong" or "one" in word.senses or "noun" in word.senses:
        reader.at += 2
        reader.segment.sized = True


def _ranged(reader: Reader, item: Item, plain: Core) -> tuple[Core, int]:
    """Return the range that begins with a number, or the number, and how many items more it has."""
    found = item.number
    assert found is not None  # noqa: S101 (the caller has it)
    low = found.value
    joiner, place = reader.ahead(), 2
    in_full = joiner is not None and "noun" in joiner.senses and _repeated(reader, joiner)
    if in_full:  # "5 soldiers to 10,000 soldiers" leaves nothing out
        joiner, place = reader.ahead(2), 3
    if joiner is None or not _joins(reader, joiner):
        return plain, 0
    follower = reader.ahead(place)
    while follower is not None and follower.senses.get("hedge") == "about" and follower.number is None:
        reader.segment.hedges += ("about",)
        place += 1
        follower = reader.ahead(place)
    if follower is None or follower.number is None:
        return plain, 0
    high, scale = follower.number.value, follower.number.scale
    if found.scale == 1 and not in_full and 0 < low < leading(high, scale):
        low *= high // leading(high, scale)
    if high <= low:
        shown = reader.text[item.start : follower.end]
        reader.refuse(follower, f"{shown!r}: a range goes from a smaller to a larger figure")
    return Core(number=low, high=high, rounded=found.rounded or follower.number.rounded), place


def _repeated(reader: Reader, noun: Item) -> bool:
    repeated = reader.ahead(4)
    return repeated is not None and repeated.key == noun.key


def _joins(reader: Reader, joiner: Item) -> bool:
    means = joiner.senses.get("range")
    if means == "joiner":
        return True
    if means == "to":
        return not (reader.segment.from_level or reader.segment.departs)
    return reader.segment.between and joiner.senses.get("link") == "and"


def quantity(reader: Reader, item: Item) -> bool:
    """Hold "some" or "no" of people; "some 200" is a hedge."""
    if "hedge" in item.senses and reader.amount_follows():
        return False
    return _take(reader, Core(kind=item.senses["quantity"]), item.start)


def vague(reader: Reader, item: Item) -> bool:
    """Hold a word for an order of magnitude."""
    return _worded(reader, Core(word=item.senses["vague"]), item)


def share(reader: Reader, item: Item) -> bool:
    """Hold a fraction of a whole; "a third battalion" is none."""
    follower = reader.ahead()
    ordinal = item.senses["share"] not in _NO_ORDINALS and "relation" not in item.senses
    if ordinal and follower is not None and any(sense in follower.senses for sense in _COUNTED_BY_ORDINALS):
        shown = reader.text[item.start : follower.end]
        reader.refuse(item, f"{shown!r} may be a fraction, or one in a row", "write a third of the battalion")
    return _worded(reader, Core(share=item.senses["share"]), item)


def portion(reader: Reader, item: Item) -> bool:
    """Hold some of a whole, if a whole follows: "a part of the 500"."""
    follower = reader.ahead()
    if follower is None or follower.senses.get("link") not in _OPENS_PART:
        return False
    reader.segment.relate("part")
    return _worded(reader, Core(kind=item.senses["part"]), item)


def _worded(reader: Reader, core: Core, item: Item) -> bool:
    segment = reader.segment
    if segment.head and segment.linked:
        segment.become_group()
    apply(reader, item)
    return _take(reader, core, item.start if segment.core_start < 0 else segment.core_start)


def hedge(reader: Reader, item: Item) -> bool:
    """Hold a hedge for the figure to come."""
    segment, senses = reader.segment, item.senses
    segment.hedges += (senses["hedge"],)
    if segment.core_start < 0:
        segment.core_start = item.start
    if "relation" in senses or "measure" in senses:
        return apply(reader, item)
    segment.linked = True
    return True


def apply(reader: Reader, item: Item) -> bool:
    """Note a relation and a measure, where the item has them."""
    senses, segment = item.senses, reader.segment
    if "relation" in senses and not segment.after_and:
        segment.relate(senses["relation"])
    if senses.get("link") == "before":
        segment.departs = True
    if "measure" in senses:
        segment.described = None
        if not segment.measure or senses["measure"] != "level":
            segment.measure = senses["measure"]
    segment.linked = True
    return True


def verb(reader: Reader, item: Item) -> bool:
    """Take the figure for what a verb says of it: "will send 500 troops"; who does so is passed over."""
    segment = reader.segment
    if segment.head is not None or segment.heads or not reader.amount_follows():
        return False
    segment.loose = segment.described = None
    segment.measure = segment.measure or item.senses["verb"]
    return True


def _auxiliary(reader: Reader, _item: Item) -> bool:
    """Pass over "will" before a verb and "has" before a figure, with whoever does so."""
    segment, follower = reader.segment, reader.ahead()
    led = follower is not None and ("verb" in follower.senses or follower.senses.get("link") == "auxiliary")
    if segment.head is not None or segment.heads or not (led or reader.amount_follows()):
        return False
    segment.loose = segment.described = None
    return True


def _relative(reader: Reader, item: Item) -> bool:
    reader.segment.relative = True
    return _preposition(reader, item)


def pass_over(reader: Reader, _item: Item) -> bool:
    """Pass over a word that leaves the figure as it is."""
    reader.segment.linked = True
    return True


def between(reader: Reader, item: Item) -> bool:
    """Note that a range begins, or that levels before and after a change follow."""
    means, segment = item.senses["range"], reader.segment
    if means == "between":
        segment.between = True
    elif means == "from" and not (segment.head or segment.measure) and reader.amount_follows():
        segment.from_level = True
    elif means in {"to", "target"} and _reaches(reader) and reader.amount_follows():
        segment.to_level = segment.linked = True
    else:
        return False
    return True


def _reaches(reader: Reader) -> bool:
    """Return whether "to" leads to a level: at the start, after a verb, or in "its force to 3,000"."""
    segment = reader.segment
    if segment.head is not None:
        return segment.head.sense == "collective" and not segment.heads
    return reader.at == 0 or "verb" in reader.items[reader.at - 1].senses


def _article(reader: Reader, _item: Item) -> bool:
    reader.segment.article = True
    return True


def _possessive(reader: Reader, _item: Item) -> bool:
    segment = reader.segment
    segment.loose = segment.described = segment.head = None
    segment.heads = ()
    segment.relate("whole")
    return True


def _of(reader: Reader, _item: Item) -> bool:
    segment = reader.segment
    if segment.head is None and segment.loose:
        return True  # "the Horn of Africa's 1,800 troops"
    if segment.head is None:
        return segment.measure != "" or (segment.relation != "" and reader.amount_follows())
    segment.linked = reader.amount_follows()
    if not segment.linked and segment.head.sense == "one_echelon":
        return reader.complement()
    return True


def _with(reader: Reader, item: Item) -> bool:
    if reader.amount_follows():
        if reader.segment.head is not None and reader.assets_follow():
            return reader.begin("including")
        return reader.segment.head is None or _of(reader, item)
    return reader.segment.head is not None and reader.complement()


def _apart(reader: Reader, _item: Item) -> bool:
    """Read a comma or dash between a body and its size: "its contingent of soldiers: 14"."""
    segment, follower = reader.segment, reader.ahead()
    sized = follower is not None and follower.senses.get("link") == "with"
    related = segment.head is not None or segment.relation != ""
    segment.linked = related and (sized or reader.amount_follows())
    return segment.linked


def _preposition(reader: Reader, _item: Item) -> bool:
    """Read a place or task of people who have no number: "reinforcements in Iraq"."""
    segment = reader.segment
    named = segment.head is not None or segment.heads or segment.relation == "remaining"
    return bool(named) and reader.complement()


def _and(reader: Reader, _item: Item) -> bool:
    reader.segment.join()
    return True


_LINKS: Final[dict[str, Callable[[Reader, Item], bool]]] = {
    "article": _article,
    "determiner": pass_over,
    "possessive": _possessive,
    "of": _of,
    "of_the": _of,
    "with": _with,
    "comma": _apart,
    "apposition": _apart,
    "including": apply,
    "preposition": _preposition,
    "relative": _relative,
    "auxiliary": _auxiliary,
    "and": _and,
}


def link(reader: Reader, item: Item) -> bool:
    """Do what the small word asks for."""
    known = _LINKS.get(item.senses["link"])
    return known is not None and known(reader, item)

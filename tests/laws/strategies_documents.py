"""What laws draw of documents: plain values with something else at one place.

To add a sort of damage: one strategy, and its name in `junk`.
"""

from hypothesis import strategies as st

from troopmoves.formats.document.codec import Plain

scalars: st.SearchStrategy[Plain] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["IRQ", "half", "x", "", " x", "2020-01", "about 5", "base", "present", "rotate"])
)
junk: st.SearchStrategy[Plain] = st.recursive(
    scalars,
    lambda parts: (
        st.lists(parts, max_size=3) | st.dictionaries(st.sampled_from(["id", "kind", "is", "x"]), parts)
    ),
    max_leaves=4,
)
"""Any plain values, some of which make sense somewhere."""


def damaged(value: Plain, data: st.DataObject, wrong: Plain) -> Plain:
    """Return plain values with something else at one drawn place."""
    if isinstance(value, dict) and value and data.draw(st.integers(0, 7)):
        key = data.draw(st.sampled_from(sorted(value)))
        return value | {key: damaged(value[key], data, wrong)}
    if isinstance(value, list) and value and data.draw(st.integers(0, 7)):
        index = data.draw(st.integers(0, len(value) - 1))
        return [*value[:index], damaged(value[index], data, wrong), *value[index + 1 :]]
    return wrong


def maimed(value: Plain, data: st.DataObject) -> Plain:
    """Return plain values with one part left out or put in twice, or under another key."""
    if isinstance(value, dict) and value:
        key = data.draw(st.sampled_from(sorted(value)))
        if data.draw(st.integers(0, 3)):
            return value | {key: maimed(value[key], data)}
        rest = {name: part for name, part in value.items() if name != key}
        new = data.draw(st.sampled_from([*_KEYS, ""]))
        return {**rest, new: value[key]} if new else rest
    if isinstance(value, list) and value:
        index = data.draw(st.integers(0, len(value) - 1))
        if data.draw(st.integers(0, 3)):
            return [*value[:index], maimed(value[index], data), *value[index + 1 :]]
        return [*value[:index], *value[index + 1 :], *([value[index]] * data.draw(st.sampled_from([0, 2])))]
    return value


_KEYS = ("to", "from", "where", "count", "share", "of", "country", "within", "role", "other_than", "claim")
"""Keys that stand in one sort of mapping and not in another."""

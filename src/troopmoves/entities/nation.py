"""States that send forces, by ISO 3166-1 alpha-3 code.

This is the only module that imports pycountry, and only when the first nation is made. Known are the current
codes, those of states that ceased (ISO 3166-3) and the user-assigned ones of `aliases.USER_ASSIGNED`.

Reading a name is never fuzzy: spelling is folded (`troopmoves.entities.spelling`), and what is left is looked
up or refused. To add a spelling, see `troopmoves.entities.aliases`. Names in other languages, and of what is
no nation, are read by `troopmoves.entities.name`.
"""

from __future__ import annotations

import difflib
import functools
import gettext
from collections.abc import Iterator
from typing import Final, final

import attrs

from troopmoves.entities.aliases import ALIASES, AMBIGUOUS, SHORT_NAMES, USER_ASSIGNED
from troopmoves.entities.spelling import LONGEST, bracketed, folded, spellings
from troopmoves.errors import UnknownNationError


@final
@attrs.frozen
class Nation:
    """A state that sends forces.

    >>> Nation("CAN").name
    'Canada'
    >>> Nation.of("Kosovo")
    Nation(code='XKX')
    """

    code: str
    """ISO 3166-1 alpha-3 in capitals, or a code in `aliases.USER_ASSIGNED`."""

    def __attrs_post_init__(self) -> None:
        _check_code(self.code)

    def __str__(self) -> str:
        return self.code

    @classmethod
    def of(cls, value: str | Nation) -> Nation:
        """Return the nation of an alpha-3 code or a name; one object per nation.

        Two-letter codes are not read, since many are words or names of something else; "UK" and "US" are read
        as the names that they are in news.

        >>> Nation.of("Korea, South").code
        'KOR'

        Raises:
            UnknownNationError: If nothing or more than one nation has that code or name; it lists near names.
        """
        if isinstance(value, str):
            return _read(value)
        if isinstance(value, Nation):
            return _interned(value.code)
        raise UnknownNationError("Nation.of", value)

    @property
    def name(self) -> str:
        """Return the everyday English name.

        >>> Nation("GBR").name, Nation("IRN").name, Nation("SUN").name
        ('United Kingdom', 'Iran', 'Soviet Union')
        """
        return _names()[self.code]

    @property
    def is_historic(self) -> bool:
        """Return whether the state ceased to exist, by ISO 3166-3."""
        return self.code in _historic_codes()


def is_nation_code(text: str) -> bool:
    """Return whether the text is the code of a nation.

    >>> is_nation_code("IRQ"), is_nation_code("KAF")
    (True, False)
    """
    return text in _names()


def standard_names(language: str) -> Iterator[tuple[str, str]]:
    """Yield every name that pycountry has in a language, with the code of its nation.

    >>> dict(standard_names("de"))["Deutschland"]
    'DEU'
    """
    if language == "en":
        yield from ((name, code) for name, code in _codes_by_name().items())
        yield from ((name, code) for code, name in _names().items())
        return
    import pycountry  # noqa: PLC0415 (as below)

    for database, domain in ((pycountry.countries, "iso3166-1"), (pycountry.historic_countries, "iso3166-3")):
        catalogue = gettext.translation(domain, pycountry.LOCALES_DIR, languages=[language])
        for country in database:
            for field in ("common_name", "name", "official_name"):
                name = getattr(country, field, "")
                if name:
                    yield catalogue.gettext(name), country.alpha_3


def every_nation() -> Iterator[Nation]:
    """Yield every known nation, those that ceased included."""
    return (_interned(code) for code in _names())


_INTERNED: Final[dict[str, Nation]] = {}


def _interned(code: str) -> Nation:
    # setdefault is atomic: two threads that meet here get the same object.
    nation = _INTERNED.get(code)
    return nation if nation is not None else _INTERNED.setdefault(code, Nation(code))


def _check_code(code: object) -> None:
    if not isinstance(code, str):
        raise UnknownNationError("Nation.code", code)
    if code not in _names():
        raise UnknownNationError("Nation.code", code, _near(code))


@functools.cache
def _read(text: str) -> Nation:
    if text in _names():
        return _interned(text)
    code = _code_of(folded(text)) if len(text) <= LONGEST else None
    if code is None:
        raise UnknownNationError("Nation.of", text, _near(text))
    return _interned(code)


@functools.cache
def _names() -> dict[str, str]:
    """Return the everyday name of every known nation, by code."""
    import pycountry  # noqa: PLC0415 (80 ms, wanted only when a nation is made)

    names: dict[str, str] = {}
    for country in pycountry.countries:
        names[country.alpha_3] = getattr(country, "common_name", country.name)
    for country in pycountry.historic_countries:
        names.setdefault(country.alpha_3, country.name.partition(",")[0])
    return names | USER_ASSIGNED | SHORT_NAMES


@functools.cache
def _historic_codes() -> frozenset[str]:
    import pycountry  # noqa: PLC0415 (as above)

    current = {country.alpha_3 for country in pycountry.countries}
    return frozenset(country.alpha_3 for country in pycountry.historic_countries) - current


@functools.cache
def _codes_by_name() -> dict[str, str]:
    """Return the code of every folded name; our own table wins over pycountry's names."""
    import pycountry  # noqa: PLC0415 (as above)

    rows = [(name, code) for code, name in _names().items()]
    rows += [(alias, code) for code, aliases in ALIASES.items() for alias in aliases]
    for country in (*pycountry.countries, *pycountry.historic_countries):
        rows += [
            (getattr(country, field, ""), country.alpha_3)
            for field in ("common_name", "name", "official_name")
        ]
    codes: dict[str, str] = {}
    for name, code in rows:
        for spelling in spellings(folded(name)):
            codes.setdefault(spelling, code)
    for name in ("", *AMBIGUOUS):
        codes.pop(folded(name), None)
    return codes


def _code_of(name: str) -> str | None:
    codes = _codes_by_name()
    for spelling in spellings(name):
        if spelling in codes:
            return codes[spelling]
    both = bracketed(name)
    if both is None:
        return None
    # "Myanmar (Burma)" says one nation twice; "Ethiopia (Eritrea)" does not, and is refused.
    outer, inner = (_code_of(part) for part in both)
    return outer if outer == inner else None


_MOST_NEAR: Final = 5
_CODE_LENGTH: Final = 3


@functools.lru_cache(maxsize=256)  # a misspelling comes in many rows, and each search takes milliseconds
def _near(text: str) -> tuple[str, ...]:
    """Return the names of nations that the text may have meant."""
    import pycountry  # noqa: PLC0415 (as above)

    if len(text) > LONGEST:
        return ()
    bare = folded(text)
    by_name = _codes_by_name()
    codes = [code for name, two in AMBIGUOUS.items() if folded(name) == bare for code in two]
    codes += [country.alpha_3 for country in pycountry.countries if country.alpha_2 == text.upper()]
    if text.isupper() and len(text) == _CODE_LENGTH:
        codes += [code for code in _names() if sorted(code) == sorted(text)]
        codes += difflib.get_close_matches(text, _names(), n=_MOST_NEAR, cutoff=0.66)
    codes += [by_name[name] for name in difflib.get_close_matches(bare, by_name, n=_MOST_NEAR, cutoff=0.7)]
    return tuple(dict.fromkeys(_names()[code] for code in codes))[:_MOST_NEAR]

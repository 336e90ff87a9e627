"""Adjectives and nouns of nationality, as far as troop phrases need them.

This is the one seam between phrases and the names of nations: `is_demonym` says whether a word names a
people. It asks the lexicon, which lists the common ones and peoples without a state, and then the table of
demonyms that `troopmoves.entities.demonym` keeps; which nation a word names is asked there.
"""

from __future__ import annotations

import functools

from troopmoves.entities.demonym import demonyms
from troopmoves.entities.spelling import folded
from troopmoves.phrases.lexiconfile import lexicon


@functools.lru_cache(maxsize=4_096)
def is_demonym(word: str, language: str) -> bool:
    """Return whether a word, in whatever case, is an adjective or noun of nationality.

    >>> is_demonym("französische", "de"), is_demonym("Barbadians", "en"), is_demonym("bananas", "en")
    (True, True, False)
    """
    if "people" in lexicon(language).words.get(word.lower(), ()):
        return True
    return folded(word, language) in _table(language)


@functools.cache
def _table(language: str) -> frozenset[str]:
    return frozenset(word for word, _ in demonyms(language))

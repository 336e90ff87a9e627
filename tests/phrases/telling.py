"""What a reading says, in one line, as the files of readings have it."""

from __future__ import annotations

from pathlib import Path

from troopmoves.errors import PhraseError
from troopmoves.phrases.phrase import Measure, Phrase
from troopmoves.phrases.read import read_phrase

FOLDER = Path(__file__).parent


def told(phrase: Phrase) -> str:
    """Return what a phrase says: amount, what it counts, whole, level before, relation, measure, parts."""
    said = [str(phrase.headcount or phrase.share)]
    if phrase.counts != "persons":
        said.append(phrase.counts)
    if phrase.whole:
        said.append(f"of {phrase.whole}")
    if phrase.before:
        said.append(f"was {phrase.before}")
    if phrase.noun:
        said.append(phrase.noun)
    if phrase.echelon:
        said.append(f"[{phrase.echelon}]")
    if phrase.relation:
        said.append(phrase.relation)
    if phrase.measure is not Measure.LEVEL:
        said.append(phrase.measure.upper())
    said.extend(f"{part.headcount or part.share} {part.noun}".strip() for part in phrase.parts)
    return " | ".join(said)


def read_or_refused(text: str, language: str) -> str:
    """Return what a phrase says, or "refused" with the word at fault."""
    try:
        return told(read_phrase(text, language))
    except PhraseError as error:
        return f"refused {error.word}".strip()


def expected(language: str) -> dict[str, str]:
    """Return the phrases of a language with what they should be read as."""
    lines = (FOLDER / f"readings_{language}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" => ") for line in lines if " => " in line)
    return {phrase: said for phrase, said in pairs}  # noqa: C416 (lists of two, for the type checker)

"""How many real phrases are read rightly, refused or read wrongly, and how long a phrase takes.

`python benchmarks/phrases.py FILE`, where FILE holds annotated phrases, one JSON object a line (phrase, lang,
annotation); phrase_scoring.py beside this file is the map from the annotation to our kinds. The
time is put beside quantulum3, recognizers-text and text2num, each if it is installed: they find numbers in
English text and keep no hedge, so that only their time is compared. All run in one process, one after the
other, by its processor time and with the collector paused for all.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from phrase_scoring import LANGUAGES, fits

from troopmoves.errors import PhraseError
from troopmoves.phrases.read import read_phrase

SCORES = ("right", "refused", "wrong")


class Row(NamedTuple):
    """A phrase of the set."""

    phrase: str
    language: str
    annotation: dict[str, Any]


def rows(path: Path) -> list[Row]:
    """Return the phrases of the languages that are read."""
    found = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Row(one["phrase"], one["lang"], one["annotation"]) for one in found if one["lang"] in LANGUAGES]


def score(row: Row) -> tuple[str, str]:
    """Return the score of a phrase, and what to show of it if it is not right."""
    try:
        phrase = read_phrase(row.phrase, row.language)
    except PhraseError as error:
        return "refused", error.rule
    return ("right", "") if fits(phrase, row.annotation) else ("wrong", str(phrase.headcount or phrase.share))


def report(found: list[Row]) -> None:
    """Print the scores by language and by the annotators' kind, and every phrase that is not right."""
    scores: Counter[tuple[str, str]] = Counter()
    missed: list[str] = []
    for row in found:
        result, shown = score(row)
        for group in (row.language, "all", row.annotation["kind"]):
            scores[group, result] += 1
        if shown:
            missed.append(f"  {result:8}{row.language}  {row.phrase}: {shown}")
    groups = [*LANGUAGES, "all", *sorted({row.annotation["kind"] for row in found})]
    print(f"{'':20}{'phrases':>8}" + "".join(f"{name:>9}" for name in SCORES) + f"{'right':>9}")
    for group in groups:
        counts = [scores[group, name] for name in SCORES]
        total = sum(counts)
        if total:
            numbers = "".join(f"{count:>9}" for count in counts)
            print(f"{group:20}{total:>8}{numbers}{counts[0] / total:>9.1%}")
    print("\nNot right:", *missed, sep="\n")


def ours(phrase: str) -> None:
    """Read a phrase with this library."""
    try:
        read_phrase(phrase)
    except PhraseError:
        return


def peers() -> dict[str, Callable[[str], object] | str]:
    """Return what to call for each package, or why it cannot be called."""
    found: dict[str, Callable[[str], object] | str] = {}
    try:
        from recognizers_number import Culture, recognize_number  # noqa: PLC0415 (optional)

        found["recognizers-text"] = lambda phrase: recognize_number(phrase, Culture.English)
    except ImportError as error:
        found["recognizers-text"] = f"not installed ({error})"
    try:
        from quantulum3 import parser  # noqa: PLC0415 (optional)

        found["quantulum3"] = parser.parse
    except ImportError as error:
        found["quantulum3"] = f"not installed ({error})"
    try:
        from text_to_num import alpha2digit  # noqa: PLC0415 (optional)

        found["text2num"] = lambda phrase: alpha2digit(phrase, "en")
    except ImportError as error:
        found["text2num"] = f"not installed ({error})"
    return found


def once(call: Callable[[str], object], phrases: list[str]) -> float:
    """Return the microseconds of processor time that a phrase takes, over one pass."""
    start = time.process_time()
    for phrase in phrases:
        call(phrase)
    return (time.process_time() - start) / len(phrases) * 1e6


def compare(phrases: list[str], passes: int) -> None:
    """Print the time per phrase: the best of so many passes, after one to warm up."""
    calls: dict[str, Callable[[str], object] | str] = {"troopmoves": ours, **peers()}
    print(f"\nMicroseconds a phrase, best of {passes} passes over {len(phrases)} English phrases:")
    own = 0.0
    for name, call in calls.items():
        if isinstance(call, str):
            print(f"  {name:18}{call}")
            continue
        once(call, phrases)
        gc.collect()
        gc.disable()
        best = min(once(call, phrases) for _ in range(passes))
        gc.enable()
        own = own or best
        print(f"  {name:18}{best:10.1f}{best / own:8.1f} times ours")


def main() -> None:
    """Print the scores and the times."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="annotated phrases, one JSON object a line")
    parser.add_argument("--passes", type=int, default=5, help="how often each package reads all phrases")
    parser.add_argument("--scores-only", action="store_true", help="leave out the times")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")  # the packages compared with warn of each other's versions
    found = rows(chosen.file)
    report(found)
    if not chosen.scores_only:
        compare([row.phrase for row in found if row.language == "en"], chosen.passes)


if __name__ == "__main__":
    main()

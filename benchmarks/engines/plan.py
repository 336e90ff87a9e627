"""What is run and how large, as the command line says."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from engines.plain import Engine
from engines.program import Daily, Program
from engines.prototype import Prototype


class Plan(NamedTuple):
    """How large the ledgers are, and which engines stand beside ours."""

    components: int = 1_000
    """How many, where there are many."""
    size: int = 50
    """Claims in each of many components."""
    question: int = 1_000
    """Claims in the component that is asked."""
    load: tuple[int, ...] = (1_000, 2_000, 5_000, 10_000)
    """Claims in the components that are loaded."""
    memory: int = 1_000
    """Claims in the component that is weighed."""
    grown: int = 40
    """Components of the ledger that grows."""
    series: tuple[int, ...] = (150, 400, 1_000)
    """Lengths of the series."""
    patience: float = 120.0
    """The most seconds that one loading may be expected to take."""
    seed: int = 1
    """By which the ledgers are drawn."""
    engine: Path | None = None
    """The folder of another engine."""

    def other(self) -> Iterator[Engine]:
        """Yield the engine given by path, if there is one."""
        if self.engine is not None:
            yield Prototype(self.engine)


QUICK: Final = Plan(
    components=20, question=200, load=(200, 400), memory=200, grown=10, series=(25, 50), patience=10.0
)
"""Small enough for less than a minute."""

_SIZES: Final = {
    "components": "how many, where there are many",
    "size": "claims in each of many components",
    "question": "claims in the component that is asked",
    "load": "claims in the components that are loaded",
    "memory": "claims in the component that is weighed",
    "grown": "components of the ledger that grows",
    "series": "lengths of the series",
    "seed": "by which the ledgers are drawn",
}


def solvers() -> Iterator[Engine]:
    """Yield HiGHS, if it is installed, with each way to write the claims down."""
    if find_spec("highspy") is not None:
        from engines.highs import Highs  # noqa: PLC0415 (may be missing)

        yield Highs(Program)
        yield Highs(Daily)


def planned(description: str | None, targets: Sequence[str]) -> tuple[Plan, list[str]]:
    """Return what the command line asks for, and which of the targets."""
    parser = ArgumentParser(description=description, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small ledgers, less than a minute")
    parser.add_argument("--only", nargs="+", choices=targets, default=targets, help="what to measure")
    parser.add_argument("--engine", type=Path, metavar="FOLDER", help="another engine, by its folder")
    parser.add_argument(
        "--patience", type=float, help="most seconds that one loading may be expected to take"
    )
    for name, text in _SIZES.items():
        several = "+" if isinstance(getattr(Plan(), name), tuple) else None
        parser.add_argument(f"--{name}", type=int, nargs=several, metavar="N", help=text)
    given = vars(parser.parse_args())
    wanted = {name: given[name] for name in Plan._fields if given[name] is not None}
    wanted = {name: tuple(one) if isinstance(one, list) else one for name, one in wanted.items()}
    return (QUICK if given["quick"] else Plan())._replace(**wanted), list(given["only"])

"""`import troopmoves` is cheap: what is slow to load waits until it is needed."""

import subprocess
import sys

import pytest

LATE = [
    *("altair", "bqplot", "cattrs", "cyclopts", "jinja2", "numpy", "pandas", "pint", "polars", "pyarrow"),
    *("pycountry", "rich", "ruamel", "scipy", "vl_convert"),
]


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """Return the packages that a fresh interpreter holds after `import troopmoves`."""
    program = "import sys, troopmoves; print(*{name.partition('.')[0] for name in sys.modules})"
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own words)
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(finished.stdout.split())


def test_import_loads_the_library(loaded: set[str]) -> None:
    """The check below looks at a process that did import the library."""
    assert "troopmoves" in loaded


@pytest.mark.parametrize("package", LATE)
def test_import_leaves_slow_package_for_later(loaded: set[str], package: str) -> None:
    """Importing the library does not load this package."""
    assert package not in loaded

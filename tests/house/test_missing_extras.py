"""Where the package of an extra is missing, everything that needs it says which extra brings it."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IRAQ = str(ROOT / "examples" / "iraq-january-2020.yaml")
OPTIONAL = ("altair", "bqplot", "cyclopts", "jinja2", "markupsafe", "pyarrow", "rich", "vl_convert")
"""The packages that only an extra brings."""
NEEDS = {
    "chart_comparison": "charts",
    "chart_flows": "charts",
    "chart_series": "charts",
    "chart_state": "charts",
    "chart_timeline": "charts",
    "from_arrow": "tables",
    "read_parquet": "tables",
    "to_arrow": "tables",
    "write_parquet": "tables",
}
"""The public names that cannot be had without an extra; what needs one when it is called has its own test."""

WITHOUT = """\
import json, sys
sys.modules.update(dict.fromkeys({packages!r}))
"""
NAMES = """\
import troopmoves as tm
from troopmoves.errors import MissingExtraError
told = {}
for name in tm.__all__:
    try:
        getattr(tm, name)
    except MissingExtraError as error:
        told[name] = error.way_out
print(json.dumps(told))
"""
COMMAND = """\
sys.argv = ["troopmoves", *{arguments!r}]
from troopmoves.cli.start import main
main()
"""


def run(program: str, *packages: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program in a Python that has not got these packages."""
    return subprocess.run(  # noqa: S603 (our own interpreter, our own words)
        [sys.executable, "-c", WITHOUT.format(packages=packages) + program],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
    )


@cache
def told() -> dict[str, str]:
    """Return the ways out of the public names that cannot be had without any extra."""
    finished = run(NAMES, *OPTIONAL)
    assert finished.stderr == ""
    ways_out: dict[str, str] = json.loads(finished.stdout)
    return ways_out


def test_no_other_public_name_needs_an_extra() -> None:
    """What is not listed above is there without any extra, and nothing ends in another error."""
    assert told().keys() <= NEEDS.keys()


@pytest.mark.parametrize("name", NEEDS)
def test_public_name_says_which_extra_brings_it(name: str) -> None:
    """The way out holds for an installation and for a clone."""
    extra = NEEDS[name]
    assert told()[name].startswith(
        f"pip install 'troopmoves[{extra}]' (in a clone: pip install '.[{extra}]')"
    )


@pytest.mark.parametrize(
    ("package", "extra", "arguments"),
    [
        ("cyclopts", "cli", ("--help",)),
        ("rich", "cli", ("state", IRAQ, "--on", "2020-01-15")),
        ("altair", "charts", ("chart", "state", IRAQ, "--on", "2020-01-15", "-o", "x.svg")),
        ("altair", "charts", ("chart", "timeline", IRAQ, "-o", "x.json")),
        ("vl_convert", "charts", ("chart", "state", IRAQ, "--on", "2020-01-15", "-o", "x.svg")),
        ("vl_convert", "charts", ("chart", "state", IRAQ, "--on", "2020-01-15", "-o", "x.html")),
        ("bqplot", "maps", ("chart", "flows", IRAQ, "--on", "2020-01-15", "-o", "x.json")),
        ("pyarrow", "tables", ("export", "parquet", IRAQ, "-o", "x.parquet")),
        ("pyarrow", "tables", ("convert", IRAQ, "x.parquet")),
        ("altair", "report", ("report", IRAQ, "-o", "x.html")),
        ("jinja2", "report", ("report", IRAQ, "-o", "x.html")),
        ("vl_convert", "report", ("report", IRAQ, "-o", "x.html")),
    ],
)
def test_command_says_which_extra_brings_it(
    tmp_path: Path, package: str, extra: str, arguments: tuple[str, ...]
) -> None:
    """A command ends with two lines and exit code 2, writes nothing, and traces nothing back."""
    finished = run(COMMAND.format(arguments=arguments), package, folder=tmp_path)
    assert finished.returncode == 2
    assert "Traceback" not in finished.stderr
    assert f"way out: pip install 'troopmoves[{extra}]'" in finished.stderr
    assert f"(in a clone: pip install '.[{extra}]')" in finished.stderr
    assert list(tmp_path.iterdir()) == []


def test_chart_is_a_specification_without_what_renders(tmp_path: Path) -> None:
    """Vega-Lite needs no renderer, so that the chart is written."""
    arguments = ("chart", "timeline", IRAQ, "-o", "x.json")
    finished = run(COMMAND.format(arguments=arguments), "vl_convert", folder=tmp_path)
    assert finished.returncode == 0
    assert "$schema" in (tmp_path / "x.json").read_text("utf-8")

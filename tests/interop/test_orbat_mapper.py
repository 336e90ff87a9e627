"""Scenarios judged by the programs that read them: orbat-mapper's own types, and milsymbol, which draws them.

The types are on no package registry. Whoever has orbat-mapper's source, with its packages installed, names
the folder in TROOPMOVES_ORBAT_MAPPER; else those tests are skipped. milsymbol comes from the npm registry.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from formats.orbat.example import LEDGER, unit_in, units_of

import troopmoves as tm
from troopmoves.claims.assumptions import Plans
from troopmoves.formats.orbat.write import to_orbat
from troopmoves.formats.symbol import Identity

pytestmark = pytest.mark.slow

NODE = shutil.which("node")
NPM = shutil.which("npm")
MAPPER = Path(os.environ.get("TROOPMOVES_ORBAT_MAPPER", ""))
needs_types = pytest.mark.skipif(
    NODE is None or not (MAPPER / "src" / "types" / "scenarioModels.ts").is_file(),
    reason="TROOPMOVES_ORBAT_MAPPER names no source of orbat-mapper, or there is no node",
)
ARTICLE = Path(__file__).parents[2] / "examples" / "iraq-january-2020.yaml"

SCENARIO_TS = """\
import type {{ Scenario }} from "@/types/scenarioModels";
const scenario: Scenario = {scenario};
export default scenario;
"""


def ran(*command: str | Path | None, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 (programs of the machine, arguments of ours)
        [str(part) for part in command], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )


def exports() -> Iterator[dict[str, Any]]:
    """Yield scenarios of a ledger with units and of a news article, with plans taken each way."""
    for ledger in (LEDGER, tm.read(ARTICLE)):
        for plans in Plans:
            assuming = tm.Assumptions.of(plans=plans)
            export = to_orbat(
                ledger,
                since="2020-01-06",
                until="2020-01-20",
                identities={"CAN": Identity.FRIEND, "FRA": Identity.NEUTRAL},
                assuming=assuming,
                accept="all",
            )
            yield export.content


def complaints(scenario: dict[str, Any], folder: Path) -> list[str]:
    """Return what the TypeScript compiler says of a scenario, by the types of orbat-mapper's source."""
    text = SCENARIO_TS.format(scenario=json.dumps(scenario))
    (folder / "scenario.ts").write_text(text, encoding="utf-8")
    options = {
        "strict": True,
        "noEmit": True,
        "skipLibCheck": True,
        "target": "esnext",
        "module": "esnext",
        "moduleResolution": "bundler",
        "allowImportingTsExtensions": True,
        "types": [],
        "lib": ["esnext", "dom"],
        "paths": {"@/*": [f"{MAPPER.resolve()}/src/*"]},
    }
    project = {"compilerOptions": options, "files": ["scenario.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    compiler = MAPPER.resolve() / "node_modules" / "typescript" / "bin" / "tsc"
    finished = ran(NODE, compiler, "--project", "tsconfig.json", folder=folder)
    return [line for line in finished.stdout.splitlines() if line.startswith("scenario.ts")]


@needs_types
def test_scenarios_are_of_the_type_that_orbat_mapper_takes(tmp_path: Path) -> None:
    """The compiler accepts every exported scenario as a literal of the project's own type."""
    for scenario in exports():
        assert complaints(scenario, tmp_path) == []


@needs_types
def test_compiler_refuses_what_is_no_scenario(tmp_path: Path) -> None:
    """The same check complains of an unknown key, a time as text, and a version that never was."""
    scenario = next(exports())
    for wrong in ({"colour": "red"}, {"startTime": "2020-01-07"}, {"version": "0.0.1"}):
        assert complaints(scenario | wrong, tmp_path)


DRAWING = """\
import ms from "milsymbol";
const codes = JSON.parse(process.argv[2]);
const drawn = codes.map((code) => {
  const symbol = new ms.Symbol(code);
  const { echelon, notpresent, affiliation } = symbol.getMetadata();
  return [code, { valid: symbol.isValid(), echelon, dashed: notpresent !== "", affiliation }];
});
console.log(JSON.stringify(Object.fromEntries(drawn)));
"""


@pytest.fixture(scope="module")
def milsymbol(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which node finds milsymbol."""
    if NODE is None or NPM is None:
        pytest.skip("there is no node here")
    folder = tmp_path_factory.mktemp("milsymbol")
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    (folder / "draw.mjs").write_text(DRAWING, encoding="utf-8")
    if ran(NPM, "install", "--no-audit", "--no-fund", "milsymbol@3", folder=folder).returncode:
        pytest.skip("npm installs nothing here")
    return folder


def drawn_by(folder: Path, codes: list[str]) -> dict[str, dict[str, Any]]:
    finished = ran(NODE, "draw.mjs", json.dumps(codes), folder=folder)
    assert finished.returncode == 0, finished.stderr
    found: dict[str, dict[str, Any]] = json.loads(finished.stdout)
    return found


def test_every_symbol_is_drawn(milsymbol: Path) -> None:
    """Whatever symbol a scenario holds, the library that orbat-mapper draws with takes it for valid."""
    units = [unit for scenario in exports() for unit in units_of(scenario)]
    states = [state for unit in units for state in unit.get("state", [])]
    codes = sorted({part["sidc"] for part in [*units, *states]})
    drawn = drawn_by(milsymbol, codes)
    assert len(codes) > 5
    assert [code for code in codes if not drawn[code]["valid"]] == []


def test_plans_are_drawn_dashed_and_units_at_their_size(milsymbol: Path) -> None:
    """A unit that only a plan moves has a dashed frame; the brigade is drawn as a brigade of friends."""
    scenario = list(exports())[1]
    first, moved = (state["sidc"] for state in unit_in(scenario, "1-rcr")["state"])
    brigade = unit_in(scenario, "2-cmbg")["sidc"]
    drawn = drawn_by(milsymbol, [first, moved, brigade, "1001"])
    assert [drawn[code]["dashed"] for code in (first, moved)] == [False, True]
    assert (drawn[brigade]["echelon"], drawn[brigade]["affiliation"]) == ("Brigade", "Friend")
    assert drawn[first]["echelon"] == "Battalion/squadron"
    assert not drawn["1001"]["valid"]

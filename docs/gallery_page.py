"""The gallery, made from the examples: their questions, pictures, printed text and code.

Nothing on that page is written by hand but its head, so an example that is added, changed or taken away is so
in the gallery too. What an example prints is compared by tests/house/test_examples.py, and what it draws by
tests/house/test_gallery.py.

A title is the first line of a docstring. The order is that of examples/README.md; what it leaves out follows.
"""  # noqa: INP001 (a part of conf.py, and no package)

import ast
import html
import re
from pathlib import Path
from typing import Final

MARK: Final = "<!-- examples -->"
"""Where the examples stand on the page."""
ADDRESS: Final = re.compile(r"https://[^\s)]+")
TITLE_OF_PICTURE: Final = re.compile(r"aria-label=\"Title text '(.*?)'\"", re.DOTALL)


def examples(root: Path) -> list[Path]:
    """Return the example scripts, in the order in which their README tells of them."""
    scripts = sorted((root / "examples").glob("*.py"))
    readme = (root / "examples" / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"\((\w+)\.py\)", readme)
    return sorted(scripts, key=lambda script: told.index(script.stem) if script.stem in told else len(told))


def question(script: Path) -> tuple[str, str]:
    """Return the question that an example asks, and what else its docstring says."""
    said = ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))) or script.stem
    title, _, rest = said.partition("\n")
    return title.strip().removesuffix("."), ADDRESS.sub(r"<\g<0>>", rest.strip())


def pictures(root: Path, script: Path) -> list[Path]:
    """Return the pictures that stand in the documentation for an example."""
    return sorted((root / "docs" / "gallery" / script.stem).glob("*.svg"))


def alternative_text(picture: Path) -> str:
    """Return what a picture is called and comes to, as its own title says."""
    found = TITLE_OF_PICTURE.search(picture.read_text(encoding="utf-8"))
    title = html.unescape(found[1]) if found else ""
    return f"{picture.stem.replace('_', ' ').capitalize()}: {' '.join(title.split())}"


def section(root: Path, script: Path) -> str:
    """Return what the gallery shows of one example."""
    title, rest = question(script)
    name = script.stem
    shown = [f"![{alternative_text(one)}](gallery/{name}/{one.name})" for one in pictures(root, script)]
    if (root / "examples" / "out" / f"{name}.txt").exists():
        shown += ["It prints:", included(f"out/{name}.txt", "text")]
    code = f":::{{dropdown}} The code, `examples/{name}.py`\n{included(f'{name}.py', 'python')}\n:::"
    return "\n\n".join(part for part in (f"(example-{name})=", f"## {title}", rest, *shown, code) if part)


def included(path: str, language: str) -> str:
    """Return the directive that shows a file of the examples whole."""
    return f"```{{literalinclude}} ../examples/{path}\n:language: {language}\n```"


def filled(page: str, root: Path) -> str:
    """Return the page of the gallery with all examples in their place."""
    scripts = examples(root)
    contents = "\n".join(f"- [{question(one)[0]}](#example-{one.stem})" for one in scripts)
    return page.replace(MARK, "\n\n".join([contents, *(section(root, one) for one in scripts)]))

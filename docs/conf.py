"""How the documentation is built: offline, with warnings as errors, from docstrings and Markdown."""

import importlib
import importlib.metadata
import re
import sys
from pathlib import Path

from sphinx.application import Sphinx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
gallery = importlib.import_module("gallery_page")

project = "troopmoves"
author = "The troopmoves developers"
project_copyright = author
release = version = importlib.metadata.version("troopmoves")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
]
exclude_patterns = ["_build"]
html_extra_path = ["schema"]  # at a lasting address
nitpicky = True
nitpick_ignore_regex = [
    # The build stays offline, so no other project's inventory is at hand.
    (r"py:.*", r"(abc|collections|datetime|enum|fractions|os|pathlib|threading|typing|types)\..*"),
    (r"py:.*", r"(alt|altair|attrs?|pint|_?pint)\..*"),
    # The engine is private, and so is what carries names and entities between the ledger's modules.
    (r"py:.*", r"troopmoves\.solve\..*"),
    (r"py:.*", r"troopmoves\.ledger\.(census|names)\..*"),
    (r"py:.*", r"troopmoves\.formats\.loss\.T"),
    # The page of mappings describes them key by key; these are the records behind the keys.
    (r"py:.*", r"troopmoves\.formats\.mapping\.(part|spec|template)\..*"),
    # Names as the annotations shorten them; `collections.abc` and the standard library again, and Pint.
    (
        r"py:class",
        r"(Accept|Callable|Concatenate|Final|ForceLike|Identity|Plain|PlaceLike|CountLike|WhenLike|Mapping|Quantity|Registry|Fraction|Iterable|Iterator|Mapping|NoReturn|Path|Question|Self|Sequence|date|datetime|timedelta)",
    ),
]
default_role = "code"

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
autodoc_class_signature = "separated"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_numpy_docstring = False

myst_enable_extensions = ["colon_fence", "deflist", "smartquotes"]
myst_heading_anchors = 3

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"troopmoves {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True}
toc_object_entries_show_parents = "hide"


def keep_colons(
    _app: Sphinx, what: str, _name: str, _obj: object, _options: object, lines: list[str]
) -> None:
    """Keep Napoleon from taking the words before a colon in the doc of a field or property for its type."""
    if lines and what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]


def skip_new(_app: Sphinx, _what: str, name: str, _obj: object, skip: bool, _options: object) -> bool:  # noqa: FBT001 (Sphinx calls it so)
    """Leave out the `__new__` of enumerations, which nobody calls."""
    return skip or name == "__new__"


def fill_gallery(app: Sphinx, page: str, source: list[str]) -> None:
    """Put the examples into the page of the gallery, which is made anew when one of them changes."""
    if page == "gallery":
        source[0] = gallery.filled(source[0], HERE.parent)
        for script in gallery.examples(HERE.parent):
            app.env.note_dependency(str(script))


def end_blocks_with_their_last_line(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Show no empty line at the end of an example, where the Markdown has one for doctest's sake."""
    source[0] = re.sub(r"(^```python\n.*?)\n+(?=\n```$)", r"\1", source[0], flags=re.MULTILINE | re.DOTALL)


def setup(app: Sphinx) -> None:
    """Register what this page adds to Sphinx."""
    app.connect("autodoc-process-docstring", keep_colons, priority=400)  # Napoleon's own is 500
    app.connect("autodoc-skip-member", skip_new)
    app.connect("source-read", fill_gallery)
    app.connect("source-read", end_blocks_with_their_last_line)

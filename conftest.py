"""What every test run needs: how hard Hypothesis tries, and the examples in the Markdown pages.

Hypothesis runs the profile named by HYPOTHESIS_PROFILE: "ci" (the default; the same examples every time) or
"fuzz" (many, new ones each time; `.ci/full` runs it). A test sets no such numbers of its own.

Python blocks of README.md and docs/ run top to bottom, each page in one namespace, from the root of the
repository. A block that must not run stands behind `<!-- skip: next -->`. Docstrings need nothing from here:
`pytest --doctest-modules src` runs them.
"""

import doctest
import os

import hypothesis
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

hypothesis.settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("fuzz", max_examples=500, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    excludes=["docs/_build/**/*"],
).pytest()

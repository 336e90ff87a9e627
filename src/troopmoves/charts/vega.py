"""What draws: Altair, which every module of this room takes from here, or the error that says how to get it.

A module that imports Altair by itself would end in a bare `ModuleNotFoundError` where the extra is missing.
"""

from __future__ import annotations

from importlib.util import find_spec

from troopmoves.errors import MissingExtraError

try:
    import altair as alt
except ImportError as _error:
    raise MissingExtraError.of("altair", "charts need it", "charts") from _error

__all__ = ["alt", "needs_renderer"]


def needs_renderer() -> None:
    """Refuse to make a picture where what turns charts into files is missing.

    Raises:
        MissingExtraError: If vl-convert is not installed, without which a chart is only its specification.
    """
    if find_spec("vl_convert") is None:
        rule = "pictures and pages that need no network are made by it"
        raise MissingExtraError.of("vl-convert-python", rule, "charts")

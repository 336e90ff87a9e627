"""Sums of variables with factors, as plain dicts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TypeAlias

Form: TypeAlias = Mapping[int, int]
"""Variable -> its factor."""


def key_of(form: Form) -> tuple[int, ...]:
    """Return what tells a form from every other one."""
    return tuple(chain.from_iterable(sorted(form.items())))


def add(form: dict[int, int], other: Form, factor: int = 1) -> None:
    """Add a form, times a factor, to another one in place; what cancels is left out."""
    for variable, coefficient in other.items():
        total = form.get(variable, 0) + factor * coefficient
        if total:
            form[variable] = total
        else:
            form.pop(variable, None)


def minus(one: Form, other: Form, factor: int = 1, other_factor: int = 1) -> dict[int, int]:
    """Return the difference of two forms, each times a factor."""
    form: dict[int, int] = {}
    add(form, one, factor)
    add(form, other, -other_factor)
    return form

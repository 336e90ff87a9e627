"""Forces, places and the tables of a document in a schema.

To add a kind of place: one branch in `_ROW`. To add a table: one entry in `tables`.
"""

from __future__ import annotations

from typing import Final

from troopmoves.entities.force import OtherThan
from troopmoves.entities.scope import Tasking
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.entity import ANY_OF, FORCE, UNSPECIFIED
from troopmoves.formats.document.limit import LONGEST_WORD
from troopmoves.formats.document.table import (
    AREA,
    BASE,
    COUNTRY,
    OPERATION,
    ORGANISATION,
    REGION,
    UNIT,
    PlaceKind,
)
from troopmoves.formats.schema import meaning
from troopmoves.formats.schema.notation import ref
from troopmoves.formats.schema.record import closed, mapping, needed, one_of, properties

_KINDS: Final = meaning.of_members(PlaceKind)
_ANY_OF: Final = properties(ANY_OF)
_BASE_RULES: Final[dict[str, Plain]] = {
    "not": {"required": ["country", "within"]},
    "dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]},
}
_COUNTRY_OR_WITHIN: Final[Plain] = [{"required": ["country"]}, {"required": ["within"]}]


def entities() -> dict[str, dict[str, Plain]]:
    """Return the definitions of forces, places, parties and rows, by name."""
    return {
        "force": _force(),
        "place": _place("unspecified", "any_of"),
        "option": _place("unspecified"),
        "unspecified": mapping(UNSPECIFIED),
        "lead": _party("nation", "organisation"),
        "operator": _party("nation", "organisation", "operation"),
        "place_row": _place_row(),
        "country_row": _row_of(PlaceKind.COUNTRY, properties(COUNTRY), []),
        "area_row": _row_of(
            PlaceKind.AREA, _with_country(properties(AREA)), ["kind", "name"], oneOf=_COUNTRY_OR_WITHIN
        ),
        "base_row": _row_of(
            PlaceKind.BASE,
            _with_country(properties(BASE)),
            needed(BASE),
            **_BASE_RULES,
        ),
        "region_row": _row_of(PlaceKind.REGION, properties(REGION), needed(REGION)),
        "organisation_row": mapping(ORGANISATION),
        "operation_row": mapping(OPERATION),
        "unit_row": mapping(UNIT),
    }


def tables() -> dict[str, Plain]:
    """Return the schema of each table of a document, by its key."""
    return {
        "places": {
            "description": "The places of the document, by id; closed countries by code.",
            "type": "object",
            "propertyNames": ref("id"),
            # Only what has a name can be anything but a country under a code.
            "patternProperties": {
                "^[A-Z]{3}$": {
                    "if": {"required": ["name"]},
                    "then": ref("place_row"),
                    "else": ref("country_row"),
                },
                "^(?![A-Z]{3}$)": ref("place_row"),
            },
        },
        "organisations": _table("The organisations of the document, by id.", ref("organisation_row")),
        "operations": _table("The operations of the document, by id.", ref("operation_row")),
        "units": _table("The units of the document, by id.", ref("unit_row")),
        "aliases": {
            "description": "Other spellings of nations' names, each with the nation's code or name.",
            "type": "object",
            "additionalProperties": ref("nation"),
            "examples": [{"Kanada": "CAN"}],
        },
    }


def _table(description: str, row: Plain) -> dict[str, Plain]:
    return {
        "description": description,
        "type": "object",
        "propertyNames": ref("id"),
        "additionalProperties": row,
    }


def _force() -> dict[str, Plain]:
    meanings = meaning.of_fields(OtherThan, {})
    keys = {**properties(FORCE), "other_than": {"description": meanings["role"], **ref("name")}}
    return {
        **closed("A nation, or a mapping of its parts; without any part, everyone.", keys, []),
        "type": ["string", "object"],
        "maxLength": LONGEST_WORD,
        "dependentSchemas": {
            "other_than": {"not": {"required": ["role"]}},
            "operation": {"properties": {"tasking": {"not": {"const": str(Tasking.WITHOUT_MISSION)}}}},
        },
        "examples": ["CAN", {"nation": "FRA", "role": "training"}, {"operation": "nmi"}, {}],
    }


def _place(*forms: str) -> dict[str, Plain]:
    keys: dict[str, Plain] = {
        "unspecified": {"description": "A place that the source does not name.", **ref("unspecified")},
        **_ANY_OF,
    }
    examples: dict[str, Plain] = {"unspecified": {"outside": "IRQ"}, "any_of": ["KWT", "JOR"]}
    return {
        **closed("A country by its code, a place by its id, or a place that is not named.", {}, []),
        "type": ["string", "object"],
        "maxLength": LONGEST_WORD,
        "properties": {form: keys[form] for form in forms},
        "minProperties": 1,
        "maxProperties": 1,
        "examples": ["IRQ", *({form: examples[form]} for form in forms)],
    }


def _party(*forms: str) -> dict[str, Plain]:
    keys: dict[str, Plain] = {
        "nation": {"description": "A nation.", **ref("nation")},
        "organisation": {"description": "An organisation of the document.", **ref("id")},
        "operation": {"description": "An operation of the document.", **ref("id")},
    }
    return {
        **closed("A nation or an organisation; a mapping says which of them is meant.", {}, []),
        "type": ["string", "object"],
        "maxLength": LONGEST_WORD,
        "properties": {form: keys[form] for form in forms},
        "minProperties": 1,
        "maxProperties": 1,
        "examples": ["FRA", "nato", {forms[-1]: "nmi"}],
    }


def _place_row() -> dict[str, Plain]:
    kinds = {kind: said for kind, said in _KINDS.items() if kind is not PlaceKind.COUNTRY}
    area = _is(PlaceKind.AREA)
    unsaid: Plain = {"type": "object", "required": ["members"], "not": {"required": ["kind"]}}
    region: Plain = {"anyOf": [_is(PlaceKind.REGION), unsaid]}
    branches: list[Plain] = [
        {"if": area, "then": ref("area_row")},
        {"if": region, "then": ref("region_row")},
        {"if": {"type": "object", "not": {"anyOf": [area, region]}}, "then": ref("base_row")},
    ]
    return {
        "description": "A place: a region if it has members, an area if it says so, else a base.",
        "type": "object",
        "properties": {"kind": {"description": "What sort of place it is.", **one_of(kinds)}},
        "allOf": branches,
        "examples": [
            {"name": "Al Asad", "country": "IRQ"},
            {"kind": "area", "name": "Anbar", "country": "IRQ"},
            {"name": "upper Gulf", "members": ["IRQ", "KWT"]},
        ],
    }


def _is(kind: PlaceKind) -> Plain:
    return {"type": "object", "required": ["kind"], "properties": {"kind": {"const": str(kind)}}}


def _row_of(
    kind: PlaceKind, keys: dict[str, Plain], required: list[Plain], **more: Plain
) -> dict[str, Plain]:
    own: dict[str, Plain] = {"kind": {"description": "What sort of place it is.", "const": str(kind)}}
    return closed(_KINDS[kind], own | keys, required, **more)


def _with_country(keys: dict[str, Plain]) -> dict[str, Plain]:
    """Return the keys of a place, with the country that it may name in the place of an area."""
    country: dict[str, Plain] = {"description": "The country that it lies in.", **ref("definite_place")}
    return {"name": keys["name"], "country": country, **keys}

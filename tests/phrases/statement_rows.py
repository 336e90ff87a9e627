"""What 82 statements of the press say, in the library's own words: by statement, for each claim in it.

The statements themselves are not here; a row says only how a claim is held. One row is one claim of ours:
verb, who, how many, and where from and to. Words that a row does not give (the quantity as printed, the date
phrase, who said it, the names of places) are taken from the annotation when the test runs.

Counts are in the notation of `Headcount`; "=all" is a share. Places: "IRQ" a country; "IRQ:area" and
"IRQ:base" a part of it by the words of the annotation, ":base" one in a country that is not said; "IRQ/Basra"
a part by name, "IRQ-Baghdad" outside such a part; "IRQ:in", "IRQ:out" and "*" places that are not named;
"a|b" one of two; "gulf" and "~coalition" as in `_PLACES` of the test.
"""

from typing import Any, Final, final

import attrs


@final
@attrs.frozen
class Row:
    """One claim of ours."""

    verb: str
    who: str
    count: str | None = None
    origin: str = ""
    to: str = ""
    extra: dict[str, Any] = attrs.field(factory=dict)
    """Other arguments of the verb; `role`, `unit` and `operation` go to the force."""


def _row(verb: str, who: str, count: str | None = None, at: str = "", **extra: Any) -> Row:  # noqa: ANN401
    """Return a row; *at* is "origin>destination", or one of them as the verb needs it."""
    origin, arrow, to = at.partition(">")
    if not arrow and verb in ("withdraw", "reduce", "repatriate", "relocate"):
        return Row(verb, who, count, origin, "", extra)
    return Row(verb, who, count, origin if arrow else "", to if arrow else origin, extra)


ROWS: Final[dict[str, tuple[tuple[Row, ...], ...]]] = {
    "s0001": ((_row("relocate", "AUT", "some", ">:base"),),),
    "s0006": ((_row("relocate", "GBR", "about 850", "IRQ:area>IRQ-Baghdad"),),),
    "s0010": (
        (_row("withdraw", "ITA", "=all", "IRQ"), _row("present", "ITA", "3000", "IRQ", stance="alleges")),
    ),
    "s0011": ((_row("deploy", "USA", "up to 600", "PHL:area"),),),
    "s0012": (
        (_row("withdraw", "RWA", "=all", "COD"), _row("present", "RWA", "some", "COD", stance="alleges")),
    ),
    "s0016": ((_row("withdraw", "", "some", "GEO:area"),),),
    "s0017": ((_row("relocate", "GBR", "nearly 800", "IRQ:base>IRQ:area"),),),
    "s0021": ((_row("deploy", "GBR", "about 120", "IDN", unit="company"),),),
    "s0027": ((_row("withdraw", "RUS", "some", "RUS:area", conditional=True),),),
    "s0028": ((_row("withdraw", "RUS", "unknown", "RUS:area"),),),
    "s0032": (
        (
            _row("present", "USA", "23000", "gulf"),
            _row("present", "USA", "15000", "gulf", role="sailors and Marines"),
            _row("present", "USA", "6000", "SAU"),
            _row("present", "USA", "2000", "gulf", role="exercises"),
        ),
    ),
    "s0034": ((_row("present", "USA", "5000", "SAU"),),),
    "s0036": (
        (_row("deploy", "USA", "45000", "gulf", role="Marines"), _row("present", "USA", "thousands", "gulf")),
    ),
    "s0038": ((_row("withdraw", "IRQ", "some", "IRN"),),),
    "s0040": (
        (
            _row("deploy", "ITA", "2000", "ALB", stance="expects"),
            _row("deploy", "FRA", "1000", "ALB"),
            _row("deploy", "GRC", "up to 700", "ALB"),
            _row("deploy", "TUR", "500", "ALB"),
            _row("deploy", "ROU", "400", "ALB"),
        ),
    ),
    "s0041": (
        (_row("deploy", "HUN", "some", "ALB"),),
        tuple(_row("deploy", who, "some", "ALB") for who in ("SVN", "ESP", "PRT")),
    ),
    "s0042": ((_row("deploy", "multinational force", "up to 5000", "ALB"),),),
    "s0045": ((_row("deploy", "FRA", "450", "ALB:area"),),),
    "s0046": (
        (
            *(_row("deploy", who, None, "ALB/south") for who in ("GRC", "ITA", "ROU")),
            _row("deploy", "ESP", None, "ALB/north"),
            _row("maintain", "FRA", None, "ALB/Durres and Tirana"),
        ),
    ),
    "s0049": ((_row("deploy", "TUR", "unknown", "ALB:area"),),),
    "s0054": ((_row("present", "SYR", "about 35000", "LBN:area"),),),
    "s0057": ((_row("withdraw", "SYR", "=all", "LBN"),),),
    "s0058": (
        (
            _row("reduce", "USA", "20000", "IRQ", conditional=True),
            _row("present", "USA", "about 160000", "IRQ", stance="asserts"),
        ),
    ),
    "s0059": ((_row("withdraw", "ITA", "300", "IRQ"),),),
    "s0060": (
        (_row("withdraw", "USA", "unknown", "IRQ", role="combat", missing="a count of units: 15 brigades"),),
        (_row("maintain", "USA", "70000..", "IRQ"),),
    ),
    "s0061": (
        (_row("deploy", "ETH", "thousands", "SOM", progress="completed"),),
        (_row("deploy", "ETH", "some", "SOM", role="advisers", progress="completed"),),
    ),
    "s0062": ((_row("deploy", "PAK", "80000", "PAK:area"),),),
    "s0063": ((_row("withdraw", "USA", "unknown", "IRQ"),),),
    "s0065": (
        (
            _row("deploy", "BGD", "nearly 16000", "*", role="army"),
            _row("deploy", "BGD", "1000", "*", role="navy"),
            _row("deploy", "BGD", "500", "*", role="air force"),
        ),
    ),
    "s0068": ((_row("deploy", "ITA", "2500", "LBN:area"),),),
    "s0074": (
        (
            _row("ended", "FRA", None, "*", activity="command"),
            _row("started", "ITA", None, "*", activity="command"),
            _row("present", "UN", "11000", "*"),
            _row("present", "ITA", "2300", "*"),
        ),
    ),
    "s0084": ((_row("deploy", "USA", "some", "BGR:area"),),),
    "s0086": ((_row("deploy", "DNK", "unknown", "*", operation="GBR", condition="if any are sent"),),),
    "s0088": ((_row("present", "DNK", "173", "AFG"),),),
    "s0089": (
        (
            _row("present", "GBR", "about 7200", "IRQ/south"),
            _row("present", "GBR", "=most", "IRQ/Basra", whole="IRQ/south"),
            _row("present", "GBR", "about 800", "IRQ/Maysan"),
        ),
    ),
    "s0092": ((_row("withdraw", "UGA", "some", "SDN:area"),),),
    "s0093": ((_row("withdraw", "USA", "unknown", "IRQ"),),),
    "s0101": (
        (
            _row("deploy", "BGD", "some", "SLE"),
            _row("deploy", "BGD", "800", "SLE", progress="planned"),
            _row("present", "UN", "12", "SLE", role="observers"),
        ),
    ),
    "s0106": ((_row("deploy", "FRA", "up to 4000", "LBR"),),),
    "s0108": ((_row("deploy", "USA", "up to 30000", "SOM"),),),
    "s0109": ((_row("maintain", "USA", "200", "SYR"), _row("withdraw", "USA", "=most", "SYR")),),
    "s0116": ((_row("withdraw", "USA", "some", "AFG"),),),
    "s0117": ((_row("withdraw", "RUS", "some", "SYR"),),),
    "s0119": ((_row("withdraw", "UN", "some", "SYR:base"),),),
    "s0121": ((_row("reinforce", "USA", "up to 1500", "IRQ"),),),
    "s0125": (
        (
            _row("deploy", "AUS", "about 600", "*"),
            _row("deploy", "AUS", "=most", "*", role="air force", whole="*"),
        ),
    ),
    "s0126": ((_row("deploy", "BEL", "120", "JOR"), _row("deploy", "BEL", "8", "JOR", role="pilots")),),
    "s0128": ((_row("deploy", "CAN", "some", "IRQ", role="combat"),),),
    "s0129": ((_row("deploy", "GBR", "scores", "IRQ"),),),
    "s0133": ((_row("withdraw", "USA", "some", "IRQ"),),),
    "s0135": ((_row("reinforce", "USA", "unknown", "SYR", missing="a stance: declines to say whether"),),),
    "s0137": ((_row("deploy", "MEX", "15000", "MEX:area"),),),
    "s0139": ((_row("deploy", "USA", "200", "SAU"),),),
    "s0140": ((_row("deploy", "USA", "about 200", "SAU"),),),
    "s0142": ((_row("withdraw", "FRA", "unknown", "MLI"),),),
    "s0143": ((_row("withdraw", "AUT", "377", "SYR:area", operation="UN"),),),
    "s0145": ((_row("relocate", "FRA", "some", "TCD:base>TCD:area"),),),
    "s0147": (tuple(_row("reinforce", who, "some", "AFG") for who in ("DEU", "ESP")),),
    "s0150": ((_row("withdraw", "RUS", "=all", "LVA", when="../1994-08-31", condition="use of a radar"),),),
    "s0152": ((_row("deploy", "KOR", "3000", "IRQ"),),),
    "s0153": ((_row("deploy", "KOR", "thousands", "IRQ"),),),
    "s0160": ((_row("withdraw", "UN", "some", ":base"),),),
    "s0161": (
        (
            _row("reinforce", "USA", "up to 1500", "IRQ"),
            _row("present", "USA", "3100", "IRQ", basis="authorised"),
        ),
    ),
    "s0162": ((_row("deploy", "BGD", "unknown", "*"),),),
    "s0165": ((_row("relocate", "CAN", "some", "IRQ>KWT"), _row("present", "CAN", "500", "IRQ")),),
    "s0167": ((_row("present", "CAN", "about 800", "gulf"), _row("present", "CAN", "about 500", "IRQ")),),
    "s0168": ((_row("withdraw", "CAN", "some", "IRQ"),),),
    "s0169": (
        (_row("suspended", "NATO", None, "IRQ", activity="training"),),
        (_row("relocate", "NATO", "some", "IRQ>IRQ:in|IRQ:out"),),
    ),
    "s0170": ((_row("maintain", "NATO", "some", "IRQ", missing="a stance: withholds the details"),),),
    "s0173": ((_row("relocate", "DEU", "35", "IRQ>KWT|JOR", condition="until training resumes"),),),
    "s0175": (
        (_row("relocate", "ROU", "14", "IRQ>~coalition"),),
        (_row("suspended", "ROU", None, "IRQ", activity="training"),),
    ),
    "s0176": ((_row("relocate", "ROU", "some", "IRQ"),),),
    "s0177": (
        (_row("relocate", "HRV", "14", "IRQ:area>KWT"),),
        (_row("withdraw", "HRV", "7", "IRQ>HRV"),),
    ),
    "s0178": (
        (_row("relocate", "HRV", "7", "IRQ>KWT"), _row("present", "HRV", "14", "IRQ")),
        (_row("repatriate", "HRV", "7", "IRQ"),),
    ),
    "s0180": ((_row("withdraw", "SVN", "6", "IRQ:area"),),),
    "s0187": (
        (
            _row("maintain", "NOR", "about 70", "IRQ"),
            _row("maintain", "SWE", "about 70", "IRQ"),
            _row("maintain", "NOR and SWE", "about 140", "IRQ"),
        ),
    ),
    "s0190": ((_row("repatriate", "NLD", "35", "IRQ:area"), _row("present", "NLD", "40", "IRQ")),),
    "s0196": (
        (
            _row("relocate", "USA", "=all", "SYR:area>IRQ:area"),
            _row("present", "USA", "nearly 1000", "SYR/north", stance="asserts"),
        ),
    ),
    "s0198": (
        (
            _row(
                "deploy",
                "RWA",
                "unknown",
                "COD:area",
                progress="completed",
                missing="a count of units: 2 battalions",
            ),
        ),
    ),
    "s0199": (
        (
            _row("reinforce", "NATO", "unknown", "IRQ"),
            _row("present", "NATO", "500", "IRQ"),
            _row("present", "NATO", "about 4000", "IRQ", basis="pledged"),
        ),
    ),
    "s0202": (
        (
            _row("deploy", "DEU", "about 20", "LTU"),
            _row("present", "DEU", "about 150", "LTU", basis="pledged"),
            _row("present", "DEU", "about 4800", "LTU", basis="pledged", unit="brigade"),
        ),
    ),
    "s0204": (
        (
            _row("reduce", "NZL", "20", "IRQ:area"),
            _row("present", "NZL", "95", "IRQ/Taji"),
            _row("reduce", "NZL", "30", "IRQ/Taji", when="2020-01"),
            _row("repatriate", "NZL", "45", "IRQ/Taji", when="2020-06"),
        ),
    ),
}
"""For each statement, the rows of each of its claims."""

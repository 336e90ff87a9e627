"""Names of nations as news and data sets write them, on top of pycountry's.

To add a spelling: one word in `ALIASES` under its code, one case in tests/entities/test_nation.py. Case,
accents, apostrophes, full stops, hyphens, `&`, `St.`, a leading "the" and the order around a comma or bracket
("Korea, South") need no row: `troopmoves.entities.nation` folds them. A name that readers understand in two
ways belongs into `AMBIGUOUS`, where it is refused with both meanings; nothing here ever guesses.

Renamed states keep their code (Burma is MMR, Swaziland SWZ); states that ceased have a code of their own
in ISO 3166-3 (the Soviet Union is SUN, never Russia).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

USER_ASSIGNED: Final = MappingProxyType({"XKX": "Kosovo"})
"""Codes of ISO 3166-1's user-assigned range that are in wide use, with the name."""

SHORT_NAMES: Final = MappingProxyType(
    {
        "BES": "Caribbean Netherlands",
        "BRN": "Brunei",
        "CIV": "Ivory Coast",
        "COD": "Democratic Republic of the Congo",
        "COG": "Republic of the Congo",
        "CPV": "Cape Verde",
        "CZE": "Czech Republic",
        "FLK": "Falkland Islands",
        "FSM": "Micronesia",
        "MAF": "Saint Martin",
        "PSE": "Palestine",
        "RUS": "Russia",
        "SHN": "Saint Helena",
        "SXM": "Sint Maarten",
        "TUR": "Turkey",
        "VAT": "Vatican City",
        "VGB": "British Virgin Islands",
        "VIR": "US Virgin Islands",
        # ISO 3166-3 has formal names for states that ceased, or names that another state bears today.
        "ATB": "British Antarctic Territory",
        "ATN": "Queen Maud Land",
        "BUR": "Burma (to 1989)",
        "BYS": "Byelorussian SSR",
        "CSK": "Czechoslovakia",
        "DDR": "East Germany",
        "FXX": "Metropolitan France",
        "HVO": "Upper Volta",
        "JTN": "Johnston Island",
        "NTZ": "Saudi-Iraqi neutral zone",
        "PCI": "Trust Territory of the Pacific Islands",
        "PUS": "US Pacific Islands",
        "SUN": "Soviet Union",
        "TMP": "East Timor (to 2002)",
        "VDR": "North Vietnam",
        "YMD": "South Yemen",
        "YUG": "Yugoslavia",
        "ZAR": "Zaire",
    }
)
"""The everyday English name where it differs from pycountry's."""

ALIASES: Final = MappingProxyType(
    {
        "AFG": ("Islamic Emirate of Afghanistan",),
        "ARE": ("UAE", "Emirates"),
        "ATG": ("Antigua",),
        "BFA": ("Burkina",),
        "BHR": ("Bahrein",),
        "BIH": ("Bosnia", "Bosnia Herzegovina", "BiH"),
        "BLR": ("Belorussia", "Byelorussia"),
        "BRN": ("Brunei Darussalam",),
        "CAF": ("CAR",),
        "CHN": ("PRC", "Mainland China", "Communist China"),
        "CIV": ("Cote d'Ivoire",),
        "CMR": ("Cameroun", "United Republic of Cameroon"),
        "COD": (
            "DR Congo",
            "DRC",
            "DROC",
            "D.R. of the Congo",
            "Democratic Republic of Congo",
            "Congo Kinshasa",
            "Kinshasa Congo",
            "Congo DR",
            "Congo, Dem. Rep.",
        ),
        "COG": (
            "Congo Brazzaville",
            "Brazzaville Congo",
            "Congo Republic",
            "Republic of Congo",
            "Congo, Rep.",
        ),
        "CPV": ("Cabo Verde",),
        "CSK": ("Czechoslovak Socialist Republic",),
        "CZE": ("Czechia",),
        "DDR": ("GDR", "German Democratic Republic"),
        "DEU": ("West Germany", "FRG"),
        "DOM": ("Dominican Rep.",),
        "FLK": ("Falklands", "Malvinas"),
        "FRO": ("Faeroe Islands", "Faroes"),
        "GBR": ("UK", "Britain", "Great Britain", "United Kingdom of Great Britain"),
        "HKG": ("Hong Kong SAR", "Hong Kong SAR China"),
        "IRL": ("Republic of Ireland", "Eire"),
        "IRN": ("Persia",),
        "KAZ": ("Kazakstan",),
        "KGZ": ("Kyrgyz Republic", "Kirghizia"),
        "KHM": ("Kampuchea",),
        "KNA": ("St. Kitts", "St. Christopher and Nevis"),
        "KOR": ("ROK", "Republic of Korea"),
        "LAO": ("Lao PDR",),
        "LBY": ("Libyan Arab Jamahiriya",),
        "LKA": ("Ceylon",),
        "MAC": ("Macau", "Macao SAR", "Macau SAR"),
        "MDG": ("Malagasy Republic", "Malagasy"),
        "MKD": (
            "Macedonia",
            "Republic of Macedonia",
            "FYROM",
            "FYR Macedonia",
            "Former Yugoslav Republic of Macedonia",
        ),
        "MMR": ("Burma",),
        "NLD": ("Holland",),
        "PCZ": ("Canal Zone",),
        "PRK": ("DPRK",),
        "PSE": ("Palestinian Territories", "Occupied Palestinian Territory", "Palestinian Authority"),
        "RHO": ("Rhodesia",),
        "ROU": ("Rumania", "Roumania"),
        "SCG": ("State Union of Serbia and Montenegro",),
        "SHN": ("Ascension Island", "Tristan da Cunha"),
        "SLV": ("Salvador",),
        "SOM": ("Somali Republic",),
        "STP": ("Sao Tome",),
        "SUN": ("USSR", "Union of Soviet Socialist Republics"),
        "SUR": ("Surinam",),
        "SWZ": ("Swaziland",),
        "TLS": ("East Timor",),
        "TTO": ("Trinidad",),
        "TUR": ("Turkiye",),
        "TWN": ("Formosa", "Republic of China", "Chinese Taipei", "Taiwan ROC"),
        "TZA": ("United Republic of Tanzania",),
        "USA": ("US", "United States of America", "America"),
        "VAT": ("Holy See", "Vatican"),
        "VCT": ("St. Vincent", "St. Vincent and Grenadines"),
        "VDR": ("Democratic Republic of Vietnam",),
        "VIR": ("United States Virgin Islands", "U. S. Virgin Islands", "Virgin Islands US"),
        "VNM": ("Viet Nam",),
        "WSM": ("Western Samoa",),
        "XKX": ("Republic of Kosovo", "Kosova"),
        "YEM": ("Yemen Arab Republic", "North Yemen"),
        "YMD": ("People's Democratic Republic of Yemen", "Democratic Yemen"),
        "YUG": (
            "Federal Republic of Yugoslavia",
            "Socialist Federal Republic of Yugoslavia",
            "SFRY",
            "FRY",
        ),
        "ZAF": ("Union of South Africa", "RSA"),
    }
)
"""Other spellings that mean exactly one nation, by its code."""

AMBIGUOUS: Final = MappingProxyType(
    {
        "Congo": ("COD", "COG"),
        "Korea": ("KOR", "PRK"),
        "Virgin Islands": ("VGB", "VIR"),
    }
)
"""Names that two nations answer to, and which these are: ISO's "Congo" is not the Congo of most news."""

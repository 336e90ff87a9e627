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
        "AFI": ("French Somaliland", "French Territory of the Afars and the Issas", "Afars and Issas"),
        "AGO": ("Portuguese West Africa",),
        "ANT": ("Netherlands West Indies", "Dutch West Indies", "Dutch Antilles"),
        "ARE": ("UAE", "Emirates", "Utd. Arab Emirates", "Trucial States", "Trucial Oman", "Trucial Coast"),
        "ATA": ("Antarctic", "Antarctic Region", "Antarctic Continent"),
        "ATG": ("Antigua", "Antigua-Barbuda"),
        "BFA": ("Burkina",),
        "BHR": ("Bahrein", "State of Bahrain"),
        "BHS": ("Bahama Islands",),
        "BIH": (
            *("Bosnia", "Bosnia Herzegovina", "BiH", "Bosnia and Hercegovina", "Bosnia Hercegovina"),
            *("Bosnia & Herz.", "Bosnia/Herzegovina"),
        ),
        "BLR": ("Belorussia", "Byelorussia"),
        "BLZ": ("British Honduras",),
        "BRN": ("Brunei Darussalam", "Negara Brunei Darussalam"),
        "BWA": ("Bechuanaland",),
        "CAF": (
            *("CAR", "Central African Rep.", "Cent. African Rep.", "Ubangi-Shari", "Oubangui-Chari"),
            *("Central African Empire",),
        ),
        "CHN": ("PRC", "Mainland China", "Communist China", "PR China", "P.R. of China", "PRC China"),
        "CIV": ("Cote d'Ivoire", "Cote d Ivoire"),
        "CMR": ("Cameroun", "United Republic of Cameroon", "French Cameroons", "French Cameroun"),
        "COD": (
            *("DR Congo", "DRC", "DROC", "D.R. of the Congo", "Democratic Republic of Congo"),
            *("Congo Kinshasa", "Kinshasa Congo", "Congo DR", "Congo, Dem. Rep.", "Dem. Rep. of the Congo"),
            *("Dem. Rep. of Congo", "Democratic Rep. of the Congo", "Democratic Rep. of Congo"),
            *("Democratic Rep. Congo", "Democratic Republic Congo", "Dem. Republic of the Congo"),
            *("Dem. Republic of Congo", "D.R. of Congo", "D R Congo", "Congo DRC", "DRC Congo"),
            *("Belgian Congo", "Congo (Leopoldville)"),
        ),
        "COG": (
            *("Congo Brazzaville", "Brazzaville Congo", "Congo Republic", "Republic of Congo"),
            *("Congo, Rep.", "Rep. of the Congo", "Rep. of Congo", "Congo Rep."),
            *("Republic of the Congo (Brazzaville)", "Republic of Congo (Brazzaville)", "French Congo"),
            *("Middle Congo", "People's Republic of the Congo", "People's Republic of Congo"),
        ),
        "COM": ("Comoro Islands", "Comoros Islands"),
        "CPV": ("Cabo Verde", "Cape Verde Islands"),
        "CSK": (
            "Czechoslovak Socialist Republic",
            "Czecho-Slovakia",
            "Czech and Slovak Federal Republic",
            "Czech and Slovak Federative Republic",
        ),
        "CZE": ("Czechia", "Czech Rep."),
        "DDR": (
            *("GDR", "German Democratic Republic", "German Democratic Rep."),
            *("Germany, Democratic Republic of", "Germany (Soviet Zone)", "Soviet Zone of Germany"),
        ),
        "DEU": ("West Germany", "FRG", "Germany, Fed. Rep.", "Fed. Rep. of Germany"),
        "DJI": ("Djibuti", "Jibuti"),
        "DOM": ("Dominican Rep.",),
        "DZA": ("French Algeria",),
        "EGY": ("Egypt, Arab Rep.", "United Arab Republic (Egypt)", "UAR (Egypt)"),
        "ESH": ("Spanish Sahara",),
        "ETH": ("Abyssinia",),
        "FJI": ("Fiji Islands",),
        "FLK": ("Falklands", "Malvinas", "Islas Malvinas"),
        "FRO": ("Faeroe Islands", "Faroes"),
        "FSM": ("Fed. States of Micronesia",),
        "GBR": (
            *("UK", "Britain", "Great Britain", "United Kingdom of Great Britain"),
            *("United Kingdom of Great Britain & N. Ireland", "UK of Great Britain and Northern Ireland"),
        ),
        "GEO": ("Republic of Georgia",),
        "GHA": ("Gold Coast",),
        "GIN": ("Guinea Conakry", "Conakry Guinea"),
        "GMB": ("Islamic Republic of the Gambia",),
        "GNB": ("Portuguese Guinea",),
        "GNQ": ("Eq. Guinea", "Spanish Guinea"),
        "GUM": ("Territory of Guam",),
        "GUY": ("British Guiana",),
        "HKG": (
            *("Hong Kong SAR", "Hong Kong SAR China", "Hong Kong, China", "Hong Kong SAR, China"),
            *("SAR Hong Kong",),
        ),
        "IDN": ("Netherlands East Indies", "Dutch East Indies"),
        "IOT": (
            *("British Indian Ocean Territory (Diego Garcia)",),
            *("British Indian Ocean Territory (Includes Diego Garcia)", "British Indian Ocean Terr."),
            *("Chagos Archipelago", "Chagos Islands", "BIOT", "BR Indian Ocean Territory"),
        ),
        "IRL": ("Republic of Ireland", "Eire", "Irish Republic"),
        "IRN": ("Persia", "Islamic Rep. of Iran", "Iran, Islamic Rep."),
        "JOR": ("Transjordan", "Trans-Jordan"),
        "JTN": ("Johnston Atoll",),
        "KAZ": ("Kazakstan",),
        "KGZ": ("Kyrgyz Republic", "Kirghizia", "Kyrgyz Rep.", "Kirgizstan", "Kirghizstan"),
        "KHM": ("Kampuchea", "Khmer Republic", "Democratic Kampuchea"),
        "KNA": (
            *("St. Kitts", "St. Christopher and Nevis", "St. Kitts-Nevis", "St. Christopher"),
            *("St. Christopher-Nevis",),
        ),
        "KOR": (
            *("ROK", "Republic of Korea", "Rep. of Korea", "Korea, Rep.", "S. Korea", "Korea Rep."),
            *("Korea Republic of", "Korea ROK", "ROK Korea"),
        ),
        "LAO": ("Lao PDR", "Lao People's Dem. Rep.", "Kingdom of Laos"),
        "LBY": (
            *("Libyan Arab Jamahiriya", "State of Libya", "Socialist People's Libyan Arab Jamahiriya"),
            *("Libyan Arab Republic", "Kingdom of Libya"),
        ),
        "LKA": ("Ceylon",),
        "LSO": ("Basutoland",),
        "LUX": ("Luxemburg",),
        "MAC": ("Macau", "Macao SAR", "Macau SAR"),
        "MAR": ("French Morocco",),
        "MDA": ("Moldavia",),
        "MDG": ("Malagasy Republic", "Malagasy"),
        "MDV": ("Maldive Islands",),
        "MHL": ("Republic of Marshall Islands", "Marshalls"),
        "MID": ("Midway", "Midway Island", "Midway Atoll"),
        "MKD": (
            *("Macedonia", "Republic of Macedonia", "FYROM", "FYR Macedonia"),
            *("Former Yugoslav Republic of Macedonia", "N. Macedonia", "TFYROM", "TFYR Macedonia"),
            *("Former Yugoslav Rep. of Macedonia", "Macedonia, The Former Yugoslav"),
        ),
        "MLI": ("French Sudan",),
        "MMR": ("Burma", "Burma/Myanmar", "Myanmar/Burma"),
        "MNG": ("Mongolian People's Republic", "Outer Mongolia"),
        "MNP": ("N. Mariana Islands", "Northern Marianas"),
        "MOZ": ("Portuguese East Africa",),
        "MWI": ("Nyasaland",),
        "MYS": ("Federation of Malaysia",),
        "NAM": ("South West Africa",),
        "NCL": ("New Caledonia Island",),
        "NLD": ("Holland",),
        "OMN": ("Muscat and Oman",),
        "PCI": (
            *("Trust Territory Pacific Islands", "Pacific Islands Trust Territory"),
            *("US Trust Territory of the Pacific Islands",),
        ),
        "PCZ": ("Canal Zone", "Panama (Canal Zone)"),
        "PHL": ("Philippine Islands", "Philippine Republic"),
        "PNG": ("Territory of Papua and New Guinea", "Papua & New Guinea"),
        "PRI": ("Porto Rico",),
        "PRK": (
            *("DPRK", "N. Korea", "DPR Korea", "DPR of Korea", "Korea DPR", "Korea DPRK", "DPRK Korea"),
            *("Dem. People's Rep. of Korea", "Korea, Dem. People's Rep."),
        ),
        "PSE": (
            *("Palestinian Territories", "Occupied Palestinian Territory", "Palestinian Authority"),
            *("Palestinian Territory", "Occupied Palestinian Territories", "West Bank and Gaza"),
        ),
        "RHO": ("Rhodesia",),
        "ROU": ("Rumania", "Roumania"),
        "RUS": ("Russian Fed.",),
        "SAU": ("KSA",),
        "SCG": ("State Union of Serbia and Montenegro", "Serbia-Montenegro"),
        "SDN": ("Anglo-Egyptian Sudan",),
        "SHN": ("Ascension Island", "Tristan da Cunha", "St. Helena (Includes Ascension Island)"),
        "SLB": ("British Solomon Islands",),
        "SLV": ("Salvador",),
        "SOM": ("Somali Republic", "Somali Democratic Republic", "Somalia Republic"),
        "SSD": ("S. Sudan",),
        "STP": ("Sao Tome",),
        "SUN": (
            *("USSR", "Union of Soviet Socialist Republics", "Soviet Russia"),
            *("Union of Soviet Socialist Republics (USSR)",),
        ),
        "SUR": ("Surinam", "Dutch Guiana", "Netherlands Guiana", "Surinam (Netherlands Guiana)"),
        "SVK": ("Slovak Rep.",),
        "SWZ": ("Swaziland",),
        "SYC": ("Seychelles Islands", "Seychelle Islands"),
        "SYR": ("Syrian Arab Rep.",),
        "TCA": ("Turks Island", "Turks Islands", "Turks & Caicos", "Caicos Islands"),
        "TCD": ("Tchad",),
        "THA": ("Siam",),
        "TJK": ("Tadjikistan", "Tadzhikistan"),
        "TLS": ("East Timor", "Portuguese Timor"),
        "TTO": ("Trinidad", "Trinidad-Tobago"),
        "TUR": ("Turkiye", "Republic of Turkey"),
        "TUV": ("Ellice Islands",),
        "TWN": (
            *("Formosa", "Republic of China", "Chinese Taipei", "Taiwan ROC", "Taiwan, China"),
            *("China Taiwan", "Taiwan Province of China", "Taiwan China", "ROC Taiwan"),
        ),
        "TZA": ("United Republic of Tanzania", "United Rep. of Tanzania", "Utd. Rep. of Tanzania"),
        "UMI": ("US Minor Outlying Islands",),
        "USA": (
            *("US", "United States of America", "America", "U.S.A.", "United States (USA)"),
            *("United States of America (USA)",),
        ),
        "VAT": ("Holy See", "Vatican", "Vatican City State"),
        "VCT": ("St. Vincent", "St. Vincent and Grenadines", "St. Vincent/Grenadines"),
        "VDR": ("Democratic Republic of Vietnam", "Viet-Nam (North)"),
        "VEN": ("Venezuela, RB",),
        "VIR": (
            *("United States Virgin Islands", "U. S. Virgin Islands", "Virgin Islands US"),
            *("Virgin Islands of the US",),
        ),
        "VNM": ("Viet Nam", "Socialist Republic of Vietnam"),
        "WAK": ("Wake", "Wake Atoll"),
        "WSM": ("Western Samoa",),
        "XKX": ("Republic of Kosovo", "Kosova", "Kosovo (UNSCR 1244)", "Kosovo (under UNSCR 1244)"),
        "YEM": ("Yemen Arab Republic", "North Yemen", "Yemen, Rep.", "Rep. of Yemen", "Yemen (Sanaa)"),
        "YMD": ("People's Democratic Republic of Yemen", "Democratic Yemen", "Yemen (Aden)"),
        "YUG": (
            *("Federal Republic of Yugoslavia", "Socialist Federal Republic of Yugoslavia", "SFRY", "FRY"),
            *("FR Yugoslavia", "SFR Yugoslavia", "Yugoslavia (Serbia and Montenegro)"),
            *("Federal Republic of Yugoslavia (Serbia and Montenegro)", "Fed. Rep. of Yugoslavia"),
        ),
        "ZAF": ("Union of South Africa", "RSA", "S. Africa"),
        "ZMB": ("Northern Rhodesia",),
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

"""Whom does a table mean by "Zaire (Congo)", "Guam" or "Fiji & Tonga", and what is better refused?

A column of places as tables print them, then words for people and for days in three languages.
"""

import troopmoves as tm
from troopmoves.errors import UnknownNationError

COLUMN = [
    "Korea, Republic of *",
    "Germany (Inc. W. Berlin)",
    "Côte d\u2019Ivoire",
    "Zaire (Congo)",
    "South Vietnam  d/ e/",
    "Azore Islands",
    "Guam",
    "Fiji & Tonga",
    "Kashmir",
    "Mediterranean Sea",
    "Total - Former Soviet Union",
    "Undistributed",
    "Congo",
    "Kosvo",
]

print(f"{'as printed':28} {'nation':7} {'what it is':13} whose land")
for printed in COLUMN:
    try:
        name = tm.read_name(printed)
    except UnknownNationError as error:
        print(f"{printed:28} refused: did you mean {', '.join(error.near)}?")
        continue
    land = " ".join(nation.code for nation in name.land)
    print(f"{printed:28} {name.nation or '-'!s:7} {name.kind:13} {land or '-'}")

print()
for word, language in [("Canadians", "en"), ("kanadischen", "de"), ("canadiennes", "fr")]:
    print(f"{word}: {tm.read_demonym(word, language).name}")

print()
for phrase, language in [("in the coming days", "en"), ("bis Anfang 2021", "de"), ("d'ici 120 jours", "fr")]:
    print(f"{phrase}: {tm.read_when(phrase, '2020-01-07', language)}")

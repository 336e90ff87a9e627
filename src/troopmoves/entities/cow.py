"""The numbers of the Correlates of War project, by which political science joins its data sets.

Source: Correlates of War Project, State System Membership, version 2016. A number is given for what is or was
a member of the state system there; territories have none, whatever number a data set made up for them.

To add a state: its code and number in `_TABLES`. To add one whose number changed: its row in `_SUCCESSIONS`.
"""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from troopmoves.entities.nation import Nation


def cow_code(nation: Nation | str, day: date | None = None) -> int | None:
    """Return the Correlates of War number of a state, or None if it has none.

    Only changes of number depend on the day; whether the state was a member of the system on that day is not
    asked. Without a day it is the latest number.

    >>> cow_code("CAN"), cow_code("DEU", date(1980, 7, 1)), cow_code("DEU"), cow_code("HKG")
    (20, 260, 255, None)

    Raises:
        UnknownNationError: If the text is no nation's code or name.
    """
    code = Nation.of(nation).code
    if day is not None:
        for span in _SUCCESSIONS.get(code, ()):
            if day <= span.last:
                return span.number
    return _NUMBERS.get(code)


class _Span(NamedTuple):
    """A number that a state bore before the one it bears now."""

    number: int
    last: date
    """The last day on which it bore it."""


_SUCCESSIONS: Final = MappingProxyType(
    {
        # One Germany, then the Federal Republic, then one again; the Democratic Republic has its own code.
        "DEU": (_Span(255, date(1945, 5, 8)), _Span(260, date(1990, 10, 2))),
        # The Republic of Vietnam bore the code VNM; what came after it goes on under the number of the north.
        "VNM": (_Span(817, date(1975, 4, 30)),),
        # The Yemen Arab Republic bore the code YEM; the people's republic is YMD.
        "YEM": (_Span(678, date(1990, 5, 21)),),
    }
)
"""The earlier numbers of states whose number changed, in the order of their last days."""

_TABLES: Final = (
    # Americas
    """
    USA 2 CAN 20 BHS 31 CUB 40 HTI 41 DOM 42 JAM 51 TTO 52 BRB 53 DMA 54 GRD 55 LCA 56
    VCT 57 ATG 58 KNA 60 MEX 70 BLZ 80 GTM 90 HND 91 SLV 92 NIC 93 CRI 94 PAN 95 COL 100
    VEN 101 GUY 110 SUR 115 ECU 130 PER 135 BRA 140 BOL 145 PRY 150 CHL 155 ARG 160 URY 165
    """,
    # Europe
    """
    GBR 200 IRL 205 NLD 210 BEL 211 LUX 212 FRA 220 MCO 221 LIE 223 CHE 225 ESP 230 AND 232 PRT 235
    DEU 255 DDR 265 POL 290 AUT 305 HUN 310 CSK 315 CZE 316 SVK 317 ITA 325 SMR 331 MLT 338 ALB 339
    MNE 341 MKD 343 HRV 344 YUG 345 SCG 345 SRB 345 BIH 346 XKX 347 SVN 349 GRC 350 CYP 352 BGR 355
    MDA 359 ROU 360 RUS 365 SUN 365 EST 366 LVA 367 LTU 368 UKR 369 BLR 370 ARM 371 GEO 372 AZE 373
    FIN 375 SWE 380 NOR 385 DNK 390 ISL 395 FXX 220
    """,
    # Africa
    """
    CPV 402 STP 403 GNB 404 GNQ 411 GMB 420 MLI 432 SEN 433 BEN 434 DHY 434 MRT 435 NER 436 CIV 437
    GIN 438 BFA 439 HVO 439 LBR 450 SLE 451 GHA 452 TGO 461 CMR 471 NGA 475 GAB 481 CAF 482 TCD 483
    COG 484 COD 490 ZAR 490 UGA 500 KEN 501 TZA 510 BDI 516 RWA 517 SOM 520 DJI 522 ETH 530 ERI 531
    AGO 540 MOZ 541 ZMB 551 ZWE 552 RHO 552 MWI 553 ZAF 560 NAM 565 LSO 570 BWA 571 SWZ 572 MDG 580
    COM 581 MUS 590 SYC 591
    """,
    # Middle East and North Africa
    """
    MAR 600 DZA 615 TUN 616 LBY 620 SDN 625 SSD 626 IRN 630 TUR 640 IRQ 645 EGY 651 SYR 652 LBN 660
    JOR 663 ISR 666 SAU 670 YEM 679 YMD 680 KWT 690 BHR 692 QAT 694 ARE 696 OMN 698
    """,
    # Asia
    """
    AFG 700 TKM 701 TJK 702 KGZ 703 UZB 704 KAZ 705 CHN 710 MNG 712 TWN 713 PRK 731 KOR 732 JPN 740
    IND 750 BTN 760 PAK 770 BGD 771 MMR 775 BUR 775 LKA 780 MDV 781 NPL 790 THA 800 KHM 811 LAO 812
    VNM 816 VDR 816 MYS 820 SGP 830 BRN 835 PHL 840 IDN 850 TLS 860
    """,
    # Oceania
    """
    AUS 900 PNG 910 NZL 920 VUT 935 SLB 940 KIR 946 TUV 947 FJI 950 TON 955 NRU 970 MHL 983 PLW 986
    FSM 987 WSM 990
    """,
)

_NUMBERS: Final = MappingProxyType(
    {code: int(number) for table in _TABLES for code, number in re.findall(r"([A-Z]{3}) ([0-9]+)", table)}
)
"""The latest number of every state, by alpha-3 code."""

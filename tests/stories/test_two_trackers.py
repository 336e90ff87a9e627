"""Two editors keep one ledger: each works alone for a day, in the evening their work becomes one.

The ledger is examples/iraq-january-2020.yaml. What they add on 9 January is made up: Anna enters a report of
Canada's numbers, Ben enters the same article from a newsletter, and a Danish one. Both touch the French.
"""

from collections.abc import Callable
from functools import cache

import pytest
from stories.iraq import DOCUMENT

import troopmoves as tm
from troopmoves.errors import MergeError
from troopmoves.formats.document.merging import merge_texts

ANNAS_REPORT = """\
  - id: cbc-jan-9
    publisher: CBC
    title: "Canada's numbers in Iraq"
    published: 2020-01-09
    url: https://www.example.org/news/canada-iraq?utm_source=feed
    claims:
      # Anna: the minister's own figure.
      - id: can-iraq-minister
        kind: present
        who: CAN
        where: IRQ
        count: 450..500
        when: 2020-01-07
        said: {by: defence minister}
"""
BENS_REPORTS = """\
  - id: newsletter-cbc
    publisher: CBC
    title: Canada's numbers in Iraq
    published: 2020-01-09
    url: http://example.org/news/canada-iraq/
    claims:
      - id: can-iraq-2
        kind: present
        who: CAN
        where: IRQ
        count: {is: 450..500, text: between 450 and 500}
        when: 2020-01-07
        said: {by: Defence Minister}
  - id: dr-jan-9
    publisher: DR
    published: 2020-01-09
    claims:
      # Ben: some of them go to Kuwait too.
      - {id: dnk-iraq, kind: present, who: DNK, where: IRQ, count: about 130, when: 2020-01-08}
"""
FRENCH = "        count: about 200\n        when: 2020-01-07\n"


@cache
def morning() -> str:
    """Return the document as both find it."""
    return DOCUMENT.read_text(encoding="utf-8").rstrip("\n") + "\n"


def with_changed(old: str, new: str) -> str:
    """Return the document with one place changed."""
    assert morning().count(old) == 1
    return morning().replace(old, new)


@cache
def anna() -> str:
    """Return the document as Anna leaves it: a report more, and a claim reviewed."""
    return with_changed(FRENCH, f"{FRENCH}        status: reviewed\n") + ANNAS_REPORT


@cache
def ben() -> str:
    """Return the document as Ben leaves it: two reports more, and a note."""
    return with_changed(FRENCH, f"{FRENCH}        note: Ask Paris again.\n") + BENS_REPORTS


@cache
def evening() -> str:
    """Return the document after the merge."""
    return merge_texts(morning(), anna(), ben())


def test_work_of_both_is_there() -> None:
    """Both added reports at the end of one file and a mark to one claim; nothing is lost."""
    ledger = tm.loads(evening())
    assert [report.id for report in ledger.reports] == ["new-arab", "cbc-jan-9", "newsletter-cbc", "dr-jan-9"]
    french = ledger.entry("fra-iraq").claim
    assert (french.status, french.note) == (tm.Status.REVIEWED, "Ask Paris again.")


@pytest.mark.parametrize("text", [morning, anna, ben], ids=["morning", "anna", "ben"])
def test_no_line_that_somebody_wrote_is_gone(text: Callable[[], str]) -> None:
    """Comments, order and spelling stay; so do those of what each added."""
    lines = iter(evening().split("\n"))
    assert all(line in lines for line in text().rstrip("\n").split("\n"))


def test_article_that_both_entered_is_told() -> None:
    """Two ids, two addresses to the letter, one article, one claim."""
    [double] = tm.loads(evening()).doubles()
    assert (double.reports, double.shared) == (
        ("cbc-jan-9", "newsletter-cbc"),
        (("can-iraq-minister", "can-iraq-2"),),
    )
    assert list(double.kinds) == ["address", "title", "claim"]


def test_double_changes_no_answer() -> None:
    """One figure entered twice is not two groups of soldiers."""
    answer = tm.loads(evening()).state("2020-01-07").count("CAN", "IRQ")
    assert str(answer.bounds) == "450-500"


def test_claim_that_both_changed_is_left_to_them() -> None:
    """Anna reads 250, Ben 150: the merge says so, and neither number wins."""
    annas, bens = (with_changed(FRENCH, FRENCH.replace("200", number)) for number in ("250", "150"))
    with pytest.raises(MergeError) as caught:
        merge_texts(morning(), annas, bens)
    assert [one.path for one in caught.value.collisions] == ["claims.fra-iraq"]
    assert "differ in count" in str(caught.value)


def test_without_a_common_morning_the_ledgers_merge() -> None:
    """Two trackers that never shared a file: what they say alike is one, what not is settled by a choice."""
    annas, bens = tm.loads(anna()), tm.loads(ben())
    with pytest.raises(MergeError, match=r"claims\.fra-iraq: they differ in status, note"):
        annas.merge(bens)
    both = annas.merge(bens, on_collision="ours")
    assert [report.id for report in both.reports] == [report.id for report in tm.loads(evening()).reports]
    assert both.entry("fra-iraq").claim.status is tm.Status.REVIEWED


def test_answers_of_both_together_are_no_wider() -> None:
    """Each side's answer holds that of the two together."""
    together = tm.loads(evening()).state("2020-01-08")
    for side in (tm.loads(anna()), tm.loads(ben())):
        for who in ("CAN", "FRA", "DNK"):
            bounds, alone = (
                together.count(who, "IRQ").bounds,
                side.state("2020-01-08").count(who, "IRQ").bounds,
            )
            assert alone.low <= bounds.low
            assert alone.high is None or (bounds.high is not None and bounds.high <= alone.high)

"""The canonical form: what it says is unchanged, its comments are there, and it is its own form."""

import pytest

import troopmoves as tm
from troopmoves.errors import DocumentError
from troopmoves.formats.document.canonical import canonical

ODD = """\


# head
# more head

troopmoves: 0 # the draft

# about the title
title: "x # y"   # real
places: # tables
  # before taji
  taji: {name: Taji, # in braces
    country: IRQ} # end of braces
  # end of places
reports:
# first report
- id: b   # report b
  # who printed it
  publisher: "AFP"


  published: 2020-01-08
  claims:
  - kind: present
    id: can      # its id
    who: {nation: CAN} # nation
    where: IRQ
    count: 'about 500'
    when: 2020-01-07
    stance: asserts # default
    # inside can
  # after can
- id: a
  note: >
    A folded # not a comment
    text.
  # after the note
# the end
"""

CANONICAL = """\
# head
# more head

troopmoves: 1 # the draft

# about the title
title: "x # y" # real
places: # tables
  # before taji
  # end of braces
  taji: {name: Taji, country: IRQ} # in braces
  # end of places
reports:
  # first report
  - id: b # report b
    # who printed it
    publisher: AFP

    published: 2020-01-08
    claims:
      # its id
      - id: can # default
        kind: present
        who: CAN # nation
        where: IRQ
        count: about 500
        when: 2020-01-07
      # inside can
      # after can
  - id: a
    note: "A folded # not a comment text.\\n"
    # after the note
  # the end
"""


def test_comments_stay_with_what_they_are_about() -> None:
    """Comments above, beside and below a part follow it; a sign in a text is none."""
    assert canonical(ODD) == CANONICAL


def test_canonical_form_says_the_same() -> None:
    """The ledger is the same one."""
    assert tm.loads(canonical(ODD)) == tm.loads(ODD)


def test_canonical_form_is_its_own() -> None:
    """A second time changes nothing."""
    assert canonical(CANONICAL) == CANONICAL


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("troopmoves: 1", "troopmoves: 1\n"),
        ("\ufefftroopmoves: 1\r\ntitle: x # y\r\n", "troopmoves: 1\ntitle: x # y\n"),
        ("title: x # a\ntroopmoves: 1 # b\n", "troopmoves: 1 # b\ntitle: x # a\n"),
        ("{troopmoves: 1, title: x} # all\n", "troopmoves: 1 # all\ntitle: x\n"),
        ("troopmoves: 1\nnotes: []\n# nothing\n", "# nothing\ntroopmoves: 1\n"),
        ("troopmoves: 1\ntitle: '' # none\n", "# none\ntroopmoves: 1\n"),
        ("troopmoves: 1\n\n\n\ntitle: x\n\n\n", "troopmoves: 1\n\ntitle: x\n"),
        ("title: x\n# above\ntroopmoves: 1\n", "# above\ntroopmoves: 1\ntitle: x\n"),
    ],
)
def test_form_of_small_documents(text: str, form: str) -> None:
    """Order, empty lines, line breaks and marks are those of the library; no comment is lost."""
    assert canonical(text) == form
    assert canonical(form) == form


def test_json_has_the_form_of_dumps() -> None:
    """In JSON there are no comments to keep."""
    assert canonical('{"title": "x", "troopmoves": 1}', "json") == tm.dumps(
        tm.loads("{troopmoves: 1, title: x}")
    )


def test_what_is_no_document_has_no_form() -> None:
    """A faulty document is told as when it is read."""
    with pytest.raises(DocumentError, match="headline"):
        canonical("troopmoves: 1\nheadline: x\n")

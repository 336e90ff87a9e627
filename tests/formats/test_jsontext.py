"""JSON text that can stand anywhere, and is read back as it was."""

import json

import pytest

from troopmoves.formats.jsontext import json_text

HOSTILE = 'a "quoted" </script><script>alert(1)</script>\x00\n\u2028\x7f\ud800 Bază \\ ]]>'


def test_hostile_text_is_read_back_as_it_was() -> None:
    """Nothing is lost by what is escaped."""
    assert json.loads(json_text({"name": HOSTILE})) == {"name": HOSTILE}


def test_hostile_text_ends_no_line_and_no_element() -> None:
    """There is nothing in it that a page or a log would take for its own, and all of it can be encoded."""
    text = json_text([HOSTILE])
    assert not {"<", "\n", "\u2028", "\x7f"} & set(text)
    assert text.encode()


def test_letters_stay_readable() -> None:
    """What is a letter somewhere is written as one."""
    assert json_text("Bază") == '"Bază"'


def test_what_is_no_number_is_refused() -> None:
    """JSON has no infinity."""
    with pytest.raises(ValueError, match="JSON"):
        json_text(float("inf"))

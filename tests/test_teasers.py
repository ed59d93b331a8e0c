"""A teaser is a summary cut at a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.teasers import CUT, cut

LIMITS = st.integers(min_value=20, max_value=200)


def words(text: str) -> list[str]:
    return text.split()


@given(st.text(max_size=400), LIMITS)
def test_teaser_is_never_longer_than_the_limit(text, limit):
    assert len(cut(text, limit)) <= limit


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), max_size=60), LIMITS)
def test_teaser_is_cut_after_a_whole_word(parts, limit):
    text = " ".join(parts)
    kept = words(cut(text, limit).removesuffix(CUT))
    assert kept == words(text)[: len(kept)]


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=60), LIMITS)
def test_teaser_has_room_for_no_further_word(parts, limit):
    teaser = cut(" ".join(parts), limit)
    if teaser.endswith(CUT):
        kept = words(teaser.removesuffix(CUT))
        assert len(" ".join(parts[: len(kept) + 1])) + len(f" {CUT}") > limit


def test_short_text_is_left_as_it_is():
    assert cut("A wall sinks.", 40) == "A wall sinks."


@given(st.text(st.characters(exclude_characters="<>&", exclude_categories=["Z", "C"]), max_size=20))
def test_text_of_exactly_the_limit_is_left_as_it_is(text):
    assert cut(text, max(len(text), 1)) == text


def test_cut_is_marked_after_one_space_and_no_comma():
    assert cut("The council votes tonight, and the wall sinks on", 33) == f"The council votes tonight {CUT}"


def test_a_single_word_longer_than_the_limit_is_cut_inside():
    assert cut("a" * 300, 40) == f"{'a' * 36} {CUT}"


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<b>Wall</b> sinks", "Wall sinks"),
        ("Wall\n\n  sinks\t", "Wall sinks"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("", ""),
    ],
)
def test_teaser_is_plain_text_on_one_line(html, plain):
    assert cut(html) == plain

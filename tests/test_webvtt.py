"""One WebVTT text gives captions, transcript and times."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from articles import webvtt
from articles.webvtt import Cue

HEAD = "WEBVTT\n\n"
TALK = f"""{HEAD}NOTE written by hand

1
00:00:00.000 --> 00:00:02.500
<v Ines Falk>How long has the wall been sinking?

00:00:02.500 --> 00:00:04.000 align:start
<v.loud Teo Lundgren>Since <i>before</i> it was
signed off.

01:02:03.250 --> 01:02:05.000
A door closes.
"""


def test_cues_have_start_speaker_and_plain_text_in_order():
    assert webvtt.cues(TALK) == [
        Cue(0, "Ines Falk", "How long has the wall been sinking?"),
        Cue(2.5, "Teo Lundgren", "Since before it was\nsigned off."),
        Cue(3723.25, "", "A door closes."),
    ]


@given(st.integers(min_value=0, max_value=400_000_000))
def test_cue_starts_to_the_millisecond(length):
    minutes, milliseconds = divmod(length, 60_000)
    start = f"{minutes // 60:02}:{minutes % 60:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
    (cue,) = webvtt.cues(f"{HEAD}{start} --> 999:00:00.000\nHello\n")
    assert Decimal(cue.moment) * 1000 == length


def test_moment_is_short():
    moments = [Cue(start, "", "").moment for start in (0, 60.0, 65.5, 3723.25, 100_000.001)]
    assert moments == ["0", "60", "65.5", "3723.25", "100000.001"]


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_empty_text_has_no_cues(text):
    assert webvtt.cues(text) == []


def test_hours_may_be_left_out():
    assert webvtt.cues(f"{HEAD}00:05.000 --> 00:07.000\nHello\n")[0].start == 5


def test_byte_order_mark_and_windows_line_ends_are_borne():
    text = "\ufeff" + f"{HEAD}00:00.000 --> 00:01.000\nHello\n".replace("\n", "\r\n")
    assert [cue.text for cue in webvtt.cues(text)] == ["Hello"]


@pytest.mark.parametrize(
    "text",
    [
        "Only prose",
        "1\n00:00:00,000 --> 00:00:01,000\nSubRip\n",
        HEAD,
        f"{HEAD}00:00:xx.000 --> 00:00:01.000\nHello\n",
        f"{HEAD}NOTE nothing follows\n",
        "<script>alert(1)</script>",
        "\x01\x02",
    ],
)
def test_what_is_not_webvtt_is_refused(text):
    with pytest.raises(ValidationError):
        webvtt.validate(text)


@given(st.text(max_size=200))
def test_any_text_has_cues_or_is_refused(text):
    for candidate in (text, HEAD + text):
        try:
            found = webvtt.cues(candidate)
        except ValidationError:
            continue
        assert all(isinstance(cue, Cue) for cue in found)


@pytest.mark.parametrize(
    ("length", "shown"),
    [(0, "0:00"), (7, "0:07"), (60, "1:00"), (754, "12:34"), (3599, "59:59"), (3600, "1:00:00"), (3723, "1:02:03")],
)
def test_clock_shows_hours_only_where_there_are_some(length, shown):
    assert webvtt.clock(length) == shown


@given(st.integers(min_value=0, max_value=400_000))
def test_seconds_reads_what_clock_writes(length):
    assert webvtt.seconds(webvtt.clock(length)) == length


@pytest.mark.parametrize("text", ["", "90", "1:99", "-1:00", "1:00:00:00", "one", "1:2:3:", "1:0.5", "９9:xx"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(ValidationError):
        webvtt.seconds(text)

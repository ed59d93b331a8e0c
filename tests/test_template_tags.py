"""What the templates' own tags print."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from articles.templatetags import bylines, datelines, hosts, pictures, sponsored, times

OWN = "news.example"
PAID = f'rel="{sponsored.REL}"'


# Paid links


@pytest.mark.parametrize(
    "href",
    [
        "https://shop.example/a?b=1&amp;c=2",
        "http://shop.example",
        "HTTPS://SHOP.EXAMPLE/",
        "//shop.example/path",
        "  https://shop.example",
        "ht\ntps://shop.example",
        "\\\\shop.example",
        "/\\shop.example",
        "https:\\\\shop.example",
        "https://news.example@shop.example/",
        "https://news.example.shop.example/",
        "https://[broken",
    ],
)
def test_link_to_another_host_is_marked_as_paid(href):
    assert PAID in sponsored.mark_paid(f'<p><a href="{href}">x</a></p>', OWN)


@pytest.mark.parametrize(
    "href",
    ["/city/", "city/", "#part", "?q=1", "mailto:a@b.example", "https://news.example/city/", "//NEWS.example/", ""],
)
def test_link_inside_the_site_is_left_as_it_is(href):
    html = f'<p>A &amp; B <a href="{href}" rel="me">x</a></p>'
    assert sponsored.mark_paid(html, OWN) == html


@pytest.mark.parametrize("rel", ['rel="opener follow"', "REL=dofollow", "rel", 'rel="a" rel="b"'])
def test_editor_cannot_weaken_the_rel_of_a_paid_link(rel):
    html = sponsored.mark_paid(f'<a {rel} href="https://shop.example" title="&quot;x&quot;">x</a>', OWN)
    assert html == f'<a href="https://shop.example" title="&quot;x&quot;" {PAID}>x</a>'


def test_all_but_the_links_stays_character_for_character():
    html = (
        "<p class=a>\n<b>&lt;1 & 2</b><br/>\n<!-- <a href='https://x.example'> -->é<a href=https://x.example>y</A ></p>"
    )
    marked = sponsored.mark_paid(html, OWN)
    assert marked == html.replace("<a href=https://x.example>", f'<a href="https://x.example" {PAID}>')


def test_tag_marks_the_links_of_what_it_wraps():
    template = Template('{% load sponsored %}{% sponsoredlinks %}<a href="{{ url }}">x</a>{% endsponsoredlinks %}')
    context = {"url": "https://shop.example", "request": RequestFactory().get("/")}
    assert template.render(Context(context)) == f'<a href="https://shop.example" {PAID}>x</a>'
    assert PAID in template.render(Context({"url": "https://shop.example"}))  # no request, as in a feed


# Times


@pytest.mark.parametrize(
    ("seconds", "shown", "spoken", "iso"),
    [
        (45, "0:45", "45 seconds", "PT45S"),
        (61, "1:01", "1 minute 1 second", "PT1M1S"),
        (3600, "1:00:00", "1 hour", "PT1H"),
        (3723, "1:02:03", "1 hour 2 minutes 3 seconds", "PT1H2M3S"),
    ],
)
def test_duration_for_the_eye_the_ear_and_machines(seconds, shown, spoken, iso):
    assert times.clock(seconds) == shown
    assert times.spoken_duration(seconds) == spoken
    assert times.iso_duration(seconds) == iso
    assert times.duration(seconds) == f'<time datetime="{iso}">{shown}</time>'


def test_no_duration_prints_nothing():
    assert times.duration(None) == times.spoken_duration(None) == times.iso_duration(0) == times.clock(None) == ""


def test_moment_is_printed_in_the_papers_zone_and_names_it(settings):
    settings.TIME_ZONE = "Europe/Oslo"
    moment = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert times.when(moment, "long") == '<time datetime="2026-07-02T00:30:00+02:00">2 July 2026, 00:30 CEST</time>'
    assert times.when(moment) == '<time datetime="2026-07-02T00:30:00+02:00">2 July 2026</time>'
    assert times.when(None) == ""


# Datelines, hosts, signatures, pictures


def test_dateline_stands_inside_the_first_paragraph():
    assert (
        datelines.after_dateline("<p>Word</p>", "A & B") == '<p><b class="dateline" dir="auto">A &amp; B</b> — Word</p>'
    )
    assert datelines.after_dateline('<pre>x</pre><p data-x="1">y</p>', "Z").startswith('<pre>x</pre><p data-x="1"><b')
    assert datelines.after_dateline("<p>Word</p>", "") == "<p>Word</p>"


@pytest.mark.parametrize(
    ("url", "name"),
    [("https://www.video.example/@a", "video.example"), ("nothing", "nothing"), ("http://[x", "http://[x")],
)
def test_host(url, name):
    assert hosts.host(url) == name


def test_no_picture_prints_nothing():
    assert pictures.news_picture(None, "card") == pictures.news_picture("", "lead") == pictures.feed_picture(None) == ""
    assert pictures.news_picture_url(None, "poster") == ""


def test_no_byline_is_no_signature():
    assert bylines.by_role([]) == []

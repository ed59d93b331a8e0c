"""What must not be typed into the editors' forms: a clear message at the field, or the harm taken out of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from wagtail.test.utils.form_data import inline_formset, streamfield

from articles.models import ArticlePage, HomePage, SectionPage, StandardPage, Topic
from articles.models.sections import RESERVED_SLUGS

from . import factories as make
from .desk import Desk, errors, paragraphs, signed

pytestmark = pytest.mark.django_db

HALF_AN_EMOJI = "\\ud83d"
"""As JSON writes it, which is how Draftail sends text."""


@pytest.fixture
def desk(client) -> Desk:
    client.force_login(make.editor())
    return Desk(client)


@pytest.fixture
def city() -> SectionPage:
    return make.section("City")


def article(**fields: Any) -> dict[str, Any]:
    """All that an article needs to be published."""
    least = {"title": "Tunnel opens", "slug": "tunnel-opens", "standfirst": "At last.", "topics": "Housing"}
    return least | {"bylines": signed(make.PersonFactory())} | fields


def refused(desk: Desk, model: type, parent: Any, **fields: Any) -> dict[str, list[str]]:
    """What the form says to a draft with these fields."""
    return errors(desk.create(model, parent, **fields))


def published(desk: Desk, city: SectionPage, **fields: Any) -> ArticlePage:
    response = desk.create(ArticlePage, city, "publish", **article(**fields))
    assert response.status_code == 302, errors(response)
    return ArticlePage.objects.order_by("-pk").first()


def draftail(text: str = "", **block: Any) -> dict:
    """A body of one paragraph with raw Draftail content; `text` is put into its JSON as it stands."""
    content = {"entityMap": block.pop("entityMap", {}), "blocks": [draft_block(**block)]}
    return streamfield([("paragraph", json.dumps(content).replace("TEXT", text))])


def draft_block(**fields: Any) -> dict:
    plain = {
        "key": "abcde",
        "text": "TEXT",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return plain | fields


# Headlines, names, running text


def test_headline_of_300_characters_is_refused_with_the_limit(desk, city):
    found = refused(desk, ArticlePage, city, title="a" * 300, slug="long")
    assert found == {"title": ["Ensure this value has at most 255 characters (it has 300)."]}


@pytest.mark.parametrize("title", ["x" * 255, "🚋" * 100, "مرحبا بالعالم", "שלום עולם " * 10, "e\u0301\u202e reversed"])
def test_headline_of_any_script_is_published_and_shown(title, desk, city, client):
    page = published(desk, city, title=title, slug="odd", topics=f"Housing, {title[:20]}")
    shown = client.get(page.url)
    assert shown.status_code == 200
    assert title.strip() in shown.text
    for address in ("/", "/city/", "/topics/", "/feeds/", "/feeds/latest.rss"):
        assert client.get(address).status_code == 200


def test_control_characters_are_taken_out_of_every_text(desk, city, client):
    page = published(
        desk,
        city,
        title="Tunnel\x01 opens\x0b\x1f",
        kicker="\x08Harbour",
        standfirst="At\x7f last\x0c.",
        topics="Hous\x02ing",
        body=draftail("one\\u0001two\\u000bthree"),
    )
    assert (page.title, page.kicker, page.standfirst) == ("Tunnel opens", "Harbour", "At last.")
    assert [topic.name for topic in page.topics.all()] == ["Housing"]
    assert "onetwothree" in client.get(page.url).text


def test_line_ends_pasted_into_a_headline_become_spaces(desk, city):
    page = published(desk, city, title="Tunnel\r\n  opens\tat last\n", standfirst="One.\nTwo.")
    assert (page.title, page.standfirst) == ("Tunnel opens at last", "One. Two.")


@pytest.mark.parametrize("field", ["title", "kicker", "standfirst", "topics", "slug", "seo_title", "retraction_notice"])
def test_null_byte_is_refused(field, desk, city):
    found = refused(desk, ArticlePage, city, **{"title": "A", "slug": "a"} | {field: "a\x00b"})
    assert found.keys() == {field}


@pytest.mark.parametrize("text", ["a\\u0000b", f"a{HALF_AN_EMOJI}b", "a\\udc00b", "a\\uffffb"])
def test_what_no_database_holds_is_taken_out_of_running_text(text, desk, city, client):
    page = published(desk, city, body=draftail(text))
    assert "ab" in client.get(page.url).text


def test_table_bears_null_bytes_in_caption_and_headings(desk, city):
    table = {"caption": "a\x00b", "column-count": "1", "row-count": "1"}
    table |= {"column-0-type": "text", "column-0-order": "0", "column-0-heading": "c\x00d", "column-0-deleted": ""}
    table |= {"row-0-order": "0", "row-0-deleted": "", "cell-0-0": "e"}
    page = published(desk, city, body=streamfield([("table", table)]))
    assert page.body[0].value.caption == "ab"


def test_running_text_that_no_editor_sends_is_a_bad_request(desk, city):
    for text in ("not json", "[]", '{"blocks": 7}'):
        body = streamfield([("paragraph", text)])
        assert desk.create(ArticlePage, city, **article(body=body)).status_code == 400


# Topics and bylines


def test_topic_of_signs_alone_has_a_page(desk, city, client):
    page = published(desk, city, topics="🌊, !!!, C++, C#")
    assert client.get(page.url).status_code == 200
    for topic in Topic.objects.all():
        assert client.get(topic.get_absolute_url()).status_code == 200, topic
        assert client.get(topic.feed_url).status_code == 200, topic
    assert Topic.objects.values("slug").distinct().count() == 4


def test_topic_is_found_whatever_the_case_it_is_typed_in(desk, city):
    make.TopicFactory(name="Housing")
    page = published(desk, city, topics="Housing, housing, HOUSING")
    assert [topic.name for topic in page.topics.all()] == ["Housing"]


def test_names_that_end_alike_have_slugs_of_their_own(desk, city):
    published(desk, city, topics=", ".join("x" * 99 + sign for sign in "!?*"))
    assert Topic.objects.values("slug").distinct().count() == 3


def test_topic_of_101_characters_is_refused_with_the_limit(desk, city):
    found = refused(desk, ArticlePage, city, **article(topics="x" * 101))
    assert "over 100 characters" in found["topics"][0]


@pytest.mark.parametrize("action", ["save", "publish"])
def test_person_cannot_sign_twice_in_one_role(action, desk, city):
    person = make.PersonFactory()
    found = errors(desk.create(ArticlePage, city, action, **article(bylines=signed(person, person))))
    assert found["bylines"][0] == "The same is chosen twice. Keep one of the two."


def test_story_cannot_be_pinned_twice(desk, city):
    pin = {"target": str(make.article("Pinned").pk)}
    found = refused(desk, ArticlePage, city, **article(pins=inline_formset([pin, pin])))
    assert found["pins"][0] == "The same is chosen twice. Keep one of the two."


def test_person_that_does_not_exist_is_refused(desk, city):
    rows = inline_formset([{"person": "987654321", "role": "author"}])
    assert refused(desk, ArticlePage, city, **article(bylines=rows)).keys() == {"bylines"}
    rows = inline_formset([{"person": str(make.PersonFactory().pk), "role": "emperor"}])
    assert refused(desk, ArticlePage, city, **article(bylines=rows)).keys() == {"bylines"}


# Addresses


def test_slug_that_exists_is_refused_and_named(desk, city):
    make.article("First", slug="tunnel-opens")
    found = refused(desk, ArticlePage, city, **article())
    assert found == {"slug": ["The slug 'tunnel-opens' is already in use within the parent page."]}


def test_slug_that_is_the_same_once_cut_is_refused(desk, city):
    make.article("First", slug="x" * 100)
    assert refused(desk, ArticlePage, city, **article(slug="x" * 140)).keys() == {"slug"}


@pytest.mark.parametrize("slug", ["../admin", "a b", "a/b", "?", "<script>"])
def test_slug_that_is_none_is_refused(slug, desk, city):
    assert refused(desk, ArticlePage, city, **article(slug=slug)).keys() == {"slug"}


@pytest.mark.parametrize("model", [SectionPage, StandardPage])
def test_page_of_the_first_level_cannot_take_an_address_of_the_site(model, desk):
    home = make.home()
    for slug in sorted(RESERVED_SLUGS):
        page = model(title="Taken", slug=slug)
        with pytest.raises(Exception, match="Choose another"):
            home.add_child(instance=page)
    found = refused(desk, model, home, title="Topics", slug="topics")
    assert found == {"slug": ["The site itself uses this address. Choose another."]}
    assert "slug" in refused(desk, model, home, title="Long", slug="x" * 101)


def test_every_address_of_the_site_is_reserved(client):
    from articles.urls import urlpatterns

    taken = {str(pattern.pattern).lstrip("^").split("/")[0] for pattern in urlpatterns}
    assert {name for name in taken if "." not in name and "<" not in name} <= RESERVED_SLUGS
    assert HomePage.objects.count() == 0 or client.get("/topics/").status_code == 200


# Links and pasted markup


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x"]
)
def test_link_that_is_a_script_loses_its_address(url, desk, city, client):
    link = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}}
    body = draftail("click", entityRanges=[{"key": 0, "offset": 0, "length": 5}], entityMap=link)
    page = published(desk, city, body=body)
    shown = client.get(page.url).text
    assert "click" in shown
    assert "alert(1)" not in shown
    assert "data:text" not in shown


def test_markup_typed_as_text_stays_text(desk, city, client):
    markup = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    page = published(desk, city, title=markup, kicker="<b>k</b>", standfirst=markup, body=draftail(markup))
    shown = client.get(page.url).text
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def test_unknown_styles_and_entities_are_dropped_from_running_text(desk, city, client):
    body = draftail(
        "text kept",
        inlineStyleRanges=[{"style": "EVIL", "offset": 0, "length": 4}],
        entityRanges=[{"key": 0, "offset": 0, "length": 4}],
        entityMap={"0": {"type": "EMBED", "mutability": "IMMUTABLE", "data": {"url": "https://evil.example/"}}},
    )
    response = desk.create(ArticlePage, city, "publish", **article(body=body))
    assert response.status_code == 302, errors(response)
    shown = client.get("/city/tunnel-opens/").text
    assert "kept" in shown
    assert "evil.example" not in shown


def test_pasted_page_keeps_bold_and_links_and_loses_the_rest(desk, city, client):
    pasted = (
        '<style>p{color:red}</style>A <b onclick="alert(1)" style="color:red">bold</b> '
        '<a href="https://a.example/?x=1&amp;y=2" target="_blank" onmouseover="alert(2)">link</a>'
        '<script>alert(3)</script><iframe src="https://evil.example/"></iframe><img src="x" onerror="alert(4)"/>'
    )
    shown = client.get(published(desk, city, body=paragraphs(pasted)).url).text
    assert '<b>bold</b> <a href="https://a.example/?x=1&amp;y=2">link</a>' in shown
    for harm in (
        "onclick",
        "onmouseover",
        "onerror",
        "<iframe",
        "evil.example",
        "<script>",
        "<style",
        'style="color',
        "target=",
    ):
        assert harm not in shown

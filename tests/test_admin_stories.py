"""Each kind of story through the editors' forms: drafts may have gaps, publication may not."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from articles.models import (
    ArticlePage,
    NewsImage,
    PodcastEpisodePage,
    Publication,
    SectionPage,
    SponsoredPage,
    Story,
    VideoPage,
)

from . import factories as make
from .desk import FORM, Desk, add_url, errors, paragraphs, signed

pytestmark = pytest.mark.django_db

KINDS = [ArticlePage, VideoPage, PodcastEpisodePage, SponsoredPage]


@pytest.fixture
def desk(client) -> Desk:
    client.force_login(make.editor())
    return Desk(client)


@pytest.fixture
def city() -> SectionPage:
    return make.section("City")


def least(kind: type[Story]) -> dict[str, Any]:
    """What even a draft must have: a headline, and what the database does not let a kind be without."""
    fields = {"title": "Tunnel opens", "slug": "tunnel-opens"}
    if kind is PodcastEpisodePage:
        fields["podcast"] = str(make.ShowFactory().pk)
    if kind is SponsoredPage:
        fields |= {"sponsor": str(make.SponsorFactory().pk)}
        fields |= {"campaign_start": "2026-01-01 06:00", "campaign_end": "2046-01-01 06:00"}
    return fields


def complete(kind: type[Story], **fields: Any) -> dict[str, Any]:
    """All that publication asks for."""
    common = {
        "standfirst": "Trams run from day one.",
        "topics": "Harbour Tunnel, Public transport",
        "body": paragraphs("The first tram left at six."),
        "lead_image": str(make.ImageFactory().pk),
    }
    if kind is not SponsoredPage:
        common["bylines"] = signed(make.PersonFactory(name="Ines Falk"))
    own = {
        VideoPage: lambda: {"provider_url": "https://vimeo.com/76979871"},
        PodcastEpisodePage: lambda: {"audio": str(make.media().pk)},
    }
    return least(kind) | common | own.get(kind, dict)() | fields


def complaints(desk: Desk, kind: type[Story], section: SectionPage, **fields: Any) -> dict[str, list[str]]:
    """What the form says when someone tries to publish all that is needed but for these fields; nothing is lost."""
    response = desk.create(kind, section, "publish", **complete(kind, **fields))
    found = errors(response)
    assert not Story.objects.exists()
    kept = querydict_from_html(response.text, form_id=FORM)
    assert kept["title"].strip() == "Tunnel opens", "what was typed is still there"
    assert "The first tram left at six." in response.text
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_draft_with_almost_nothing_is_saved_and_not_public(kind, desk, city, client):
    response = desk.create(kind, city, **least(kind))
    page = kind.objects.get()
    assert response["location"] == reverse("wagtailadmin_pages:edit", args=(page.pk,))
    assert (page.live, page.kind, page.section) == (False, kind.story_kind, city)
    assert client.get("/city/tunnel-opens/").status_code == 404
    assert not Publication.objects.exists()
    assert desk.change(page, standfirst="Next thought").status_code == 302


@pytest.mark.parametrize("kind", KINDS)
def test_complete_story_is_published_from_the_form(kind, desk, city, client):
    response = desk.create(kind, city, "publish", **complete(kind))
    assert response.status_code == 302, errors(response)
    page = client.get("/city/tunnel-opens/")
    assert page.status_code == 200
    for shown in ("Tunnel opens", "Trams run from day one.", "The first tram left at six.", "Harbour Tunnel"):
        assert shown in page.text
    assert ("Ines Falk" in page.text) is (kind is not SponsoredPage)
    assert ("Advertisement" in page.text) is (kind is SponsoredPage)
    assert Publication.objects.get().event == "published"


@pytest.mark.parametrize("kind", KINDS)
def test_new_story_can_be_previewed_before_it_is_saved(kind, desk, city):
    shown = desk.preview(add_url(kind, city), **complete(kind))
    assert shown.status_code == 200
    for part in ("Tunnel opens", "Trams run from day one.", "The first tram left at six."):
        assert part in shown.text
    assert not Story.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_almost_empty_story_can_be_previewed(kind, desk, city):
    assert "Tunnel opens" in desk.preview(add_url(kind, city), **least(kind)).text


@pytest.mark.parametrize("kind", KINDS)
def test_publishing_a_draft_with_gaps_names_every_gap(kind, desk, city):
    desk.create(kind, city, **least(kind))
    page = kind.objects.get()
    found = errors(desk.change(page, "publish"))
    expected = {
        ArticlePage: {"standfirst", "topics", "bylines"},
        VideoPage: {"standfirst", "topics", "bylines", "film", "lead_image"},
        PodcastEpisodePage: {"standfirst", "topics", "bylines", "audio"},
        SponsoredPage: {"standfirst"},
    }
    assert found.keys() == expected[kind]
    assert not kind.objects.get().live


def test_byline_is_needed(desk, city):
    for rows in (signed(), {"TOTAL_FORMS": "1", "0": {"person": "", "role": "author", "ORDER": "1"}}):
        found = complaints(desk, ArticlePage, city, bylines=rows)
        assert found.keys() == {"bylines"}
        assert "Needed before this can be published: at least 1." in found["bylines"]


def test_topic_is_needed(desk, city):
    found = complaints(desk, ArticlePage, city, topics="")
    assert found == {"topics": ["Give the story at least one topic: topics choose the lists it appears in."]}


def test_eleven_topics_are_too_many(desk, city):
    topics = ", ".join(f"Topic {number}" for number in range(11))
    assert complaints(desk, ArticlePage, city, topics=topics) == {"topics": ["Choose at most 10 topics."]}


def test_standfirst_is_needed(desk, city):
    assert complaints(desk, ArticlePage, city, standfirst="").keys() == {"standfirst"}


def test_lead_image_needs_credit_and_description(desk, city):
    bare = make.ImageFactory(credit="", description="")
    found = complaints(desk, ArticlePage, city, lead_image=str(bare.pk))
    assert [message.split(".")[0] for message in found["lead_image"]] == [
        "This image has no credit",
        "This image has no description",
    ]
    NewsImage.objects.filter(pk=bare.pk).update(credit="Teo Lundgren")
    fields = complete(ArticlePage, lead_image=str(bare.pk), lead_alt="A tram")
    assert desk.create(ArticlePage, city, "publish", **fields).status_code == 302


def test_film_of_ours_needs_captions_and_a_poster(desk, city):
    film = str(make.media("video", "film.mp4").pk)
    found = complaints(desk, VideoPage, city, film=film, provider_url="", lead_image="")
    assert found.keys() == {"captions", "lead_image"}


def test_film_needs_exactly_one_place(desk, city):
    assert complaints(desk, VideoPage, city, provider_url="").keys() == {"film"}
    film = str(make.media("video", "film.mp4").pk)
    assert "provider_url" in complaints(desk, VideoPage, city, film=film, captions=make.VTT)


def test_episode_needs_sound_and_facts_about_sound_elsewhere(desk, city):
    assert complaints(desk, PodcastEpisodePage, city, audio="").keys() == {"audio"}
    elsewhere = {"audio": "", "audio_url": "https://audio.example/1.mp3"}
    assert complaints(desk, PodcastEpisodePage, city, **elsewhere).keys() == {"audio_url"}
    told = elsewhere | {"audio_type": "audio/mpeg", "audio_bytes": "1234"}
    response = desk.create(PodcastEpisodePage, city, "publish", **complete(PodcastEpisodePage, **told))
    assert response.status_code == 302


def test_length_left_open_is_that_of_the_file(desk, city):
    desk.create(PodcastEpisodePage, city, "publish", **complete(PodcastEpisodePage))
    assert PodcastEpisodePage.objects.get().duration == 12


@pytest.mark.parametrize("missing", ["sponsor", "campaign_start", "campaign_end", "label"])
@pytest.mark.parametrize("action", ["save", "publish"])
def test_advertisement_is_not_even_a_draft_without_its_sponsor_label_and_dates(action, missing, desk, city):
    found = errors(desk.create(SponsoredPage, city, action, **complete(SponsoredPage, **{missing: ""})))
    assert found == {missing: ["This field is required."]}
    assert not SponsoredPage.objects.exists()


def test_campaign_ends_after_it_starts(desk, city):
    found = complaints(desk, SponsoredPage, city, campaign_end="2025-12-31 06:00")
    assert found == {"campaign_end": ["A campaign ends after it starts."]}


def test_rows_in_which_nothing_was_chosen_are_passed_over(desk, city):
    rows = signed(make.PersonFactory()) | {"TOTAL_FORMS": "2", "1": {"person": "", "role": "author", "ORDER": "2"}}
    pins = {"TOTAL_FORMS": "1", "0": {"target": "", "ORDER": "1"}}
    response = desk.create(ArticlePage, city, "publish", **complete(ArticlePage, bylines=rows, pins=pins))
    assert response.status_code == 302
    page = ArticlePage.objects.get()
    assert (page.bylines.count(), page.pins.count()) == (1, 0)


def test_order_of_bylines_and_pins_is_that_of_the_form(desk, city):
    first, second = make.PersonFactory(), make.PersonFactory()
    rows = signed(first, second)
    rows["0"]["ORDER"], rows["1"]["ORDER"] = "2", "1"
    desk.create(ArticlePage, city, "publish", **complete(ArticlePage, bylines=rows))
    assert [byline.person for byline in ArticlePage.objects.get().authors] == [second, first]

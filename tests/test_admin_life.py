"""What becomes of a story at the editors' desk after it was written."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import ArticlePage, Person, Publication, SectionPage, Topic

from . import factories as make
from .desk import Desk, errors, paragraphs, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client) -> Desk:
    client.force_login(make.editor())
    return Desk(client)


@pytest.fixture
def city() -> SectionPage:
    return make.section("City")


@pytest.fixture
def live(city) -> ArticlePage:
    yesterday = publishing.happened_at.set(timezone.now() - timedelta(hours=30))
    page = make.article("First headline", slug="story", topics=["Housing"], by=[make.PersonFactory()], hours_ago=30)
    page.save_revision().publish()
    publishing.happened_at.reset(yesterday)
    return page


def article(**fields) -> dict:
    """All that an article needs to be published."""
    writer = make.PersonFactory()
    return {
        "title": "New",
        "slug": "new",
        "standfirst": "Why.",
        "topics": "Housing",
        "bylines": signed(writer),
    } | fields


def events() -> list[str]:
    """Today's lines of the publication log."""
    today = Publication.objects.filter(at__gt=timezone.now() - timedelta(hours=24))
    return list(today.order_by("id").values_list("event", flat=True))


def field_date(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def test_draft_of_a_live_story_changes_nothing_that_readers_see(desk, live, client):
    fields = {"title": "Second headline", "topics": "Flooding", "body": paragraphs("New text")}
    assert desk.change(live, **fields).status_code == 302
    page = client.get(live.url).text
    assert "First headline" in page
    assert "Second headline" not in page
    assert "Flooding" not in page
    assert events() == []
    assert "Second headline" in client.get(reverse("wagtailadmin_pages:edit", args=(live.pk,))).text


def test_publishing_the_change_shows_it_and_keeps_the_date(desk, live, client):
    published_at = live.published_at
    desk.change(live, "publish", title="Second headline", topics="Flooding", body=paragraphs("New text"))
    page = client.get(live.url).text
    for part in ("Second headline", "New text", "Flooding"):
        assert part in page
    assert ArticlePage.objects.get().published_at == published_at
    assert events() == ["changed"]


def test_preview_of_a_live_story_shows_the_change_to_nobody_else(desk, live, client):
    changes = {"title": "Second headline", "bylines": signed(make.PersonFactory(name="Amara Okafor"))}
    shown = desk.preview(reverse("wagtailadmin_pages:edit", args=(live.pk,)), **changes)
    assert "Second headline" in shown.text
    assert "Amara Okafor" in shown.text
    assert "Second headline" not in client.get(live.url).text


def test_unpublished_story_is_404_and_back_after_publishing(desk, live, client):
    desk.do("unpublish", live, ending="mistake")
    assert client.get(live.url).status_code == 404
    desk.change(live, "publish")
    assert client.get(live.url).status_code == 200
    assert events() == ["withdrawn", "published"]


def test_new_story_is_public_once_and_not_before_its_time(desk, city, client, time_machine):
    """Wagtail saves a new page live before it schedules it."""
    start = (timezone.now() + timedelta(hours=2)).replace(second=0, microsecond=0)
    dates = {"go_live_at": field_date(start), "expire_at": field_date(start + timedelta(hours=5))}
    response = desk.create(ArticlePage, city, "publish", **article(**dates))
    assert response.status_code == 302, errors(response)
    assert events() == []
    assert client.get("/city/new/").status_code == 404

    time_machine.move_to(start + timedelta(minutes=3))
    call_command("publish_scheduled")
    assert client.get("/city/new/").status_code == 200
    assert events() == ["published"]
    assert ArticlePage.objects.get().published_at >= start, "its date is not that of the order to publish it"

    time_machine.move_to(start + timedelta(hours=6))
    assert client.get("/city/new/").status_code == 410, "expired, whether or not the worker has come by"
    call_command("publish_scheduled")
    assert events() == ["published", "withdrawn"]


def test_publishing_a_new_story_is_one_line_in_the_log(desk, city):
    desk.create(ArticlePage, city, "publish", **article())
    assert events() == ["published"]


@pytest.mark.parametrize(
    ("dates", "wrong"),
    [
        ({"go_live_at": "2046-01-02 10:00", "expire_at": "2046-01-01 10:00"}, {"go_live_at", "expire_at"}),
        ({"expire_at": "2001-01-01 10:00"}, {"expire_at"}),
        ({"go_live_at": "tomorrow"}, {"go_live_at"}),
    ],
)
def test_dates_that_make_no_sense_are_named(dates, wrong, desk, city):
    assert errors(desk.create(ArticlePage, city, "publish", **article(**dates))).keys() == wrong


def test_changed_slug_leaves_a_redirect(desk, live, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        desk.change(live, "publish", slug="better")
    moved = client.get("/city/story/")
    assert (moved.status_code, moved["location"]) == (301, "/city/better/")


def test_slug_of_full_length_can_be_changed(desk, city, client, django_capture_on_commit_callbacks):
    """The longest address still fits the table of redirects."""
    headline = "漢" * 255
    desk.create(ArticlePage, city, "publish", **article(title=headline, slug=headline))
    page = ArticlePage.objects.get()
    assert len(page.slug) == 100
    with django_capture_on_commit_callbacks(execute=True):
        desk.change(page, "publish", slug="short")
    assert client.get(page.url)["location"] == "/city/short/"


def test_move_leaves_a_redirect_and_follows_the_section(desk, live, client, django_capture_on_commit_callbacks):
    sport = make.section("Sport")
    with django_capture_on_commit_callbacks(execute=True):
        desk.do("move_confirm", live, sport.pk)
    assert client.get("/city/story/")["location"] == "/sport/story/"
    page = client.get("/sport/story/")
    assert page.status_code == 200
    assert ArticlePage.objects.get().section == sport


def test_old_revision_comes_back_whole(desk, live, client):
    first = live.get_latest_revision()
    desk.change(live, "publish", title="Second headline", topics="Flooding")
    assert desk.restore(live, first.pk).status_code == 302
    page = client.get(live.url).text
    assert "First headline" in page
    assert "Housing" in page


def test_revision_that_names_what_is_gone_can_still_be_opened(desk, live, client):
    """The database protects the people and files of the public page, not those of a draft."""
    ghost = Person.objects.create(name="Ghost", slug="ghost")
    desk.change(live, topics="Housing, Flooding", lead_image=str(make.ImageFactory().pk), bylines=signed(ghost))
    ghost.delete()
    Topic.objects.get(name="Flooding").delete()
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    draft.lead_image.delete()
    assert client.get(reverse("wagtailadmin_pages:edit", args=(live.pk,))).status_code == 200
    assert desk.change(live, "publish", bylines=signed(make.PersonFactory())).status_code == 302
    assert [topic.name for topic in ArticlePage.objects.get().topics.all()] == ["Housing"]


def test_advertisement_whose_draft_names_a_sponsor_that_is_gone_can_be_opened(desk, city, client):
    page = make.advertisement(within=city)
    gone = make.SponsorFactory()
    desk.change(page, sponsor=str(gone.pk))
    gone.delete()
    assert client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).status_code == 200


def test_deleted_story_is_404_and_logged(desk, live, client):
    url = live.url
    assert desk.do("delete", live).status_code == 302
    assert client.get(url).status_code == 404
    assert events() == ["withdrawn"]


def test_copy_is_a_draft_with_a_date_of_its_own(desk, live, city):
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": city.pk, "alias": ""}
    assert desk.client.post(reverse("wagtailadmin_pages:copy", args=(live.pk,)), form).status_code == 302
    copy = ArticlePage.objects.get(slug="copy")
    assert (copy.live, copy.published_at) == (False, None)
    assert copy.uid != live.uid
    assert copy.bylines.count() == 1


@pytest.mark.parametrize("thing", ["person", "sponsor", "show"])
def test_what_stories_name_cannot_be_deleted_and_says_why(thing, desk):
    person = make.PersonFactory()
    episode, ad = make.episode(by=[person]), make.advertisement()
    key = {"person": person, "sponsor": ad.sponsor, "show": episode.podcast}[thing].pk
    address = reverse(f"wagtailsnippets_articles_{thing}:delete", args=(key,))
    assert "prevent it from being deleted" in desk.client.get(address).text
    assert desk.client.post(address).status_code == 302
    assert type(person).objects.filter(pk=person.pk).exists()


def test_file_that_an_episode_plays_cannot_be_deleted_and_says_why(desk):
    episode = make.episode("Low Water 7", audio=make.media(), audio_url="")
    answer = desk.client.post(reverse("wagtailmedia:delete", args=(episode.audio_id,)), follow=True)
    assert "The file is played in “Low Water 7”. Change that first." in answer.text
    spare = make.media()
    desk.client.post(reverse("wagtailmedia:delete", args=(spare.pk,)))
    assert not type(spare).objects.filter(pk=spare.pk).exists()

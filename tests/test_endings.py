"""A story ends for a reason, which decides what readers find at its address."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from articles import endings, publishing, roles, schedule
from articles.models import (
    ArticlePage,
    Correction,
    Ending,
    FormerAddress,
    PartnerFeed,
    Publication,
    ReviewLink,
    StandardPage,
    Story,
    Topic,
)

from . import factories as make
from .desk import Desk

pytestmark = pytest.mark.django_db
NOTICE = "The figures were made up.\n\nWe are sorry."


@pytest.fixture
def desk(admin_client) -> Desk:
    return Desk(admin_client)


@pytest.fixture
def story() -> ArticlePage:
    return published("Wall sinks")


def published(title: str, **fields) -> ArticlePage:
    of = {"topics": ["Housing"], "by": [make.PersonFactory()], "lead_image": make.ImageFactory()}
    page = make.article(title, hours_ago=9, **of, **fields)
    page.save_revision()
    return again(page)


def again(page: Page) -> Page:
    return type(page).objects.get(pk=page.pk)


def last_line(story: Story) -> tuple[str, str]:
    return Publication.objects.filter(story_uid=story.uid).values_list("event", "reason").first()


def main_of(response: HttpResponse) -> str:
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True)


def complaints(response: HttpResponse) -> set[str]:
    assert response.status_code == 200, "The form was taken."
    return set(response.context["form"].errors)


# What readers find


def test_mistake_is_no_page(desk, story, client):
    desk.do("unpublish", story, ending="mistake")
    assert client.get(story.url).status_code == 404
    assert last_line(story) == ("withdrawn", "mistake")


def test_retracted_story_is_gone_and_its_notice_stands_there_and_among_the_corrections(desk, story, client, admin_user):
    shown = again(story).live_revision_id
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    gone = client.get(story.url)
    assert gone.status_code == 410
    assert "The figures were made up. We are sorry." in main_of(gone)
    assert "Wall sinks" not in gone.text
    assert last_line(story) == ("withdrawn", "retracted")

    listed = BeautifulSoup(client.get("/corrections/").content, "html.parser").select_one(".correction-index li")
    assert "The figures were made up." in listed.get_text()
    assert "Retraction" in listed.get_text()
    assert listed.a["href"] == story.url
    assert "Wall sinks" not in listed.get_text()
    made = story.corrections.get()
    assert (made.kind, made.made_by, made.superseded_id) == ("retraction", admin_user, shown)


def test_what_was_retracted_can_be_seen_at_the_desk(desk, story):
    story.get_latest_revision().publish()
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    shown = reverse("wagtailadmin_pages:revisions_view", args=[story.pk, story.latest_revision_id])
    assert shown in desk.client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).text
    assert "Wall sinks" in desk.client.get(shown).text


AMENDED = "The figures were made up, and so was the surveyor."


def amend(desk: Desk, story: Story, notice: str) -> HttpResponse:
    return desk.client.post(reverse("amend_notice", args=[story.pk]), {"notice": notice})


def test_amended_notice_stands_above_what_it_said_before(desk, story, client, admin_user):
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert reverse("amend_notice", args=[story.pk]) in desk.client.get(edit).text
    asked = desk.client.get(reverse("amend_notice", args=[story.pk]))
    assert BeautifulSoup(asked.content, "html.parser").find("textarea", {"name": "notice"}).text.strip() == NOTICE
    assert amend(desk, story, f" {AMENDED}\x07").url == edit

    gone = client.get(story.url)
    assert gone.status_code == 410
    shown = main_of(gone)
    assert shown.index("Retraction, amended") < shown.index(AMENDED) < shown.index("The figures were made up. We are")
    listed = BeautifulSoup(client.get("/corrections/").content, "html.parser").select(".correction-index li")
    assert [entry.b.text for entry in listed] == ["Retraction, amended", "Retraction"]
    assert {entry.a["href"] for entry in listed} == {story.url}
    newest, first = story.corrections.all()
    assert (newest.text, newest.made_by, first.text) == (AMENDED, admin_user, NOTICE)


def test_who_keeps_a_tombstone_or_a_copy_learns_of_an_amended_notice(desk, story, client):
    feed = "/feeds/topics/housing.json"
    published("Other")
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    before = client.get(feed)
    (tombstone,) = before.json()["_newsroom"]["deleted"]
    amend(desk, story, AMENDED)
    after = client.get(feed, headers={"if-none-match": before.headers["ETag"]})
    (amended,) = after.json()["_newsroom"]["deleted"]
    assert amended["at"] > tombstone["at"]
    assert (amended["id"], amended["reason"]) == (tombstone["id"], "retracted")
    assert last_line(story) == ("withdrawn", "retracted")


def test_tombstone_follows_a_topic_that_is_renamed_and_so_does_the_news_of_an_amended_notice(desk, story, client):
    feeds = ("/feeds/topics/homes.json", "/feeds/sections/town/topics/homes.json")
    published("Other")
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    for renamed, slug in ((Topic.objects.get(), "homes"), (make.section(), "town")):
        renamed.slug = slug
        renamed.save()
    before = {feed: client.get(feed) for feed in feeds}
    amend(desk, story, AMENDED)
    for feed, first in before.items():
        (tombstone,) = first.json()["_newsroom"]["deleted"]
        after = client.get(feed, headers={"if-none-match": first.headers["ETag"]})
        (amended,) = after.json()["_newsroom"]["deleted"]
        assert (amended["id"], tombstone["id"]) == (story.feed_id, story.feed_id)
        assert amended["at"] > tombstone["at"]


def test_notice_is_not_amended_by_nothing_nor_that_of_a_story_that_is_back(desk, story):
    assert amend(desk, story, AMENDED).status_code == 404
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    for notice in ("", " \x07 ", f"{NOTICE}\n"):
        assert complaints(amend(desk, story, notice)) == {"notice"}
    retracted = again(story)
    story.get_latest_revision().publish()
    assert not endings.amend(retracted, AMENDED)
    assert Correction.objects.get().text == NOTICE


def test_notices_of_an_earlier_retraction_do_not_stand_in_place_of_the_story(desk, story, client):
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    amend(desk, story, AMENDED)
    story.get_latest_revision().publish()
    assert AMENDED in client.get(story.url).text
    desk.do("unpublish", story, ending="retracted", notice="Once more.")
    gone = client.get(story.url).text
    assert "Once more." in gone
    assert "made up" not in gone


def test_other_corrections_of_a_retracted_story_go_with_it(desk, story, client):
    Correction.objects.create(story_id=story.pk, text="The wall is nine feet high.")
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    assert "nine feet" not in client.get("/corrections/").text


def test_notice_of_the_draft_is_offered(desk, story):
    desk.change(story, retraction_notice=NOTICE)
    asked = desk.client.get(reverse("wagtailadmin_pages:unpublish", args=[story.pk]))
    assert BeautifulSoup(asked.content, "html.parser").find("textarea", {"name": "notice"}).text.strip() == NOTICE


def test_story_that_is_out_of_date_says_since_when(desk, story, client):
    desk.do("unpublish", story, ending="expired")
    gone = client.get(story.url)
    assert gone.status_code == 410
    assert f"until {timezone.localtime():%-d %B %Y}" in main_of(gone)
    assert "Wall sinks" not in gone.text
    assert last_line(story) == ("withdrawn", "expired")


def test_moved_story_sends_readers_on_from_all_its_addresses(desk, story, client, django_capture_on_commit_callbacks):
    target = make.article("Elsewhere")
    with django_capture_on_commit_callbacks(execute=True):
        desk.change(story, "publish", slug="wall-holds")
    story = again(story)
    desk.do("unpublish", story, ending="moved", moved_page=target.pk)
    assert last_line(story) == ("withdrawn", "moved")
    for address in ("/city/wall-holds/", "/city/wall-sinks/"):
        response = client.get(address, follow=True)
        assert {status for _url, status in response.redirect_chain} == {301}
        assert response.redirect_chain[-1][0] == target.url


def test_moved_story_sends_readers_to_an_address_elsewhere(desk, story, client):
    desk.do("unpublish", story, ending="moved", moved_url="https://archive.example/wall")
    response = client.get(story.url)
    assert (response.status_code, response.headers["Location"]) == (301, "https://archive.example/wall")


def test_story_moved_to_a_page_that_has_ended_is_no_page(desk, story, client):
    target = make.article("Elsewhere")
    desk.do("unpublish", story, ending="moved", moved_page=target.pk)
    target.unpublish()
    assert client.get(story.url).status_code == 404


# By the clock


def test_story_has_run_out_from_the_moment_on_and_after_the_schedule_has_seen_it(client):
    story = published("Wall sinks", expire_at=timezone.now() - timedelta(minutes=1))
    before = client.get(story.url)
    assert schedule.run() == 1
    after = client.get(story.url)
    assert (before.status_code, after.status_code) == (410, 410)
    assert main_of(before) == main_of(after)
    assert f"until {timezone.localtime():%-d %B %Y}" in main_of(before)
    assert "Wall sinks" not in before.text + after.text
    assert last_line(story) == ("withdrawn", "expired")


def test_advertisement_has_ended_with_its_campaign(client):
    now = timezone.now()
    dates = {"campaign_start": now - timedelta(days=9), "campaign_end": now - timedelta(minutes=1)}
    page = make.advertisement("Sail early", **dates)
    before = client.get(page.url)
    schedule.run()
    after = client.get(page.url)
    assert (before.status_code, after.status_code) == (410, 410)
    assert "This advertisement has ended" in main_of(before)
    assert main_of(before) == main_of(after)
    assert "Sail" not in before.text


@pytest.mark.parametrize("ending", ["retracted", "expired", "moved"])
def test_who_never_could_read_a_story_is_told_nothing_of_its_end(ending, desk, client):
    start = timezone.now() + timedelta(days=1)
    story = make.advertisement("Sail early", campaign_start=start, campaign_end=start + timedelta(days=9))
    desk.do("unpublish", story, ending=ending, notice=NOTICE, moved_url="https://archive.example/")
    assert not again(story).live
    assert client.get(story.url).status_code == 404
    assert not Correction.objects.exists()
    assert not Redirect.objects.exists()


def test_draft_that_was_to_end_yesterday_is_no_page(client):
    make.article("Draft", live=False, expire_at=timezone.now() - timedelta(days=1), retraction_notice=NOTICE)
    assert client.get("/city/draft/").status_code == 404


def test_story_that_ends_without_a_word_is_no_page(story, client):
    story.unpublish()
    assert client.get(story.url).status_code == 404
    assert last_line(story) == ("withdrawn", "")


def test_deleted_story_is_logged_as_deleted(desk, story):
    desk.do("delete", story)
    assert last_line(story) == ("withdrawn", "deleted")


def test_story_that_becomes_private_has_no_ending(desk, story):
    desk.client.post(
        reverse("wagtailadmin_pages:set_privacy", args=[story.get_parent().pk]), {"restriction_type": "login"}
    )
    assert again(story).ended == ""


# Back again


@pytest.mark.parametrize("ending", ["mistake", "retracted", "moved", "expired"])
def test_published_again_it_is_back(ending, desk, story, client):
    desk.do("unpublish", story, ending=ending, notice=NOTICE, moved_url="https://archive.example/")
    assert not again(story).live
    story.get_latest_revision().publish()
    assert client.get(story.url).status_code == 200
    assert last_line(story) == ("published", "")
    assert again(story).ending == ""
    again(story).unpublish()
    assert client.get(story.url).status_code == 404, "what stood in its place is gone"


def moved_away(desk: Desk, story: Story, how: str) -> Story:
    """A story that has ended as moved, and since then got another address."""
    desk.do("unpublish", story, ending="moved", moved_url="https://archive.example/")
    if how == "move":
        again(story).move(make.section("Sport"), pos="last-child")
    else:
        renamed = again(story)
        renamed.slug = "wall-holds"
        renamed.save()
    return again(story)


@pytest.mark.parametrize("how", ["rename", "move"])
def test_moved_story_that_comes_back_at_another_address_is_found_by_the_first(how, desk, story, client):
    there = moved_away(desk, story, how)
    there.live = True
    there.save()
    assert there.url != story.url
    assert client.get(story.url).headers["Location"] == there.url
    assert client.get(there.url).status_code == 200


@pytest.mark.parametrize("how", ["rename", "move"])
def test_what_stands_in_for_a_moved_story_is_deleted_with_it(how, desk, story, client):
    there = moved_away(desk, story, how)
    assert client.get(story.url).status_code == 301
    desk.do("delete", there)
    assert client.get(story.url).status_code == 404
    assert not Redirect.objects.filter(redirect_link="https://archive.example/").exists()


def test_story_that_is_to_come_back_says_until_then_that_it_is_over(desk, story, client):
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    draft = again(story).get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.expire_at = timezone.now() + timedelta(days=2)
    draft.save_revision().publish()
    gone = client.get(story.url)
    assert gone.status_code == 410
    assert "The figures were made up." in gone.text


def test_retraction_stays_in_the_record_of_a_story_that_is_back(desk, story, client):
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    desk.change(story, "publish")
    assert "The figures were made up." in client.get(story.url).text
    assert "Wall sinks" in client.get("/corrections/").text


def test_draft_of_a_story_that_is_over_is_previewed(desk, story):
    desk.do("unpublish", story, ending="retracted", notice=NOTICE)
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert "Wall holds" in desk.preview(edit, title="Wall holds").text


def test_retraction_is_not_said_with_a_change(desk, story):
    response = desk.change(story, "publish", change="retraction", change_text=NOTICE)
    assert "change" in complaints(response)
    assert not Correction.objects.exists()


# What the form does not take


def test_stories_end_by_no_form_without_a_reason(desk, story):
    for data in ({}, {"ending": "deleted"}, {"ending": "boredom"}, {"ending": ""}):
        assert complaints(desk.do("unpublish", story, **data)) == {"ending"}
        assert complaints(end_many(desk, story, **data)) == {"ending"}
    assert complaints(desk.do("unpublish", story.get_parent(), include_descendants="on")) == {"ending"}
    assert again(story).live


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_pages_end_by_no_request_that_asks_for_nothing(action, desk, story):
    for page in (story, story.get_parent()):
        answer = desk.client.post(f"/admin/api/main/pages/{page.pk}/action/{action}/", {"recursive": "true"})
        assert answer.status_code == 403
        assert "by their forms" in answer.json()["detail"]
    assert again(story).live


NOT_TAKEN = [
    ({"ending": "retracted"}, {"notice"}),
    ({"ending": "retracted", "notice": " \n\x07 "}, {"notice"}),
    ({"ending": "moved"}, {"moved_page"}),
    ({"ending": "moved", "moved_page": "story"}, {"moved_page"}),
    ({"ending": "moved", "moved_page": "draft"}, {"moved_page"}),
    ({"ending": "moved", "moved_page": "over"}, {"moved_page"}),
    ({"ending": "moved", "moved_page": "1"}, {"moved_page"}),
    ({"ending": "moved", "moved_page": "99999"}, {"moved_page"}),
    ({"ending": "moved", "moved_page": "other", "moved_url": "https://archive.example/"}, {"moved_url"}),
    ({"ending": "moved", "moved_url": "javascript:alert(1)"}, {"moved_url"}),
    ({"ending": "moved", "moved_url": "ftp://archive.example/"}, {"moved_url"}),
    ({"ending": "moved", "moved_page": "private"}, {"moved_page"}),
    *(
        ({"ending": "moved", "moved_url": url}, {"moved_url"})
        for url in (
            "https://paper.example/city/wall-sinks/",
            "http://PAPER.example/city/wall-sinks?from=feed",
            "https://paper.example./city/wall-sinks/",
            "https://paper.example:8000/city//wall-sinks",
            "https://paper.example/city/./wall-sinks/",
            "https://paper.example/x/%2e%2e/city/wall-sinks/",
            "https://paper.example/city/wall-sinks.md",
            "https://paper.example/city/%00/",
            "https://paper.example/city/sent-on/",
            "https://paper.example/town/wall-sinks/",
            "https://paper.example/city/nothing/",
            "https://paper.example/city/nothing.html",
            "https://paper.example/city/draft/",
            "https://paper.example/city/over/",
            "https://paper.example/sport/private/",
            "https://paper.example/topics/nope/",
            "https://paper.example/topics/homes/",
            "https://paper.example/feeds/topics/nope.rss",
            "https://paper.example/review/nope/",
            "https://paper.example/admin/",
        )
    ),
    ({"ending": "moved", "moved_url": f"https://archive.example/{'a' * 250}"}, {"moved_url"}),
]


def test_reason_that_says_too_little_or_what_cannot_be_is_not_taken(desk, story, client):
    over = published("Over", expire_at=timezone.now() - timedelta(hours=1))
    draft = make.article("Draft", live=False)
    private = make.article("Private", within=make.section("Sport"))
    PageViewRestriction.objects.create(page=private.get_parent(), restriction_type="login")
    pages = {"story": story, "draft": draft, "over": over, "private": private, "other": make.article("Other")}
    Redirect.add_redirect("/city/sent-on/", story)
    make.TopicFactory(name="Homes", canonical=make.TopicFactory(name="Housing"))
    FormerAddress.objects.create(family="sections", slug="town", target_id=story.section_id)
    own_host()
    for row, wrong in NOT_TAKEN:
        said = dict(row)
        if chosen := pages.get(said.get("moved_page")):
            said["moved_page"] = chosen.pk
        for answer in (desk.do("unpublish", story, **said), end_many(desk, story, **said)):
            assert complaints(answer) == wrong, row
            kept = BeautifulSoup(answer.content, "html.parser")
            assert kept.find("input", {"name": "ending", "checked": True})["value"] == said["ending"]
            assert kept.find("input", {"name": "moved_url"}).get("value", "") == said.get("moved_url", "")
    assert client.get(story.url).status_code == 200
    assert not Correction.objects.exists()


def own_host() -> None:
    site = Site.objects.get()
    site.hostname = "paper.example"
    site.save()


@pytest.mark.parametrize(
    "path",
    [
        *("/city/elsewhere/", "/city/elsewhere", "/city/elsewhere.md", "/"),
        *("/topics/housing/", "/topics/housing", "/people/ines/", "/podcasts/sound/"),
        *("/topics/", "/people/", "/podcasts/", "/corrections/", "/feeds/", "/search/?q=wall"),
    ],
)
def test_story_may_move_to_an_address_of_ours_that_readers_can_open(path, desk, story, client):
    make.article("Elsewhere", by=[make.PersonFactory(slug="ines")])
    make.episode(podcast=make.ShowFactory(slug="sound"))
    own_host()
    desk.do("unpublish", story, ending="moved", moved_url=f"https://paper.example{path}")
    assert client.get(story.url).headers["Location"] == f"https://paper.example{path}"


def test_story_moves_to_no_address_of_ours_that_is_secret_or_no_page_for_readers(desk, story, admin_user):
    draft = make.article("Draft", live=False)
    link = ReviewLink.objects.create(story_id=draft.pk, revision=draft.save_revision(), created_by=admin_user)
    partner = PartnerFeed.objects.create(name="Morning Post", everything=True)
    secret = [link.get_absolute_url(), reverse("partner-feed", args=(partner.token, "rss"))]
    senseless = ["/admin/login/", "/admin/jsi18n/", "/_util/login/", "/websub/", "/robots.txt", "/feeds/latest.rss"]
    own_host()
    for path in (*secret, *senseless, "/topics/housing.md", "/topics/none/", "/people/nobody/", "/podcasts/none/"):
        answer = desk.do("unpublish", story, ending="moved", moved_url=f"https://paper.example{path}")
        assert complaints(answer) == {"moved_url"}, path


def test_address_of_another_site_of_ours_is_looked_up_there(desk, story):
    match = make.article("Match", within=make.section("Sport"))
    Site.objects.create(hostname="sport.example", root_page=match.get_parent())
    answer = desk.do("unpublish", story, ending="moved", moved_url="https://sport.example/sport/match/")
    assert complaints(answer) == {"moved_url"}
    desk.do("unpublish", story, ending="moved", moved_url="https://sport.example/match/")
    assert last_line(story) == ("withdrawn", "moved")


def test_wrong_address_is_complained_of_once(desk, story):
    answer = desk.do("unpublish", story, ending="moved", moved_url="javascript:alert(1)")
    assert answer.text.count("Give a whole address") == 1


def test_what_belongs_to_another_reason_may_be_anything(desk, story):
    desk.do("unpublish", story, ending="mistake", moved_url="javascript:", moved_page="seven", notice="Nothing.")
    assert last_line(story) == ("withdrawn", "mistake")
    assert not Correction.objects.exists()


def test_second_press_of_the_button_ends_nothing_twice(story):
    shown_twice = again(story)
    assert endings.end(story, Ending.RETRACTED, notice=NOTICE)
    assert not endings.end(shown_twice, Ending.RETRACTED, notice=NOTICE)
    assert Correction.objects.count() == 1
    assert last_line(story) == ("withdrawn", "retracted")


def test_contributor_ends_nothing(story):
    client = Client()
    member = make.UserFactory()
    member.groups.add(Group.objects.get(name=roles.CONTRIBUTOR))
    client.force_login(member)
    desk = Desk(client)
    desk.do("unpublish", story, ending="mistake")
    end_many(desk, story, ending="mistake")
    assert again(story).live


# Many at once


def end_many(desk: Desk, *pages: Page, **said) -> HttpResponse:
    query = [("id", page.pk) for page in pages]
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "unpublish"), query=query)
    return desk.client.post(address, said)


def test_many_end_for_one_reason(desk, story, client):
    other = published("Other")
    assert end_many(desk, story, other, ending="retracted", notice=NOTICE).status_code == 302
    assert {client.get(page.url).status_code for page in (story, other)} == {410}
    assert {last_line(page) for page in (story, other)} == {("withdrawn", "retracted")}
    assert client.get("/corrections/").text.count("The figures were made up.") == 2


@pytest.mark.parametrize("how", ["one", "many"])
def test_stories_below_a_page_end_after_it_for_its_reason(how, desk, story, django_capture_on_commit_callbacks):
    section = story.get_parent().specific
    said = {"ending": "expired", "include_descendants": "on"}
    with django_capture_on_commit_callbacks() as callbacks:
        answer = desk.do("unpublish", section, **said) if how == "one" else end_many(desk, section, **said)
    assert answer.status_code == 302
    assert (again(section).live, again(story).live) == (False, True)
    assert "follows one by one" in desk.client.get("/admin/").text
    for callback in callbacks:
        callback()
    assert not again(story).live
    assert last_line(story) == ("withdrawn", "expired")


def test_of_very_many_the_first_end_at_once(desk, story, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr("articles.admin.endings.AT_ONCE", 1)
    pages = [story, published("Second"), published("Third")]
    with django_capture_on_commit_callbacks() as callbacks:
        end_many(desk, *pages, ending="mistake")
    assert sorted(again(page).live for page in pages) == [False, True, True]
    for callback in callbacks:
        callback()
    assert not any(again(page).live for page in pages)


def test_story_that_cannot_end_stops_no_other(desk, story, monkeypatch):
    other = published("Other")
    log = publishing.log

    def fail_once(page: Story, *args) -> None:
        if page.pk == story.pk:
            raise RuntimeError("The disk is full.")
        log(page, *args)

    monkeypatch.setattr(publishing, "log", fail_once)
    endings.end_all.call([story.pk, other.pk], "mistake", "", "", make.editor().pk)
    assert (again(story).live, again(other).live) == (True, False)


def test_stories_below_end_as_far_as_the_user_may(story):
    member = make.UserFactory()
    member.groups.add(Group.objects.get(name=roles.CONTRIBUTOR))
    endings.end_all.call([story.pk], "mistake", "", "", member.pk)
    assert again(story).live


def test_page_that_is_no_story_ends_without_a_reason(desk):
    page = make.home().add_child(instance=StandardPage(title="About"))
    asked = desk.client.get(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert "Why does it end?" not in asked.text
    assert desk.do("unpublish", page).status_code == 302
    assert not again(page).live

"""No word and no picture of a story that is not public reaches a stranger, whatever state the story is in.

Each story here is made of words found nowhere else, one for each place where a word can stand. The whole site is read
as a stranger and must hold none of them; once the stories are published, all of them.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import GroupApprovalTask, Page, PageViewRestriction, Revision, Workflow, WorkflowTask
from wagtail.signals import page_published

from articles import endings, outbox, outgoing, schedule, share_images
from articles.feeds.scopes import FORMS, Scope
from articles.models import (
    Ending,
    FeedSubscription,
    Masthead,
    NewsImage,
    PartnerFeed,
    Person,
    PodcastEpisodePage,
    RelatedPin,
    Show,
    Story,
    Topic,
    User,
    VideoPage,
)
from articles.websub.courier import Courier

from . import factories as make
from .test_site_crawl import addresses, addresses_in_xml, internal

PLACES = (
    *("headline", "slug", "kicker", "topic", "alt", "caption", "credit"),
    *("picture", "document"),
    *("film", "transcript", "chapter"),
)
RECORDED = {"film", "transcript", "chapter"}
RECORDINGS = ("/media/m", "/captions/", "/chapters/")
STARTS = (
    *("/", "/feeds/", "/topics/", "/people/", "/podcasts/", "/corrections/", "/robots.txt", "/llms.txt"),
    *("/sitemap.xml", "/news-sitemap.xml", "/video-sitemap.xml"),
    *("/api/v2/stories/", "/api/v2/stories/?kind=sponsored", "/api/openapi.json"),
)


def word(state: str, place: str) -> str:
    return f"zq{state}{place}"


def canary(state: str, live: bool = False, **fields) -> VideoPage:
    """A film with a word of its own in every place."""
    said = {place: word(state, place) for place in PLACES}
    return make.video(
        film=make.media("video", f"{said['film']}.mp4"),
        provider_url="",
        captions=f"WEBVTT\n\n00:00.000 --> 00:04.000\n{said['transcript']}\n",
        chapters=[("chapter", {"start": "0:00", "title": said["chapter"]})],
        live=live or "go_live_at" in fields,
        **of_any_kind(said),
        **fields,
    )


def of_any_kind(said: dict[str, str]) -> dict[str, object]:
    return {
        "title": said["headline"],
        "slug": said["slug"],
        "kicker": said["kicker"],
        "topics": [said["topic"]],
        "by": [Person.objects.filter(slug="reporter").first() or make.PersonFactory(slug="reporter")],
        "lead_image": make.ImageFactory(
            title=said["picture"],
            file=make.picture_file(f"{said['picture']}.jpg"),
            description=said["alt"],
            caption=said["caption"],
            credit=said["credit"],
        ),
        "body": [("document", {"document": paper_called(said["document"]), "title": ""})],
    }


def paper_called(name: str) -> Document:
    return Document.objects.create(title=name, file=ContentFile(b"%PDF-1.7", name=f"{name}.pdf"))


def places_in(story: Story) -> set[str]:
    return set(PLACES) - (set() if isinstance(story, VideoPage) else RECORDED)


def draft() -> Story:
    return canary("draft")


def changed() -> Story:
    """Live, and harmless so far: the words are in its draft."""
    story = make.video("Harmless", slug="harmless", lead_image=make.ImageFactory(title="Harmless"))
    secret = canary("changed")
    draft = VideoPage.objects.get(pk=story.pk)
    for field in ("title", "kicker", "lead_image", "film", "provider_url", "captions", "chapters", "body"):
        setattr(draft, field, getattr(secret, field))
    draft.topics.set(list(secret.topics.all()))
    draft.save_revision()
    return VideoPage.objects.get(pk=story.pk)


def scheduled() -> Story:
    return canary("scheduled", go_live_at=timezone.now() + timedelta(hours=3))


def in_workflow() -> Story:
    story = canary("workflow")
    story.save_revision()
    workflow, _made = Workflow.objects.get_or_create(name="Copy desk")
    task, _made = GroupApprovalTask.objects.get_or_create(name="Copy")
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, sort_order=0)
    workflow.start(story, make.editor())
    return story


def rejected() -> Story:
    story = canary("rejected")
    story.save_revision()
    workflow = Workflow.objects.get(name="Copy desk")
    workflow.start(story, make.editor()).current_task_state.specific.reject(user=make.editor())
    return story


def expired() -> Story:
    """By the clock; nobody has looked at the schedule since."""
    return canary("expired", live=True, hours_ago=48, expire_at=timezone.now() - timedelta(hours=1))


def swept() -> Story:
    """Expired by the schedule."""
    story = canary("swept", live=True, hours_ago=48, expire_at=timezone.now() - timedelta(hours=1))
    schedule.attempt(story.pk, None)
    return story


def mistaken() -> Story:
    return ended("mistaken", Ending.MISTAKE)


def retracted() -> Story:
    """Of which the notice is public, and where it stood."""
    return ended("retracted", Ending.RETRACTED, notice="We were wrong.")


def elsewhere() -> Story:
    return ended("elsewhere", Ending.MOVED, target=make.section("City"))


def ended(state: str, ending: Ending, **said) -> Story:
    story = canary(state, live=True, hours_ago=48)
    endings.end(story, ending, **said)
    return story


def unpublished() -> Story:
    story = canary("unpublished", live=True)
    story.unpublish()
    return story


def renamed() -> Story:
    """Unpublished, then called otherwise: its old address must not tell how."""
    story = canary("renamed", live=True)
    story.unpublish()
    said, story = story.slug, VideoPage.objects.get(pk=story.pk)
    Page.objects.filter(pk=story.pk).update(slug="before", url_path=story.url_path.replace(said, "before"))
    story = VideoPage.objects.get(pk=story.pk)
    story.slug = said
    story.save()
    return story


def private() -> Story:
    section = make.section("Closed")
    PageViewRestriction.objects.get_or_create(page=section, restriction_type=PageViewRestriction.LOGIN)
    return canary("private", live=True, within=section)


def aliased() -> Story:
    story = canary("aliased")
    story.create_alias(parent=make.section("Sport"))
    return story


def alias_of_scheduled() -> Story:
    story = canary("doubled")
    story.create_alias(parent=make.section("Sport"))
    story.go_live_at = timezone.now() + timedelta(hours=3)
    story.save_revision().publish()
    return story


def copied() -> Story:
    story = canary("copied")
    story.copy(to=make.section("Sport"), keep_live=False)
    return story


def moved() -> Story:
    """From a public address to another, and unpublished."""
    story = canary("moved", live=True)
    story.unpublish()
    story.move(make.section("Sport"), pos="last-child")
    return VideoPage.objects.get(pk=story.pk)


def failed() -> Story:
    """Due a minute ago, but something went wrong."""
    story = canary("failed", go_live_at=timezone.now() + timedelta(hours=1))
    past = timezone.now() - timedelta(minutes=1)
    revision = Revision.objects.get(object_id=str(story.pk), approved_go_live_at__isnull=False)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    Page.objects.filter(pk=story.pk).update(go_live_at=past)

    def fail(**kwargs) -> None:
        raise RuntimeError("It could not be published.")

    page_published.connect(fail)
    try:
        assert not schedule.attempt(story.pk, revision.pk)
    finally:
        page_published.disconnect(fail)
    return story


def dated_ahead() -> Story:
    """Live, by an importer or a shell, and of next week."""
    return canary("ahead", live=True, published_at=timezone.now() + timedelta(days=7))


def campaign_to_come() -> Story:
    """An advertisement that is published, and whose campaign has not begun."""
    said = {place: word("campaign", place) for place in PLACES}
    start = timezone.now() + timedelta(days=3)
    return make.advertisement(campaign_start=start, campaign_end=start + timedelta(days=7), **of_any_kind(said))


def show_to_come() -> Story:
    """A podcast of which there is only a draft, scheduled."""
    artwork = make.ImageFactory(title="zqshow", file=make.picture_file("zqshow.jpg", (1400, 1400)))
    podcast = make.ShowFactory(title="zqshow", slug="zqshow", description="zqshow", artwork=artwork)
    return make.episode("Pilot", podcast=podcast, go_live_at=timezone.now() + timedelta(hours=3))


def merged() -> Story:
    """Its topic has another name by which it was known once."""
    story = canary("merged")
    known = make.TopicFactory(name="Known")
    known.canonical = Topic.objects.get(name=word("merged", "topic"))
    known.save()
    return story


STATES: dict[str, Callable[[], Story]] = {
    "draft": draft,
    "changed": changed,
    "scheduled": scheduled,
    "workflow": in_workflow,
    "rejected": rejected,
    "expired": expired,
    "swept": swept,
    "mistaken": mistaken,
    "retracted": retracted,
    "elsewhere": elsewhere,
    "unpublished": unpublished,
    "renamed": renamed,
    "private": private,
    "aliased": aliased,
    "doubled": alias_of_scheduled,
    "copied": copied,
    "moved": moved,
    "failed": failed,
    "ahead": dated_ahead,
    "campaign": campaign_to_come,
    "merged": merged,
}


OVER = {"expired": 410, "swept": 410, "retracted": 410, "elsewhere": 301}
"""Where readers could have opened the story, they are told that it is over."""


ONCE_PUBLIC = ("changed", "mistaken", "unpublished", "private", "moved", "renamed", "merged")
"""Whose addresses strangers knew, and may be told that there is nothing any more."""


class Stranger:
    """Someone without an account, who keeps all that they were sent."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)
        self.sent: dict[str, str] = {}

    def get(self, path: str) -> int:
        return self._ask(path).status_code

    def _ask(self, path: str) -> HttpResponse:
        response = self.client.get(path)
        content = response.getvalue() if response.streaming else response.content
        self.sent[path] = f"{response.headers} {content.decode(errors='replace')}".lower()
        return response

    def read_everything(self) -> None:
        waiting = deque(STARTS)
        while waiting:
            path = waiting.popleft()
            if path in self.sent:
                continue
            response = self._ask(path)
            waiting.extend(own for link in _links(response) if (own := internal(link, path)))

    def saw(self, text: str) -> list[str]:
        return [path for path, sent in self.sent.items() if text in sent]


def _links(response: HttpResponse) -> Iterator[str]:
    kind = response.headers.get("Content-Type", "")
    if response.streaming:
        return
    if "html" in kind:
        yield from (address for _tag, address in addresses(BeautifulSoup(response.content, "html.parser")))
    elif "xml" in kind:
        yield from addresses_in_xml(response.content)
    if location := response.headers.get("Location"):
        yield location


def decoy(secrets: list[Story]) -> None:
    """A public story that points at all of them in every way an editor can."""
    links = "".join(f'<p>See <a linktype="page" id="{story.pk}">this</a>.</p>' for story in secrets)
    related = [("related_story", {"story": story, "label": ""}) for story in secrets]
    story = make.article("Decoy", topics=["Open"], body=[("paragraph", links), *related])
    story.pins = [RelatedPin(target=secret, sort_order=number) for number, secret in enumerate(secrets)]
    story.save()


@pytest.fixture(scope="module")
def secrets(rows_of_the_module) -> dict[str, Story]:
    for name in ("City", "Sport"):
        make.article(f"Open {name}", within=make.section(name), topics=["Open"])
    made = {state: make_it() for state, make_it in STATES.items()}
    for story in made.values():
        story.lead_image.get_rendition("width-320")
    for state in STATES:
        NewsImage.objects.get(title=word(state, "picture")).get_rendition("width-320")
    decoy(list(made.values()))
    show_to_come()
    assert Page.objects.get(pk=made["expired"].pk).live, "Nobody has looked at the schedule."
    PartnerFeed.objects.create(name="Morning Post", everything=True, advertisements=True)
    return made


@pytest.fixture(scope="module")
def stranger(secrets) -> Stranger:
    stranger = Stranger()
    stranger.read_everything()
    for name, address in Scope(PartnerFeed.objects.get().feed_scope, "", "", "").addresses:
        assert stranger.get(address) == 200, name
    assert len(stranger.sent) > 40
    return stranger


@pytest.mark.parametrize("state", STATES)
def test_no_page_holds_a_word_of_it(stranger, state):
    linked = ["/corrections/"] if state == "retracted" else []
    seen = {place: seen for place in PLACES if (seen := stranger.saw(word(state, place)))}
    assert seen == ({"slug": linked} if linked else {})
    assert stranger.saw(f"zq{state[:4]}") == linked  # the names of long sizes cut that of the picture


def test_no_page_holds_a_word_of_a_podcast_that_has_not_begun(stranger):
    assert stranger.saw("zqshow") == []


def test_podcast_is_there_once_an_episode_is(secrets, client, db):
    show = Show.objects.get(slug="zqshow")
    rendition = show.artwork.get_rendition("width-320")
    paths = [show.get_absolute_url(), show.feed_url, show.artwork.file.url, rendition.url]
    lists = ["/podcasts/", "/feeds/", "/sitemap-pages.xml"]
    assert {client.get(path).status_code for path in paths} == {404}
    episode = PodcastEpisodePage.objects.get(podcast=show)
    episode.go_live_at = None
    episode.save_revision().publish()
    assert {client.get(path).status_code for path in paths} == {200}
    assert [path for path in lists if "zqshow" not in client.get(path).text] == []
    rename(show)
    assert client.get("/podcasts/zqshow/").status_code == 301
    PodcastEpisodePage.objects.get(pk=episode.pk).unpublish()
    assert client.get("/podcasts/zqshow/").status_code == 404


def direct_addresses(state: str, story: Story) -> Iterator[str]:
    """Where its words would stand, asked for by someone who has guessed them."""
    for section in ("city", "sport", "closed"):
        yield from (f"/{section}/{word(state, 'slug')}/", f"/{section}/{word(state, 'slug')}.md")
    yield from (f"/topics/{word(state, 'topic')}/", f"/feeds/topics/{word(state, 'topic')}.rss")
    yield from (f"/captions/{story.uid}.vtt", f"/chapters/{story.uid}.json", f"/api/v2/stories/{story.uid}/")
    yield share_images.address(story, Masthead())
    picture = NewsImage.objects.get(title=word(state, "picture"))
    yield from (picture.file.url, picture.get_rendition("width-320").url)
    yield f"/media/media/{word(state, 'film')}.mp4"
    paper = Document.objects.get(title=word(state, "document"))
    yield from (paper.url, f"/media/{paper.file.name}")


@pytest.mark.parametrize("state", STATES)
def test_who_guesses_an_address_is_told_nothing(secrets, state, db):
    stranger = Stranger()
    own = secrets[state].get_url()
    expected = dict.fromkeys((own, f"{own.rstrip('/')}.md"), OVER[state]) if state in OVER else {}
    if state == "retracted":
        expected[f"/api/v2/stories/{secrets[state].uid}/"] = 410
    for path in direct_addresses(state, secrets[state]):
        status = stranger.get(path)
        if status == 302 and state == "private":
            continue  # a login, for the address that was asked for
        # The harmless film was published, with its captions and its picture.
        harmless = state == "changed" and path.startswith(("/captions/", "/share/", "/api/"))
        assert status == expected.get(path, 404) or harmless, path
        assert [place for place in PLACES if word(state, place) in stranger.sent[path].replace(path.lower(), "")] == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("sort", ["", "&sort=date"])
def test_search_finds_none_of_its_words(secrets, state, sort, db):
    stranger = Stranger()
    for place in PLACES:
        path = f"/search/?q={word(state, place)}{sort}"
        assert stranger.get(path) == 200
        others = [other for other in PLACES if other != place and word(state, other) in stranger.sent[path]]
        assert others == []


@pytest.mark.parametrize("path", ["/city/before/", "/topics/known/", "/feeds/topics/known.rss", "/readyz"])
def test_old_address_does_not_tell_the_new_one(secrets, path, db):
    stranger = Stranger()
    stranger.get(path)
    assert "zq" not in stranger.sent[path]


def rename(thing) -> None:
    thing.slug = "zqafter"
    thing.save()


def test_former_address_does_not_tell_what_a_topic_of_drafts_is_called_now(client, db):
    story = make.video(topics=["Before"], live=False)
    rename(Topic.objects.get(slug="before"))
    assert {client.get(path).status_code for path in ("/topics/before/", "/feeds/topics/before.rss")} == {404}
    VideoPage.objects.get(pk=story.pk).save_revision().publish()
    assert {client.get(path).status_code for path in ("/topics/before/", "/feeds/topics/before.rss")} == {301}


def test_former_address_does_not_tell_what_a_private_section_is_called_now(client, db):
    section = make.section("Before")
    rename(section)
    assert client.get("/before/").status_code == 301
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/before/").status_code == 404


def test_nothing_is_written_to_anyone_outside(secrets, db):
    ours = set(User.objects.values_list("email", flat=True))
    assert {address for message in mail.outbox for address in message.recipients()} <= ours


def test_no_request_of_ours_holds_a_word(secrets, settings, monkeypatch, db):
    """Hubs, subscribers and search engines hear only of addresses that were public once."""
    settings.WEBSUB_HUBS, settings.INDEXNOW_KEY = ["https://hub.example/"], "a-key-of-ours"
    sent: list[str] = []

    def send(method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None) -> outgoing.Answer:
        sent.append(f"{url} {body.decode()} {headers}")
        return outgoing.Answer(200, b"")

    monkeypatch.setattr(outgoing, "send", send)
    for form in FORMS:
        FeedSubscription.objects.create(
            feed=f"http://testserver/feeds/latest.{form}",
            callback=f"https://reader.example/{form}",
            host="reader.example",
            scopes=["latest"],
            ends_at=timezone.now() + timedelta(days=1),
        )
    courier = Courier()
    while outbox.run():
        pass
    while courier.run() or courier.under_way:
        pass
    courier.close()
    assert len(sent) > 4
    told = set(re.findall(r"zq[a-z]+", " ".join(sent)))
    known = {word(state, place) for state in (*OVER, *ONCE_PUBLIC) for place in ("slug", "topic")}
    assert told <= known
    assert told, "Search engines are told what is gone."


def test_no_line_of_the_log_holds_a_word_when_a_stranger_reads(secrets, caplog, db):
    with caplog.at_level(logging.DEBUG):
        for path in ("/", "/city/", "/topics/", "/feeds/latest.rss", "/nowhere/", "/search/?q=open"):
            Client().get(path)
    lines = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert [line for line in lines if "zq" in line] == []


@pytest.mark.parametrize("state", STATES)
def test_once_published_every_word_is_there(secrets, state, db):
    story = secrets[state] if state != "changed" else VideoPage.objects.get(pk=secrets["changed"].pk)
    PageViewRestriction.objects.all().delete()
    Story.objects.filter(pk=story.pk, published_at__gt=timezone.now()).update(published_at=timezone.now())
    draft = type(story).objects.get(pk=story.pk).get_latest_revision_as_object()
    draft.go_live_at = draft.expire_at = None
    draft.campaign_start = timezone.now()
    draft.save_revision().publish()
    stranger = Stranger()
    url = Story.objects.get(pk=story.pk).get_url()
    assert stranger.get(url) == 200
    places = places_in(story)
    unseen = {place for place in places if word(state, place) not in stranger.sent[url]}
    assert unseen - {"picture"} == ({"slug"} if state == "changed" else set())
    assert f"/media/images/zq{state[:4]}" in stranger.sent[url]
    shared = ("/media/o", "/media/i", "/documents/", "/topics/")
    for path in direct_addresses(state, story):
        if path.startswith((*shared, *RECORDINGS) if places >= RECORDED else shared):
            assert stranger.get(path) == 200, path
    found = f"/search/?q={word(state, 'transcript' if places >= RECORDED else 'headline')}"
    assert stranger.get(found) == 200
    assert url in stranger.sent[found]
